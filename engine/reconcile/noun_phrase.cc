#include "engine/reconcile/noun_phrase.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/base/word_list.h"
#include "engine/claim/gazetteer.h"

namespace consilience {
namespace {

// Behind these the head of a phrase no longer comes.
constexpr absl::string_view kBreakers[] = {
    "of",     "in",     "on",      "at",      "from",    "for",     "to",     "with",    "by",
    "about",  "over",   "under",   "near",    "between", "among",   "across", "against", "after",
    "before", "during", "into",    "through", "around",  "behind",  "beside", "toward",  "towards",
    "via",    "within", "without", "outside", "inside",  "aboard",  "than",   "that",    "who",
    "which",  "whose",  "where",   "when",    "as",      "because", "while",  "off",     "since",
    "until",  "upon",   "onto",    "along",   "above",   "below",   "like",   "per",     "regarding"};
constexpr absl::string_view kPronouns[] = {"it",   "he",    "she",  "they",  "we",   "i",    "you",   "him",
                                           "her",  "them",  "us",   "me",    "this", "that", "these", "those",
                                           "who",  "which", "what", "one",   "some", "all",  "both",  "each",
                                           "many", "most",  "none", "other", "there"};
constexpr absl::string_view kSkipped[] = {"the",    "a",      "an",    "its",  "his",   "her",   "their",    "our",
                                          "my",     "your",   "this",  "that", "these", "those", "'s",       "s",
                                          "and",    "or",     "&",     "at",   "least", "about", "some",     "around",
                                          "nearly", "almost", "also",  "now",  "very",  "so",    "too",      "just",
                                          "there",  "both",   "least", "up",   "early", "late",  "currency", "only"};

constexpr absl::string_view kTexts[] = {"report", "article", "story", "column", "page", "post"};
constexpr absl::string_view kMale[] = {"he",      "him", "his",     "man", "boy", "father",
                                       "husband", "son", "brother", "mr.", "mr"};
constexpr absl::string_view kFemale[] = {"she",      "her",    "woman", "girl", "mother", "wife",
                                         "daughter", "sister", "mrs.",  "mrs",  "ms.",    "ms"};
constexpr absl::string_view kMillions[] = {"k", "m", "mn", "bn", "tn"};

bool HasDigit(absl::string_view word) {
  return std::any_of(word.begin(), word.end(), absl::ascii_isdigit);
}

bool HasUpper(absl::string_view word) {
  return std::any_of(word.begin(), word.end(), absl::ascii_isupper);
}

bool IsPeople(absl::string_view noun) {
  return noun == "people" || noun == "person";
}

std::string Lower(absl::string_view text) {
  return absl::AsciiStrToLower(text);
}

// Of a regular plural; the word itself otherwise.
std::string Singular(std::string word) {
  if (word.size() > 4 && absl::EndsWith(word, "ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') word.pop_back();
  return word;
}

std::vector<absl::string_view> Split(absl::string_view text) {
  return absl::StrSplit(text, absl::ByAnyChar(" \t\n;,()\"-/"), absl::SkipEmpty());
}

uint64_t HashOf(absl::Span<const WordId> words) {
  uint64_t hash = words.size();
  for (const WordId word : words) hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
  return hash;
}

// "@15:10" for "3:10 p.m.", "about 15:10 local time"; empty for anything but a time of day.
std::string ClockIn(absl::string_view text) {
  constexpr size_t kMostWords = 6;
  const std::string lower = Lower(text);
  const std::vector<absl::string_view> words = absl::StrSplit(lower, ' ', absl::SkipEmpty());
  if (words.size() > kMostWords) return "";
  int hour = -1, minute = 0;
  bool clock = false, afternoon = false, morning = false;
  for (absl::string_view word : words) {
    const bool pm = absl::ConsumeSuffix(&word, "pm") || absl::ConsumeSuffix(&word, "p.m.");
    const bool am = !pm && (absl::ConsumeSuffix(&word, "am") || absl::ConsumeSuffix(&word, "a.m."));
    afternoon = afternoon || pm;
    morning = morning || am;
    if (word.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) continue;
    const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(word, absl::MaxSplits(':', 1));
    if (hour >= 0 || !absl::SimpleAtoi(parts.first, &hour)) return "";
    const bool minutes = parts.second.size() == 2 && absl::SimpleAtoi(parts.second, &minute);
    if (!minutes && parts.first.size() != word.size()) return "";
    clock = minutes;
  }
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || !(clock || afternoon || morning)) return "";
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour == 12) hour = 0;
  return absl::StrCat("@", absl::Dec(hour, absl::kZeroPad2), ":", absl::Dec(minute, absl::kZeroPad2));
}

bool Sorted(absl::Span<const WordId> few, absl::Span<const WordId> many) {
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

}  // namespace

absl::string_view ToString(PhraseLevel level) {
  constexpr absl::string_view kNames[] = {"same",    "variant",      "detail",    "metonym", "role",      "vague",
                                          "missing", "both missing", "same head", "other",   "other name"};
  return kNames[static_cast<size_t>(level)];
}

struct PhraseTable::Token {
  std::string word;      // lower-case lemma
  bool capital = false;  // as written
  bool digit = false;
};

PhraseTable::PhraseTable() : lexicon_(Lexicon::Default()) {
  phrases_.emplace_back();
  word_text_.emplace_back();
  senses_.emplace_back();
  apart_.push_back(false);
  named_.push_back(false);
  usual_.push_back(0);
}

WordId PhraseTable::AddWord(absl::string_view word) {
  if (word.empty()) return 0;
  const auto [place, is_new] = word_ids_.try_emplace(word, static_cast<WordId>(word_text_.size()));
  const WordId id = place->second;
  if (is_new) {
    word_text_.emplace_back(word);
    // A sense has one class of words: "probable" and "likely" share one, too.
    const auto nouns = lexicon_.Senses(WordClass::kNoun, word),
               adjectives = lexicon_.Senses(WordClass::kAdjective, word);
    senses_.emplace_back();
    std::merge(nouns.begin(), nouns.end(), adjectives.begin(), adjectives.end(), std::back_inserter(senses_.back()));
    named_.push_back(false);
    apart_.push_back(HasDigit(word) || lexicon_.Apart(word));
    usual_.push_back(id);
    if (const absl::string_view usual = lexicon_.Usual(word); usual != word) usual_[id] = AddWord(usual);
  }
  return id;
}

bool PhraseTable::MostlyLower(const std::string& word) const {
  constexpr uint32_t kMore = 4;
  const auto found = cases_.find(word);
  return found != cases_.end() && found->second.lower > kMore * found->second.upper;
}

void PhraseTable::LearnCase(absl::string_view text) {
  bool first = true;
  for (const absl::string_view word : Split(text)) {
    const bool upper = absl::ascii_isupper(static_cast<unsigned char>(word[0]));
    // What is said opens with a capital letter.
    const bool opens = std::exchange(first, false) && upper;
    if (opens) continue;
    if (!upper && !absl::ascii_islower(static_cast<unsigned char>(word[0]))) continue;
    CaseCounts& counts = cases_[upper ? Lower(word) : std::string(word)];
    ++(upper ? counts.upper : counts.lower);
  }
}

PhraseId PhraseTable::Add(absl::string_view key, absl::string_view text, const Value* value, bool opens) {
  if (key.empty()) return 0;
  const bool counted = value != nullptr && value->kind != ValueKind::kDate;
  std::string both = absl::StrCat(key, "\n", text, counted ? "\n" : "", counted ? value->text : "", opens ? "\n^" : "");
  const auto [place, is_new] = phrase_ids_.try_emplace(std::move(both), static_cast<PhraseId>(phrases_.size()));
  const PhraseId id = place->second;
  if (!is_new) return id;
  phrases_.push_back(Analyse(key, text, counted ? value : nullptr, opens));
  phrases_.back().counted = counted;
  const NounPhrase& phrase = phrases_.back();
  if (phrase.entity && phrase.word_count >= 2) {
    std::string alias = Lower(absl::StripSuffix(absl::StripSuffix(text, "'s"), "’s"));
    absl::string_view name = alias;
    absl::ConsumePrefix(&name, "the ");
    const auto word = word_ids_.find(name);
    const auto mine = words(phrase);
    if (word != word_ids_.end() && std::binary_search(mine.begin(), mine.end(), word->second)) {
      short_names_.emplace(word->second, HashOf(mine));
    }
  }
  return id;
}

PhraseId PhraseTable::AddBag(std::vector<WordId> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.empty()) return 0;
  const auto [place, is_new] = bag_ids_.try_emplace(std::move(words), static_cast<PhraseId>(phrases_.size()));
  if (!is_new) return place->second;
  NounPhrase& bag = phrases_.emplace_back();
  bag.kind = PhraseKind::kDescription;
  bag.word_first = static_cast<uint32_t>(words_.size());
  bag.word_count = static_cast<uint16_t>(std::min<size_t>(place->first.size(), 0xffff));
  words_.insert(words_.end(), place->first.begin(), place->first.begin() + bag.word_count);
  return place->second;
}

NounPhrase PhraseTable::Analyse(absl::string_view key, absl::string_view text, const Value* value, bool opens) {
  NounPhrase phrase;
  if (const std::string clock = ClockIn(key); !clock.empty()) {
    phrase.kind = PhraseKind::kDescription;
    phrase.head = AddWord(clock);
    phrase.word_first = static_cast<uint32_t>(words_.size());
    phrase.word_count = 1;
    words_.push_back(phrase.head);
    return phrase;
  }
  phrase.several = absl::StrContains(key, "; ");
  // A common noun that opens a sentence may have been taken for a name: "Prosecutors", "Turnout".
  const auto is_noun = [&](const std::string& word) {
    const std::string singular = Singular(word);
    return lexicon_.Knows(WordClass::kNoun, word) || lexicon_.Knows(WordClass::kNoun, singular) ||
           lexicon_.Vague(word) || (singular != word && lexicon_.Further(singular)) || MostlyLower(word);
  };
  const bool noun = !absl::StrContains(key, ' ') && is_noun(Lower(key));
  const bool entity = HasUpper(key) && !noun;
  phrase.entity = entity;
  const std::string article = Lower(text.substr(0, text.find(' ')));
  const size_t last_word = key.rfind(' ');
  phrase.pointing = article == "this" &&
                    IsAmong(kTexts, Lower(last_word == absl::string_view::npos ? key : key.substr(last_word + 1)));
  phrase.indefinite =
      article == "a" || article == "an" || article == "some" || article == "another" || article == "one";
  // Capital letters are those of the text; a word that opens it proves nothing unless the key has kept its case.
  absl::flat_hash_map<std::string, bool> capitals;
  const std::vector<absl::string_view> written = Split(text);
  phrase.possessive =
      absl::StrContains(text, "'s ") || absl::StrContains(text, "’s ") || absl::StrContains(text, "s' ");
  for (size_t i = 0; i < written.size(); ++i) {
    std::string lower = Lower(absl::StripSuffix(absl::StripSuffix(written[i], "'s"), "’s"));
    // "Four more men"; but "more than four men".
    const bool on_top =
        lower == "additional" || (lower == "more" && i > 0 && i + 1 < written.size() && written[i + 1] != "than");
    phrase.further = phrase.further || lower == "other" || lower == "another" || lower == "else" || on_top;
    const bool unproven = i == 0 && opens && !entity;
    bool capital = absl::ascii_isupper(static_cast<unsigned char>(written[i][0]));
    if (unproven && capital) {
      capital = !IsAmong(kSkipped, lower) && !is_noun(lower) && !lexicon_.Apart(lower) && !lexicon_.Office(lower);
    }
    bool& known = capitals[lower];
    known = known || capital;
  }
  // "$90 million" and "1.4 billion km" have no words of their own, "31 people" has what is counted.
  const bool pure = value != nullptr && value->text == text;
  const std::vector<std::string> spent =
      value == nullptr ? std::vector<std::string>()
                       : std::vector<std::string>(absl::StrSplit(Lower(value->text), absl::ByAnyChar(" -")));
  std::vector<Token> tokens;
  const std::vector<absl::string_view> pieces = Split(key);
  for (size_t i = 0; i < pieces.size(); ++i) {
    // "The 43-year-old father" is the father.
    const bool aged = HasDigit(pieces[i]) && i + 3 < pieces.size() && pieces[i + 1] == "year" && pieces[i + 2] == "old";
    if (aged) i += 3;
    const absl::string_view piece = pieces[i];
    Token token;
    token.word = Lower(absl::StripSuffix(absl::StripSuffix(piece, "'s"), "’s"));
    if (token.word == "no") {
      continue;  // said by the polarity
    }
    const auto capital = capitals.find(token.word);
    // "Fishermen in Kilmani": the capital letter is the sentence's.
    const bool opening = opens && tokens.empty() && !pieces.empty() && is_noun(token.word) &&
                         Singular(std::string(lexicon_.BaseForm(WordClass::kNoun, token.word))) != token.word &&
                         pieces.size() > 1 && IsAmong(kBreakers, pieces[1]);
    token.capital = (entity && !opening && HasUpper(piece)) || (capital != capitals.end() && capital->second);
    token.digit = HasDigit(token.word);
    const bool unit = value != nullptr && lexicon_.BaseForm(WordClass::kNoun, token.word) == value->unit &&
                      value->kind == ValueKind::kQuantity;
    if (pure && !unit) continue;
    if (value != nullptr && !unit) {
      const bool number =
          token.digit || token.word == "$" || token.word == "%" || token.word == "£" || token.word == "€";
      const bool said = std::find(spent.begin(), spent.end(), token.word) != spent.end() ||
                        std::find(spent.begin(), spent.end(), token.word + "s") != spent.end() ||
                        (value->kind == ValueKind::kMoney && IsAmong(kMillions, token.word));
      if (number || said) {
        continue;
      }
    }
    if (!token.capital) {
      token.word = std::string(lexicon_.BaseForm(WordClass::kNoun, token.word));
      std::string singular = Singular(token.word);
      const bool plural = noun || (singular != token.word && lexicon_.Knows(WordClass::kNoun, singular));
      if (plural && !lexicon_.Vague(token.word)) token.word = std::move(singular);  // "this" is none
    }
    tokens.push_back(std::move(token));
  }
  if (tokens.empty()) return phrase;
  // "borrowing costs", "chief executive": two words that news uses as one.
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].capital || tokens[i + 1].capital) continue;
    std::string both = absl::StrCat(tokens[i].word, " ", tokens[i + 1].word);
    if (lexicon_.Usual(both) == both && both != "chief executive") continue;
    tokens[i].word = std::move(both);
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }

  // "A ferry carrying 180 people": the key has the verb, the text its form. How many is a claim of its own.
  for (size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool counts = tokens[i + 1].digit && !tokens[i].capital && !tokens[i - 1].capital;
    if (!counts || !lexicon_.Knows(WordClass::kNoun, tokens[i - 1].word) ||
        !IsPresentParticiple(tokens[i].word, written)) {
      continue;
    }
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.end());
  }

  // The head is the last word before a preposition; behind "the town of" it is what follows.
  size_t head = tokens.size();
  size_t begin = 0;
  for (size_t i = 0; i <= tokens.size(); ++i) {
    const bool ends = i == tokens.size();
    // "a ceasefire proposed by Taleria": what follows the noun only tells more of it.
    const bool participle = !ends && i > begin && i + 1 < tokens.size() && IsAmong(kBreakers, tokens[i + 1].word) &&
                            lexicon_.Knows(WordClass::kVerb, tokens[i].word) &&
                            !lexicon_.Knows(WordClass::kNoun, tokens[i].word);
    if (!ends && !participle && !(IsAmong(kBreakers, tokens[i].word) && !(tokens[i].capital && entity))) continue;
    const bool empty = i == begin || (i == begin + 1 && IsAmong(kSkipped, tokens[begin].word));
    const bool of = !ends && tokens[i].word == "of";
    if (of && i + 1 < tokens.size() && (empty || (i > 0 && lexicon_.Holds(tokens[i - 1].word)))) {
      begin = i + 1;
      continue;
    }
    if (!empty) {
      head = i - 1;
      break;
    }
    begin = i + 1;
  }
  if (head == tokens.size()) head = tokens.size() - 1;
  // "elected Anka Brel president".
  const bool article_first = article == "the" || article == "a" || article == "an";
  while (!article_first && head >= begin + 2 && !tokens[head].capital && tokens[head - 1].capital &&
         tokens[head - 2].capital && FindTitle(tokens[head].word).kind != TitleKind::kNone) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(head));
    --head;
  }

  FindName(key, tokens, head, &phrase);
  if (phrase.kind == PhraseKind::kName && entity) {
    phrase.called = CalledIn(text);
    phrase.title = TitleIn(key, text);
  }
  std::vector<WordId> words;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].word;
    if (IsAmong(kBreakers, word) || (IsAmong(kSkipped, word) && !(entity && tokens[i].capital))) continue;
    if (i < begin && i != head && (lexicon_.Holds(word) || word == "number")) continue;
    const Title title = FindTitle(word);
    if (phrase.kind == PhraseKind::kName && title.kind != TitleKind::kNone && i != head && !entity) continue;
    const absl::string_view country =
        tokens[i].capital
            ? FindDemonym(absl::StrCat(std::string(1, absl::ascii_toupper(static_cast<unsigned char>(word[0]))),
                                       word.substr(1)))
            : absl::string_view();
    words.push_back(AddWord(country.empty() ? word : Lower(country)));
    if (tokens[i].capital) named_[words.back()] = true;
  }
  phrase.head = AddWord(tokens[head].word);
  phrase.plural = !absl::StartsWith(Lower(text), "one of ") && IsPlural(tokens[head], written);
  // "He", "an elderly man", "Mr. Farrow", "Dana Whitlock".
  const std::string& noun_word = tokens[head].word;
  const auto capital = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.capital; });
  const std::string& first_word = capital != tokens.end() ? capital->word : tokens[0].word;  // "baker Jon Farrow"
  const bool named = entity && phrase.kind == PhraseKind::kName && !phrase.several;
  if (named && tokens.size() >= 2) phrase.gender = GenderOfFirstName(first_word);
  if (IsAmong(kMale, noun_word) || (named && IsAmong(kMale, first_word))) phrase.gender = Gender::kMale;
  if (IsAmong(kFemale, noun_word) || (named && IsAmong(kFemale, first_word))) phrase.gender = Gender::kFemale;
  if (words.empty()) words.push_back(phrase.head);
  if (phrase.kind != PhraseKind::kName) {
    phrase.office = lexicon_.Office(tokens[head].word);
    const bool vague = std::all_of(words.begin(), words.end(), [&](WordId w) {
      return lexicon_.Vague(word_text_[w]) || IsAmong(kSkipped, word_text_[w]);
    });
    phrase.kind = vague ? PhraseKind::kVague : PhraseKind::kDescription;
  }
  if (phrase.kind == PhraseKind::kDescription && tokens[begin < tokens.size() ? begin : 0].capital) {
    phrase.named = AddWord(tokens[begin < tokens.size() ? begin : 0].word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  phrase.word_first = static_cast<uint32_t>(words_.size());
  phrase.word_count = static_cast<uint16_t>(std::min<size_t>(words.size(), 0xffff));
  words_.insert(words_.end(), words.begin(), words.begin() + phrase.word_count);
  return phrase;
}

// "Carrying", of which the key has "carry" and the text nothing else.
bool PhraseTable::IsPresentParticiple(absl::string_view verb, const std::vector<absl::string_view>& written) const {
  bool found = false;
  for (const absl::string_view word : written) {
    if (word == verb) return false;
    absl::string_view stem = word;
    if (!absl::ConsumeSuffix(&stem, "ing") || stem.size() < 3) continue;
    found = found || stem == verb || absl::StrCat(stem, "e") == verb ||
            (absl::StartsWith(stem, verb) && stem.size() == verb.size() + 1);
  }
  return found;
}

// "Letters": the text has the noun with an ending.
bool PhraseTable::IsPlural(const Token& head, const std::vector<absl::string_view>& written) const {
  return !head.capital && std::any_of(written.begin(), written.end(), [&](absl::string_view word) {
    return word.size() > head.word.size() && Singular(Lower(word)) == head.word;
  });
}

// "President" of "President Hanna Orlo", "minister" of "Transport Minister Anja Velt"; none where the name has none.
WordId PhraseTable::TitleIn(absl::string_view key, absl::string_view text) {
  const size_t name = text.find(key);
  if (name == absl::string_view::npos || name == 0) return 0;
  const std::vector<absl::string_view> before = Split(text.substr(0, name));
  const std::string last = before.empty() ? "" : Lower(before.back());
  return FindTitle(last).kind == TitleKind::kOffice ? AddWord(last) : 0;
}

// The noun of "the ferry", "the city's museum"; none where the text has a name.
WordId PhraseTable::CalledIn(absl::string_view text) {
  const std::vector<absl::string_view> written = Split(text);
  if (written.size() != 2 || (written[0] != "the" && written[0] != "The")) return 0;
  return HasUpper(written[1]) ? 0 : AddWord(lexicon_.BaseForm(WordClass::kNoun, written[1]));
}

// A phrase is a name when its head is one: "the town of Selma", "President Dragan Hosek", "Norway".
void PhraseTable::FindName(absl::string_view key, const std::vector<Token>& tokens, size_t head, NounPhrase* phrase) {
  const Country whole = FindCountry(key);
  absl::string_view country = whole.name;
  if (country.empty()) country = lexicon_.SeatOf(key);
  if (!country.empty()) phrase->name = AddWord(Lower(country));
  const bool pronoun = tokens.size() == 1 && lexicon_.Vague(tokens[0].word) && tokens[0].word.size() < 5;
  if (!tokens[head].capital || pronoun) return;
  phrase->kind = PhraseKind::kName;
  if (!whole.name.empty()) return;
  std::string initials;
  for (const Token& token : tokens) {
    if (token.capital && !token.word.empty()) initials.push_back(token.word[0]);
  }
  if (initials.size() >= 2) {
    phrase->initials = AddWord(initials);
  } else if (tokens.size() == 1 && key.size() >= 2 && key.size() <= 6) {
    std::string letters;
    for (const char c : key) {
      if (absl::ascii_isupper(static_cast<unsigned char>(c)))
        letters.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
    }
    if (letters.size() >= 2) phrase->initials = AddWord(letters);
  }
}

bool PhraseTable::Alike(WordId a, WordId b) const {
  if (a == b) return true;
  const std::vector<uint32_t>&x = senses_[a], &y = senses_[b];
  size_t i = 0, j = 0;
  while (i < x.size() && j < y.size()) {
    if (x[i] == y[j]) return true;
    x[i] < y[j] ? ++i : ++j;
  }
  return false;
}

bool PhraseTable::HasLike(PhraseId id, WordId word) const {
  const auto mine = words(phrases_[id]);
  return std::binary_search(mine.begin(), mine.end(), word) || std::any_of(mine.begin(), mine.end(), [&](WordId other) {
           return Alike(word, other) || Demonym(word, other);
         });
}

bool PhraseTable::Unrelated(PhraseId id_a, PhraseId id_b) const {
  const NounPhrase &a = phrases_[id_a], &b = phrases_[id_b];
  if (a.kind != PhraseKind::kDescription || b.kind != PhraseKind::kDescription) return false;
  const auto words_a = words(a), words_b = words(b);
  if (std::find_first_of(words_a.begin(), words_a.end(), words_b.begin(), words_b.end()) != words_a.end()) return false;
  return lexicon_.Knows(WordClass::kNoun, word_text_[a.head]) && lexicon_.Knows(WordClass::kNoun, word_text_[b.head]) &&
         !KindOf(a.head, b.head) && !KindOf(b.head, a.head);
}

bool PhraseTable::KindOf(WordId narrow, WordId broad) const {
  const auto broader = lexicon_.Broader(WordClass::kNoun, word_text_[narrow]);
  return std::find(broader.begin(), broader.end(), word_text_[broad]) != broader.end();
}

bool PhraseTable::ArePeople(PhraseId id) const {
  const NounPhrase& phrase = phrases_[id];
  const absl::string_view head = word_text_[phrase.head];
  return phrase.kind == PhraseKind::kVague || phrase.office || lexicon_.Whole(head) || head == "union" ||
         IsPerson(phrase.head);
}

bool PhraseTable::CountWhole(PhraseId id_a, PhraseId id_b) const {
  const auto whole = [&](const NounPhrase& phrase) {
    return phrase.counted && phrase.word_count == 1 && lexicon_.Whole(word_text_[phrase.head]);
  };
  return whole(phrases_[id_a]) && whole(phrases_[id_b]);
}

bool PhraseTable::IsPerson(WordId head) const {
  const auto broader = lexicon_.Broader(WordClass::kNoun, word_text_[head]);
  constexpr absl::string_view kPersons[] = {
      "person", "individual", "adult", "grownup", "worker", "leader", "professional", "military personnel", "parent"};
  return std::any_of(broader.begin(), broader.end(), [&](absl::string_view kind) { return IsAmong(kPersons, kind); });
}

// "Taleria" and "Talerian": forms of one name by their endings.
bool PhraseTable::Demonym(WordId a, WordId b) const {
  absl::string_view x = word_text_[a], y = word_text_[b];
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < 4) return false;
  size_t same = 0;
  while (same < x.size() && x[same] == y[same]) ++same;
  if (same + 2 < x.size() || same < 4) return false;
  constexpr absl::string_view kEndings[] = {"n", "an", "ian", "ish", "ese", "i", "er", "ic", "ns", "ans", "ians"};
  return IsAmong(kEndings, y.substr(same)) && (same == x.size() || x.size() - same <= 2);
}

