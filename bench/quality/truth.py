"""Truth discovery: the share of questions whose most probable answer is the gold one."""
import csv
import os
import time

SETS = ("flight", "book", "population", "birthplaces", "crowd_dog", "crowd_product")
RESOLVED = "SELECT subject, predicate, answer, probability FROM resolved_values WHERE rank = 1"


# Pairs whose printed values are (nearly) all the same byte for byte, over enough shared questions, copy.
COPIED, SHARED = 0.95, 1000


def copying(context, store):
    """Precision and recall of `dependence` at a half, on pairs of sources known to copy."""
    copies = set()
    with open(context.packed("truth/flight.copy_pairs.tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if float(row["raw_identical"]) >= COPIED and int(row["shared_items"]) >= SHARED:
                copies.add(frozenset((row["s1"], row["s2"])))
    pairs = csv.DictReader(context.run("query", "--store", store, "--format", "csv",
                                       "SELECT outlet_a, outlet_b FROM outlet_agreement WHERE dependence >= 0.5")
                           .splitlines())
    found = {frozenset((pair["outlet_a"], pair["outlet_b"])) for pair in pairs}
    hit = len(copies & found)
    return ("flight, pairs that copy", "P %.3f R %.3f of %d" % (hit / max(1, len(found)), hit / max(1, len(copies)),
                                                               len(copies)))


def measure(context):
    rows = []
    for name in SETS:
        claims, gold = context.packed("truth/%s.csv.gz" % name), context.packed("truth/%s.gold.tsv.gz" % name)
        store = context.file(name + ".db")
        started = time.monotonic()
        context.run("ingest", "--store", store, "--format", "claims", claims)
        ingested = time.monotonic()
        context.run("reconcile", "--store", store)
        reconciled = time.monotonic()
        answers = context.run("query", "--store", store, "--format", "csv", "--timeout", "0", RESOLVED,
                              output=context.file(name + ".csv"))
        rows.append((name, "%s  (ingest %.1f s, reconcile %.1f s)" % (
            context.score("score_truth.py", gold, answers).strip(), ingested - started, reconciled - ingested)))
        if name == "flight":
            rows.append(copying(context, store))
        os.remove(store)
    return rows
