#!/usr/bin/env python3
"""Derives engine/reconcile/data/lexicon.tsv from WordNet 3.0 (Debian's package wordnet-base).

usage: make_lexicon.py [FOLDER] > engine/reconcile/data/lexicon.tsv       FOLDER: /usr/share/wordnet

Kept are words that WordNet's own counts show in use, in their first senses only: what two words share in a rare sense
would bring unlike claims together. Rows by tab:

  syn   POS  WORD|WORD|...     words of one sense (POS: n, v, a)
  core  v    WORD|WORD|...     verbs of which it is the first, most used sense
  up    POS  WORD  WORD|...    what a noun or verb is a kind of, nearest first
  ant   POS  WORD|WORD         opposites
  verb  NOUN  VERB             the act that the noun names: announcement, announce
  form  FORM  WORD             irregular forms: struck, strike
  noun  WORD|WORD|...          further nouns for persons, groups, acts and events, by their first letter
"""
import collections
import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
FILES = {"n": "noun", "v": "verb", "a": "adj"}
NUMBER = {"n": ("1",), "v": ("2",), "a": ("3", "5")}
SENSES = {"n": 2, "v": 3, "a": 2}
LEVELS = {"n": 3, "v": 1}


def counts():
    used = collections.Counter()
    for line in open(f"{FOLDER}/cntlist.rev"):
        key, _, count = line.split()
        word, rest = key.split("%")
        used[word, rest[0]] += int(count)
    return used


def senses(pos):
    index = {}
    for line in open(f"{FOLDER}/index.{FILES[pos]}"):
        if line.startswith(" "):
            continue
        field = line.split()
        index[field[0]] = field[6 + int(field[3]):]
    return index


def synsets(pos):
    found = {}
    for line in open(f"{FOLDER}/data.{FILES[pos]}"):
        if line.startswith(" "):
            continue
        field = line.split(" | ")[0].split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i].lower().split("(")[0] for i in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(field[at + 1 + 4 * i: at + 5 + 4 * i]) for i in range(int(field[at]))]
        found[field[0]] = words, pointers
    return found


def main():
    used = counts()
    index = {pos: senses(pos) for pos in FILES}
    data = {pos: synsets(pos) for pos in FILES}

    def kept(pos, word, synset, most):
        if word not in index[pos] or "_" in word and word.count("_") > 1 or not word.replace("_", "").isalpha():
            return False
        if not any(used[word, n] for n in NUMBER[pos]):
            return False
        return synset in index[pos][word][:most]

    rows = set()
    for pos in FILES:
        for synset, (words, pointers) in data[pos].items():
            members = sorted({w.replace("_", " ") for w in words if kept(pos, w, synset, SENSES[pos])})
            if len(members) > 1:
                rows.add(("syn", pos, "|".join(members)))
            core = sorted({w.replace("_", " ") for w in words if pos == "v" and kept(pos, w, synset, 1)})
            if len(core) > 1:
                rows.add(("core", pos, "|".join(core)))
            for symbol, target, target_pos, numbers in pointers:
                source, goal = int(numbers[:2], 16), int(numbers[2:], 16)
                if symbol == "!" and target_pos in FILES and source and goal:
                    a, b = words[source - 1], data[pos][target][0][goal - 1]
                    if a != b and kept(pos, a, synset, SENSES[pos]) and kept(pos, b, target, SENSES[pos]):
                        rows.add(("ant", pos, "|".join(sorted((a.replace("_", " "), b.replace("_", " "))))))
                if symbol == "+" and pos == "n" and target_pos == "v" and source and goal:
                    noun, verb = words[source - 1], data["v"][target][0][goal - 1]
                    if kept("n", noun, synset, 2) and kept("v", verb, target, 2) and noun[:3] == verb[:3] and not (
                            noun.endswith(("er", "or", "ee", "ant", "ent")) and len(noun) <= len(verb) + 3):
                        rows.add(("verb", noun.replace("_", " "), verb.replace("_", " ")))
        if pos not in LEVELS:
            continue
        for word, synset_list in index[pos].items():
            first = synset_list[0]
            if not kept(pos, word, first, 1):
                continue
            above, level = [], [first]
            for _ in range(LEVELS[pos]):
                level = [t for s in level for symbol, t, p, _ in data[pos][s][1] if symbol in ("@", "@i") and p == pos]
                for synset in level:
                    above += [w for w in data[pos][synset][0] if kept(pos, w, synset, 2) and w not in above + [word]]
            # The broadest words say nothing.
            above = [w for w in above if w not in BROAD[pos]]
            if above:
                rows.add(("up", pos, word.replace("_", " "), "|".join(w.replace("_", " ") for w in above)))
    for pos in FILES:
        for line in open(f"{FOLDER}/{FILES[pos]}.exc"):
            form, base = line.split()[:2]
            if form.isalpha() and base.isalpha() and form != base and any(used[base, n] for n in NUMBER[pos]):
                rows.add(("form", pos, form, base))

    known = {w for row in rows if row[:2] in (("syn", "n"), ("up", "n")) for w in row[2].split("|")}
    further = collections.defaultdict(set)
    for line in open(f"{FOLDER}/data.noun"):
        field = line.split()
        if line.startswith(" ") or field[1] not in FURTHER:
            continue
        for i in range(int(field[3], 16)):
            word = field[4 + 2 * i]
            if word.isalpha() and word.islower() and len(word) > 3 and word not in known:
                further[word[0]].add(word)
    for words in further.values():
        rows.add(("noun", "|".join(sorted(words))))

    print("# Derived from WordNet 3.0 by tools/lexicon/make_lexicon.py; see WORDNET_LICENSE beside this file.")
    for row in sorted(rows):
        print("\t".join(row))


# Numbers of WordNet's files: acts, events, groups, persons.
FURTHER = ("04", "11", "14", "18")
BROAD = {
    "n": set("""entity object whole unit thing matter abstraction attribute state relation group grouping act action
                activity event happening occurrence occurrent cause causal agent being organism living thing part
                piece artifact artefact measure quantity amount group collection communication content cognition
                psychological feature quality property condition change process way manner""".split()),
    "v": set("act move change make do be have get go come think consider express convey induce cause".split()),
}

if __name__ == "__main__":
    main()
