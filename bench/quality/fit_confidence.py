#!/usr/bin/env python3
"""Fits the weights of a claim's confidence (engine/claim/data/confidence.tsv) to what readers found.

usage: bench/quality/fit_confidence.py [--since SEED] [--consilience FILE] [--output FILE] [ARTICLES...]

A reading (docs/reading/claims.tsv) has a row for each claim that was read: the seed of its draw, document, begin and end of
the statement, spans of subject, predicate and object, a hash of what the reader saw (statements.py), verdict (right,
doubtful or wrong) and cause. A doubtful claim counts as half right. What the confidence of these claims rests on
(engine/claim/confidence.h) is kept in docs/reading/claim_features.tsv. With ARTICLES, the files that the documents come from,
it is taken anew for all claims that are still made as they were read; the others keep what they had, so that mending the
rules after a reading flatters nobody. Draws before SEED lack what was mended before they were kept and have an intercept of
their own, which is not written.

Prints how reliable the confidences are on articles that were not fitted on, by ten folds of articles, of the draws since
SEED, and writes the weights of all: a logistic model with a ridge on weights per standard deviation.
"""
import argparse
import collections
import json
import math
import os
import subprocess
import zlib

from statements import key

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDS = 10
RIDGE = 100.0
PLACE = ["document", "begin", "end", "claim"]
RIGHT = {"right": 1.0, "doubtful": 0.5, "wrong": 0.0}

Example = collections.namedtuple("Example", "seed document features right")


def rows_of(path):
    """The rows of a table as dictionaries: comments, then the names of the columns, then the rows."""
    names = None
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if names is None:
            names = fields
        else:
            yield dict(zip(names, fields))


def place(row):
    return row["document"], int(row["begin"]), int(row["end"]), row["claim"]


def stored_features(path):
    found = {}
    for row in rows_of(path) if os.path.exists(path) else ():
        found[place(row)] = {name: float(value) for name, value in row.items() if name not in PLACE and float(value)}
    return found


def made_features(options):
    """Of all claims that are made now."""
    found = {}
    command = [options.consilience, "extract", "--format", "articles", "--rules", "--min-confidence", "0"] + options.articles
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        statement = json.loads(line)
        for claim in statement["claims"]:
            found[statement["document"], statement["begin"], statement["end"], key(claim)] = claim["features"]
    return found


def write_features(path, readings, features):
    names = sorted({name for of_claim in features.values() for name in of_claim})
    with open(path, "w", encoding="utf-8") as out:
        out.write("# What the confidence of the claims of claims.tsv rests on (bench/quality/fit_confidence.py).\n")
        out.write("\t".join(PLACE + names) + "\n")
        for row in readings:
            of_claim = features.get(place(row))
            if of_claim is not None:
                out.write("\t".join([row[n] for n in PLACE] + ["%.4g" % of_claim.get(n, 0.0) for n in names]) + "\n")


