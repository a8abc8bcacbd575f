// links: document
#include "engine/document/csv_record.h"
#include "tests/fuzz/checked_reading.h"

namespace consilience::testing {
namespace {

// What a record's fields are once they are written with quotes and read back.
std::vector<std::string> WrittenAndRead(const std::vector<std::string>& fields, const std::string& rest) {
  std::string record;
  for (const std::string& field : fields) {
    record += record.empty() ? "\"" : ",\"";
    for (const char c : field) record.append(c == '"' ? 2 : 1, c);
    record += '"';
  }
  record += "\r\n";
  const std::string data = record + rest;
  std::vector<CsvField> read;
  size_t record_size = 0;
  Require(ScanCsvRecord(data, true, &read, &record_size) == CsvScan::kRecord && record_size == record.size(),
          "a record ends where it was ended");
  std::vector<std::string> texts;
  for (const CsvField& field : read) texts.push_back(field.Text());
  return texts;
}

}  // namespace
}  // namespace consilience::testing

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace consilience;
  using namespace consilience::testing;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CheckReading(data, size, InputFormat::kClaims);
  // The header is there already: the bytes are records.
  const std::string records = "source,subject,predicate,object,published,verbatim\n" + bytes;
  CheckReading(reinterpret_cast<const uint8_t*>(records.data()), records.size(), InputFormat::kClaims);
  std::vector<std::string> fields = {bytes.substr(0, size / 3), bytes.substr(size / 3, size / 3),
                                     bytes.substr(size / 3 * 2)};
  Require(WrittenAndRead(fields, bytes) == fields, "fields survive writing and reading");
  return 0;
}