bool PhraseTable::ActsFor(const NounPhrase& office, const NounPhrase& name) const {
  for (const WordId word : words(office)) {
    if (word == office.head) continue;
    if (word == name.name || word == name.head || Demonym(word, name.head)) return true;
  }
  return false;
}

// "Mike Farrow", "Michael J. Farrow": all that the name of fewer words has of its own is a first name of the other's.
bool PhraseTable::CalledForShort(const NounPhrase& few, const NounPhrase& many) const {
  const auto mine = words(few), others = words(many);
  WordId own = 0;
  for (const WordId word : mine) {
    if (std::binary_search(others.begin(), others.end(), word)) continue;
    if (own != 0) return false;
    own = word;
  }
  return own != 0 && std::any_of(others.begin(), others.end(), [&](WordId other) {
           return !std::binary_search(mine.begin(), mine.end(), other) &&
                  SameFirstName(word_text_[own], word_text_[other]);
         });
}

PhraseLevel PhraseTable::CompareNames(const NounPhrase& a, const NounPhrase& b) const {
  const auto words_a = words(a), words_b = words(b);
  if (words_a == words_b) return PhraseLevel::kSame;
  if (a.name != 0 && a.name == b.name) return PhraseLevel::kMetonym;
  const bool a_fewer = words_a.size() <= words_b.size();
  const NounPhrase& few = a_fewer ? a : b;
  const NounPhrase& many = a_fewer ? b : a;
  if (Sorted(words(few), words(many))) {
    if (few.several != many.several) return PhraseLevel::kDetail;
    // A name and its longer form share their last word: "Kim" and "Kim Yong-chol" need not be one.
    const bool known = words(few).size() == 1 && short_names_.contains({few.head, HashOf(words(many))});
    return few.head == many.head || known ? PhraseLevel::kVariant : PhraseLevel::kSameHead;
  }
  if (a.initials != 0 && a.initials == b.initials && (words_a.size() == 1) != (words_b.size() == 1)) {
    return PhraseLevel::kVariant;
  }
  if (a.head == b.head && CalledForShort(few, many)) return PhraseLevel::kVariant;
  // Two words of a longer name, or all but one.
  std::vector<WordId> shared;
  std::set_intersection(words_a.begin(), words_a.end(), words_b.begin(), words_b.end(), std::back_inserter(shared));
  if (shared.size() >= 2 && a.head == b.head) return PhraseLevel::kSameHead;
  return PhraseLevel::kOtherName;
}

