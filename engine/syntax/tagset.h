// The tags of the analysis: Universal Dependencies parts of speech and relations, Penn Treebank tags, kinds of name.
//
// Each set is a table; the enumerators follow its order, which the model file relies on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace consilience {

#define CONSILIENCE_UPOS(X) \
  X(kAdj, "ADJ")            \
  X(kAdp, "ADP")            \
  X(kAdv, "ADV")            \
  X(kAux, "AUX")            \
  X(kCconj, "CCONJ")        \
  X(kDet, "DET")            \
  X(kIntj, "INTJ")          \
  X(kNoun, "NOUN")          \
  X(kNum, "NUM")            \
  X(kPart, "PART")          \
  X(kPron, "PRON")          \
  X(kPropn, "PROPN")        \
  X(kPunct, "PUNCT")        \
  X(kSconj, "SCONJ")        \
  X(kSym, "SYM")            \
  X(kVerb, "VERB")          \
  X(kX, "X")

#define CONSILIENCE_XPOS(X) \
  X(kAdd, "ADD")            \
  X(kAfx, "AFX")            \
  X(kCc, "CC")              \
  X(kCd, "CD")              \
  X(kDt, "DT")              \
  X(kEx, "EX")              \
  X(kFw, "FW")              \
  X(kGw, "GW")              \
  X(kHyph, "HYPH")          \
  X(kIn, "IN")              \
  X(kJj, "JJ")              \
  X(kJjr, "JJR")            \
  X(kJjs, "JJS")            \
  X(kLs, "LS")              \
  X(kMd, "MD")              \
  X(kNfp, "NFP")            \
  X(kNn, "NN")              \
  X(kNnp, "NNP")            \
  X(kNnps, "NNPS")          \
  X(kNns, "NNS")            \
  X(kPdt, "PDT")            \
  X(kPos, "POS")            \
  X(kPrp, "PRP")            \
  X(kPrpPoss, "PRP$")       \
  X(kRb, "RB")              \
  X(kRbr, "RBR")            \
  X(kRbs, "RBS")            \
  X(kRp, "RP")              \
  X(kSym, "SYM")            \
  X(kTo, "TO")              \
  X(kUh, "UH")              \
  X(kVb, "VB")              \
  X(kVbd, "VBD")            \
  X(kVbg, "VBG")            \
  X(kVbn, "VBN")            \
  X(kVbp, "VBP")            \
  X(kVbz, "VBZ")            \
  X(kWdt, "WDT")            \
  X(kWp, "WP")              \
  X(kWpPoss, "WP$")         \
  X(kWrb, "WRB")            \
  X(kXx, "XX")              \
  X(kDollar, "$")           \
  X(kComma, ",")            \
  X(kStop, ".")             \
  X(kColon, ":")            \
  X(kQuoteOpen, "``")       \
  X(kQuoteClose, "''")      \
  X(kBracketOpen, "-LRB-")  \
  X(kBracketClose, "-RRB-")

