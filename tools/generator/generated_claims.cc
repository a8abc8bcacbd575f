#include "tools/generator/generated_claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace consilience {
namespace {

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  uint64_t Below(uint64_t bound) { return Next() % bound; }
  bool Chance(double p) { return static_cast<double>(Next() >> 11) * 0x1.0p-53 < p; }
  // 0 .. bound-1, the k-th with a weight of about 1 / (k + 1).
  uint64_t Skewed(uint64_t bound) {
    const double u = static_cast<double>(Next() >> 11) * 0x1.0p-53;
    return std::min(bound - 1, static_cast<uint64_t>(std::exp(u * std::log(static_cast<double>(bound) + 1)) - 1));
  }

 private:
  uint64_t state_;
};

constexpr const char* kOnsets[] = {"b", "br", "d", "dr", "f",  "g", "h",  "k", "kl", "l", "m",
                                   "n", "p",  "r", "s",  "st", "t", "tr", "v", "w",  "z", "sh"};
constexpr const char* kVowels[] = {"a", "e", "i", "o", "u", "ai", "ei", "ou"};
constexpr const char* kCodas[] = {"n", "r", "l", "s", "t", "k", "nd", "rt", "m", ""};

// An invented name; the same number has the same name.
std::string NameOf(uint64_t number, uint64_t kind) {
  Random random(number * 7919 + kind * 104729 + 17);
  std::string name;
  const int syllables = 2 + static_cast<int>(random.Below(2));
  for (int i = 0; i < syllables; ++i) {
    absl::StrAppend(&name, kOnsets[random.Below(std::size(kOnsets))], kVowels[random.Below(std::size(kVowels))]);
  }
  absl::StrAppend(&name, kCodas[random.Below(std::size(kCodas))]);
  name[0] = absl::ascii_toupper(static_cast<unsigned char>(name[0]));
  return name;
}

// A kind of fact and how it is worded.
struct Kind {
  const char* verbs[4];
  const char* things[3];  // what it is done to; "": a name
  bool counted;           // so many of them
  const char* role;       // of its circumstance
};
constexpr Kind kKinds[] = {
    {{"kill", "slay", "kill", "gun down"}, {"people", "soldier", "civilian"}, true, "in"},
    {{"arrest", "detain", "arrest", "apprehend"}, {"protester", "suspect", "smuggler"}, true, "in"},
    {{"buy", "acquire", "purchase", "take over"}, {"", "", ""}, false, "for"},
    {{"approve", "pass", "ratify", "adopt"}, {"budget bill", "harbour treaty", "mining law"}, false, "in"},
    {{"visit", "travel to", "visit", "visit"}, {"", "", ""}, false, "in"},
    {{"destroy", "wreck", "demolish", "raze"}, {"house", "bridge", "warehouse"}, true, "near"},
    {{"sign", "ink", "conclude", "sign"}, {"fishery agreement", "gas contract", "border accord"}, false, "in"},
    {{"criticize", "condemn", "denounce", "slam"}, {"budget plan", "court ruling", "embargo"}, false, "at"},
    {{"rescue", "save", "rescue", "save"}, {"sailor", "passenger", "miner"}, true, "from"},
    {{"appoint", "name", "appoint", "designate"}, {"", "", ""}, false, "as"},
    {{"invest", "spend", "invest", "pour"}, {"railway", "port", "power plant"}, false, "in"},
    {{"win", "clinch", "win", "win"}, {"presidential election", "cup final", "building contract"}, false, "in"},
};
constexpr const char* kSmallTalk[] = {"say", "be", "have", "tell", "want", "know", "see", "make"};
constexpr const char* kTopics[] = {"price", "weather", "future", "season", "question", "road", "reform", "market"};

constexpr int64_t kFirstDay = 1'767'225'600;  // 2026-01-01
constexpr int kFactsOfEvent = 12;

}  // namespace

class GeneratedClaims::World {
 public:
  World(const WorldOptions& options, std::vector<Truth>* truth) : options_(options), truth_(truth) {}

  absl::Status Make(const std::function<absl::Status(const ClaimRecord&)>* visit) {
    Random random(options_.seed);
    uint64_t event = 0;
    while (made_ < options_.claims) {
      ++event;
      const uint64_t reports = 2 + random.Skewed(200);
      const int64_t begins = kFirstDay + static_cast<int64_t>(random.Below(300 * 86400));
      for (uint64_t r = 0; r < reports && made_ < options_.claims; ++r) {
        const int64_t published = begins + static_cast<int64_t>(random.Below(7200));
        if (absl::Status status = Report(event, published, &random, visit); !status.ok()) return status;
      }
    }
    return absl::OkStatus();
  }

 private:
  struct Wording {
    std::string subject, predicate, object, role_object, role;
    bool passive = false;
    std::optional<Value> value, subject_value;
  };

