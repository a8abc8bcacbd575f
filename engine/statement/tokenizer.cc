#include "engine/statement/tokenizer.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "engine/base/word_list.h"
#include "engine/statement/character.h"

namespace consilience {
namespace {

constexpr uint32_t kRightQuote = 0x2019;

bool IsApostrophe(uint32_t code) {
  return code == '\'' || code == kRightQuote;
}
bool IsHyphen(uint32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011;
}
bool IsAlnum(CharacterClass kind) {
  return kind == CharacterClass::kLetter || kind == CharacterClass::kDigit;
}

// Marks of which a run is one token: "...", "--", "!!", "?!", "***".
bool IsRunMark(uint32_t code) {
  return code == '.' || code == '!' || code == '?' || code == '-' || code == '*' || code == '=' || code == '_' ||
         code == '~' || code == '+' || code == '#' || code == '$' || code == '<' || code == '>' || code == '`';
}
bool RunsTogether(uint32_t a, uint32_t b) {
  const bool terminal_a = a == '.' || a == '!' || a == '?';
  const bool terminal_b = b == '.' || b == '!' || b == '?';
  return a == b || (terminal_a && terminal_b);
}

constexpr size_t kLongestStutter = 2;  // letters before the hyphen of a word broken off

// Endings of the names of files.
constexpr absl::string_view kFileEndings[] = {".pdf", ".doc",  ".docx", ".xls", ".xlsx", ".ppt",
                                              ".jpg", ".jpeg", ".png",  ".gif", ".htm",  ".html",
                                              ".txt", ".zip",  ".csv",  ".mp3", ".mp4",  ".exe"};

// Scans one chunk: a run of characters without white space.
class Chunk {
 public:
  Chunk(absl::string_view text, ByteSpan range, const WordLists& lists, std::vector<Token>* tokens)
      : text_(text), begin_(range.begin), end_(range.end), lists_(lists), tokens_(tokens) {}

  void Tokenize() {
    size_t at = begin_;
    while (at < end_) at = Next(at);
  }

 private:
  Character At(size_t i) const { return CharacterAt(text_, i); }
  absl::string_view View(size_t from, size_t to) const { return text_.substr(from, to - from); }

  size_t Emit(size_t from, size_t to, uint8_t surface_words = 1) {
    Token& token = tokens_->emplace_back();
    token.span = {static_cast<uint32_t>(from), static_cast<uint32_t>(to)};
    token.space_after = to == end_;
    token.surface_words = surface_words;
    return to;
  }

  // One multi-word token of two words, cut at `middle`.
  size_t EmitPair(size_t from, size_t middle, size_t to) {
    Emit(from, middle, 2);
    return Emit(middle, to, 0);
  }

  // Emits what begins at `at` and returns where it ends.
  size_t Next(size_t at) {
    const Character c = At(at);
    if (c.kind == CharacterClass::kDigit) return Number(at);
    if (c.kind == CharacterClass::kLetter) {
      if (const size_t end = Address(at); end > at) return Emit(at, end);
      return Word(at);
    }
    if (c.code == '&') {
      if (const size_t end = HtmlEntity(at); end > at) return Emit(at, end);
    }
    if (c.code == '@' && at + 1 < end_ && At(at + 1).kind == CharacterClass::kLetter) return Emit(at, Handle(at));
    if (c.code == ':' || c.code == ';') {
      if (const size_t end = Emoticon(at); end > at) return Emit(at, end);
    }
    if (IsApostrophe(c.code)) {
      if (const size_t end = LeadingApostrophe(at, c.bytes); end > at) return end;
      if (at + 1 < end_ && text_[at] == '\'' && text_[at + 1] == '\'') return Emit(at, at + 2);
    }
    if ((c.code == '-' || c.code == '+' || c.code == '.') && IsSignedNumber(at)) return Number(at);
    if (!IsRunMark(c.code)) return Emit(at, at + c.bytes);
    size_t end = at + c.bytes;
    while (end < end_ && RunsTogether(c.code, static_cast<unsigned char>(text_[end]))) ++end;
    return Emit(at, end);
  }

  // ".5" or, at the beginning of the chunk, "-5".
  bool IsSignedNumber(size_t at) const {
    if (at + 1 >= end_ || At(at + 1).kind != CharacterClass::kDigit) return false;
    return text_[at] == '.' ? at == begin_ : at == begin_ && text_[at] == '-';
  }