PhraseLevel PhraseTable::CompareWords(const NounPhrase& a, const NounPhrase& b) const {
  const auto words_a = words(a), words_b = words(b);
  if (words_a == words_b) return PhraseLevel::kSame;
  if (!Alike(a.head, b.head) && !KindOf(a.head, b.head) && !KindOf(b.head, a.head)) {
    if (a.office && b.office) {
      for (const WordId w : words_a) {
        if (w != a.head && std::binary_search(words_b.begin(), words_b.end(), w)) return PhraseLevel::kMetonym;
      }
    }
    return PhraseLevel::kOther;
  }
  // What each says beyond the other.
  int more_a = 0, more_b = 0, apart = 0, shared = 0;
  int named_a = 0, named_b = 0;
  const auto beyond = [&](absl::Span<const WordId> mine, absl::Span<const WordId> others, int* more, int* named) {
    for (const WordId w : mine) {
      const bool found =
          std::binary_search(others.begin(), others.end(), w) ||
          std::any_of(others.begin(), others.end(), [&](WordId other) { return Alike(w, other) || Demonym(w, other); });
      if (found || lexicon_.Measure(word_text_[w])) {
        ++shared;
        continue;
      }
      ++*more;
      *named += Named(w);
      apart += Apart(w);
    }
  };
  beyond(words_a, words_b, &more_a, &named_a);
  beyond(words_b, words_a, &more_b, &named_b);
  // "Norland's central bank", "Kestria's central bank".
  if (named_a > 0 && named_b > 0 && a.office && b.office) return PhraseLevel::kOther;
  if (!Alike(a.head, b.head)) {  // "a fox terrier", "a dog": each head is more to the other
    --more_a;
    --more_b;
    const int more = KindOf(a.head, b.head) ? more_b : more_a;
    return more <= 0 && apart == 0 ? PhraseLevel::kDetail : PhraseLevel::kOther;
  }
  if (more_a == 0 && more_b == 0) return PhraseLevel::kVariant;
  if ((more_a == 0 || more_b == 0) && apart == 0) return PhraseLevel::kDetail;
  return PhraseLevel::kSameHead;
}

