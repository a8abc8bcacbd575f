#include "engine/attribution/outlet_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace consilience {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const OutletRegistry& BuiltIn() {
  static const OutletRegistry* const registry = [] {
    absl::StatusOr<std::unique_ptr<OutletRegistry>> created = OutletRegistry::Create();
    EXPECT_TRUE(created.ok()) << created.status();
    return created->release();
  }();
  return *registry;
}

std::vector<std::vector<std::string>> RowsOf(const std::string& name) {
  std::ifstream file(absl::StrCat(CONSILIENCE_SOURCE_DIR "/engine/attribution/data/", name));
  EXPECT_TRUE(file.good()) << name;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') rows.push_back(absl::StrSplit(line, '\t'));
  }
  return rows;
}

std::string NameOf(const Outlet* outlet) {
  return outlet == nullptr ? "nobody" : outlet->name;
}

std::vector<std::string> NamesOf(const std::vector<const Outlet*>& outlets) {
  std::vector<std::string> names;
  for (const Outlet* outlet : outlets) names.push_back(outlet->name);
  return names;
}

// --- The built-in table ----------------------------------------------------------------------------------------------

TEST(BuiltInRegistryTest, HoldsTheNewsOfTheWorld) {
  std::set<std::string> countries;
  std::map<OutletKind, int> kinds;
  for (const Outlet& outlet : BuiltIn().outlets()) {
    countries.insert(outlet.country);
    ++kinds[outlet.kind];
  }
  EXPECT_GE(BuiltIn().outlets().size(), 600u);
  EXPECT_GE(countries.size(), 80u);
  EXPECT_GE(kinds[OutletKind::kWire], 80);
  EXPECT_GE(kinds[OutletKind::kBroadcaster], 100);
  EXPECT_GE(kinds[OutletKind::kDigital], 100);
  EXPECT_EQ(kinds[OutletKind::kUnknown], 0);
}

TEST(BuiltInRegistryTest, IsSortedByNameWithEachNameOnce) {
  const auto rows = RowsOf("outlets.tsv");
  for (size_t i = 1; i < rows.size(); ++i) EXPECT_LT(rows[i - 1][0], rows[i][0]);
}

TEST(BuiltInRegistryTest, EveryOutletHasACountryAndAPlaceToReadIt) {
  int without_domain = 0;
  for (const Outlet& outlet : BuiltIn().outlets()) {
    EXPECT_EQ(outlet.country.size(), 2u) << outlet.name;
    without_domain += outlet.domains.empty();
    for (const std::string& domain : outlet.domains) {
      EXPECT_EQ(NameOf(BuiltIn().FindByDomain(absl::StrCat("https://www.", domain, "/news/1"))), outlet.name) << domain;
    }
  }
  EXPECT_LE(without_domain, 10);
}

TEST(BuiltInRegistryTest, EveryNameLeadsToItsOutletOrIsDeclaredShared) {
  for (const Outlet& outlet : BuiltIn().outlets()) {
    EXPECT_EQ(NameOf(BuiltIn().FindByName(outlet.name)), outlet.name);
    for (const std::string& alias : outlet.aliases) {
      const Outlet* found = BuiltIn().FindByName(alias);
      if (found != nullptr) {
        EXPECT_EQ(found->name, outlet.name) << alias;
      } else {
        EXPECT_THAT(NamesOf(BuiltIn().FindAmbiguous(alias)), Contains(outlet.name)) << alias;
      }
    }
  }
}

TEST(BuiltInRegistryTest, EveryOwnerIsKnownAndOwnsSomething) {
  std::map<std::string, int> owned;
  const auto owners = RowsOf("owners.tsv");
  for (size_t i = 0; i < owners.size(); ++i) {
    ASSERT_EQ(owners[i].size(), 3u) << owners[i][0];
    EXPECT_TRUE(i == 0 || owners[i - 1][0] < owners[i][0]) << owners[i][0];
    EXPECT_EQ(owners[i][1].size(), 2u) << owners[i][0];
    owned[owners[i][0]] = 0;
  }
  for (const Outlet& outlet : BuiltIn().outlets()) {
    if (outlet.owner.empty()) continue;
    const auto owner = owned.find(outlet.owner);
    ASSERT_NE(owner, owned.end()) << outlet.name << ": " << outlet.owner;
    ++owner->second;
  }
  for (const auto& [owner, outlets] : owned) EXPECT_GT(outlets, 0) << owner;
}