  absl::Status Report(uint64_t event, int64_t published, Random* random,
                      const std::function<absl::Status(const ClaimRecord&)>* visit) {
    ++document_;
    const uint32_t outlet = static_cast<uint32_t>(random->Skewed(static_cast<uint64_t>(options_.outlets)));
    for (int i = 0; i < options_.claims_of_document && made_ < options_.claims; ++i) {
      ClaimRecord claim;
      claim.document = document_;
      claim.statement = document_ * 1000 + i + 1;
      claim.clause = 0;
      claim.published = published;
      claim.confidence = Probability::FromDouble(0.8);
      const CreditRecord credit = {outlet, CreditBasis::kPublisher};
      claim.credits = absl::MakeConstSpan(&credit, 1);
      std::string subject, predicate, object;
      std::optional<Value> value, subject_value;
      Truth truth;
      if (random->Chance(0.3)) {
        // What everybody says of those who are everywhere.
        const uint64_t person = random->Skewed(5000);
        subject = absl::StrCat(NameOf(person, 1), " ", NameOf(person, 2));
        predicate = kSmallTalk[random->Below(std::size(kSmallTalk))];
        object = absl::StrCat(kTopics[random->Below(std::size(kTopics))], " of ", NameOf(random->Below(3000), 5));
      } else {
        Tell(event, random->Below(kFactsOfEvent), random, &claim, &subject, &predicate, &object, &value, &subject_value,
             &truth);
      }
      claim.subject = claim.subject_key = subject;
      claim.predicate = claim.predicate_text = predicate;
      claim.object = claim.object_key = claim.object_head = object;
      if (value) claim.value = &*value;
      if (subject_value) claim.subject_value = &*subject_value;
      claim.id = ++made_;
      truth_->push_back(truth);
      if (visit == nullptr) continue;
      if (absl::Status status = (*visit)(claim); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  // One of the event's facts in this outlet's words.
  void Tell(uint64_t event, uint64_t number, Random* random, ClaimRecord* claim, std::string* subject,
            std::string* predicate, std::string* object, std::optional<Value>* value,
            std::optional<Value>* subject_value, Truth* truth) const {
    Random fact(event * 1'000'003 + number);
    const Kind& kind = kKinds[(event + number) % std::size(kKinds)];
    const uint64_t doer = event * 16 + fact.Below(3);
    const std::string first = NameOf(doer, 1), last = NameOf(doer, 2);
    const bool wrong = random->Chance(options_.wrong);
    *subject = random->Chance(0.5) ? absl::StrCat(first, " ", last) : last;
    *predicate = kind.verbs[random->Below(4)];
    const char* const thing = kind.things[fact.Below(3)];
    uint64_t meaning = 0;
    if (kind.counted) {
      const uint64_t right = 3 + fact.Below(900);
      const uint64_t count = wrong ? right + 1 + right / 5 + random->Below(40) : right;
      const std::string counted = absl::StrCat(count, " ", thing, std::string(thing) == "people" ? "" : "s");
      *object = counted;
      *value = NormalizeValue(counted);
      meaning = count;
    } else {
      *object = *thing == 0 ? absl::StrCat(NameOf(event * 16 + 8 + fact.Below(4), 3), " ", NameOf(event * 16 + 9, 4))
                            : absl::StrCat(thing, random->Chance(0.3) ? absl::StrCat(" of ", NameOf(event, 5)) : "");
      if (wrong) claim->polarity = Polarity::kNegated;
      meaning = wrong ? 1 : 2;
    }
    // The other way round: "12 suspects were arrested".
    if (random->Chance(0.3) && *predicate != "travel to") {
      *subject = *object;
      *subject_value = *value;
      *value = std::nullopt;
      object->clear();
      claim->passive = true;
    }
    truth->fact = event * 64 + number + 1;
    truth->meaning = truth->fact * 10'000 + meaning;
  }

  const WorldOptions& options_;
  std::vector<Truth>* truth_;
  int64_t made_ = 0;
  int64_t document_ = 0;
};

GeneratedClaims::GeneratedClaims(const WorldOptions& options) : options_(options) {
  const absl::Status made = World(options_, &truth_).Make(nullptr);
  made.IgnoreError();  // nothing can fail without a visitor
}

GeneratedClaims::~GeneratedClaims() = default;

absl::StatusOr<std::vector<OutletRecord>> GeneratedClaims::Outlets() {
  std::vector<OutletRecord> outlets;
  for (int i = 0; i < options_.outlets; ++i) {
    std::string name = absl::StrCat("Outlet ", 10'000 + i);
    outlets.push_back({name, name, i % 20 == 0});
  }
  return outlets;
}

absl::Status GeneratedClaims::Visit(const std::function<absl::Status(const ClaimRecord&)>& visit) {
  std::vector<Truth> truth;
  return World(options_, &truth).Make(&visit);
}

}  // namespace consilience
