// Writes JSON text, compact, in the order of the calls.
//
//   std::string out;
//   JsonWriter json(&out);
//   json.BeginObject().Key("outlet").String("BBC").Key("claims").Int(3).EndObject();   // {"outlet":"BBC","claims":3}
//
// Strings must be valid UTF-8. Commas are the writer's business; matching Begin/End is the caller's.
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "engine/base/decimal.h"
#include "engine/base/units.h"

namespace consilience {

class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}

  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }
  JsonWriter& Key(absl::string_view key);
  JsonWriter& String(absl::string_view value);
  JsonWriter& Int(int64_t value);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();
  // Shortest text that reads back as the same double; a value that is not finite becomes null.
  JsonWriter& Double(double value);
  JsonWriter& Number(const Decimal& value);
  JsonWriter& Number(Probability value);
  // Null when empty.
  JsonWriter& StringOrNull(absl::string_view value) { return value.empty() ? Null() : String(value); }

 private:
  JsonWriter& Open(char c);
  JsonWriter& Close(char c);
  void Separate();

  std::string* out_;
  bool comma_ = false;  // a value stands before: the next one needs a comma
};

// Appends `value` quoted and escaped.
void AppendJsonString(absl::string_view value, std::string* out);

}  // namespace consilience
