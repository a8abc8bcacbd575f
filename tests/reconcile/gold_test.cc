// The whole pipeline against the gold set in tests/golden/reconcile; its README says what the rows mean.
//
// Prints the figures of the clusters that rules are made on and of those kept for scoring; CONSILIENCE_GOLD_DETAILS=1
// lists what is wrong in the former.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "engine/pipeline/ingestion.h"
#include "engine/pipeline/reconciliation_run.h"
#include "storage/claim_store.h"
#include "support/temp_dir.h"

namespace consilience {
namespace {

namespace fs = std::filesystem;

struct Fact {
  std::string question, answer;
  std::string document;
  std::string anchor;
  int64_t begin = 0, end = 0;
};

enum class Relation { kUnrelated, kAgree, kCompatible, kRevision, kConflict };

struct GoldCluster {
  std::string name;
  bool held = false;
  bool fresh = false;  // by another hand
  std::vector<Fact> facts;
  std::map<std::string, std::string> texts;
  // (question, answer, answer), answers in order: relation and kinds.
  std::map<std::vector<std::string>, std::pair<Relation, std::string>> relations;
  std::map<std::string, std::string> copies;  // document to its source

  std::pair<Relation, std::string> Between(const Fact& a, const Fact& b) const {
    return a.document == b.document ? std::make_pair(Relation::kUnrelated, std::string()) : Anywhere(a, b);
  }

  // The same within one document, too: "two bankers said that ..., Kelso denied that ...".
  std::pair<Relation, std::string> Anywhere(const Fact& a, const Fact& b) const {
    if (a.question != b.question) return {Relation::kUnrelated, ""};
    if (a.answer == b.answer) return {Relation::kAgree, ""};
    const auto found = relations.find({a.question, std::min(a.answer, b.answer), std::max(a.answer, b.answer)});
    if (found == relations.end()) return {Relation::kCompatible, ""};
    return found->second;
  }
};

struct GoldClaim {
  int64_t id = 0;
  std::string document;
  std::string shown;
  int64_t begin = 0, end = 0;  // of its object, else of its predicate
  std::vector<size_t> facts;   // of its cluster; its answer is theirs
  std::vector<size_t> acts;    // of which it says the predicate
};

std::vector<std::vector<std::string>> Select(ClaimStore* store, const std::string& sql) {
  std::vector<std::vector<std::string>> rows;
  const absl::Status status = store->ForEachRow(sql, {}, [&](absl::Span<const Cell> cells) {
    std::vector<std::string>& row = rows.emplace_back();
    for (const Cell& cell : cells) {
      if (const auto* text = std::get_if<absl::string_view>(&cell)) {
        row.emplace_back(text->data(), text->size());
      } else if (const auto* integer = std::get_if<int64_t>(&cell)) {
        row.push_back(std::to_string(*integer));
      } else {
        row.emplace_back();
      }
    }
  });
  EXPECT_TRUE(status.ok()) << status;
  return rows;
}

// The string that stands behind `"field": "` in a line of JSON, unescaped.
std::string Field(const std::string& line, const std::string& field) {
  const size_t at = line.find("\"" + field + "\": \"");
  if (at == std::string::npos) return "";
  std::string out;
  for (size_t i = at + field.size() + 5; i < line.size() && line[i] != '"'; ++i) {
    if (line[i] != '\\') {
      out.push_back(line[i]);
    } else {
      ++i;
      out.push_back(line[i] == 'n' ? '\n' : line[i]);
    }
  }
  return out;
}

GoldCluster ReadCluster(const fs::path& folder) {
  GoldCluster cluster;
  cluster.name = folder.filename();
  constexpr int kFirstFresh = 24;
  const int number = std::atoi(cluster.name.c_str());
  cluster.fresh = number >= kFirstFresh;
  cluster.held = cluster.fresh ? number % 2 == 1 : number % 3 == 0;
  std::ifstream articles(folder / "articles.jsonl");
  for (std::string line; std::getline(articles, line);) cluster.texts[Field(line, "id")] = Field(line, "text");
  std::ifstream facts(folder / "facts.tsv");
  for (std::string line; std::getline(facts, line);) {
    const std::vector<std::string> field = absl::StrSplit(line, '\t');
    if (field[0] == "fact") {
      Fact fact = {field[1], field[2], field[3], field[4], 0, 0};
      const std::string& text = cluster.texts[fact.document];
      const size_t at = text.find(fact.anchor);
      EXPECT_NE(at, std::string::npos) << cluster.name << ": " << fact.anchor;
      EXPECT_EQ(text.find(fact.anchor, at + 1), std::string::npos) << cluster.name << ": " << fact.anchor;
      fact.begin = static_cast<int64_t>(at);
      fact.end = fact.begin + static_cast<int64_t>(fact.anchor.size());
      cluster.facts.push_back(fact);
    } else if (field[0] == "copy") {
      cluster.copies[field[1]] = field[2];
    } else if (field[0][0] != '#') {
      const Relation relation = field[0] == "conflict"   ? Relation::kConflict
                                : field[0] == "revision" ? Relation::kRevision
                                                         : Relation::kAgree;
      cluster.relations[{field[1], std::min(field[2], field[3]), std::max(field[2], field[3])}] = {
          relation, field.size() > 4 ? field[4] : ""};
    }
  }
  return cluster;
}

struct Score {
  int facts = 0, covered = 0;
  int agree = 0, agree_found = 0, agree_wrong = 0, agree_unjudged = 0;
  int conflict = 0, conflict_found = 0, shown = 0, shown_right = 0, kind_right = 0;
  int apart = 0, apart_kept = 0;  // compatible and revision pairs; those neither grouped nor in conflict
  int copies_counted = 0;