  // --- Numbers: "3,400", "4.2", "7:30", "9/11", "713-853-3989", "1990s", "25th".
  size_t Number(size_t at) {
    size_t end = at;
    if (At(at).kind != CharacterClass::kDigit) ++end;
    bool dashed = false;
    while (end < end_) {
      const Character c = At(end);
      if (c.kind == CharacterClass::kDigit) {
        end += c.bytes;
      } else if ((c.code == '.' || c.code == ',' || c.code == ':' || c.code == '/') && DigitAt(end + 1)) {
        ++end;
      } else if (c.code == '-' && DigitAt(end + 1) && (dashed || IsDashedNumber(at, end))) {
        dashed = true;
        ++end;
      } else {
        break;
      }
    }
    size_t letters = end;
    while (letters < end_ && At(letters).kind == CharacterClass::kLetter) letters += At(letters).bytes;
    if (letters == end) return Emit(at, IsDecade(at, end) ? end + 2 : end);
    std::string suffix = absl::AsciiStrToLower(View(end, letters));
    if (letters + 2 < end_ && text_[letters] == '.' && absl::AsciiStrToLower(View(letters, letters + 3)) == ".m.") {
      Emit(at, end);  // "5a.m."
      return Emit(end, letters + 3);
    }
    if (suffix != "s" && suffix != "in" && lists_.units_after_digits.contains(suffix)) {
      Emit(at, end);
      return Emit(end, RateEnd(end, letters));
    }
    // "25th", "1990s", "3D", "the 70's", and codes such as "737MAX", "5S2".
    while (letters < end_ && IsAlnum(At(letters).kind)) letters += At(letters).bytes;
    return Apostrophes(at, letters);
  }

  // Where "km/h" ends when "km" is text_[at, end); `end` where it is no rate.
  size_t RateEnd(size_t at, size_t end) const {
    constexpr absl::string_view kMeasures[] = {"ft", "km", "m", "mi"};
    constexpr absl::string_view kTimes[] = {"/hr", "/h", "/s"};
    if (!IsAmong(kMeasures, absl::AsciiStrToLower(View(at, end)))) return end;
    for (const absl::string_view time : kTimes) {
      const size_t after = end + time.size();
      if (after <= end_ && View(end, after) == time && (after == end_ || !IsAlnum(At(after).kind))) return after;
    }
    return end;
  }

  // "70's" and "1990's": tens with an apostrophe.
  bool IsDecade(size_t at, size_t end) const {
    return (end - at == 2 || end - at == 4) && text_[end - 1] == '0' && end + 2 <= end_ && text_[end] == '\'' &&
           text_[end + 1] == 's' && (end + 2 == end_ || !IsAlnum(At(end + 2).kind));
  }

  bool DigitAt(size_t i) const { return i < end_ && At(i).kind == CharacterClass::kDigit; }

  // Telephone numbers and ISO dates are one token, "10-12" is a range of three.
  bool IsDashedNumber(size_t from, size_t dash) const {
    size_t parts = 1;
    size_t digits = 0;
    size_t longest_after = 0;
    for (size_t i = dash + 1; i <= end_; ++i) {
      if (i < end_ && DigitAt(i)) {
        ++digits;
        continue;
      }
      ++parts;
      longest_after = std::max(longest_after, digits);
      digits = 0;
      if (i >= end_ || text_[i] != '-' || !DigitAt(i + 1)) break;
    }
    const bool plain = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                                   text_.begin() + static_cast<std::ptrdiff_t>(dash), absl::ascii_isdigit);
    return plain && (parts >= 3 || ((dash - from == 3 || dash - from == 1) && longest_after == 4));
  }

  // --- Words.
  size_t Word(size_t at) {
    const size_t end = WordEnd(at);
    return Apostrophes(at, RateEnd(at, end));
  }

