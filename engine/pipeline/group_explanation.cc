#include "engine/pipeline/group_explanation.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/base/json_writer.h"
#include "engine/base/parallel_batch.h"
#include "engine/base/status_macros.h"
#include "engine/reconcile/group_confidence.h"
#include "engine/reconcile/pair_explanation.h"
#include "engine/reconcile/text_comparison.h"

namespace consilience {
namespace {

// A group, or two that are set beside each other: the sides of a conflict, or whatever two somebody asks about.
struct Subject {
  enum Kind { kGroup, kConflict, kAcross };
  Kind kind = kGroup;
  Id id = 0;                    // of the group or of the conflict
  Id group_a = 0, group_b = 0;  // of kAcross
  std::vector<uint32_t> a, b;   // rows; b is empty for a group
};

using RowPair = std::pair<uint32_t, uint32_t>;

class Explainer {
 public:
  Explainer(const ExplainOptions& options, const ClaimTable& claims, const TextComparison& comparison,
            ClaimStore* store, std::ostream* out)
      : options_(options), claims_(claims), comparison_(comparison), store_(store), out_(*out) {}

  absl::Status ExplainAcross(Id group_a, Id group_b) {
    Subject subject;
    subject.kind = Subject::kAcross;
    subject.group_a = group_a;
    subject.group_b = group_b;
    CONSILIENCE_ASSIGN_OR_RETURN(subject.a, RowsOf(group_a));
    CONSILIENCE_ASSIGN_OR_RETURN(subject.b, RowsOf(group_b));
    if (subject.a.empty() || subject.b.empty()) return NoSuch(subject.a.empty() ? group_a : group_b, "no group");
    return Show(subject);
  }

  absl::Status Explain(Id id) {
    Subject subject;
    subject.id = id;
    CONSILIENCE_ASSIGN_OR_RETURN(subject.a, RowsOf(id));
    if (subject.a.empty()) {
      std::vector<Id> sides;
      CONSILIENCE_RETURN_IF_ERROR(store_->ForEachRow("SELECT group_a, group_b FROM conflicts WHERE conflict_id = ?1",
                                                     {absl::StrCat(id)}, [&](absl::Span<const Cell> row) {
                                                       sides = {std::get<int64_t>(row[0]), std::get<int64_t>(row[1])};
                                                     }));
      if (sides.empty()) return NoSuch(id, "neither a group nor a conflict");
      subject.kind = Subject::kConflict;
      CONSILIENCE_ASSIGN_OR_RETURN(subject.a, RowsOf(sides[0]));
      CONSILIENCE_ASSIGN_OR_RETURN(subject.b, RowsOf(sides[1]));
    }
    return Show(subject);
  }

 private:
  static absl::Status NoSuch(Id id, absl::string_view what) {
    return absl::NotFoundError(absl::StrCat(id, " is ", what, " of this store\nhint: ids are in the views ",
                                            "claim_groups and conflicts; 'consilience query' shows them"));
  }

  absl::Status Show(const Subject& subject) {
    for (const std::vector<uint32_t>* rows : {&subject.a, &subject.b}) {
      if (rows->empty() || !claims_.row(rows->front()).ready) continue;
      return absl::UnimplementedError(
          "ready-made claims need no explanation: they agree when subject, predicate and value are the same");
    }
    options_.json ? AsJson(subject) : AsText(subject);
    return out_.good() ? absl::OkStatus() : absl::CancelledError("cannot write to standard output");
  }