  double Precision() const { return agree_found == 0 ? 0 : 1.0 * agree_found / (agree_found + agree_wrong); }
  double Recall() const { return agree == 0 ? 0 : 1.0 * agree_found / agree; }
  double F1() const { return agree_found == 0 ? 0 : 2 * Precision() * Recall() / (Precision() + Recall()); }
  double ConflictPrecision() const { return shown == 0 ? 0 : 1.0 * shown_right / shown; }
  double ConflictRecall() const { return conflict == 0 ? 0 : 1.0 * conflict_found / conflict; }
  double KindAccuracy() const { return shown_right == 0 ? 0 : 1.0 * kind_right / shown_right; }

  Score& operator+=(const Score& s) {
    facts += s.facts, covered += s.covered;
    agree += s.agree, agree_found += s.agree_found, agree_wrong += s.agree_wrong, agree_unjudged += s.agree_unjudged;
    conflict += s.conflict, conflict_found += s.conflict_found, shown += s.shown, shown_right += s.shown_right;
    kind_right += s.kind_right, apart += s.apart, apart_kept += s.apart_kept, copies_counted += s.copies_counted;
    return *this;
  }
};

void Print(const std::string& name, const Score& s) {
  std::cout << absl::StreamFormat(
      "%-15s facts %3d/%3d  agree P %.2f R %.2f F1 %.2f of %3d (unjudged %d)  conflict P %.2f of %2d R %.2f of %2d "
      "kind "
      "%.2f  apart %d/%d  copies counted %d\n",
      name, s.covered, s.facts, s.Precision(), s.Recall(), s.F1(), s.agree, s.agree_unjudged, s.ConflictPrecision(),
      s.shown, s.ConflictRecall(), s.conflict, s.KindAccuracy(), s.apart_kept, s.apart, s.copies_counted);
}

class GoldTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    for (const auto& entry : fs::directory_iterator(CONSILIENCE_SOURCE_DIR "/tests/golden/reconcile")) {
      if (entry.is_directory()) clusters_.push_back(ReadCluster(entry.path()));
    }
    std::sort(clusters_.begin(), clusters_.end(),
              [](const GoldCluster& a, const GoldCluster& b) { return a.name < b.name; });
    auto annotator = Annotator::Create({CONSILIENCE_BINARY_DIR "/share/consilience/english.model", {}, {}});
    ASSERT_TRUE(annotator.ok()) << annotator.status();
    folder_ = new testing::TempDir;
    auto store = ClaimStore::Open(folder_->File("gold.db"), OpenMode::kCreate);
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = store->release();
    std::vector<std::string> paths;
    for (const GoldCluster& cluster : clusters_) {
      paths.push_back(CONSILIENCE_SOURCE_DIR "/tests/golden/reconcile/" + cluster.name + "/articles.jsonl");
    }
    const auto counts = Ingest(
        paths, {}, (*annotator)->registry(), [&]() -> absl::StatusOr<const Annotator*> { return annotator->get(); },
        store_, [](const Diagnostic& diagnostic) { ADD_FAILURE() << diagnostic.what; }, {});
    ASSERT_TRUE(counts.ok()) << counts.status();
    ASSERT_TRUE(ReconcileStore({}, store_).ok());
    ReadResult();
    for (const GoldCluster& cluster : clusters_) scores_.push_back(ScoreCluster(cluster));
    scored_ = new std::map<Part, Score>;
    for (size_t i = 0; i < clusters_.size(); ++i) {
      (*scored_)[{clusters_[i].fresh, clusters_[i].held}] += scores_[i];
      if (!clusters_[i].held) Print(clusters_[i].name, scores_[i]);
    }
    Print("developed on", (*scored_)[{false, false}]);
    Print("kept", (*scored_)[{false, true}]);
    Print("by another hand", (*scored_)[{true, false}]);
    Print("the same, kept", (*scored_)[{true, true}]);
  }
  static void TearDownTestSuite() {
    delete scored_;
    delete store_;
    delete folder_;
  }

