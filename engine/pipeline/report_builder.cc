#include "engine/pipeline/report_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "engine/base/status_macros.h"
#include "engine/report/wording.h"

namespace consilience {
namespace {

// One row of a result, read by position.
class Row {
 public:
  explicit Row(absl::Span<const Cell> cells) : cells_(cells) {}

  std::string Text(size_t column) const {
    if (const auto* text = std::get_if<absl::string_view>(&cells_[column])) return std::string(*text);
    if (const auto* integer = std::get_if<int64_t>(&cells_[column])) return absl::StrCat(*integer);
    if (const auto* real = std::get_if<double>(&cells_[column])) return absl::StrCat(*real);
    return "";
  }
  bool IsNull(size_t column) const { return std::holds_alternative<std::monostate>(cells_[column]); }
  int64_t Int(size_t column) const {
    const auto* integer = std::get_if<int64_t>(&cells_[column]);
    return integer == nullptr ? 0 : *integer;
  }
  double Real(size_t column) const {
    const auto* real = std::get_if<double>(&cells_[column]);
    return real == nullptr ? static_cast<double>(Int(column)) : *real;
  }
  Probability Share(size_t column) const { return Probability::FromDouble(Real(column)); }

 private:
  absl::Span<const Cell> cells_;
};

// One claim to speak for a group: with names rather than pronouns, like what the group is shown as, of most outlets,
// and short.
class GroupWording {
 public:
  struct Words {
    std::string subject, predicate, object, polarity, modality;
    friend auto operator<=>(const Words&, const Words&) = default;
  };

  explicit GroupWording(const ReportGroup& group) : subject_(group.subject), answer_(group.answer) {}

  void Add(const std::string& outlet, Words words, const std::string& speaker) {
    if (!speaker.empty()) speakers_[speaker].insert(outlet);
    uses_[std::move(words)].insert(outlet);
  }

  void Choose(ReportGroup* group) const {
    const auto rank = [&](const auto& use) {
      const Words& words = use.first;
      return std::make_tuple(int{IsPronoun(words.subject)} + int{IsPronoun(words.object)},
                             int{words.subject != subject_} + int{words.object != answer_}, -std::ssize(use.second),
                             words.predicate.size());
    };
    const auto best =
        std::min_element(uses_.begin(), uses_.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (best == uses_.end()) return;
    const Words& words = best->first;
    group->subject_text = words.subject;
    group->predicate_text = words.predicate;
    group->object_text = words.object;
    group->polarity = words.polarity;
    group->modality = words.modality;
    for (const auto& [speaker, outlets] : speakers_) group->speakers.push_back(speaker);
    std::stable_sort(group->speakers.begin(), group->speakers.end(), [&](const std::string& a, const std::string& b) {
      return speakers_.at(a).size() > speakers_.at(b).size();
    });
  }

 private:
  const std::string subject_, answer_;
  std::map<Words, std::set<std::string>> uses_;            // with their outlets; the least by bytes of equals is chosen
  std::map<std::string, std::set<std::string>> speakers_;  // with the outlets that name them
};

// Groups that rest on the same statements are looked for among this many times as many groups as are asked for.
constexpr int64_t kScan = 20;

class Builder {
 public:
  Builder(const ReportOptions& options, ClaimStore* store) : options_(options), store_(store) {}

  absl::StatusOr<Report> Build(const std::string& store_path) {
    Report report;
    report.store = store_path;
    CONSILIENCE_RETURN_IF_ERROR(Totals(&report));
    CONSILIENCE_RETURN_IF_ERROR(BestCorroborated(&report));
    CONSILIENCE_RETURN_IF_ERROR(Conflicts(&report));
    CONSILIENCE_RETURN_IF_ERROR(OutletList(&report));
    CONSILIENCE_RETURN_IF_ERROR(Statements(&report));
    return report;
  }

 private:
  absl::Status Select(const std::string& sql, const std::vector<std::string>& parameters,
                      absl::FunctionRef<void(const Row&)> on_row) {
    return store_->ForEachRow(sql, parameters, [&](absl::Span<const Cell> cells) { on_row(Row(cells)); });
  }

