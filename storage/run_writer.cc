// The results of a reconciliation run.
#include <algorithm>
#include <numeric>
#include <optional>

#include "absl/time/clock.h"
#include "engine/base/day.h"
#include "engine/base/json_writer.h"
#include "engine/base/status_macros.h"
#include "storage/claim_store_impl.h"

namespace consilience {
namespace {

std::string Timestamp(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%E3SZ", time, absl::UTCTimeZone());
}

// A day alone was given as a day and is shown as one.
std::optional<std::string> Published(int64_t seconds) {
  if (seconds == kUnknownTime) return std::nullopt;
  std::string text = FormatInstant(seconds);
  if (seconds % 86400 == 0) text.resize(10);
  return text;
}

class RunWriter {
 public:
  RunWriter(const ClaimTable& claims, const Reconciliation& reconciliation, const Corroboration& corroboration,
            SQLite::Database* database)
      : claims_(claims), reconciliation_(reconciliation), corroboration_(corroboration), database_(database) {}

  void Write(absl::string_view parameters, absl::Time started) {
    database_->exec(
        "DELETE FROM group_conflicts; DELETE FROM group_members; DELETE FROM answer_groups; DELETE FROM scores; "
        "DELETE FROM agreement");
    ReadOutlets();
    Groups();
    Conflicts();
    Scores();
    Agreement();
    Log(std::string(parameters), started);
  }

 private:
  // The store's id of each of the table's outlets.
  void ReadOutlets() {
    SQLite::Statement row(*database_, "SELECT id FROM outlets WHERE name = ?");
    for (const OutletRecord& outlet : claims_.outlets()) {
      row.bindNoCopy(1, outlet.name);
      if (!row.executeStep()) throw SQLite::Exception("outlet " + outlet.name + " is not in this store", 1);
      outlets_.push_back(row.getColumn(0).getInt64());
      row.reset();
    }
  }

  std::string OutletNames(const std::vector<uint32_t>& outlets) const {
    std::string out;
    JsonWriter json(&out);
    json.BeginArray();
    for (const uint32_t outlet : outlets) json.String(claims_.outlets()[outlet].name);
    json.EndArray();
    return out;
  }

  // In the order of ids, which is the order of the table.
  void Groups() {
    SQLite::Statement group_row(*database_,
                                "INSERT INTO answer_groups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::Statement member_row(*database_, "INSERT INTO group_members VALUES (?, ?)");
    std::vector<uint32_t> order(reconciliation_.groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](uint32_t a, uint32_t b) { return reconciliation_.groups[a].id < reconciliation_.groups[b].id; });
    for (const uint32_t i : order) {
      const Group& group = reconciliation_.groups[i];
      const GroupSupport& support = corroboration_.groups[i];
      const Question& question = reconciliation_.questions[group.question];
      const std::string outlets = OutletNames(support.outlets);
      const std::optional<std::string> first = Published(group.first_published);
      const std::optional<std::string> last = Published(group.last_published);
      group_row.bind(1, group.id);
      group_row.bindNoCopy(2, group.subject);
      group_row.bindNoCopy(3, group.predicate);
      group_row.bindNoCopy(4, group.answer);
      // Groups of a question are ordered by id.
      group_row.bind(5, reconciliation_.groups[question.group_first].id);
      group_row.bind(6, static_cast<int64_t>(group.claims.size()));
      group_row.bindNoCopy(7, outlets);
      group_row.bind(8, support.publisher_families);
      group_row.bind(9, support.independent_outlets);
      group_row.bind(10, support.probability.millionths());
      group_row.bind(11, support.rank);
      BindText(&group_row, 12, first);
      BindText(&group_row, 13, last);
      group_row.bind(14, group.confidence.millionths());
      Run(&group_row);
      for (const uint32_t claim : group.claims) {  // rows ascend, and so do their ids
        member_row.bind(1, group.id);
        member_row.bind(2, claims_.row(claim).id);
        Run(&member_row);
      }
    }
  }

