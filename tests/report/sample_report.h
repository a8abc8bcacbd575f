// A small report with one of everything, for tests of its formats.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/report/report.h"

namespace consilience::testing {

// The claim is where `focus` stands in the statement; all of it when that is empty.
inline Quotation Quote(std::string outlet, std::string statement, std::string document, std::string published = "",
                       const std::string& focus = "") {
  Quotation quotation;
  quotation.outlet = std::move(outlet);
  quotation.basis = "publisher";
  quotation.end = static_cast<uint32_t>(statement.size());
  if (!focus.empty()) {
    quotation.focus_begin = static_cast<uint32_t>(statement.find(focus));
    quotation.focus_end = quotation.focus_begin + static_cast<uint32_t>(focus.size());
  }
  quotation.statement = std::move(statement);
  quotation.document = std::move(document);
  quotation.published = std::move(published);
  return quotation;
}

inline Report SampleReport() {
  Report report;
  report.store = "ferry.db";
  report.reconciled = "2026-05-05T06:30:00Z";
  report.documents = 4;
  report.statements = 1312;
  report.claims = 19;
  report.outlets = 4;
  report.groups = 11;
  report.corroborated_groups = 6;
  report.doubtful_groups = 3;
  report.conflicts = 2;

  ReportGroup sank;
  sank.id = 8646911284551352321;
  sank.subject = "The ferry Alma";
  sank.predicate = "sink near";
  sank.subject_text = "The ferry Alma";
  sank.predicate_text = "sank near";
  sank.object_text = "Porto Novo";
  sank.answer = "Porto Novo";
  sank.claims = 4;
  sank.outlets = {"BBC News", "Le Monde", "Reuters", "The Island Gazette & Shipping Advertiser"};
  sank.publisher_families = 4;
  sank.independent_outlets = 3;
  sank.probability = Probability::FromDouble(0.998);
  sank.confidence = Probability::FromDouble(0.91);
  sank.first_published = "2026-05-04T08:00:00Z";
  sank.last_published = "2026-05-05";
  sank.quotations = {
      Quote("BBC News", "The ferry Alma sank near Porto Novo on Sunday.", "a2", "2026-05-04"),
      Quote("Le Monde",
            "The Alma, a ferry of 1968 which had twice been refused a licence, which carried 312 passengers and which "
            "several captains had called unfit for the open sea in letters to the ministry, sank off Porto Novo, the "
            "harbour master told the paper, within eleven minutes of the first distress call.",
            "lm-17", "2026-05-05", "sank off Porto Novo"),
      Quote("Reuters", "The ferry Alma sank near Porto Novo on Sunday.", "a1", "2026-05-04T08:00:00Z"),
      Quote("The Island Gazette & Shipping Advertiser", "", "claims.csv"),
  };
  ReportGroup day = sank;  // what the same statements say beside
  day.id = 19;
  day.predicate = "sink on";
  day.predicate_text = "sank on";
  day.answer = day.object_text = "Sunday";
  day.quotations.clear();
  ReportGroup licence = day;
  licence.id = 20;
  licence.subject = licence.subject_text = "a ferry of 1968";
  licence.predicate = "refuse";
  licence.predicate_text = "had twice been refused";
  licence.answer = licence.object_text = "a licence";
  licence.speakers = {"the harbour master", "Rui Tavares"};
  licence.outlets = {"Le Monde", "Reuters"};
  licence.publisher_families = licence.independent_outlets = 2;
  report.best_corroborated.push_back({sank, {day, licence}});

  ReportGroup owner;
  owner.id = 17;
  owner.subject = "Costa Line";
  owner.predicate = "own";
  owner.subject_text = "Costa Line";
  owner.predicate_text = "owns";
  owner.object_text = "it";
  owner.answer = "the Alma";
  owner.claims = 2;
  owner.outlets = {"BBC News", "Reuters"};
  owner.publisher_families = 2;
  owner.independent_outlets = 1;
  owner.probability = Probability::FromDouble(0.62);
  owner.quotations = {Quote("BBC News", "Costa Line, which owns the Alma, declined to comment.", "a2"),
                      Quote("Reuters", "Costa Line, which owns the Alma, declined to comment.", "a1")};
  report.best_corroborated.push_back({owner, {}});

  ReportGroup height;  // from ready-made claims
  height.id = 18;
  height.subject = "Mount Tamar";
  height.predicate = "height";
  height.answer = "1200";
  height.claims = 2;
  height.outlets = {"Le Monde", "Reuters"};
  height.publisher_families = height.independent_outlets = 2;
  height.probability = Probability::FromDouble(0.9);
  height.quotations = {Quote("Le Monde", "1 200 m", "heights.csv"), Quote("Reuters", "", "heights.csv")};
  report.best_corroborated.push_back({height, {}});

  ReportConflict deaths;
  deaths.id = 4611686018427387905;
  deaths.kind = "quantity";
  deaths.explanation =
      "Reuters: \"Twelve people died\"; BBC News: \"Nine people died\"; the numbers exclude each other.";
  deaths.a.id = 21;
  deaths.a.subject = "Twelve people";
  deaths.a.predicate = "die";
  deaths.a.subject_text = "Twelve people";
  deaths.a.predicate_text = "died";
  deaths.a.claims = 1;
  deaths.a.outlets = {"Reuters"};
  deaths.a.publisher_families = deaths.a.independent_outlets = 1;
  deaths.a.probability = Probability::FromDouble(0.55);
  deaths.a.first_published = deaths.a.last_published = "2026-05-04";
  deaths.a.quotations = {Quote("Reuters", "Twelve people died, the coast guard said.", "a1", "2026-05-04")};
  deaths.b = deaths.a;
  deaths.b.id = 22;
  deaths.b.subject = deaths.b.subject_text = "Nine people";
  deaths.b.outlets = {"BBC News"};
  deaths.b.probability = Probability::FromDouble(0.004);
  deaths.b.quotations = {Quote("BBC News", "Nine people died, <b>among them</b> two children; | four are \"missing\".",
                               "a2", "2026-05-04")};
  report.conflict_list.push_back(deaths);

  report.outlet_list = {
      {"Reuters", 7, 4, 1, Probability::FromDouble(0.86), Probability::FromDouble(0.61), Probability::FromDouble(0.97)},
      {"The Island Gazette & Shipping Advertiser", 1, 0, 0, Probability::FromDouble(0.8), Probability::FromDouble(0.3),
       Probability::FromDouble(1)},
  };

  ReportStatement arrived;
  arrived.document = "digest.txt";
  arrived.text = "Minister Lena Berg did not arrive in Lisbon, *according* to SCMP and ABC News.";
  arrived.outlets = {"ABC News", "South China Morning Post"};
  arrived.bases = {"inline", "inline"};
  arrived.claims = {{"Minister Lena Berg", "arrive in", "did not arrive in", "Lisbon", "negated", "asserted", ""},
                    {"Minister Lena Berg", "resign", "", "", "affirmed", "planned", "Rui Tavares"}};
  report.statement_list.push_back(arrived);
  ReportStatement rain;
  rain.document = "digest.txt";
  rain.text = "1. Rain in 東京\x1b[31m\nand Łódź.";
  rain.outlets = {"Reuters", "Kyodo News"};
  rain.bases = {"header", "via"};
  report.statement_list.push_back(rain);
  return report;
}

}  // namespace consilience::testing
