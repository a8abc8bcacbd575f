#!/usr/bin/env python3
"""Draws groups and conflicts of a reconciled store for a person to read.

usage: bench/quality/sample.py --store S [--groups 100] [--conflicts 60] [--seed 1] [--min-confidence 0.8] [--ids]

A group is drawn from those in which claims of two or more documents meet under two or more outlets, and which have
the confidence that reports ask for. Each is printed with its claims and their statements; the same store and seed give
the same ones.
"""
import argparse
import hashlib
import sqlite3


def shuffled(ids, seed):
    """In an order that depends on nothing but the ids and the seed."""
    return sorted(ids, key=lambda i: hashlib.sha256(b"%d %d" % (seed, i)).digest())


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--store", required=True)
    parser.add_argument("--groups", type=int, default=100)
    parser.add_argument("--conflicts", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--min-confidence", type=float, default=0.8)
    parser.add_argument("--ids", action="store_true", help="ids and spans only")
    options = parser.parse_args()
    store = sqlite3.connect("file:%s?mode=ro" % options.store, uri=True)
    groups = [row[0] for row in store.execute(
        "SELECT m.group_id FROM group_claims m JOIN claim_groups g USING (group_id) "
        "JOIN claims c ON c.id = m.claim_id JOIN statements s ON s.id = c.statement "
        "WHERE json_array_length(g.outlets) > 1 AND g.confidence >= ? GROUP BY 1 HAVING count(DISTINCT s.document) > 1",
        (options.min_confidence,))]
    conflicts = [row[0] for row in store.execute("SELECT conflict_id FROM conflicts")]
    print("%d groups, %d conflicts" % (len(groups), len(conflicts)))

    def show(group, mark):
        for row in store.execute(
                "SELECT DISTINCT c.document, c.object_begin, c.object_end, c.subject, c.predicate_text, c.object, "
                "c.polarity, c.modality, coalesce(c.speaker, ''), c.statement, c.published, c.begin, c.end, c.claim_id "
                "FROM group_claims m JOIN credited_claims c USING (claim_id) WHERE m.group_id = ? ORDER BY 1, 2 LIMIT 6",
                (group,)):
            if options.ids:
                print("   %s %s %d-%d claim %d" % (mark, row[0], row[11], row[12], row[13]))
                continue
            print("   %s %s %s [%s | %s | %s] %s %s %s\n        %s" % (
                mark, row[0], row[10], row[3], row[4], row[5], row[6], row[7], row[8] and "said by " + row[8],
                " ".join(row[9].split())))

    for number, group in enumerate(shuffled(groups, options.seed)[:options.groups], 1):
        subject, predicate, answer, outlets = store.execute(
            "SELECT subject, predicate, answer, outlets FROM claim_groups WHERE group_id = ?", (group,)).fetchone()
        print("G%d %d" % (number, group) + ("" if options.ids else " [%s | %s | %s] %s" % (subject, predicate, answer, outlets)))
        show(group, "=")
    for number, conflict in enumerate(shuffled(conflicts, options.seed)[:options.conflicts], 1):
        a, b, kind, explanation = store.execute(
            "SELECT group_a, group_b, kind, explanation FROM conflicts WHERE conflict_id = ?", (conflict,)).fetchone()
        print("C%d %d %s" % (number, conflict, kind) + ("" if options.ids else " " + explanation))
        show(a, "<")
        show(b, ">")


if __name__ == "__main__":
    main()