  void Conflicts() {
    SQLite::Statement row(*database_, "INSERT INTO group_conflicts VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Conflict& conflict : reconciliation_.conflicts) {
      row.bind(1, conflict.id);
      row.bind(2, reconciliation_.groups[conflict.group_a].id);
      row.bind(3, reconciliation_.groups[conflict.group_b].id);
      row.bind(4, static_cast<int>(conflict.kind));
      row.bindNoCopy(5, conflict.explanation);
      row.bind(6, static_cast<int>(conflict.speakers));
      row.bindNoCopy(7, conflict.speaker_a);
      row.bindNoCopy(8, conflict.speaker_b);
      Run(&row);
    }
  }

  void Scores() {
    SQLite::Statement row(*database_, "INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const OutletScore& score : corroboration_.outlets) {
      row.bind(1, outlets_[score.outlet]);
      row.bind(2, score.claims);
      row.bind(3, score.corroborated);
      row.bind(4, score.contradicted);
      row.bind(5, score.reliability.millionths());
      row.bind(6, score.low.millionths());
      row.bind(7, score.high.millionths());
      Run(&row);
    }
  }

  void Agreement() {
    SQLite::Statement row(*database_, "INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?)");
    for (const OutletAgreement& pair : corroboration_.agreement) {
      row.bind(1, outlets_[pair.outlet_a]);
      row.bind(2, outlets_[pair.outlet_b]);
      row.bind(3, pair.shared);
      row.bind(4, pair.agreed);
      row.bind(5, pair.conflicted);
      row.bind(6, pair.dependence.millionths());
      Run(&row);
    }
  }

  void Log(const std::string& parameters, absl::Time started) {
    SQLite::Statement row(*database_, "INSERT INTO run_log VALUES (?, ?, ?, 'done', ?, ?, ?, ?, ?, ?, ?)");
    const std::string begin = Timestamp(started);
    const absl::Time now = absl::Now();
    const std::string end = Timestamp(now);
    const auto claims = static_cast<int64_t>(claims_.rows().size());
    row.bind(1, IdBuilder("run").Add(absl::ToUnixNanos(started)).Add(absl::ToUnixNanos(now)).Finish());
    row.bindNoCopy(2, begin);
    row.bindNoCopy(3, end);
    row.bindNoCopy(4, parameters);
    row.bind(5, claims);
    row.bind(6, static_cast<int64_t>(reconciliation_.questions.size()));
    row.bind(7, static_cast<int64_t>(reconciliation_.groups.size()));
    row.bind(8, static_cast<int64_t>(reconciliation_.conflicts.size()));
    row.bind(9, reconciliation_.compatible_pairs);
    row.bind(10, reconciliation_.revisions);
    Run(&row);
  }

  static void BindText(SQLite::Statement* row, int column, const std::optional<std::string>& text) {
    if (text) {
      row->bindNoCopy(column, *text);
    } else {
      row->bind(column);
    }
  }
  static void Run(SQLite::Statement* row) {
    row->exec();
    row->reset();
  }

  const ClaimTable& claims_;
  const Reconciliation& reconciliation_;
  const Corroboration& corroboration_;
  SQLite::Database* database_;
  std::vector<Id> outlets_;
};

}  // namespace

absl::Status ClaimStore::WriteRun(const ClaimTable& claims, const Reconciliation& reconciliation,
                                  const Corroboration& corroboration, absl::string_view parameters,
                                  absl::Time started) {
  CONSILIENCE_RETURN_IF_ERROR(Begin());
  absl::Status status = impl_->Guard("write the run", [&]() -> absl::Status {
    RunWriter(claims, reconciliation, corroboration, &impl_->database).Write(parameters, started);
    return absl::OkStatus();
  });
  if (status.ok()) status = Commit();
  if (!status.ok()) Rollback();
  return status;
}

}  // namespace consilience
