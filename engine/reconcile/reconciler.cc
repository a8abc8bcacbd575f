#include "engine/reconcile/reconciler.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/span.h"
#include "engine/base/word_list.h"
#include "engine/reconcile/draft.h"

namespace consilience {
namespace {

// The wording that most outlets use, the least by bytes among equals. Strings are numbered in byte order.
StringId MostUsed(const ClaimTable& claims, const std::vector<uint32_t>& rows, StringId ClaimTable::Row::*column) {
  if (rows.size() == 1) return claims.row(rows[0]).*column;
  std::vector<std::pair<StringId, uint32_t>> uses;
  for (const uint32_t row : rows) {
    uses.emplace_back(claims.row(row).*column, 0xffffffff);
    for (const CreditRecord& credit : claims.credits(claims.row(row)))
      uses.emplace_back(claims.row(row).*column, credit.outlet);
  }
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  StringId best = 0;
  size_t most = 0;
  for (size_t i = 0, j = 0; i < uses.size(); i = j) {
    while (j < uses.size() && uses[j].first == uses[i].first) ++j;
    if (j - i > most) {
      most = j - i;
      best = uses[i].first;
    }
  }
  return best;
}

// Of the claims of a group the one to show: it names whom it is about, in the words most outlets use.
uint32_t BestClaim(const ClaimTable& claims, const std::vector<uint32_t>& rows) {
  if (rows.size() == 1) return rows[0];
  const auto words_of = [&](uint32_t row) {
    const ClaimTable::Row& r = claims.row(row);
    return std::make_tuple(r.subject, r.predicate_text, r.object);
  };
  std::vector<uint32_t> order = rows;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return words_of(a) < words_of(b); });
  uint32_t best = order[0];
  std::tuple<int, int64_t, int64_t, size_t> least;
  for (size_t i = 0, j = 0; i < order.size(); i = j) {
    while (j < order.size() && words_of(order[j]) == words_of(order[i])) ++j;
    const std::vector<uint32_t> same(order.begin() + static_cast<std::ptrdiff_t>(i),
                                     order.begin() + static_cast<std::ptrdiff_t>(j));
    const ClaimTable::Row& row = claims.row(order[i]);
    Probability confidence;
    for (const uint32_t other : same) confidence = std::max(confidence, claims.row(other).confidence);
    const auto rank = std::make_tuple(
        int{NamesNobody(claims.text(row.subject))} + int{NamesNobody(claims.text(row.object))},
        -static_cast<int64_t>(OutletsOf(claims, same).size()), -static_cast<int64_t>(confidence.millionths()),
        claims.text(row.subject).size() + claims.text(row.predicate_text).size() + claims.text(row.object).size());
    if (i == 0 || rank < least) {
      least = rank;
      best = order[i];
    }
  }
  return best;
}

std::string OutletNames(const ClaimTable& claims, const std::vector<uint32_t>& rows) {
  constexpr size_t kNamed = 3;
  const std::vector<uint32_t> outlets = OutletsOf(claims, rows);
  std::vector<absl::string_view> names;
  for (size_t i = 0; i < outlets.size() && i < kNamed; ++i) names.push_back(claims.outlets()[outlets[i]].name);
  std::string text = absl::StrJoin(names, ", ");
  if (outlets.size() > kNamed) absl::StrAppend(&text, " and ", outlets.size() - kNamed, " more");
  return text;
}

// "Moscow said: the army did not take the town".
std::string Saying(const ClaimTable& claims, uint32_t index) {
  const ClaimTable::Row& row = claims.row(index);
  std::string text = absl::StrCat("\"", claims.text(row.subject), " ", claims.shown_predicate(row));
  if (row.object != 0) absl::StrAppend(&text, " ", claims.text(row.object));
  absl::StrAppend(&text, "\"");
  if (row.polarity == Polarity::kNegated) absl::StrAppend(&text, " (negated)");
  if (row.modality == Modality::kDenied) absl::StrAppend(&text, " (denied)");
  // "Said by he" tells no one.
  if (row.speaker != 0 && !NamesNobody(claims.text(row.speaker)))
    absl::StrAppend(&text, ", said by ", claims.text(row.speaker));
  return text;
}