// "Other women" are not Mary, nor are 46 residents, nor is anyone at all; an announcement is no person.
bool PhraseTable::NotTheOne(const NounPhrase& one, const NounPhrase& other) const {
  constexpr absl::string_view kAnyone[] = {"anyone", "anybody", "everyone", "everybody", "whoever"};
  if (other.kind == PhraseKind::kVague && IsAmong(kAnyone, word_text_[other.head])) {
    return one.kind != PhraseKind::kVague;
  }
  // "A former colleague", "two women"; "a letter", "letters".
  const bool single = one.kind != PhraseKind::kName && one.indefinite && !one.counted && !one.plural;
  if (single && other.kind != PhraseKind::kName && !other.indefinite && (other.counted || other.plural)) return true;
  if (one.kind != PhraseKind::kName || other.kind == PhraseKind::kName) return false;
  if (other.further || (other.counted && !one.several)) return true;
  const auto name = words(one);
  return !std::binary_search(name.begin(), name.end(), other.head) && one.entity && one.gender != Gender::kUnknown &&
         other.kind == PhraseKind::kDescription && IsNoPerson(other);
}

// What neither a person is nor stands for one: "the announcement".
bool PhraseTable::IsNoPerson(const NounPhrase& description) const {
  constexpr absl::string_view kThings[] = {"statement", "message",      "subject matter", "structure",    "building",
                                           "document",  "writing",      "event",          "social event", "action",
                                           "activity",  "group action", "time period",    "feeling",      "region",
                                           "vehicle",   "substance",    "money"};
  const absl::string_view head = word_text_[description.head];
  if (description.office || IsPerson(description.head) || lexicon_.Whole(head)) return false;
  const auto broader = lexicon_.Broader(WordClass::kNoun, head);
  return !lexicon_.ActOf(head).empty() ||
         std::any_of(broader.begin(), broader.end(), [&](absl::string_view kind) { return IsAmong(kThings, kind); });
}

