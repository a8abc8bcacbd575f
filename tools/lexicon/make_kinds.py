#!/usr/bin/env python3
"""Derives engine/reconcile/data/kinds.tsv from WordNet 3.0 (Debian's package wordnet-base): what kind of thing or act a
word is, up to the broadest kind.

usage: make_kinds.py [FOLDER [DICTIONARIES]] > engine/reconcile/data/kinds.tsv
       FOLDER:       /usr/share/wordnet
       DICTIONARIES: /usr/share/dict (Debian's packages wamerican-small and wamerican)

Kept are single words in common use (those of american-english-small; of persons, acts and events also those of
american-english) in their first two senses; kinds without any such word are passed over. Rows by tab, each after the
row of its parent:

  POS  FIELD  PARENT  WORD|WORD2|...    PARENT: how many rows before this one its broader kind stands; 0: none
                                        FIELD: number of WordNet's field of meaning ("18": persons)
                                        WORD2: it is the second sense of this word, not its first
"""
import sys

from make_lexicon import FILES, senses, synsets

DICTIONARIES = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/dict"
POS = ("n", "v")
FURTHER = ("04", "11", "18")  # acts, events, persons
SENSES = 2


def fields(pos):
    found = {}
    for line in open(f"{sys.argv[1] if len(sys.argv) > 1 else '/usr/share/wordnet'}/data.{FILES[pos]}"):
        if not line.startswith(" "):
            synset, field = line.split(None, 2)[:2]
            found[synset] = field
    return found


def main():
    common, further = ({line.strip() for line in open(f"{DICTIONARIES}/american-english{size}", encoding="utf-8")}
                       for size in ("-small", ""))
    print("# Derived from WordNet 3.0 by tools/lexicon/make_kinds.py; see WORDNET_LICENSE beside this file.")
    for pos in POS:
        index, data, field = senses(pos), synsets(pos), fields(pos)
        members, parent = {}, {}
        for word, order in index.items():
            if not word.isalpha() or len(word) == 1:
                continue
            for rank, synset in enumerate(order[:SENSES], 1):
                if word in common or word in further and field[synset] in FURTHER:
                    members.setdefault(synset, []).append(word + ("" if rank == 1 else str(rank)))
        for synset, (_, pointers) in data.items():
            above = [target for symbol, target, p, _ in pointers if symbol in ("@", "@i") and p == pos]
            parent[synset] = above[0] if above else None

        def above(synset):
            """The nearest broader kind that has words."""
            seen = set()
            while (synset := parent[synset]) is not None and synset not in members and synset not in seen:
                seen.add(synset)
            return synset if synset in members else None

        children = {}
        for synset in sorted(members):
            children.setdefault(above(synset), []).append(synset)
        order, place = [], {}
        stack = children.get(None, [])[::-1]
        while stack:
            synset = stack.pop()
            place[synset] = len(order)
            order.append(synset)
            stack += children.get(synset, [])[::-1]
        for i, synset in enumerate(order):
            broader = above(synset)
            print(pos, field[synset], 0 if broader is None else i - place[broader], "|".join(sorted(members[synset])),
                  sep="\t")


if __name__ == "__main__":
    main()