  static void ReadResult() {
    std::map<std::string, std::pair<const GoldCluster*, const std::string*>> documents;
    for (const GoldCluster& cluster : clusters_) {
      for (const auto& [id, text] : cluster.texts) documents[id] = {&cluster, &text};
    }
    for (const auto& row :
         Select(store_,
                "SELECT DISTINCT m.group_id, c.claim_id, c.document, c.subject || ' | ' || c.predicate || ' | ' || "
                "c.object, "
                "c.predicate_begin, c.predicate_end, c.object_begin, c.object_end, c.polarity, c.modality "
                "FROM group_claims m JOIN credited_claims c USING (claim_id) ORDER BY 1, 2")) {
      GoldClaim claim;
      claim.id = std::stoll(row[1]);
      claim.document = row[2];
      claim.shown =
          row[3] + (row[8] == "negated" ? " (negated)" : "") + (row[9] == "asserted" ? "" : " (" + row[9] + ")");
      claim.begin = std::stoll(row[6]), claim.end = std::stoll(row[7]);
      if (claim.begin == claim.end) claim.begin = std::stoll(row[4]), claim.end = std::stoll(row[5]);
      const GoldCluster* const cluster = documents[claim.document].first;
      for (size_t f = 0; f < cluster->facts.size(); ++f) {
        const Fact& fact = cluster->facts[f];
        const auto overlaps = [&](int64_t begin, int64_t end) { return fact.begin < end && begin < fact.end; };
        if (fact.document != claim.document) continue;
        if (overlaps(claim.begin, claim.end)) {
          claim.facts.push_back(f);
        } else if (overlaps(std::stoll(row[4]), std::stoll(row[5]))) {
          claim.acts.push_back(f);
        }
      }
      groups_[std::stoll(row[0])].push_back(claim);
    }
    for (const auto& row : Select(store_, "SELECT group_a, group_b, kind, explanation FROM conflicts")) {
      conflicts_.push_back({std::stoll(row[0]), std::stoll(row[1]), row[2], row[3]});
    }
    for (const auto& row : Select(store_, "SELECT group_id, independent_outlets FROM claim_groups")) {
      independent_[std::stoll(row[0])] = std::stoi(row[1]);
    }
  }

  struct Shown {
    int64_t a, b;
    std::string kind, explanation;
  };