PhraseLevel PhraseTable::Compare(PhraseId id_a, PhraseId id_b) const {
  const NounPhrase &a = phrases_[id_a], &b = phrases_[id_b];
  if (a.kind == PhraseKind::kNone || b.kind == PhraseKind::kNone) {
    return a.kind == b.kind ? PhraseLevel::kBothMissing : PhraseLevel::kMissing;
  }
  const bool unlike = a.gender != Gender::kUnknown && b.gender != Gender::kUnknown && a.gender != b.gender;
  if (unlike) return PhraseLevel::kOther;
  if (a.pointing || b.pointing) return PhraseLevel::kVague;
  if (NotTheOne(a, b) || NotTheOne(b, a)) return PhraseLevel::kOther;
  if (a.kind == PhraseKind::kVague || b.kind == PhraseKind::kVague) {
    const NounPhrase& vague = a.kind == PhraseKind::kVague ? a : b;
    const NounPhrase& other = a.kind == PhraseKind::kVague ? b : a;
    if (a.counted && b.counted && other.kind == PhraseKind::kDescription && vague.word_count == 1 &&
        IsPeople(word_text_[vague.head]) && (IsPerson(other.head) || lexicon_.Whole(word_text_[other.head]))) {
      return PhraseLevel::kDetail;  // "people", "workers"
    }
    // "Officials" and "58 people" are what they are; "it" may be anything.
    return a.kind == b.kind && words(a) == words(b) && !IsAmong(kPronouns, word_text_[a.head]) ? PhraseLevel::kSame
                                                                                               : PhraseLevel::kVague;
  }
  if (id_a == id_b) return PhraseLevel::kSame;
  if (a.kind == PhraseKind::kName && b.kind == PhraseKind::kName) return CompareNames(a, b);
  if (a.kind == PhraseKind::kDescription && b.kind == PhraseKind::kDescription) return CompareWords(a, b);
  const NounPhrase& name = a.kind == PhraseKind::kName ? a : b;
  const NounPhrase& other = a.kind == PhraseKind::kName ? b : a;
  if (words(name) == words(other)) return PhraseLevel::kSame;
  if (other.office && ActsFor(other, name)) return PhraseLevel::kMetonym;
  const auto named = words(name), described = words(other);
  if (other.head == name.head) {
    if (other.word_count == 1) return PhraseLevel::kRole;  // "the county", "Harlow County"
    return Sorted(named, described) ? PhraseLevel::kDetail : PhraseLevel::kSameHead;
  }
  // "Halden" and "the Halden probe" may be one; "the company": nothing speaks against it.
  if (Sorted(named, described))
    return described.size() == named.size() + 1 && !other.possessive ? PhraseLevel::kRole : PhraseLevel::kOther;
  return described.size() <= 2 ? PhraseLevel::kRole : PhraseLevel::kOther;
}

}  // namespace consilience
