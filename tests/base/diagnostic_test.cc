#include "engine/base/diagnostic.h"

#include <gtest/gtest.h>

namespace consilience {
namespace {

TEST(Diagnostic, NamesFileLineFaultAndRemedy) {
  EXPECT_EQ((Diagnostic{"a.jsonl", 3, "it is broken", "mend it"}.ToString()), "a.jsonl:3: it is broken; mend it");
  EXPECT_EQ((Diagnostic{"-", 0, "it is broken", ""}.ToString()), "-: it is broken");
}

}  // namespace
}  // namespace consilience