  absl::Status Totals(Report* report) {
    CONSILIENCE_ASSIGN_OR_RETURN(const StoreStatus status, store_->Status());
    report->documents = status.documents;
    report->statements = status.statements;
    report->claims = status.claims;
    report->outlets = status.outlets;
    report->groups = status.groups;
    report->conflicts = status.conflicts;
    report->reconciled = status.last_run_finished.value_or("");
    return Select(
        "SELECT count(*) FILTER (WHERE confidence >= ?1), count(*) FILTER (WHERE confidence < ?1) "
        "FROM claim_groups WHERE independent_outlets >= 2",
        {Least()}, [&](const Row& row) {
          report->corroborated_groups = row.Int(0);
          report->doubtful_groups = row.Int(1);
        });
  }

  std::string Least() const { return absl::StrCat(options_.min_confidence.ToDouble()); }

  // Everything about a group but what its claims say; `columns` as kGroupColumns.
  static constexpr char kGroupColumns[] =
      "group_id, subject, predicate, answer, claims, publisher_families, independent_outlets, probability, "
      "first_published, last_published, confidence";
  static ReportGroup ReadGroup(const Row& row) {
    ReportGroup group;
    group.id = row.Int(0);
    group.subject = row.Text(1);
    group.predicate = row.Text(2);
    group.answer = row.Text(3);
    group.claims = row.Int(4);
    group.publisher_families = static_cast<int32_t>(row.Int(5));
    group.independent_outlets = static_cast<int32_t>(row.Int(6));
    group.probability = row.Share(7);
    group.first_published = row.Text(8);
    group.last_published = row.Text(9);
    group.confidence = row.Share(10);
    return group;
  }

  // What a group rests on.
  struct Evidence {
    std::set<Id> statements;
    bool told = false;           // by a verb, not only by a title or an apposition ("Police Chief Ana Morel")
    int64_t begin = 0, end = 0;  // of the claim in the first quotation
  };