TEST(BuiltInRegistryTest, OutletsOfAControllingStateAreStateLinked) {
  std::set<std::string> controlling;
  for (const auto& row : RowsOf("owners.tsv")) {
    if (row[2] == "1") controlling.insert(row[0]);
  }
  for (const Outlet& outlet : BuiltIn().outlets()) {
    EXPECT_TRUE(controlling.count(outlet.owner) == 0 || outlet.state_linked) << outlet.name;
  }
}

TEST(BuiltInRegistryTest, CommonNamesBelongToSomeOutlet) {
  for (const auto& row : RowsOf("common_names.tsv")) {
    ASSERT_EQ(row.size(), 2u) << row[0];
    EXPECT_TRUE(BuiltIn().FindByName(row[0]) != nullptr || !BuiltIn().FindAmbiguous(row[0]).empty()) << row[0];
  }
}

// --- Look-up ---------------------------------------------------------------------------------------------------------

TEST(OutletRegistryTest, FindsByNameAliasAndNativeName) {
  for (const auto& [name, outlet] :
       std::vector<std::pair<const char*, const char*>>{{"Reuters", "Reuters"},
                                                        {"reuters", "Reuters"},
                                                        {"AP", "Associated Press"},
                                                        {"The Associated Press", "Associated Press"},
                                                        {"SCMP", "South China Morning Post"},
                                                        {"Channel News Asia", "Channel NewsAsia"},
                                                        {"new york times", "The New York Times"},
                                                        {"S\u00fcddeutsche Zeitung", "S\u00fcddeutsche Zeitung"},
                                                        {"El Pais", "El Pa\u00eds"},
                                                        {"no such paper", "nobody"},
                                                        {"", "nobody"}}) {
    EXPECT_EQ(NameOf(BuiltIn().FindByName(name)), outlet) << name;
  }
}

TEST(OutletRegistryTest, FindsByDomainAtOrBelowIt) {
  for (const auto& [address, outlet] :
       std::vector<std::pair<const char*, const char*>>{{"https://www.reuters.com/world/", "Reuters"},
                                                        {"apnews.com", "Associated Press"},
                                                        {"http://edition.cnn.com:80/a?b#c", "CNN"},
                                                        {"//news.bbc.co.uk/1", "BBC"},
                                                        {"https://user@www.lemonde.fr", "Le Monde"},
                                                        {"notreuters.com", "nobody"},
                                                        {"com", "nobody"},
                                                        {"", "nobody"}}) {
    EXPECT_EQ(NameOf(BuiltIn().FindByDomain(address)), outlet) << address;
  }
}

TEST(OutletRegistryTest, SharedNamesListTheirOutletsAndAreNobodysAlone) {
  EXPECT_EQ(BuiltIn().FindByName("the Times of something else"), nullptr);
  EXPECT_EQ(BuiltIn().FindByName("CNA"), nullptr);
  EXPECT_THAT(NamesOf(BuiltIn().FindAmbiguous("CNA")),
              ElementsAre("Channel NewsAsia", "Central News Agency", "Catholic News Agency"));
  EXPECT_THAT(NamesOf(BuiltIn().FindAmbiguous("the post")), Contains("South China Morning Post"));
  EXPECT_THAT(BuiltIn().FindAmbiguous("Reuters"), IsEmpty());
  // To the letter it is one outlet's canonical name.
  EXPECT_EQ(NameOf(BuiltIn().FindByName("The Times")), "The Times");
}

TEST(OutletRegistryTest, APublisherIsCalledAsTheRegistryCallsIt) {
  EXPECT_EQ(BuiltIn().CanonicalPublisher("nytimes.com", ""), "The New York Times");
  EXPECT_EQ(BuiltIn().CanonicalPublisher("ABC", "https://www.abc.net.au/news"), "Australian Broadcasting Corporation");
  EXPECT_EQ(BuiltIn().CanonicalPublisher("ABC", ""), "ABC News");
  EXPECT_EQ(BuiltIn().CanonicalPublisher("  The   Tarn Echo ", ""), "The Tarn Echo");
  EXPECT_EQ(BuiltIn().CanonicalPublisher("", "https://www.dw.com/en"), "Deutsche Welle");
  EXPECT_EQ(BuiltIn().CanonicalPublisher("", ""), "");
  // An aggregator shows what others publish.
  EXPECT_EQ(BuiltIn().CanonicalPublisher("The Tarn Echo", "https://news.yahoo.com/a"), "The Tarn Echo");
}

// --- Users' files ----------------------------------------------------------------------------------------------------