  static Score ScoreCluster(const GoldCluster& cluster) {
    const bool details = !cluster.held && std::getenv("CONSILIENCE_GOLD_DETAILS") != nullptr;
    const auto say = [&](const std::string& text) {
      if (details) std::cout << cluster.name << "  " << text << "\n";
    };
    const auto tell = [&](size_t f) {
      const Fact& fact = cluster.facts[f];
      return fact.document + " [" + fact.anchor + "]";
    };
    Score score;
    score.facts = static_cast<int>(cluster.facts.size());
    const auto mine = [&](const GoldClaim& claim) { return cluster.texts.count(claim.document) > 0; };
    std::set<size_t> covered;
    std::set<std::pair<size_t, size_t>> together, disputed;
    for (const auto& [id, claims] : groups_) {
      std::set<std::string> origins;
      bool whole = true;
      for (const GoldClaim& a : claims) {
        whole = whole && mine(a);
        if (!mine(a)) continue;
        covered.insert(a.facts.begin(), a.facts.end());
        covered.insert(a.acts.begin(), a.acts.end());
        const auto copy = cluster.copies.find(a.document);
        origins.insert(copy == cluster.copies.end() ? a.document : copy->second);
        for (const auto& [copied, source] : cluster.copies) {
          if (copied != a.document && OutletOf(a.document) == source) origins.erase(a.document), origins.insert(source);
        }
        for (const GoldClaim& b : claims) {
          if (b.id <= a.id || b.document == a.document) continue;
          if (!mine(b)) {
            ++score.agree_wrong;
            say("GROUPED ACROSS CLUSTERS " + a.shown + " ## " + b.document + " " + b.shown);
            continue;
          }
          CountTogether(cluster, a, b, &together, &score, say);
        }
      }
      if (whole && independent_[id] > static_cast<int>(origins.size())) {
        ++score.copies_counted;
        say("COPIES COUNTED in " + claims[0].shown);
      }
    }
    for (const Shown& conflict : conflicts_) {
      const auto &a = groups_[conflict.a], &b = groups_[conflict.b];
      if (!mine(a[0]) && !mine(b[0])) continue;
      if (!mine(a[0])) continue;  // counted once, with the cluster of its first side
      ++score.shown;
      bool right = false, kind = false;
      for (const GoldClaim& x : a) {
        for (const GoldClaim& y : b) {
          if (!mine(x) || !mine(y)) continue;
          for (const size_t f : BothOf(x)) {
            for (const size_t g : BothOf(y)) {
              const auto [relation, kinds] = cluster.Anywhere(cluster.facts[f], cluster.facts[g]);
              if (relation == Relation::kConflict) {
                right = true;
                const std::vector<std::string> allowed = absl::StrSplit(kinds, ',');
                kind = kind || std::find(allowed.begin(), allowed.end(), conflict.kind) != allowed.end();
              }
              disputed.insert({std::min(f, g), std::max(f, g)});
            }
          }
        }
      }
      score.shown_right += right;
      score.kind_right += right && kind;
      if (!right) say("CONFLICT INVENTED " + conflict.kind + " " + conflict.explanation);
      if (right && !kind) say("CONFLICT OF ANOTHER KIND " + conflict.kind + " " + conflict.explanation);
    }
    score.covered = static_cast<int>(covered.size());
    for (size_t f = 0; f < cluster.facts.size(); ++f) {
      if (covered.count(f) == 0) say("NO CLAIM OF " + tell(f));
      for (size_t g = f + 1; g < cluster.facts.size(); ++g) {
        const auto [relation, kinds] = cluster.Between(cluster.facts[f], cluster.facts[g]);
        const bool grouped = together.count({f, g}) > 0, in_conflict = disputed.count({f, g}) > 0;
        if (relation == Relation::kAgree) {
          ++score.agree;
          score.agree_found += grouped;
          if (!grouped && covered.count(f) && covered.count(g)) say("NOT GROUPED " + tell(f) + " ## " + tell(g));
        } else if (relation == Relation::kConflict) {
          ++score.conflict;
          score.conflict_found += in_conflict;
          if (!in_conflict && covered.count(f) && covered.count(g)) {
            say("CONFLICT MISSED " + kinds + " " + tell(f) + " ## " + tell(g));
          }
        } else if (relation != Relation::kUnrelated) {
          ++score.apart;
          score.apart_kept += !grouped && !in_conflict;
          if (grouped || in_conflict) say("NOT KEPT APART " + tell(f) + " ## " + tell(g));
        }
      }
    }
    return score;
  }

  static std::vector<size_t> BothOf(const GoldClaim& claim) {
    std::vector<size_t> both = claim.facts;
    both.insert(both.end(), claim.acts.begin(), claim.acts.end());
    return both;
  }

