// Text as a terminal shows it: how many columns it takes, where it may be cut and broken, and nothing in it that a
// terminal would obey.
//
// Widths follow Unicode's East_Asian_Width (UAX #11; ambiguous characters are narrow) and count what a person perceives
// as one character (UAX #29: a letter with its accents, a flag, a family of emoji) once.
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace consilience {

// Valid UTF-8 on one line: bytes that are none become U+FFFD, line breaks and tabs a space, other control characters
// (escape sequences begin with one) their pictures (U+2400...), and marks that turn the direction of the text are left
// out. With `keep_space`, line breaks become "↵" and spaces stay as they are; else runs of white space become one
// space.
std::string Printable(absl::string_view text, bool keep_space = false);

// Columns that printable text takes.
int DisplayWidth(absl::string_view text);

// `text` when it takes at most `width` columns, else its beginning and "…", preferably cut at a word.
std::string Shorten(absl::string_view text, int width);

// Lines of at most `width` columns, broken at spaces; a word wider than a line is broken where it must be. Never empty.
// What Unbroken has tied together is not broken, and its spaces come out as spaces.
std::vector<std::string> Wrap(absl::string_view text, int width);

// `text` with no-break spaces for its spaces, to be wrapped as one word.
std::string Unbroken(absl::string_view text);

// `text` and spaces up to `width` columns.
std::string Pad(absl::string_view text, int width);
std::string PadLeft(absl::string_view text, int width);

// Without white space, punctuation and marks: equal for texts of the same words.
std::string LettersAndDigits(absl::string_view text);

// Replaces bytes that are not UTF-8 by U+FFFD.
std::string ValidUtf8(absl::string_view text);

}  // namespace consilience
