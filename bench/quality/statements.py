#!/usr/bin/env python3
"""Draws statements with their claims for a person to read.

usage: bench/quality/statements.py [--seed 1] [--count 100] [--view clause] [--min-confidence 0] [--ids | --claims] [--consilience FILE] ARTICLES...

ARTICLES are files of articles. The same articles and seed give the same statements, whatever claims they have. --ids
prints documents and spans only, as docs/reading/statements.tsv names them; --claims a row for each claim, to be filled in,
as docs/reading/claims.tsv has them.
"""
import argparse
import hashlib
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


def order(seed, statement):
    """A number that depends on nothing but the seed and where the statement stands."""
    place = "%d %s %d" % (seed, statement["document"], statement["begin"])
    return hashlib.sha256(place.encode()).digest()


def span(part):
    return "%d-%d" % (part["begin"], part["end"]) if part else "-"


def key(claim):
    """What a reader sees of a claim, as a short hash: a verdict holds as long as it is the same."""
    return hashlib.sha256(read(claim).encode()).hexdigest()[:12]


def shown(claim):
    """What is read, and the claim's confidence."""
    return "%s (%.2f)" % (read(claim), claim["confidence"])


def read(claim):
    """One line: [subject | predicate | object | arguments] and what differs from a plain assertion."""
    parts = [claim["subject"]["text"], claim["predicate"]["text"], (claim["object"] or {"text": "-"})["text"]]
    parts += ["%s: %s" % (a["role"] or "-", a["text"]) for a in claim["arguments"]]
    marks = [claim[name] for name, plain in (("polarity", "affirmed"), ("modality", "asserted")) if claim[name] != plain]
    if claim["speaker"]:
        marks.append("said by " + claim["speaker"])
    for name in ("subject", "object"):
        entity = claim[name] and claim[name]["entity"]
        if entity and entity != claim[name]["text"]:
            marks.append("%s = %s" % (claim[name]["text"], entity))
    values = ["%s %s%s%s" % (v["kind"], "" if v["relation"] == "=" else v["relation"] + " ", v.get("amount", v.get("iso", "")),
                             " " + v["unit"] if v.get("unit") else "") for v in claim["values"]]
    if values:
        marks.append("values " + ", ".join(values))
    for name in ("date", "place"):
        if claim[name]:
            marks.append("%s %s" % (name, claim[name]))
    return "[%s] %s" % (" | ".join(parts), "; ".join(marks))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--view", default="clause")
    parser.add_argument("--min-confidence", default="0")
    parser.add_argument("--ids", action="store_true")
    parser.add_argument("--claims", action="store_true")
    parser.add_argument("--consilience", default=os.path.join(HERE, "../../build/release/bin/consilience"))
    options = parser.parse_args()
    out = subprocess.run([options.consilience, "extract", "--format", "articles", "--view", options.view,
                          "--min-confidence", options.min_confidence]
                         + options.articles, check=True, capture_output=True, text=True).stdout
    statements = [json.loads(line) for line in out.splitlines()]
    statements.sort(key=lambda s: order(options.seed, s))
    for number, statement in enumerate(statements[:options.count], 1):
        if options.claims:
            for claim in statement["claims"]:
                print("\t".join([str(options.seed), statement["document"], str(statement["begin"]), str(statement["end"]),
                                 span(claim["subject"]), span(claim["predicate"]), span(claim["object"]), key(claim), "", ""]))
            continue
        place = "%s %d-%d" % (statement["document"], statement["begin"], statement["end"])
        print("%d %s" % (number, place))
        if options.ids:
            continue
        credits = sorted({credit["outlet"] for credit in statement["credits"] if credit["basis"] != "publisher"})
        print("   " + " ".join(statement["text"].split()) + (" {credited to %s}" % ", ".join(credits) if credits else ""))
        for claim in statement["claims"]:
            print("     " + shown(claim))


if __name__ == "__main__":
    main()
