// Checks a JSON value against a JSON Schema, as far as our schemas go: $ref within the file, type, enum, required,
// properties, items, minItems, maxItems, minimum, maximum. Stricter than the standard in one thing: a property that the
// schema does not name is an error, so that no field goes undescribed.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace consilience::testing {

class JsonSchema {
 public:
  explicit JsonSchema(const std::string& text) : text_(text), root_(parser_.parse(text_)) {}

  // What is wrong, each with its place in the value; empty when it conforms.
  std::vector<std::string> Errors(simdjson::dom::element value) const {
    std::vector<std::string> errors;
    Check(root_, value, "$", &errors);
    return errors;
  }

 private:
  using Element = simdjson::dom::element;

  static bool IsOfType(std::string_view type, Element value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    return type == "number" && value.is_number();
  }

  static double Number(Element value) {
    double number = 0;
    return value.get(number) == simdjson::SUCCESS ? number : 0;
  }

  void Check(Element schema, Element value, const std::string& place, std::vector<std::string>* errors) const {
    const auto complain = [&](const std::string& what) { errors->push_back(place + ": " + what); };
    Element part;
    if (schema["$ref"].get(part) == simdjson::SUCCESS) {
      const std::string_view reference = part;
      return Check(root_.at_pointer(reference.substr(1)), value, place, errors);
    }
    if (schema["type"].get(part) == simdjson::SUCCESS) {
      bool fits = false;
      if (part.is_array()) {
        for (const Element type : simdjson::dom::array(part)) fits = fits || IsOfType(type, value);
      } else {
        fits = IsOfType(part, value);
      }
      if (!fits)
        return complain("is " + std::string(simdjson::minify(value)) + ", not " + std::string(simdjson::minify(part)));
    }
    if (schema["enum"].get(part) == simdjson::SUCCESS) {
      bool found = false;
      for (const Element choice : simdjson::dom::array(part)) {
        found = found || std::string(simdjson::minify(choice)) == std::string(simdjson::minify(value));
      }
      if (!found) complain(std::string(simdjson::minify(value)) + " is none of " + std::string(simdjson::minify(part)));
    }
    if (value.is_number()) {
      if (schema["minimum"].get(part) == simdjson::SUCCESS && Number(value) < Number(part)) complain("is too small");
      if (schema["maximum"].get(part) == simdjson::SUCCESS && Number(value) > Number(part)) complain("is too large");
    }
    if (value.is_array()) CheckItems(schema, value, place, errors);
    if (value.is_object()) CheckProperties(schema, value, place, errors);
  }

  void CheckItems(Element schema, simdjson::dom::array items, const std::string& place,
                  std::vector<std::string>* errors) const {
    Element part;
    const auto size = static_cast<double>(items.size());
    if (schema["minItems"].get(part) == simdjson::SUCCESS && size < Number(part))
      errors->push_back(place + ": too few");
    if (schema["maxItems"].get(part) == simdjson::SUCCESS && size > Number(part))
      errors->push_back(place + ": too many");
    if (schema["items"].get(part) != simdjson::SUCCESS) return;
    size_t i = 0;
    for (const Element item : items) Check(part, item, place + "[" + std::to_string(i++) + "]", errors);
  }

  void CheckProperties(Element schema, simdjson::dom::object value, const std::string& place,
                       std::vector<std::string>* errors) const {
    Element part;
    if (schema["required"].get(part) == simdjson::SUCCESS) {
      for (const Element name : simdjson::dom::array(part)) {
        if (value[std::string_view(name)].error() != simdjson::SUCCESS) {
          errors->push_back(place + ": " + std::string(std::string_view(name)) + " is missing");
        }
      }
    }
    if (schema["properties"].get(part) != simdjson::SUCCESS) return;
    for (const auto& [name, member] : value) {
      Element property;
      const std::string inner = place + "." + std::string(name);
      if (part[name].get(property) != simdjson::SUCCESS) {
        errors->push_back(inner + ": is not in the schema");
      } else {
        Check(property, member, inner, errors);
      }
    }
  }

  simdjson::dom::parser parser_;
  simdjson::padded_string text_;
  Element root_;
};

}  // namespace consilience::testing