  template <typename Say>
  static void CountTogether(const GoldCluster& cluster, const GoldClaim& a, const GoldClaim& b,
                            std::set<std::pair<size_t, size_t>>* together, Score* score, const Say& say) {
    bool right = false;
    for (const size_t f : BothOf(a)) {
      for (const size_t g : BothOf(b)) {
        const bool agree = cluster.Between(cluster.facts[f], cluster.facts[g]).first == Relation::kAgree;
        right = right || agree;
        const auto answers = [](const GoldClaim& claim, size_t fact) {
          return std::find(claim.facts.begin(), claim.facts.end(), fact) != claim.facts.end();
        };
        if (agree || (answers(a, f) && answers(b, g))) together->insert({std::min(f, g), std::max(f, g)});
      }
    }
    if (right) return;
    if (a.facts.empty() || b.facts.empty()) {
      ++score->agree_unjudged;
      if (cluster.copies.empty()) say("UNJUDGED " + a.document + " " + a.shown + " ## " + b.document + " " + b.shown);
      return;
    }
    ++score->agree_wrong;
    say("GROUPED WRONGLY " + a.document + " " + a.shown + " ## " + b.document + " " + b.shown);
  }

  static std::string OutletOf(const std::string& document) {
    static std::map<std::string, std::string>* const outlets = [] {
      auto* map = new std::map<std::string, std::string>;
      for (const auto& row :
           Select(store_, "SELECT DISTINCT document, outlet FROM credited_claims WHERE basis = 'publisher'")) {
        (*map)[row[0]] = row[1];
      }
      return map;
    }();
    const auto found = outlets->find(document);
    return found == outlets->end() ? "" : found->second;
  }

  static std::vector<GoldCluster> clusters_;
  static testing::TempDir* folder_;
  static ClaimStore* store_;
  static std::map<int64_t, std::vector<GoldClaim>> groups_;
  static std::vector<Shown> conflicts_;
  static std::map<int64_t, int> independent_;
  static std::vector<Score> scores_;
  using Part = std::pair<bool, bool>;  // by another hand, kept
  static std::map<Part, Score>* scored_;
};

std::vector<GoldCluster> GoldTest::clusters_;
testing::TempDir* GoldTest::folder_ = nullptr;
ClaimStore* GoldTest::store_ = nullptr;
std::map<int64_t, std::vector<GoldClaim>> GoldTest::groups_;
std::vector<GoldTest::Shown> GoldTest::conflicts_;
std::map<int64_t, int> GoldTest::independent_;
std::vector<Score> GoldTest::scores_;
std::map<GoldTest::Part, Score>* GoldTest::scored_ = nullptr;

TEST_F(GoldTest, TheSetIsAsLargeAsItSays) {
  int agree = 0, conflict = 0, apart = 0;
  for (const Score& score : scores_) {
    agree += score.agree;
    conflict += score.conflict;
    apart += score.apart;
  }
  EXPECT_GE(clusters_.size(), 22u);
  EXPECT_GE(agree, 120);
  EXPECT_GE(conflict, 90);
  EXPECT_GE(apart, 90);
}

// What has been reached; floors only rise.
TEST_F(GoldTest, AgreesAndContradictsAsWellAsItDid) {
  const Score &developed = (*scored_)[{false, false}], &held = (*scored_)[{false, true}];
  EXPECT_GE(developed.Precision(), 0.98);
  EXPECT_GE(developed.F1(), 0.90);
  EXPECT_GE(developed.ConflictPrecision(), 0.98);
  EXPECT_GE(developed.ConflictRecall(), 0.74);
  EXPECT_GE(developed.KindAccuracy(), 0.95);
  EXPECT_GE(held.Precision(), 0.90);
  EXPECT_GE(held.ConflictPrecision(), 0.95);
  EXPECT_GE(held.F1(), 0.74);
  EXPECT_GE(held.ConflictRecall(), 0.41);
  EXPECT_GE(held.KindAccuracy(), 0.90);
  const Score &fresh = (*scored_)[{true, false}], &fresh_held = (*scored_)[{true, true}];
  EXPECT_GE(fresh.Precision(), 0.90);
  EXPECT_GE(fresh.F1(), 0.39);
  EXPECT_GE(fresh.ConflictPrecision(), 0.95);
  EXPECT_GE(fresh_held.Precision(), 0.90);
  EXPECT_GE(fresh_held.F1(), 0.38);
  EXPECT_GE(fresh_held.ConflictPrecision(), 0.95);
}

TEST_F(GoldTest, NoCopyOfAWireReportCountsAsIndependent) {
  for (size_t i = 0; i < clusters_.size(); ++i) EXPECT_EQ(scores_[i].copies_counted, 0) << clusters_[i].name;
}

}  // namespace
}  // namespace consilience
