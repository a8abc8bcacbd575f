"""Pairs of claims about one scene: does the second hold where the first does, contradict it, or neither?

Both claims of a pair describe one scene, so they are compared as such (`consilience scene`). The file is split in two by
a hash of the scene: all pairs of one picture are in one half. Tables and weights are developed on the first half
(fit_entailment.py); the figure to go by is that of the second, which is looked at for nothing else.
"""
import collections
import csv
import hashlib
import json
import re

VERDICTS = {"entailment": "agree", "contradiction": "conflict", "neutral": "neither"}
NAMES = list(VERDICTS.values())


def developing(pair):
    scene = re.match(r"[^#a-z]*", pair["PairID"]).group()
    return hashlib.sha256(scene.encode()).digest()[0] % 2 == 0


def read(path):
    with open(path, encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def write(path, pairs):
    """The pairs as `consilience scene` takes them, one a line."""
    with open(path, "w", encoding="utf-8") as out:
        for pair in pairs:
            out.write("\t".join(" ".join(pair[side + part].split()).rstrip(" .")
                                for side in ("Premise", "Hypothesis") for part in ("Subj", "Rel", "Obj")) + "\n")


def measure(context):
    pairs, path = read(context.data("pairs/triples_nli_dev.csv")), context.file("pairs.tsv")
    write(path, pairs)
    found = [json.loads(line)["verdict"] for line in context.run("scene", path).splitlines()]
    rows = []
    for half, wanted in (("developed on", True), ("reported", False)):
        table = collections.Counter((VERDICTS[pair["GoldLabel"]], verdict)
                                    for pair, verdict in zip(pairs, found, strict=True) if developing(pair) == wanted)
        count = sum(table.values())
        gold = {name: sum(table[name, verdict] for verdict in NAMES) for name in NAMES}
        most = max(NAMES, key=gold.get)
        rows.append(("triples NLI dev, half %s (%d pairs), accuracy (always %s)" % (half, count, most), "%.3f (%.3f)" % (
            sum(table[name, name] for name in NAMES) / count, gold[most] / count)))
    rows += [("triples NLI dev, half reported, gold %s: found %s" % (name, " / ".join(NAMES)),
              " / ".join(str(table[name, verdict]) for verdict in NAMES)) for name in NAMES]
    return rows
