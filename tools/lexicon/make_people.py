#!/usr/bin/env python3
"""Derives engine/claim/data/people.txt from WordNet 3.0 (Debian's package wordnet-base).

usage: make_people.py [FOLDER] > engine/claim/data/people.txt       FOLDER: /usr/share/wordnet

Kept are single words whose first, most used sense is a person, among those that WordNet's own counts show in use.
"""
import re
import sys
import textwrap

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
PERSON = "18"  # the lexicographers' file noun.person


def rows(name):
    with open(f"{FOLDER}/{name}", encoding="latin-1") as lines:
        return [line.split() for line in lines if not line.startswith(" ")]


def main():
    file_of = {row[0]: row[1] for row in rows("data.noun")}
    people = []
    for row in rows("index.noun"):
        word, pointers = row[0], int(row[3])
        counted, first = int(row[5 + pointers]), row[6 + pointers]
        if counted > 0 and re.fullmatch(r"[a-z][a-z-]+", word) and file_of[first] == PERSON:
            people.append(word)
    print("# Derived from WordNet 3.0 by tools/lexicon/make_people.py; see engine/reconcile/data/WORDNET_LICENSE.")
    print("\n".join(textwrap.wrap(" ".join(sorted(people)), 118, break_on_hyphens=False)))


if __name__ == "__main__":
    main()