  // Where the word that begins at `at` ends: letters and digits, with stops inside abbreviations, apostrophes,
  // ampersands between capitals, and hyphens after joined prefixes.
  size_t WordEnd(size_t at) const {
    size_t end = at;
    while (end < end_) {
      const Character c = At(end);
      if (IsAlnum(c.kind)) {
        end += c.bytes;
        continue;
      }
      const size_t after = end + c.bytes;
      if (c.code == '.') {
        if (KeepsStop(at, end)) {
          end = after;
          continue;
        }
        break;
      }
      if (c.code == '-' && after == end_ && end - at <= kLongestStutter && at == begin_) return after;  // "th- this"
      if (after >= end_ || !IsAlnum(At(after).kind)) {
        if (c.code == '$' && after < end_ && DigitAt(after)) end = after;  // "US$5"
        break;
      }
      if (IsApostrophe(c.code) || (c.code == '&' && IsUpper(end - 1) && IsUpper(after)) ||
          (IsHyphen(c.code) && JoinsAcross(at, end))) {
        end = after;
        continue;
      }
      if (c.code == '_' || (c.code == '$' && DigitAt(after))) {
        end = after;
        if (c.code == '$') break;
        continue;
      }
      break;
    }
    return end;
  }

  bool IsUpper(size_t i) const { return text_[i] >= 'A' && text_[i] <= 'Z'; }

  // Whether the stop at `stop` belongs to the word text_[from, stop).
  bool KeepsStop(size_t from, size_t stop) const {
    const size_t after = stop + 1;
    const absl::string_view word = View(from, stop);
    if (after < end_ && At(after).kind == CharacterClass::kLetter) {
      // "U.S": a single letter since the last stop, before a single letter; "Ph.D".
      const size_t last = word.rfind('.');
      const size_t letters = word.size() - (last == absl::string_view::npos ? 0 : last + 1);
      return letters == 1 || lists_.abbreviations.contains(absl::AsciiStrToLower(AbbreviationAt(from)));
    }
    // An ellipsis, unless it is the one stop of an abbreviation and the one of its sentence: "Acme Inc..".
    if (after < end_ && text_[after] == '.' &&
        !(after + 1 == end_ && lists_.abbreviations.contains(absl::AsciiStrToLower(word)))) {
      return false;
    }
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return word[0] != 'I';
    if (IsDottedLetters(std::string(word) + ".")) return true;
    if (lists_.before_numbers.contains(absl::AsciiStrToLower(word))) return NumberFollows(after);
    const auto found = lists_.abbreviations.find(absl::AsciiStrToLower(word));
    if (found == lists_.abbreviations.end()) return false;
    // "Sun." and "sun.", "Art." and "art." differ: in lower case only what the table has in lower case.
    const bool upper = word[0] >= 'A' && word[0] <= 'Z';
    return upper || lists_.lower_abbreviations.contains(std::string(word));
  }

  // The longest stretch of letters and stops from `from`, without its last stop.
  absl::string_view AbbreviationAt(size_t from) const {
    size_t end = from;
    while (end < end_ && end - from < 12 &&
           (absl::ascii_isalpha(static_cast<unsigned char>(text_[end])) || text_[end] == '.'))
      ++end;
    absl::string_view out = View(from, end);
    if (!out.empty() && out.back() == '.') out.remove_suffix(1);
    return out;
  }

  bool NumberFollows(size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at < text_.size() && absl::ascii_isdigit(static_cast<unsigned char>(text_[at]));
  }

  // A hyphen inside "e-mail", "pro-Beijing", "non-binding".
  bool JoinsAcross(size_t from, size_t hyphen) const {
    return lists_.joined_prefixes.contains(absl::AsciiStrToLower(View(from, hyphen)));
  }

  // Emits text_[at, end), cut where a clitic begins: "do|n't", "Japan|'s", "players|'".
  size_t Apostrophes(size_t at, size_t end) {
    const absl::string_view word = View(at, end);
    const std::string lower = absl::AsciiStrToLower(word);
    if (const auto found = lists_.contractions.find(lower); found != lists_.contractions.end()) {
      return EmitPair(at, at + found->second, end);
    }
    for (const absl::string_view quote : {absl::string_view("'"), absl::string_view("\xE2\x80\x99")}) {
      const size_t from = lower.rfind(std::string(quote));
      if (from == std::string::npos || from == 0) continue;
      const absl::string_view rest = absl::string_view(lower).substr(from + quote.size());
      if (rest == "t" && lower[from - 1] == 'n' && from > 1) {
        const size_t middle = at + from - 1;
        return EmitPair(at, middle, end);
      }
      if (rest == "s" || rest == "re" || rest == "ve" || rest == "ll" || rest == "d" || rest == "m") {
        return EmitPair(at, at + from, end);
      }
    }
    // A plural's possessive: an apostrophe after "s" that closes no quotation begun in this chunk.
    if (end < end_ && !lower.empty() && lower.back() == 's') {
      const Character c = At(end);
      const size_t after = end + c.bytes;
      if (IsApostrophe(c.code) && (after == end_ || !IsAlnum(At(after).kind)) && !OpensQuote() && !quoted_) {
        return EmitPair(at, end, after);
      }
    }
    return Emit(at, end);
  }