// Between whom it is when it is not between the outlets: "a dispute between Taleria and Norland that the same
// outlets report: ".
std::string Dispute(const Conflict& conflict, bool same_outlets) {
  if (!conflict.speakers) return "";
  const auto name = [](const std::string& speaker) { return speaker.empty() ? "what the outlets say" : speaker; };
  // What the outlets say comes last.
  const std::string &first = conflict.speaker_a.empty() ? conflict.speaker_b : conflict.speaker_a,
                    &second = conflict.speaker_a.empty() ? conflict.speaker_a : conflict.speaker_b;
  return absl::StrCat("a dispute between ", name(first), " and ", name(second),
                      same_outlets ? " that the same outlets report: " : ": ");
}

absl::string_view Reason(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::kQuantity:
      return "the numbers exclude each other";
    case ConflictKind::kPolarity:
      return "one affirms what the other negates";
    case ConflictKind::kAntonym:
      return "the two acts exclude each other";
    case ConflictKind::kDate:
      return "the dates exclude each other";
    case ConflictKind::kPlace:
      return "the places exclude each other";
    case ConflictKind::kValue:
      return "only one answer can hold";
    case ConflictKind::kModality:
      return "one denies what the other asserts";
  }
  return "";
}

}  // namespace

absl::string_view ToString(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::kQuantity:
      return "quantity";
    case ConflictKind::kPolarity:
      return "polarity";
    case ConflictKind::kAntonym:
      return "antonym";
    case ConflictKind::kDate:
      return "date";
    case ConflictKind::kPlace:
      return "place";
    case ConflictKind::kValue:
      return "value";
    case ConflictKind::kModality:
      return "modality";
  }
  return "";
}

bool NamesNobody(absl::string_view words) {
  constexpr absl::string_view kPronouns[] = {"it",   "he",    "she",  "they",  "we",   "i",     "you", "him",  "her",
                                             "them", "us",    "me",   "this",  "that", "who",   "one", "some", "both",
                                             "all",  "these", "what", "which", "his",  "those", "its", "many"};
  return IsAmong(kPronouns, absl::AsciiStrToLower(words));
}

std::vector<uint32_t> OutletsOf(const ClaimTable& claims, const std::vector<uint32_t>& rows) {
  std::vector<uint32_t> outlets;
  for (const uint32_t row : rows) {
    for (const CreditRecord& credit : claims.credits(claims.row(row))) outlets.push_back(credit.outlet);
  }
  std::sort(outlets.begin(), outlets.end());
  outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
  return outlets;
}

bool OutletsOnEachSide(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return !std::includes(a.begin(), a.end(), b.begin(), b.end()) &&
         !std::includes(b.begin(), b.end(), a.begin(), a.end());
}