// Universal relations and the subtypes that English treebanks use at least now and then.
#define CONSILIENCE_RELATION(X)     \
  X(kAcl, "acl")                    \
  X(kAclRelcl, "acl:relcl")         \
  X(kAdvcl, "advcl")                \
  X(kAdvclRelcl, "advcl:relcl")     \
  X(kAdvmod, "advmod")              \
  X(kAmod, "amod")                  \
  X(kAppos, "appos")                \
  X(kAux, "aux")                    \
  X(kAuxPass, "aux:pass")           \
  X(kCase, "case")                  \
  X(kCc, "cc")                      \
  X(kCcPreconj, "cc:preconj")       \
  X(kCcomp, "ccomp")                \
  X(kCompound, "compound")          \
  X(kCompoundPrt, "compound:prt")   \
  X(kConj, "conj")                  \
  X(kCop, "cop")                    \
  X(kCsubj, "csubj")                \
  X(kCsubjOuter, "csubj:outer")     \
  X(kCsubjPass, "csubj:pass")       \
  X(kDep, "dep")                    \
  X(kDet, "det")                    \
  X(kDetPredet, "det:predet")       \
  X(kDiscourse, "discourse")        \
  X(kDislocated, "dislocated")      \
  X(kExpl, "expl")                  \
  X(kFixed, "fixed")                \
  X(kFlat, "flat")                  \
  X(kGoeswith, "goeswith")          \
  X(kIobj, "iobj")                  \
  X(kList, "list")                  \
  X(kMark, "mark")                  \
  X(kNmod, "nmod")                  \
  X(kNmodDesc, "nmod:desc")         \
  X(kNmodPoss, "nmod:poss")         \
  X(kNmodUnmarked, "nmod:unmarked") \
  X(kNsubj, "nsubj")                \
  X(kNsubjOuter, "nsubj:outer")     \
  X(kNsubjPass, "nsubj:pass")       \
  X(kNummod, "nummod")              \
  X(kObj, "obj")                    \
  X(kObl, "obl")                    \
  X(kOblAgent, "obl:agent")         \
  X(kOblUnmarked, "obl:unmarked")   \
  X(kOrphan, "orphan")              \
  X(kParataxis, "parataxis")        \
  X(kPunct, "punct")                \
  X(kReparandum, "reparandum")      \
  X(kRoot, "root")                  \
  X(kVocative, "vocative")          \
  X(kXcomp, "xcomp")

#define CONSILIENCE_ENUMERATOR(name, text) name,
enum class Upos : uint8_t { CONSILIENCE_UPOS(CONSILIENCE_ENUMERATOR) };
enum class Xpos : uint8_t { CONSILIENCE_XPOS(CONSILIENCE_ENUMERATOR) };
enum class Relation : uint8_t { CONSILIENCE_RELATION(CONSILIENCE_ENUMERATOR) };
#undef CONSILIENCE_ENUMERATOR

#define CONSILIENCE_COUNT(name, text) +1
inline constexpr size_t kUposCount = 0 CONSILIENCE_UPOS(CONSILIENCE_COUNT);
inline constexpr size_t kXposCount = 0 CONSILIENCE_XPOS(CONSILIENCE_COUNT);
inline constexpr size_t kRelationCount = 0 CONSILIENCE_RELATION(CONSILIENCE_COUNT);
#undef CONSILIENCE_COUNT

// The kind of name a word belongs to.
enum class NameKind : uint8_t { kNone, kPerson, kPlace, kOrganisation };

absl::string_view ToString(Upos tag);
absl::string_view ToString(Xpos tag);
absl::string_view ToString(Relation relation);
absl::string_view ToString(NameKind kind);  // "", "PER", "LOC", "ORG"

// nullopt for a text that is not in the table.
std::optional<Upos> ParseUpos(absl::string_view text);
std::optional<Xpos> ParseXpos(absl::string_view text);
// A subtype that is not in the table falls back to its universal part ("nmod:npmod" is kNmod).
std::optional<Relation> ParseRelation(absl::string_view text);

// "nsubj:pass" -> "nsubj".
Relation Universal(Relation relation);
// "nsubj", "nsubj:pass", "nsubj:outer".
bool IsSubject(Relation relation);

// "sank", "sinks", "sink" of "they sink"; a modal is not counted among them.
constexpr bool IsFinite(Xpos tag) {
  return tag == Xpos::kVbd || tag == Xpos::kVbz || tag == Xpos::kVbp;
}

// "can sink", too.
constexpr bool IsFiniteOrModal(Xpos tag) {
  return IsFinite(tag) || tag == Xpos::kMd;
}

// "ferries", "the Alps".
constexpr bool IsPlural(Xpos tag) {
  return tag == Xpos::kNns || tag == Xpos::kNnps;
}

}  // namespace consilience
