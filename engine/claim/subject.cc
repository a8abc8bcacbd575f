#include "engine/claim/subject.h"

namespace consilience {

int32_t SubjectOf(const Analysis& analysis, int32_t clause) {
  for (const int32_t child : analysis.children(clause).subspan(0, 20)) {
    if (IsSubject(analysis.word(child).relation)) return child;
  }
  return -1;
}

int32_t ClauseAbove(const Analysis& analysis, int32_t at, int32_t* subject) {
  int32_t i = analysis.word(at).head;
  for (int steps = 0; steps < 20 && i != kRoot; ++steps) {
    for (const int32_t child : analysis.children(i).subspan(0, 30)) {
      if (IsSubject(analysis.word(child).relation) && child != at) {
        *subject = child;
        return i;
      }
      if (child == at && IsSubject(analysis.word(child).relation)) break;  // its own clause
    }
    i = analysis.word(i).head;
  }
  return kRoot;
}

}  // namespace consilience