  absl::StatusOr<std::vector<uint32_t>> RowsOf(Id group) {
    std::vector<uint32_t> rows;
    CONSILIENCE_RETURN_IF_ERROR(store_->ForEachRow("SELECT claim_id FROM group_claims WHERE group_id = ?1",
                                                   {absl::StrCat(group)}, [&](absl::Span<const Cell> cells) {
                                                     const Id claim = std::get<int64_t>(cells[0]);
                                                     const auto all = claims_.rows();
                                                     const auto found = std::lower_bound(
                                                         all.begin(), all.end(), claim,
                                                         [](const ClaimTable::Row& row, Id id) { return row.id < id; });
                                                     if (found != all.end() && found->id == claim)
                                                       rows.push_back(static_cast<uint32_t>(found - all.begin()));
                                                   }));
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  // As many as are asked for, those of different documents first; of one group, or across two.
  std::vector<RowPair> PairsOf(const Subject& subject) const {
    const bool one = subject.kind == Subject::kGroup;
    const std::vector<uint32_t>& others = one ? subject.a : subject.b;
    std::vector<RowPair> pairs;
    for (const bool one_document : {false, true}) {
      for (size_t i = 0; i < subject.a.size(); ++i) {
        for (size_t j = one ? i + 1 : 0; j < others.size(); ++j) {
          if (pairs.size() >= options_.pairs) return pairs;
          const ClaimTable::Row &a = claims_.row(subject.a[i]), &b = claims_.row(others[j]);
          const bool asked = (a.document == b.document) == one_document && a.statement != b.statement;
          if (asked) pairs.emplace_back(subject.a[i], others[j]);
        }
      }
    }
    return pairs;
  }

  std::string Outlets(const ClaimTable::Row& row) const {
    std::string names;
    for (const CreditRecord& credit : claims_.credits(row)) {
      absl::StrAppend(&names, names.empty() ? "" : ", ", claims_.outlets()[credit.outlet].name);
    }
    return names;
  }

  static std::string Heading(const Subject& subject) {
    if (subject.kind == Subject::kAcross) return "two groups";
    return absl::StrCat(subject.kind == Subject::kConflict ? "conflict " : "group ", subject.id);
  }

  void AsText(const Subject& subject) {
    out_ << Heading(subject) << "\n";
    std::vector<uint32_t> rows = subject.a;
    rows.insert(rows.end(), subject.b.begin(), subject.b.end());
    for (size_t i = 0; i < rows.size(); ++i) ClaimAsText(i + 1, claims_.row(rows[i]));
    const auto number = [&](uint32_t row) { return 1 + (std::find(rows.begin(), rows.end(), row) - rows.begin()); };
    for (const RowPair& pair : PairsOf(subject)) {
      out_ << "\n  " << number(pair.first) << " and " << number(pair.second) << ": ";
      PairAsText(ExplainPair(comparison_, pair.first, pair.second));
    }
    if (subject.kind == Subject::kGroup) EvidenceAsText(FindGroupEvidence(claims_, comparison_, subject.a));
    out_ << "\n";
  }

  void ClaimAsText(size_t number, const ClaimTable::Row& row) {
    out_ << "  " << number << "  " << claims_.text(row.subject) << " | " << claims_.shown_predicate(row) << " | "
         << claims_.text(row.object);
    if (row.polarity != Polarity::kAffirmed || row.modality != Modality::kAsserted)
      out_ << " (" << ToString(row.polarity) << ", " << ToString(row.modality) << ")";
    if (row.speaker != 0) out_ << ", said by " << claims_.text(row.speaker);
    out_ << absl::StreamFormat("  [%s; confidence %.2f; claim %d]\n", Outlets(row), row.confidence.ToDouble(), row.id);
  }

  void PairAsText(const PairExplanation& why) {
    out_ << why.verdict << absl::StreamFormat(", about the same thing %.3f\n", why.same.ToDouble())
         << "    met by: " << (why.rule.empty() ? "no rule; others of the group bring them together" : why.rule)
         << "\n";
    out_ << absl::StreamFormat("    %-14s %-20s %+6.2f\n", "before", "", why.prior / 100.0);
    for (const PairExplanation::Part& part : why.parts) {
      out_ << absl::StreamFormat("    %-14s %-20s %+6.2f\n", part.feature, part.level, part.weight / 100.0);
    }
    out_ << absl::StreamFormat("    %-14s %-20s %+6.2f nats\n", "together", "", why.weight / 100.0);
  }

  void EvidenceAsText(const GroupEvidence& evidence) {
    out_ << absl::StreamFormat("\n  confidence %.2f, from\n", EstimateGroupConfidence(evidence).ToDouble());
    for (size_t f = 0; f < kGroupFeatures; ++f) {
      out_ << absl::StreamFormat("    %-20s %6.3f\n", NameOf(static_cast<GroupFeature>(f)), evidence[f] / 1000.0);
    }
  }

  void AsJson(const Subject& subject) {
    std::string line;
    JsonWriter json(&line);
    json.BeginObject();
    if (subject.kind == Subject::kAcross) {
      json.Key("group_a").String(absl::StrCat(subject.group_a));
      json.Key("group_b").String(absl::StrCat(subject.group_b));
    } else {
      json.Key(subject.kind == Subject::kConflict ? "conflict" : "group").String(absl::StrCat(subject.id));
    }
    const auto side = [&](absl::string_view name, const std::vector<uint32_t>& rows) {
      json.Key(name).BeginArray();
      for (const uint32_t index : rows) {
        const ClaimTable::Row& row = claims_.row(index);
        json.BeginObject().Key("claim").String(absl::StrCat(row.id)).Key("subject").String(claims_.text(row.subject));
        json.Key("predicate").String(claims_.shown_predicate(row)).Key("object").StringOrNull(claims_.text(row.object));
        json.Key("outlets").String(Outlets(row)).Key("confidence").Number(row.confidence).EndObject();
      }
      json.EndArray();
    };
    if (subject.kind == Subject::kGroup) {
      side("claims", subject.a);
    } else {
      side("claims_a", subject.a);
      side("claims_b", subject.b);
    }
    json.Key("pairs").BeginArray();
    for (const RowPair& pair : PairsOf(subject)) {
      const PairExplanation why = ExplainPair(comparison_, pair.first, pair.second);
      json.BeginObject().Key("a").String(absl::StrCat(claims_.row(pair.first).id));
      json.Key("b").String(absl::StrCat(claims_.row(pair.second).id)).Key("rule").StringOrNull(why.rule);
      json.Key("verdict").String(why.verdict).Key("before").Double(why.prior / 100.0).Key("parts").BeginArray();
      for (const PairExplanation::Part& part : why.parts) {
        json.BeginObject().Key("feature").String(part.feature).Key("level").String(part.level);
        json.Key("weight").Double(part.weight / 100.0).EndObject();
      }
      json.EndArray().Key("weight").Double(why.weight / 100.0).Key("same").Number(why.same).EndObject();
    }
    json.EndArray();
    if (subject.kind == Subject::kGroup) {
      const GroupEvidence evidence = FindGroupEvidence(claims_, comparison_, subject.a);
      json.Key("confidence").Number(EstimateGroupConfidence(evidence)).Key("evidence").BeginObject();
      for (size_t f = 0; f < kGroupFeatures; ++f) {
        json.Key(NameOf(static_cast<GroupFeature>(f))).Double(evidence[f] / 1000.0);
      }
      json.EndObject();
    }
    json.EndObject();
    out_ << line << "\n";
  }

  const ExplainOptions& options_;
  const ClaimTable& claims_;
  const TextComparison& comparison_;
  ClaimStore* store_;
  std::ostream& out_;
};

}  // namespace

absl::Status ExplainGroups(const ExplainOptions& options, absl::Span<const Id> ids, ClaimStore* store,
                           std::ostream* out) {
  CONSILIENCE_ASSIGN_OR_RETURN(const StoreStatus status, store->Status());
  if (!status.last_run_finished || status.claims_since_last_run != 0) {
    return absl::FailedPreconditionError(
        "claims came into this store that were not reconciled yet\nhint: run 'consilience reconcile' first");
  }
  CONSILIENCE_ASSIGN_OR_RETURN(const ClaimTable claims, ClaimTable::Load(store));
  ReconcileOptions reconcile;
  reconcile.threads = static_cast<int>(ThreadCount(options.threads));
  const TextComparison comparison(claims, reconcile);
  Explainer explainer(options, claims, comparison, store, out);
  if (options.across) return explainer.ExplainAcross(ids[0], ids[1]);
  for (const Id id : ids) CONSILIENCE_RETURN_IF_ERROR(explainer.Explain(id));
  return absl::OkStatus();
}

}  // namespace consilience
