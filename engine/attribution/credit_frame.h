// Frames of credits: what stands around outlets and makes them a credit, word by word. Read from
// data/credit_frames.tsv, whose head tells how a frame is written.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/attribution/cue_table.h"
#include "engine/attribution/outlet_list.h"
#include "engine/attribution/statement_words.h"
#include "engine/syntax/analysis.h"

namespace consilience {

struct FrameMatch {
  CueKind kind = CueKind::kAccording;
  int32_t cue_begin = 0;  // words
  int32_t cue_end = 0;
  bool before_only = false;  // nothing of the frame stands behind the outlets
  bool after_only = false;   // nothing of the frame stands before them
  bool of_others = false;    // a credit only when what follows is not about the outlet itself
};

// The first frame, in the order of the file and after frame number *next, that `list` stands in; *next is then the
// number of the frame behind it. `analysis` may be null. Looks at a bounded number of words around the list.
// Thread-safe.
std::optional<FrameMatch> MatchFrame(const StatementWords& words, const Analysis* analysis, const OutletList& list,
                                     size_t* next);

}  // namespace consilience