class ExtraOutletsTest : public ::testing::Test {
 protected:
  absl::StatusOr<std::unique_ptr<OutletRegistry>> Load(const std::string& content) {
    path_ = directory_.File("mine.tsv");
    std::ofstream(path_) << content;
    return OutletRegistry::Create({path_});
  }
  void ExpectError(const std::string& content, int line, const std::string& what, const std::string& remedy) {
    const absl::Status status = Load(content).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
    EXPECT_THAT(std::string(status.message()),
                AllOf(HasSubstr(absl::StrCat(path_, ":", line, ": ")), HasSubstr(what), HasSubstr(remedy)));
  }

  testing::TempDir directory_;
  std::string path_;
};

TEST_F(ExtraOutletsTest, AddOutlets) {
  const auto registry =
      Load("# mine\n\nThe Tarn Echo\tTarn Echo Online\ttarnecho.example\tIE\tnewspaper\tTarn Media\t0\n");
  ASSERT_TRUE(registry.ok()) << registry.status();
  const Outlet* outlet = (*registry)->FindByName("tarn echo");
  ASSERT_NE(outlet, nullptr);
  EXPECT_EQ(outlet->owner, "Tarn Media");
  EXPECT_EQ(outlet, (*registry)->FindByDomain("www.tarnecho.example"));
  EXPECT_EQ(outlet, (*registry)->FindByName("Tarn Echo Online"));
}

TEST_F(ExtraOutletsTest, ExtendAnOutletThatIsKnown) {
  const auto registry = Load("Reuters\tRtrs\trtrs.example\t\tunknown\tSomebody Else\t0\n");
  ASSERT_TRUE(registry.ok()) << registry.status();
  const Outlet* outlet = (*registry)->FindByName("Rtrs");
  ASSERT_NE(outlet, nullptr);
  EXPECT_EQ(outlet->name, "Reuters");
  EXPECT_EQ(outlet->kind, OutletKind::kWire);
  EXPECT_EQ(outlet->country, "GB");
  EXPECT_EQ(outlet->owner, "Somebody Else");
  EXPECT_EQ(outlet, (*registry)->FindByDomain("reuters.com"));
  EXPECT_EQ(outlet, (*registry)->FindByDomain("rtrs.example"));
  EXPECT_THAT((*registry)->outlets(), SizeIs(BuiltIn().outlets().size()));
}

TEST_F(ExtraOutletsTest, MayGoByANameThatIsShared) {
  const auto registry = Load("The Post (Tarn)\tThe Post\tpost.example\tIE\tnewspaper\t\t0\n");
  ASSERT_TRUE(registry.ok()) << registry.status();
  EXPECT_THAT(NamesOf((*registry)->FindAmbiguous("The Post")), Contains("The Post (Tarn)"));
}

TEST_F(ExtraOutletsTest, MayHaveByteOrderMarkAndCarriageReturns) {
  EXPECT_TRUE(Load("\xEF\xBB\xBFThe Tarn Echo\t\ttarnecho.example\tIE\tnewspaper\t\t0\r\n").ok());
}

TEST_F(ExtraOutletsTest, SayWhereAndWhatIsWrong) {
  ExpectError("The Tarn Echo\n", 1, "a row of 1 fields", "7 fields");
  ExpectError("# a\n\t\t\tIE\tnewspaper\t\t0\n", 2, "without a name", "first field");
  ExpectError("Echo\t\thttp://echo.example\tIE\tnewspaper\t\t0\n", 1, "bad domain", "host alone");
  ExpectError("Echo\t\twww.echo.example\tIE\tnewspaper\t\t0\n", 1, "bad domain", "www.");
  ExpectError("Echo\t\techo.example\tXX\tnewspaper\t\t0\n", 1, "bad country 'XX'", "ISO 3166");
  ExpectError("Echo\t\techo.example\tIE\tpaper\t\t0\n", 1, "unknown kind 'paper'", "newspaper");
  ExpectError("Echo\t\techo.example\tIE\tnewspaper\t\tno\n", 1, "bad state mark", "write 1");
  ExpectError("Echo\tAFP\techo.example\tIE\tnewspaper\t\t0\n", 1, "'AFP' already names 'Agence France-Presse'",
              "drop it");
  ExpectError("Echo\t\tapnews.com\tIE\tnewspaper\t\t0\n", 1, "already is the domain of 'Associated Press'",
              "one of them");
  ExpectError("Echo\t\ta.example\tIE\tnewspaper\t\t0\nEcho\t\tb.example\tIE\tnewspaper\t\t0\n", 2, "twice", "join");
  EXPECT_EQ(OutletRegistry::Create({directory_.File("missing.tsv")}).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace consilience
