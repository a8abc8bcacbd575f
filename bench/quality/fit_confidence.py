#!/usr/bin/env python3
"""Fits the weights of a claim's confidence (engine/claim/data/confidence.tsv).

usage: bench/quality/fit_confidence.py --data DIR [--scorers DIR] [--consilience FILE] [--output FILE]

A claim counts as right when some gold tuple of its sentence in CaRB dev shares at least half of the claim's words, part
by part (the scorer's own matching). Claims that somebody else makes are left out: the gold keeps what is said within its
verb of saying. Both views are fitted together. Prints how reliable the confidences are on sentences that were not fitted
on, by five folds, and writes the weights of all.
"""
import argparse
import collections
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDS = 5
LEAST_SEEN = 12  # a rule that fewer claims have gets no weight
RIDGE = 2.0


def features(claim):
    words = sum(len(part["text"].split()) for part in [claim["subject"], claim["predicate"], claim["object"] or {"text": ""}]
                + claim["arguments"])
    arc = min(max(float(claim["arc"]), 0.02), 0.98)
    pronoun = claim["subject"]["entity"] is None and claim["subject"]["text"].lower() in PRONOUNS
    found = {"intercept": 1.0, "arc": math.log(arc / (1 - arc)), "words": math.log1p(min(words, 60)),
             "arguments": float(min(len(claim["arguments"]), 6)), "pronoun": float(pronoun)}
    for rule in claim["rules"]:
        found["rule:" + rule] = 1.0
    return found


PRONOUNS = set("he she it they we you i this that these those who which him her them us me someone somebody something "
               "anyone everyone all some many others one".split())


def examples(consilience, data, score_claims):
    """(sentence number, features, right) of every claim, by view."""
    gold = collections.OrderedDict()
    for line in open(os.path.join(data, "carb/dev.tsv"), encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) >= 3:
            tuples = gold.setdefault(score_claims.norm(fields[0].strip()), [])
            tuples.append((fields[1].strip(), *[a.strip() for a in fields[2:] if a.strip() and "C: " not in a]))
    found = {}
    for view in ("clause", "atomic"):
        rows = found[view] = []
        out = subprocess.run([consilience, "extract", "--lines", "--rules", "--view", view,
                              os.path.join(data, "carb/dev.txt")], check=True, capture_output=True, text=True).stdout
        for number, line in enumerate(out.splitlines()):
            statement = json.loads(line)
            tuples = gold.get(score_claims.norm(statement["text"]))
            if tuples is None:
                continue
            for claim in statement["claims"]:
                if claim["speaker"] is not None:
                    continue
                mine = [claim["predicate"]["text"], claim["subject"]["text"]]
                if claim["object"]:
                    mine.append(claim["object"]["text"])
                mine += [(a["role"] + " " + a["text"]).strip() for a in claim["arguments"]]
                best = max(score_claims.pair(g, tuple(mine))[0] for g in tuples)
                rows.append((number, features(claim), float(best >= 0.5)))
    return found


def fit(rows, names):
    """Penalised logistic regression by Newton's steps."""
    index = {name: i for i, name in enumerate(names)}
    xs = [[(index[k], v) for k, v in row[1].items() if k in index] for row in rows]
    ys = [row[2] for row in rows]
    weights = [0.0] * len(names)
    for _ in range(12):
        gradient = [0.0 if n == "intercept" else -RIDGE * w for n, w in zip(names, weights)]
        hessian = [[RIDGE if i == j and names[i] != "intercept" else 0.0 for j in range(len(names))]
                   for i in range(len(names))]
        for x, y in zip(xs, ys):
            p = 1 / (1 + math.exp(-sum(weights[i] * v for i, v in x)))
            for i, v in x:
                gradient[i] += (y - p) * v
                for j, u in x:
                    hessian[i][j] += p * (1 - p) * v * u
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(abs(s) for s in step) < 1e-6:
            break
    return dict(zip(names, weights))


def solve(matrix, vector):
    """Gaussian elimination with pivots."""
    n = len(vector)
    rows = [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                for c in range(i, n + 1):
                    rows[r][c] -= factor * rows[i][c]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


def predict(weights, row):
    return 1 / (1 + math.exp(-sum(weights.get(k, 0.0) * v for k, v in row.items())))


def reliability(pairs):
    bins = collections.defaultdict(list)
    for p, y in pairs:
        bins[min(9, int(p * 10))].append((p, y))
    error = sum(abs(sum(p for p, _ in b) - sum(y for _, y in b)) for b in bins.values()) / len(pairs)
    lines = ["    said %.2f  were %.2f  of %d" % (sum(p for p, _ in b) / len(b), sum(y for _, y in b) / len(b), len(b))
             for _, b in sorted(bins.items())]
    brier = sum((p - y) ** 2 for p, y in pairs) / len(pairs)
    base = sum(y for _, y in pairs) / len(pairs)
    return brier, base * (1 - base), error, lines


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--scorers")
    parser.add_argument("--consilience", default=os.path.join(HERE, "../../build/release/bin/consilience"))
    parser.add_argument("--output", default=os.path.join(HERE, "../../engine/claim/data/confidence.tsv"))
    options = parser.parse_args()
    sys.path.insert(0, options.scorers or os.path.join(options.data, "../eval"))
    import score_claims
    by_view = examples(options.consilience, options.data, score_claims)
    rows = by_view["clause"] + by_view["atomic"]
    seen = collections.Counter(k for row in rows for k, v in row[1].items() if v)
    names = [n for n in ("intercept", "arc", "words", "arguments", "pronoun") if seen[n]]
    names += sorted(n for n in seen if n.startswith("rule:") and LEAST_SEEN <= seen[n] < len(rows) - LEAST_SEEN)
    held_out = []
    for fold in range(FOLDS):
        weights = fit([r for r in rows if r[0] % FOLDS != fold], names)
        held_out += [(predict(weights, r[1]), r[2]) for r in rows if r[0] % FOLDS == fold]
    brier, base, error, lines = reliability(held_out)
    summary = ["%d claims (%d of the clause view, %d of the atomic view), %.1f %% right" % (
        len(rows), len(by_view["clause"]), len(by_view["atomic"]), 100 * sum(r[2] for r in rows) / len(rows)),
               "held out: Brier score %.3f (%.3f without a model), mean calibration error %.3f" % (brier, base, error)]
    print("\n".join(summary + lines))
    weights = fit(rows, names)
    with open(options.output, "w", encoding="utf-8") as out:
        out.write("# Weights of a claim's confidence: a logistic model, fitted by bench/quality/fit_confidence.py on CaRB dev.\n"
                  "# A claim is right when some gold tuple shares half of its words, part by part.\n")
        for line in summary + [line.strip() for line in lines]:
            out.write("# " + line + "\n")
        for name in names:
            out.write("%s\t%.3f\n" % (name, weights[name]))


if __name__ == "__main__":
    main()
