#!/usr/bin/env python3
"""Learns the weights by which claims of one scene are judged (engine/reconcile/data/entailment.tsv).

usage: bench/quality/fit_entailment.py --data DIR [--consilience FILE] [--output FILE]

A multinomial logistic model over the evidence that `consilience scene --explain` names, fitted by Newton-free steps of
fixed size on the half of the pairs that pairs.py keeps for developing, and on no other. Prints the accuracy by five folds
of that half, whole scenes to a fold, for several penalties, and writes the weights of all of it at the best.
"""
import argparse
import collections
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile

import pairs

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDS = 5
LEAST_SEEN = 8  # evidence that fewer pairs have gets no weight
RIDGES = (0.5, 1.0, 2.0, 4.0, 8.0)
STEPS = 150


def examples(consilience, path):
    chosen = [pair for pair in pairs.read(path) if pairs.developing(pair)]
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        pairs.write(file.name, chosen)
        out = subprocess.run([consilience, "scene", "--explain", file.name], check=True, capture_output=True,
                             text=True).stdout
    rows = []
    for pair, line in zip(chosen, out.splitlines(), strict=True):
        fold = hashlib.sha256(("fold" + pair["PairID"].split("#")[0]).encode()).digest()[0] % FOLDS
        rows.append((fold, json.loads(line)["evidence"], pairs.NAMES.index(pairs.VERDICTS[pair["GoldLabel"]])))
    return rows


def scores(weights, evidence):
    found = [0.0] * len(pairs.NAMES)
    for name, count in evidence.items():
        for v, weight in enumerate(weights.get(name, ())):
            found[v] += weight * count
    return found


def fit(rows, names, ridge):
    """Penalised maximum likelihood by accelerated gradient steps, scaled by how often each evidence is seen."""
    size = len(pairs.NAMES)
    curvature = collections.Counter()
    for _, evidence, _ in rows:
        total = sum(evidence.values())
        for name, count in evidence.items():
            curvature[name] += count * total
    weights = {name: [0.0] * size for name in names}
    ahead = {name: [0.0] * size for name in names}
    for step in range(STEPS):
        gradient = {name: [-ridge * w for w in ahead[name]] for name in names}
        for _, evidence, gold in rows:
            found = scores(ahead, evidence)
            most = max(found)
            odds = [math.exp(s - most) for s in found]
            total = sum(odds)
            missed = [float(v == gold) - o / total for v, o in enumerate(odds)]
            for name, count in evidence.items():
                if name in gradient:
                    row = gradient[name]
                    for v in range(size):
                        row[v] += count * missed[v]
        momentum = step / (step + 3)
        for name in names:
            scale = 1 / (0.5 * curvature[name] + ridge)
            moved = [w + scale * g for w, g in zip(ahead[name], gradient[name])]
            ahead[name] = [m + momentum * (m - w) for m, w in zip(moved, weights[name])]
            weights[name] = moved
    return weights


def accuracy(weights, rows):
    return sum(max(range(len(pairs.NAMES)), key=scores(weights, evidence).__getitem__) == gold
               for _, evidence, gold in rows) / len(rows)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--consilience", default=os.path.join(HERE, "../../build/release/bin/consilience"))
    parser.add_argument("--output", default=os.path.join(HERE, "../../engine/reconcile/data/entailment.tsv"))
    options = parser.parse_args()
    rows = examples(options.consilience, os.path.join(options.data, "pairs/triples_nli_dev.csv"))
    seen = collections.Counter(name for _, evidence, _ in rows for name in evidence)
    names = sorted(name for name in seen if seen[name] >= LEAST_SEEN)
    by_ridge = {}
    for ridge in RIDGES:
        right = 0.0
        for fold in range(FOLDS):
            kept = [row for row in rows if row[0] == fold]
            right += len(kept) * accuracy(fit([row for row in rows if row[0] != fold], names, ridge), kept)
        by_ridge[ridge] = right / len(rows)
        print("penalty %g: %.3f right by %d folds" % (ridge, by_ridge[ridge], FOLDS))
    best = max(RIDGES, key=by_ridge.get)
    weights = fit(rows, names, best)
    print("all %d: %.3f right" % (len(rows), accuracy(weights, rows)))
    with open(options.output, "w", encoding="utf-8") as out:
        out.write("# How evidence speaks for agree, conflict and neither of claims about one scene, in hundredths of a nat.\n"
                  "# A multinomial logistic model, fitted by bench/quality/fit_entailment.py on half of triples NLI dev.\n"
                  "# %d pairs, penalty %g: %.3f right by %d folds\n" % (len(rows), best, by_ridge[best], FOLDS))
        for name in names:
            rounded = [round(100 * w) for w in weights[name]]
            if any(rounded):
                out.write("\t".join([name] + [str(w) for w in rounded]) + "\n")


if __name__ == "__main__":
    sys.exit(main())