absl::StatusOr<Reconciliation> Reconcile(const ClaimTable& claims, const ReconcileOptions& options) {
  Draft draft;
  ReconcileReadyClaims(claims, &draft);
  ReconcileTextClaims(claims, options, &draft);

  const size_t count = draft.groups.size();
  std::vector<Id> ids(count);
  for (size_t g = 0; g < count; ++g) ids[g] = IdBuilder("group").Add(draft.groups[g].key).Finish();
  // Groups of the same words in different time frames: the later ones take their first claim into their id.
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::make_tuple(ids[a], draft.groups[a].claims[0]) < std::make_tuple(ids[b], draft.groups[b].claims[0]);
  });
  std::vector<Id> told_apart = ids;
  for (size_t i = 1; i < count; ++i) {
    if (ids[order[i]] != ids[order[i - 1]]) continue;
    const DraftGroup& group = draft.groups[order[i]];
    told_apart[order[i]] = IdBuilder("group").Add(group.key).Add(claims.row(group.claims[0]).id).Finish();
  }
  ids = std::move(told_apart);

  // Questions by their first group: the one of the lowest id.
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::make_tuple(draft.groups[a].question, ids[a]) < std::make_tuple(draft.groups[b].question, ids[b]);
  });
  struct Run {
    StringId subject, predicate;
    Id id;
    size_t begin, end;
  };
  std::vector<Run> runs;
  for (size_t i = 0, j = 0; i < count; i = j) {
    while (j < count && draft.groups[order[j]].question == draft.groups[order[i]].question) ++j;
    const std::vector<uint32_t>& rows = draft.groups[order[i]].claims;
    runs.push_back({MostUsed(claims, rows, &ClaimTable::Row::subject),
                    MostUsed(claims, rows, &ClaimTable::Row::predicate), ids[order[i]], i, j});
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::tie(a.subject, a.predicate, a.id) < std::tie(b.subject, b.predicate, b.id);
  });

  Reconciliation result;
  std::vector<uint32_t> place(count);
  for (const Run& run : runs) {
    Question question;
    question.subject = std::string(claims.text(run.subject));
    question.predicate = std::string(claims.text(run.predicate));
    question.group_first = static_cast<uint32_t>(result.groups.size());
    question.group_count = static_cast<uint32_t>(run.end - run.begin);
    for (size_t i = run.begin; i < run.end; ++i) {
      DraftGroup& draft_group = draft.groups[order[i]];
      place[order[i]] = static_cast<uint32_t>(result.groups.size());
      Group group;
      group.id = ids[order[i]];
      group.question = static_cast<uint32_t>(result.questions.size());
      if (claims.row(draft_group.claims[0]).ready) {
        group.subject = question.subject;
        group.predicate = question.predicate;
        group.answer = std::string(claims.text(MostUsed(claims, draft_group.claims, &ClaimTable::Row::object)));
      } else {
        const ClaimTable::Row& best = claims.row(BestClaim(claims, draft_group.claims));
        group.subject = std::string(claims.text(best.subject));
        group.predicate = std::string(claims.shown_predicate(best));
        group.answer = std::string(claims.text(best.object));
      }
      group.claims = draft_group.claims;
      group.confidence = draft_group.confidence;
      for (const uint32_t row : group.claims) {
        const int64_t published = claims.row(row).published;
        if (published == kUnknownTime) continue;
        if (group.first_published == kUnknownTime || published < group.first_published)
          group.first_published = published;
        if (group.last_published == kUnknownTime || published > group.last_published) group.last_published = published;
      }
      result.groups.push_back(std::move(group));
    }
    result.questions.push_back(std::move(question));
  }
  for (DraftConflict& found : draft.conflicts) {
    uint32_t a = place[found.group_a], b = place[found.group_b];
    uint32_t claim_a = found.claim_a, claim_b = found.claim_b;
    if (result.groups[b].id < result.groups[a].id) {
      std::swap(a, b);
      std::swap(claim_a, claim_b);
    }
    Conflict conflict;
    conflict.id = IdBuilder("conflict").Add(result.groups[a].id).Add(result.groups[b].id).Finish();
    conflict.group_a = a;
    conflict.group_b = b;
    conflict.kind = found.kind;
    conflict.speakers = found.speakers;
    conflict.speaker_a = std::move(found.speaker_a);
    conflict.speaker_b = std::move(found.speaker_b);
    if (a != place[found.group_a]) std::swap(conflict.speaker_a, conflict.speaker_b);
    const std::string outlets_a = OutletNames(claims, result.groups[a].claims);
    const std::string outlets_b = OutletNames(claims, result.groups[b].claims);
    conflict.explanation =
        absl::StrCat(outlets_a, ": ", Saying(claims, claim_a), "; ", outlets_b, ": ", Saying(claims, claim_b), "; ",
                     Dispute(conflict, outlets_a == outlets_b), Reason(found.kind), ".");
    result.conflicts.push_back(std::move(conflict));
  }
  std::sort(result.conflicts.begin(), result.conflicts.end(),
            [](const Conflict& a, const Conflict& b) { return a.id < b.id; });
  result.pairs_by_rule = std::move(draft.pairs_by_rule);
  result.compatible_pairs = draft.compatible_pairs;
  result.revisions = draft.revisions;
  return result;
}

}  // namespace consilience