  // The chunk begins with a single quotation mark.
  bool OpensQuote() const {
    const uint32_t first = At(begin_).code;
    return first == '\'' || first == 0x2018;
  }

  // "'s" split off from what stands before ("U.S.'s", "2008's"), "'90s", "'em", "'tis".
  size_t LeadingApostrophe(size_t at, size_t bytes) {
    size_t end = at + bytes;
    while (end < end_ && IsAlnum(At(end).kind)) end += At(end).bytes;
    const std::string rest = absl::AsciiStrToLower(View(at + bytes, end));
    if (rest.empty()) return at;
    if (at > begin_ && !tokens_->empty() && tokens_->back().span.end == at &&
        (rest == "s" || rest == "d" || rest == "ll" || rest == "re" || rest == "ve" || rest == "m")) {
      if (tokens_->back().surface_words == 1) {
        tokens_->back().surface_words = 2;
        return Emit(at, end, 0);
      }
      return Emit(at, end);
    }
    if (rest == "em" || rest == "til" || rest == "cause" || rest == "bout" ||
        (rest.size() == 3 && absl::ascii_isdigit(static_cast<unsigned char>(rest[0])) && rest[2] == 's')) {
      return Emit(at, end);
    }
    if (rest == "tis" || rest == "twas") return EmitPair(at, at + bytes + 1, end);
    return at;
  }

  // --- Things that are one token whatever marks they hold.
  // A URL, a host name or an e-mail address.
  size_t Address(size_t at) const {
    const absl::string_view rest = View(at, end_);
    const bool web = absl::StartsWithIgnoreCase(rest, "http://") || absl::StartsWithIgnoreCase(rest, "https://") ||
                     absl::StartsWithIgnoreCase(rest, "www.") || absl::StartsWithIgnoreCase(rest, "ftp://");
    if (!web) {
      size_t end = at;
      bool mail = false;
      while (end < end_ &&
             (absl::ascii_isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '.' || text_[end] == '-' ||
              text_[end] == '_' || text_[end] == '+' || (text_[end] == '@' && !mail))) {
        mail = mail || text_[end] == '@';
        ++end;
      }
      while (end > at && !absl::ascii_isalnum(static_cast<unsigned char>(text_[end - 1]))) --end;
      const absl::string_view word = View(at, end);
      if (mail && word.find('@') != absl::string_view::npos &&
          word.find('.', word.find('@')) != absl::string_view::npos)
        return end;
      return IsHost(word) || IsFile(word) || IsDottedName(word) ? end : at;
    }
    size_t end = end_;
    while (end > at && absl::string_view(".,;:!?)]}>\"'").find(text_[end - 1]) != absl::string_view::npos) --end;
    for (const absl::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99"}) {
      if (absl::EndsWith(View(at, end), quote)) end -= quote.size();
    }
    return end;
  }

  // "consilience.org", "bbc.co.uk": lower-case labels under a well-known ending.
  static bool IsHost(absl::string_view word) {
    static constexpr absl::string_view kEndings[] = {".com",   ".org",    ".net", ".gov", ".edu", ".info", ".io", ".tv",
                                                     ".co.uk", ".org.uk", ".de",  ".fr",  ".eu",  ".ru",   ".cn"};
    for (const absl::string_view ending : kEndings) {
      if (word.size() > ending.size() && absl::EndsWithIgnoreCase(word, ending)) return true;
    }
    return false;
  }

  static bool IsFile(absl::string_view word) {
    for (const absl::string_view ending : kFileEndings) {
      if (word.size() > ending.size() && absl::EndsWithIgnoreCase(word, ending)) return true;
    }
    return false;
  }

  // "alt.animals.cat", "com.example.news": three or more labels in lower case.
  static bool IsDottedName(absl::string_view word) {
    size_t labels = 0;
    size_t letters = 0;
    for (const char c : word) {
      if (c == '.') {
        if (letters < 2) return false;
        ++labels;
        letters = 0;
      } else if (absl::ascii_islower(static_cast<unsigned char>(c)) || c == '-') {
        ++letters;
      } else {
        return false;
      }
    }
    return labels >= 2 && letters >= 2;
  }

