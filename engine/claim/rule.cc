#include "engine/claim/rule.h"

namespace consilience {

RuleText TextOf(Rule rule) {
  static constexpr RuleText kTexts[] = {
#define CONSILIENCE_RULE_TEXT(id, name, meaning) {name, meaning},
      CONSILIENCE_CLAIM_RULES(CONSILIENCE_RULE_TEXT)
#undef CONSILIENCE_RULE_TEXT
  };
  return kTexts[static_cast<size_t>(rule)];
}

}  // namespace consilience
