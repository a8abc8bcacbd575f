# What `cmake --install` lays down: the command, its model, the libraries and headers, and the package by which other
# CMake projects find them:
#
#   find_package(consilience REQUIRED)
#   target_link_libraries(my_program PRIVATE consilience::pipeline)   # or any one module

include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/consilience)

get_property(libraries GLOBAL PROPERTY CONSILIENCE_LIBRARIES)
install(TARGETS consilience_options ${libraries} EXPORT consilience ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS consilience RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY engine storage schema DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/consilience
  FILES_MATCHING PATTERN "*.h" PATTERN data EXCLUDE PATTERN model EXCLUDE PATTERN page EXCLUDE)
install(FILES engine/syntax/model/english.model DESTINATION ${CMAKE_INSTALL_DATADIR}/consilience)
install(FILES engine/syntax/model/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/consilience
  RENAME english.model.LICENSE)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(EXPORT consilience NAMESPACE consilience:: FILE consilience-targets.cmake DESTINATION ${package_folder})
configure_package_config_file(tools/cmake/consilience-config.cmake.in
  ${PROJECT_BINARY_DIR}/consilience-config.cmake INSTALL_DESTINATION ${package_folder}
  PATH_VARS CMAKE_INSTALL_DATADIR NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/consilience-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/consilience-config.cmake ${PROJECT_BINARY_DIR}/consilience-config-version.cmake
  DESTINATION ${package_folder})
