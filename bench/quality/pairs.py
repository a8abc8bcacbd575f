"""Pairs of statements: does the second agree with the first, contradict it, or neither?

Each pair is two documents of two outlets that open with the same sentence about a place of the pair's own, so that both
tell of one scene, and go on with the claim of one of the triples. The verdict is agree when claims of both triples stand
in one group, conflict when two groups of theirs are in conflict, else neither.
"""
import collections
import csv
import io
import json

import stage

VERDICTS = {"entailment": "agree", "contradiction": "conflict", "neutral": "neither"}
TOGETHER = ("SELECT DISTINCT a.document, b.document FROM group_claims x JOIN group_claims y USING (group_id) "
            "JOIN credited_claims a ON a.claim_id = x.claim_id JOIN credited_claims b ON b.claim_id = y.claim_id "
            "WHERE a.document < b.document AND substr(a.document, 1, 6) = substr(b.document, 1, 6) "
            "AND a.begin > 0 AND b.begin > 0")
APART = ("SELECT DISTINCT min(a.document, b.document), max(a.document, b.document) FROM conflicts c "
         "JOIN group_claims x ON x.group_id = c.group_a JOIN group_claims y ON y.group_id = c.group_b "
         "JOIN credited_claims a ON a.claim_id = x.claim_id JOIN credited_claims b ON b.claim_id = y.claim_id "
         "WHERE substr(a.document, 1, 6) = substr(b.document, 1, 6) AND a.document <> b.document "
         "AND a.begin > 0 AND b.begin > 0")


def scene(number):
    """A sentence with two names that no other pair has."""
    name = "".join("bdfgklmnpr"[int(digit)] + "aeiou"[int(digit) % 5] for digit in "%04d" % number).capitalize()
    return "Mayor %sstad of %sville opened the fair." % (name, name)


def sentence(text):
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else text + "."


def measure(context):
    with open(context.data("pairs/triples_nli_dev.csv"), encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines))
    articles, store = context.file("pairs.jsonl"), context.file("pairs.db")
    with open(articles, "w", encoding="utf-8") as out:
        for number, pair in enumerate(pairs):
            for side in ("Premise", "Hypothesis"):
                out.write(json.dumps({"id": "%06d%s" % (number, side[0]), "outlet": side + " Outlet",
                                      "published": "2026-01-01",
                                      "text": scene(number) + " " + sentence(" ".join(
                                          pair[side + part] for part in ("Subj", "Rel", "Obj")))}) + "\n")
    context.run("ingest", "--store", store, "--format", "articles", articles)
    context.run("reconcile", "--store", store)

    def numbers(query):
        rows = csv.reader(io.StringIO(context.run("query", "--store", store, "--format", "csv", "--timeout", "0", query)))
        next(rows)
        return {int(first[:6]) for first, _ in rows}

    together, apart = numbers(TOGETHER), numbers(APART)
    table = collections.Counter()
    for number, pair in enumerate(pairs):
        verdict = "conflict" if number in apart else "agree" if number in together else "neither"
        table[VERDICTS[pair["GoldLabel"]], verdict] += 1
    names = list(VERDICTS.values())
    gold = collections.Counter(VERDICTS[pair["GoldLabel"]] for pair in pairs)
    most, count = gold.most_common(1)[0]
    rows = [("triples NLI dev, accuracy (always %s)" % most, "%.3f (%.3f)" % (
        sum(table[name, name] for name in names) / len(pairs), count / len(pairs)))]
    rows += [("triples NLI dev, gold %s: found %s" % (name, " / ".join(names)),
              " / ".join(str(table[name, verdict]) for verdict in names)) for name in names]
    return rows