  size_t Handle(size_t at) const {
    size_t end = at + 1;
    while (end < end_ && (IsAlnum(At(end).kind) || text_[end] == '_')) end += At(end).bytes;
    return end;
  }

  // "&amp;" and "&#8217;".
  size_t HtmlEntity(size_t at) const {
    size_t end = at + 1;
    if (end < end_ && text_[end] == '#') ++end;
    const size_t name = end;
    while (end < end_ && end - name < 8 && absl::ascii_isalnum(static_cast<unsigned char>(text_[end]))) ++end;
    return end > name && end < end_ && text_[end] == ';' ? end + 1 : at;
  }

  size_t Emoticon(size_t at) const {
    if (at != begin_) return at;
    size_t end = at + 1;
    if (end < end_ && text_[end] == '-') ++end;
    if (end + 1 != end_ || absl::string_view("()DPp|/").find(text_[end]) == absl::string_view::npos) return at;
    return end + 1;
  }

  absl::string_view text_;
  size_t begin_;
  size_t end_;
  const WordLists& lists_;
  std::vector<Token>* tokens_;

 public:
  bool quoted_ = false;  // a single quotation mark is open from an earlier chunk
};

// Where a glued pair of sentences is joined ("ended.The next"): the position after the stop, or npos.
size_t GluedStop(absl::string_view chunk) {
  for (size_t i = 3; i + 2 < chunk.size(); ++i) {
    if (chunk[i] != '.') continue;
    const auto lower = [&](size_t j) { return absl::ascii_islower(static_cast<unsigned char>(chunk[j])); };
    if (lower(i - 1) && lower(i - 2) && lower(i - 3) && absl::ascii_isupper(static_cast<unsigned char>(chunk[i + 1])) &&
        lower(i + 2) && chunk.find('/') == absl::string_view::npos && chunk.find('@') == absl::string_view::npos) {
      return i + 1;
    }
  }
  return absl::string_view::npos;
}

}  // namespace

bool IsDottedLetters(absl::string_view word) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (size_t i = 0; i < word.size(); i += 2) {
    if (!absl::ascii_isalpha(static_cast<unsigned char>(word[i])) || word[i + 1] != '.') return false;
  }
  return true;
}

void Tokenize(absl::string_view text, ByteSpan range, const WordLists& lists, std::vector<Token>* tokens) {
  size_t at = range.begin;
  bool quoted = false;
  while (at < range.end) {
    const Character c = CharacterAt(text, at);
    if (c.kind == CharacterClass::kSpace) {
      at += c.bytes;
      continue;
    }
    size_t end = at;
    while (end < range.end) {
      const Character next = CharacterAt(text, end);
      if (next.kind == CharacterClass::kSpace) break;
      end += next.bytes;
    }
    const size_t glued = GluedStop(text.substr(at, end - at));
    const size_t middle = glued == absl::string_view::npos ? end : at + glued;
    const size_t first_token = tokens->size();
    for (const auto& [from, to] : {std::pair(at, middle), std::pair(middle, end)}) {
      if (from == to) continue;
      Chunk chunk(text, {static_cast<uint32_t>(from), static_cast<uint32_t>(to)}, lists, tokens);
      chunk.quoted_ = quoted;
      chunk.Tokenize();
    }
    if (middle != end && tokens->size() > first_token) {
      for (size_t i = first_token; i < tokens->size(); ++i) {
        if ((*tokens)[i].span.end == middle) (*tokens)[i].space_after = false;
      }
    }
    // A single quotation mark that opened in this chunk and did not close in it.
    const uint32_t first = c.code;
    if (first == '\'' || first == 0x2018) quoted = true;
    if (quoted && end > at + 1) {
      const absl::string_view chunk = text.substr(at, end - at);
      const size_t close =
          std::max(chunk.rfind('\'') == absl::string_view::npos ? 0 : chunk.rfind('\''),
                   chunk.rfind("\xE2\x80\x99") == absl::string_view::npos ? 0 : chunk.rfind("\xE2\x80\x99"));
      if (close > 0 && close + 4 >= chunk.size()) {
        const size_t after = close + (chunk[close] == '\'' ? 1 : 3);
        const bool clitic = after < chunk.size() && absl::ascii_isalpha(static_cast<unsigned char>(chunk[after]));
        if (!clitic) quoted = false;
      }
    }
    at = end;
  }
}

}  // namespace consilience
