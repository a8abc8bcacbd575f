#!/usr/bin/env python3
"""Fits the weights of a group's confidence (engine/reconcile/data/group_confidence.tsv) to what readers found.

usage: bench/quality/fit_group_confidence.py [--store S] [--consilience FILE] [--output FILE]

A reading (docs/reading/group_readings.tsv) has a row for each group that was read: the seed of its draw, its claims by their
ids, verdict (right, doubtful or wrong) and cause. A doubtful group counts as half right. What the confidence of these groups
rests on (engine/reconcile/group_confidence.h) is kept in docs/reading/group_features.tsv. With --store, a reconciled store of
the documents that were read, it is taken anew for the groups that still hold the claims they were read with; the others keep
what they had, so that mending the rules after a reading flatters nobody.

Prints how reliable the confidences are on groups that were not fitted on, by ten folds of first documents, and writes the
weights of all: a logistic model with a ridge on weights per standard deviation.
"""
import argparse
import json
import os
import sqlite3
import subprocess

from fit_confidence import HERE, RIGHT, Example, fit, rows_of

RIDGE = 30.0


def stored_features(path):
    found = {}
    for row in rows_of(path) if os.path.exists(path) else ():
        claims = row.pop("claims")
        document = row.pop("document")
        found[claims] = (document, {name: float(value) for name, value in row.items()})
    return found


def made_features(options, readings):
    """Of the groups that still hold the claims they were read with, with the document of the first claim."""
    store = sqlite3.connect("file:%s?mode=ro" % options.store, uri=True)
    groups = {}
    documents = {}
    for row in readings:
        claims = row["claims"].split(",")
        holders = [{group for (group,) in store.execute("SELECT group_id FROM group_claims WHERE claim_id = ?", (claim,))}
                   for claim in claims]
        for group in set.intersection(*holders):
            groups[row["claims"]] = group
            documents[row["claims"]] = store.execute("SELECT document FROM credited_claims WHERE claim_id = ?",
                                                     (claims[0],)).fetchone()[0]
    command = [options.consilience, "explain", "--store", options.store, "--format", "jsonl", "--pairs", "0"]
    out = subprocess.run(command + sorted({str(group) for group in groups.values()}), check=True, capture_output=True,
                         text=True).stdout
    evidence = {int(group["group"]): group["evidence"] for group in map(json.loads, out.splitlines())}
    return {claims: (documents[claims], evidence[group]) for claims, group in groups.items()}


def write_features(path, readings, features):
    names = list(next(iter(features.values()))[1])
    with open(path, "w", encoding="utf-8") as out:
        out.write("# What the confidence of the groups of group_readings.tsv rests on (bench/quality/fit_group_confidence.py).\n")
        out.write("\t".join(["claims", "document"] + names) + "\n")
        for claims in sorted({row["claims"] for row in readings} & set(features)):
            document, evidence = features[claims]
            out.write("\t".join([claims, document] + ["%.4g" % evidence.get(name, 0.0) for name in names]) + "\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--store")
    parser.add_argument("--readings", default=os.path.join(HERE, "../../docs/reading/group_readings.tsv"))
    parser.add_argument("--features", default=os.path.join(HERE, "../../docs/reading/group_features.tsv"))
    parser.add_argument("--consilience", default=os.path.join(HERE, "../../build/release/bin/consilience"))
    parser.add_argument("--output", default=os.path.join(HERE, "../../engine/reconcile/data/group_confidence.tsv"))
    options = parser.parse_args()
    readings = list(rows_of(options.readings))
    features = stored_features(options.features)
    if options.store:
        features.update(made_features(options, readings))
        write_features(options.features, readings, features)
        features = stored_features(options.features)  # rounded as they are kept
    rows = []
    for row in readings:
        if row["claims"] in features:
            document, evidence = features[row["claims"]]
            rows.append(Example(int(row["seed"]), document, evidence, RIGHT[row["verdict"]]))
    fit(rows, options.output,
        "# What each feature of a group (engine/reconcile/group_confidence.h) adds to the logarithm of its odds, fitted by\n"
        "# bench/quality/fit_group_confidence.py to strict readings of groups of real articles (docs/reading/group_readings.tsv).\n",
        "groups", "document", ridge=RIDGE)



if __name__ == "__main__":
    main()