class Model:
    """Penalised logistic regression by Newton's steps."""

    def __init__(self, rows, since, ridge):
        self.names = sorted({name for row in rows for name in row.features})
        mean = {n: sum(row.features.get(n, 0.0) for row in rows) / len(rows) for n in self.names}
        deviation = {n: math.sqrt(sum((row.features.get(n, 0.0) - mean[n]) ** 2 for row in rows) / len(rows))
                     for n in self.names}
        self.names = [n for n in self.names if deviation[n] > 1e-9]
        penalty = [ridge * deviation[n] ** 2 for n in self.names] + [0.0, 0.0]  # none on the intercepts
        index = {n: i for i, n in enumerate(self.names)}
        size = len(penalty)
        xs = [[(index[n], v) for n, v in row.features.items() if n in index] + [(size - 2, 1.0)]
              + ([(size - 1, 1.0)] if row.seed < since else []) for row in rows]
        weights = [0.0] * size
        for _ in range(12):
            gradient = [-p * w for p, w in zip(penalty, weights)]
            hessian = [[penalty[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
            hessian[size - 1][size - 1] += 1e-6  # when all draws are of one kind
            for x, row in zip(xs, rows):
                p = 1 / (1 + math.exp(-sum(weights[i] * v for i, v in x)))
                for i, v in x:
                    gradient[i] += (row.right - p) * v
                    scaled, line = p * (1 - p) * v, hessian[i]
                    for j, u in x:
                        line[j] += scaled * u
            step = solve(hessian, gradient)
            weights = [w + s for w, s in zip(weights, step)]
            if max(abs(s) for s in step) < 1e-6:
                break
        self.weights = dict(zip(self.names, weights))
        self.intercept = weights[-2]

    def predict(self, features):
        return 1 / (1 + math.exp(-self.intercept - sum(self.weights.get(n, 0.0) * v for n, v in features.items())))


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


def ranking(pairs):
    """How often a right claim has more confidence than a wrong one (the area under the ROC curve)."""
    ordered = sorted(pairs)
    right = sum(y for _, y in ordered)
    wrong = len(ordered) - right
    below = won = 0.0
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        here_right = sum(y for _, y in ordered[start:end])
        here_wrong = end - start - here_right
        won += here_right * (below + here_wrong / 2)
        below += here_wrong
        start = end
    return won / (right * wrong)


def report(pairs, rows, examples, source):
    """What is said of the model beside its weights."""
    base = sum(y for _, y in pairs) / len(pairs)
    brier = sum((p - y) ** 2 for p, y in pairs) / len(pairs)
    bins = collections.defaultdict(list)
    for p, y in pairs:
        bins[min(9, int(p * 10))].append((p, y))
    error = sum(abs(sum(p - y for p, y in b)) for b in bins.values()) / len(pairs)
    yield "%d %s of %d articles" % (len(rows), examples, len({row.document for row in rows}))
    yield "held out by %s, %d %s: %.1f %% right, a right one above a wrong one in %.3f, calibration error %.3f," % (
        source, len(pairs), examples, 100 * base, ranking(pairs), error)
    yield "Brier score %.3f (%.3f of a constant)" % (brier, base * (1 - base))
    for _, b in sorted(bins.items()):
        yield "said %.2f  were %.2f  of %d" % (sum(p for p, _ in b) / len(b), sum(y for _, y in b) / len(b), len(b))
    for step in range(0, 19):
        kept = [y for p, y in pairs if p >= step / 20]
        if kept:
            yield "from %.2f  kept %.3f  right %.3f" % (step / 20, len(kept) / len(pairs), sum(kept) / len(kept))


def fit(rows, path, heading, examples, source, since=0, ridge=RIDGE):
    """Prints what the model is like on sources that it was not fitted on, and writes the weights of all rows."""
    held_out = []
    for fold in range(FOLDS):
        within = [zlib.crc32(row.document.encode()) % FOLDS == fold for row in rows]
        model = Model([row for row, held in zip(rows, within) if not held], since, ridge)
        held_out += [(model.predict(row.features), row.right) for row, held in zip(rows, within)
                     if held and row.seed >= since]
    summary = list(report(held_out, rows, examples, source))
    print("\n".join(summary))
    model = Model(rows, since, ridge)
    with open(path, "w", encoding="utf-8") as out:
        out.write(heading)
        for line in summary:
            out.write("# " + line + "\n")
        out.write("intercept\t%.4f\n" % model.intercept)
        for name in model.names:
            out.write("%s\t%.4f\n" % (name, model.weights[name]))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--readings", default=os.path.join(HERE, "../../docs/reading/claims.tsv"))
    parser.add_argument("--features", default=os.path.join(HERE, "../../docs/reading/claim_features.tsv"))
    parser.add_argument("--since", type=int, default=20261301)
    parser.add_argument("--consilience", default=os.path.join(HERE, "../../build/release/bin/consilience"))
    parser.add_argument("--output", default=os.path.join(HERE, "../../engine/claim/data/confidence.tsv"))
    options = parser.parse_args()
    readings = list(rows_of(options.readings))
    features = stored_features(options.features)
    if options.articles:
        made = made_features(options)
        features.update((place(row), made[place(row)]) for row in readings if place(row) in made)
        write_features(options.features, readings, features)
        features = stored_features(options.features)  # rounded as they are kept
    rows = [Example(int(row["seed"]), row["document"], features[place(row)], RIGHT[row["verdict"]])
            for row in readings if place(row) in features]
    fit(rows, options.output,
        "# Weights of a claim's confidence: a logistic model, fitted by bench/quality/fit_confidence.py to strict readings\n"
        "# of claims of real articles (docs/reading/claims.tsv).\n", "claims", "article", options.since)



if __name__ == "__main__":
    main()
