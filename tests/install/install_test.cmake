# Installs the build into a folder of its own, builds a small project against it, and runs what came out.

function(run expected)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed (${result}): ${ARGN}\n${output}")
  endif()
  if(expected AND NOT output MATCHES "${expected}")
    message(FATAL_ERROR "${ARGN} printed no \"${expected}\":\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run("" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
# The package must not remember where it was first.
file(RENAME ${WORK}/first ${WORK}/prefix)
run("" ${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/build -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${CXX}
  -D CMAKE_PREFIX_PATH=${WORK}/prefix -D CMAKE_CXX_FLAGS=-Werror)
run("" ${CMAKE_COMMAND} --build ${WORK}/build)
run("credited: South China Morning Post" ${WORK}/build/consumer)

# The installed command finds its model beside itself.
file(WRITE ${WORK}/digest.txt "Minister Lena Berg opened the bridge, according to SCMP.\n")
run("South China Morning Post" ${WORK}/prefix/bin/consilience extract ${WORK}/digest.txt)