  // Adds the outlets of a group, a quotation for each, and how its claims are worded.
  absl::StatusOr<Evidence> Complete(ReportGroup* group) {
    const std::string id = absl::StrCat(group->id);
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT outlet.value FROM claim_groups, json_each(claim_groups.outlets) AS outlet "
               "WHERE group_id = ?1 ORDER BY outlet.value",
               {id}, [&](const Row& row) { group->outlets.push_back(row.Text(0)); }));
    Evidence evidence;
    GroupWording wording(*group);
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT outlet, basis, statement, document, published, \"begin\", \"end\", statement_id, subject, "
               "predicate_text, object, polarity, modality, speaker, subject_begin, subject_end, predicate_begin, "
               "predicate_end, object_begin, object_end, claim_id FROM group_claims JOIN credited_claims "
               "USING (claim_id) "
               "WHERE group_id = ?1 ORDER BY outlet, published, document, \"begin\", claim_id, basis",
               {id}, [&](const Row& row) {
                 const bool has_text = !row.IsNull(7);
                 evidence.told = evidence.told || !has_text || row.Int(16) < row.Int(17);
                 if (has_text) {
                   evidence.statements.insert(row.Int(7));
                   wording.Add(row.Text(0), {row.Text(8), row.Text(9), row.Text(10), row.Text(11), row.Text(12)},
                               row.Text(13));
                 }
                 if (!group->quotations.empty() && group->quotations.back().outlet == row.Text(0)) return;
                 Quotation& quotation = group->quotations.emplace_back();
                 quotation.outlet = row.Text(0);
                 quotation.basis = row.Text(1);
                 quotation.statement = row.Text(2);
                 quotation.document = row.Text(3);
                 quotation.published = row.Text(4);
                 if (!has_text) return;
                 quotation.begin = static_cast<uint32_t>(row.Int(5));
                 quotation.end = static_cast<uint32_t>(row.Int(6));
                 SetFocus(row, 14, &quotation);
               }));
    wording.Choose(group);
    if (!group->quotations.empty()) {
      const Quotation& first = group->quotations.front();
      evidence.begin = int64_t{first.begin} + first.focus_begin;
      evidence.end = int64_t{first.begin} + first.focus_end;
    }
    return evidence;
  }

  // From the first to the last byte of subject, predicate and object, whose begins and ends stand from column `first`
  // on; without a subject that stands far away.
  static void SetFocus(const Row& row, size_t first, Quotation* quotation) {
    constexpr int64_t kFar = 150;
    const auto cover = [&](size_t from) {
      int64_t begin = quotation->end, end = quotation->begin;
      for (size_t column = from; column < first + 6; column += 2) {
        if (row.Int(column) >= row.Int(column + 1)) continue;
        begin = std::min(begin, row.Int(column));
        end = std::max(end, row.Int(column + 1));
      }
      return std::make_pair(begin, end);
    };
    auto [begin, end] = cover(first);
    if (end - begin > kFar) {
      const auto [act_begin, act_end] = cover(first + 2);
      if (act_begin < act_end) std::tie(begin, end) = std::make_pair(act_begin, act_end);
    }
    if (begin < quotation->begin || end > quotation->end || begin >= end) return;
    quotation->focus_begin = static_cast<uint32_t>(begin - quotation->begin);
    quotation->focus_end = static_cast<uint32_t>(end - quotation->begin);
  }

  // The claims of a group as far as they stand behind others of the same statements.
  struct Candidate {
    ReportGroup group;
    Evidence evidence;
  };

  // Best support first, but who holds which office after everything that happens; of equal ones what was extracted with
  // confidence and is plainly asserted, in the order of its statement.
  static auto RankOf(const ReportGroup& group, const Evidence& evidence) {
    return std::make_tuple(!evidence.told, -group.independent_outlets, -group.publisher_families,
                           -static_cast<int64_t>(group.outlets.size()), group.confidence < kLeastGroupShown,
                           group.modality != "asserted", evidence.begin, evidence.end, group.id);
  }

  absl::Status BestCorroborated(Report* report) {
    std::vector<Candidate> candidates;
    const int64_t scan = options_.groups < 0 ? -1 : options_.groups * kScan;
    CONSILIENCE_RETURN_IF_ERROR(Select(
        absl::StrCat("SELECT ", kGroupColumns,
                     " FROM claim_groups WHERE json_array_length(outlets) >= 2 AND confidence >= ?2 "
                     "ORDER BY independent_outlets DESC, publisher_families DESC, json_array_length(outlets) DESC, "
                     "probability DESC, claims DESC, group_id LIMIT ?1"),
        {absl::StrCat(scan), Least()}, [&](const Row& row) {
          candidates.push_back({ReadGroup(row), {}});
        }));
    for (Candidate& candidate : candidates) {
      CONSILIENCE_ASSIGN_OR_RETURN(candidate.evidence, Complete(&candidate.group));
    }
    std::vector<std::vector<const Candidate*>> facts = ByStatements(candidates);
    const auto before = [](const Candidate* a, const Candidate* b) {
      return RankOf(a->group, a->evidence) < RankOf(b->group, b->evidence);
    };
    for (std::vector<const Candidate*>& fact : facts) std::sort(fact.begin(), fact.end(), before);
    std::sort(facts.begin(), facts.end(), [&](const auto& a, const auto& b) { return before(a.front(), b.front()); });
    if (options_.groups >= 0) facts.resize(std::min(facts.size(), static_cast<size_t>(options_.groups)));
    for (const std::vector<const Candidate*>& groups : facts) {
      ReportFact& fact = report->best_corroborated.emplace_back();
      fact.group = groups.front()->group;
      // The same claim may answer several questions, and would be shown as often.
      std::set<std::string> shown = {FactInFull(fact.group)};
      for (const Candidate* other : absl::MakeConstSpan(groups).subspan(1)) {
        if (!shown.insert(FactInFull(other->group)).second) continue;
        fact.beside.push_back(other->group);
        fact.beside.back().quotations.clear();
      }
    }
    return absl::OkStatus();
  }

  // Groups whose statements are all among those of an earlier one stand beside it.
  static std::vector<std::vector<const Candidate*>> ByStatements(const std::vector<Candidate>& candidates) {
    std::vector<std::vector<const Candidate*>> facts;
    std::map<Id, std::vector<size_t>> facts_of;  // a statement
    for (const Candidate& candidate : candidates) {
      const std::set<Id>& own = candidate.evidence.statements;
      const auto covers = [&](size_t fact) {
        const std::set<Id>& theirs = facts[fact].front()->evidence.statements;
        return std::includes(theirs.begin(), theirs.end(), own.begin(), own.end());
      };
      const std::vector<size_t> near = own.empty() ? std::vector<size_t>() : facts_of[*own.begin()];
      const auto found = std::find_if(near.begin(), near.end(), covers);
      if (found != near.end()) {
        facts[*found].push_back(&candidate);
        continue;
      }
      for (const Id statement : own) facts_of[statement].push_back(facts.size());
      facts.push_back({&candidate});
    }
    return facts;
  }

  absl::Status Conflicts(Report* report) {
    std::vector<std::pair<int64_t, int64_t>> sides;
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT conflict_id, kind, explanation, group_a, group_b, parties, speaker_a, speaker_b FROM "
               "conflicts ORDER BY "
               "min(json_array_length(outlets_a), json_array_length(outlets_b)) DESC, "
               "json_array_length(outlets_a) + json_array_length(outlets_b) DESC, conflict_id LIMIT ?1",
               {absl::StrCat(options_.conflicts)}, [&](const Row& row) {
                 ReportConflict& conflict = report->conflict_list.emplace_back();
                 conflict.id = row.Int(0);
                 conflict.kind = row.Text(1);
                 conflict.explanation = row.Text(2);
                 sides.emplace_back(row.Int(3), row.Int(4));
                 conflict.speakers = row.Text(5) == "speakers";
                 conflict.speaker_a = row.Text(6);
                 conflict.speaker_b = row.Text(7);
               }));
    for (size_t i = 0; i < sides.size(); ++i) {
      CONSILIENCE_RETURN_IF_ERROR(Side(sides[i].first, &report->conflict_list[i].a));
      CONSILIENCE_RETURN_IF_ERROR(Side(sides[i].second, &report->conflict_list[i].b));
    }
    return absl::OkStatus();
  }

  absl::Status Side(int64_t group_id, ReportGroup* group) {
    CONSILIENCE_RETURN_IF_ERROR(Select(absl::StrCat("SELECT ", kGroupColumns, " FROM claim_groups WHERE group_id = ?1"),
                                       {absl::StrCat(group_id)}, [&](const Row& row) { *group = ReadGroup(row); }));
    return Complete(group).status();
  }

  absl::Status OutletList(Report* report) {
    return Select(
        "SELECT outlet, claims, corroborated, contradicted, reliability, low, high FROM outlet_scores "
        "WHERE claims > 0 ORDER BY claims DESC, outlet LIMIT ?1",
        {absl::StrCat(options_.outlets)}, [&](const Row& row) {
          ReportOutlet& outlet = report->outlet_list.emplace_back();
          outlet.name = row.Text(0);
          outlet.claims = row.Int(1);
          outlet.corroborated = row.Int(2);
          outlet.contradicted = row.Int(3);
          outlet.reliability = row.Share(4);
          outlet.low = row.Share(5);
          outlet.high = row.Share(6);
        });
  }

  absl::Status Statements(Report* report) {
    std::vector<std::string> ids;
    CONSILIENCE_RETURN_IF_ERROR(
        Select("SELECT statement_id, document, statement FROM statement_credits GROUP BY statement_id "
               "ORDER BY document, \"begin\", statement_id LIMIT ?1",
               {absl::StrCat(options_.statements)}, [&](const Row& row) {
                 ids.push_back(row.Text(0));
                 ReportStatement& statement = report->statement_list.emplace_back();
                 statement.document = row.Text(1);
                 statement.text = row.Text(2);
               }));
    for (size_t i = 0; i < ids.size(); ++i) {
      ReportStatement& statement = report->statement_list[i];
      CONSILIENCE_RETURN_IF_ERROR(
          Select("SELECT outlet, basis FROM statement_credits WHERE statement_id = ?1 AND outlet IS NOT NULL "
                 "ORDER BY basis, outlet",
                 {ids[i]}, [&](const Row& row) {
                   statement.outlets.push_back(row.Text(0));
                   statement.bases.push_back(row.Text(1));
                 }));
      CONSILIENCE_RETURN_IF_ERROR(
          Select("SELECT subject, predicate, predicate_text, object, polarity, modality, speaker FROM credited_claims "
                 "WHERE statement_id = ?1 GROUP BY claim_id ORDER BY clause, predicate_begin, claim_id",
                 {ids[i]}, [&](const Row& row) {
                   statement.claims.push_back(
                       {row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6)});
                 }));
    }
    return absl::OkStatus();
  }

  const ReportOptions& options_;
  ClaimStore* store_;
};

}  // namespace

absl::StatusOr<Report> BuildReport(const std::string& store_path, const ReportOptions& options, ClaimStore* store) {
  return Builder(options, store).Build(store_path);
}

}  // namespace consilience
