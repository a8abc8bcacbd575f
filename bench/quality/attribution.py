"""Who said it and who is credited: PolNeAR's attributions, and the credits of the cases kept for scoring."""
import json
import os
import re
import subprocess

from stage import figure

HERE = os.path.dirname(os.path.abspath(__file__))
SPLIT = "dev"


def character_offsets(text):
    """For each byte of the text in UTF-8, the number of the character it belongs to; one more for the end."""
    offsets = []
    for number, character in enumerate(text):
        offsets += [number] * len(character.encode())
    return offsets + [len(text)]


def predict(context, gold, predicted):
    """Writes the attributions of the documents in `gold` in the scorer's form: characters for bytes, without those that
    stand within another's content, which its annotators leave out."""
    documents = {}
    articles = context.file("polnear_articles.jsonl")
    with open(gold, encoding="utf-8") as lines, open(articles, "w", encoding="utf-8") as out:
        for line in lines:
            document = json.loads(line)
            if not document.get("primary", True):
                continue
            documents[document["id"]] = character_offsets(document["text"])
            out.write(json.dumps({"id": document["id"], "text": document["text"]}) + "\n")
    found = {name: [] for name in documents}
    extracted = context.run("extract", "--format", "articles", articles, output=context.file("polnear_extracted.jsonl"))
    with open(extracted, encoding="utf-8") as lines:
        for line in lines:
            statement = json.loads(line)
            offsets = documents[statement["document"]]
            for speech in statement["speech"]:
                if speech["nested"]:
                    continue
                found[statement["document"]].append({
                    role: [[offsets[begin], offsets[end]] for begin, end in speech[role]]
                    for role in ("source", "cue", "content")
                })
    with open(predicted, "w", encoding="utf-8") as out:
        for name, attributions in found.items():
            out.write(json.dumps({"id": name, "attributions": attributions}) + "\n")


def credits_kept_for_scoring(context):
    """What credit_golden_test prints of the cases kept for scoring, when it was built beside the command."""
    test = os.path.join(os.path.dirname(context.command), "credit_golden_test")
    if not os.path.exists(test):
        return []
    printed = subprocess.run([test, "--gtest_filter=CreditScoreTest.*"], stdout=subprocess.PIPE, check=False).stdout.decode()
    rows = []
    for cases in ("kept", "another hand"):
        for what in ("all", "named"):
            found = re.search(r"%s: %s: P ([\d.]+) R ([\d.]+)" % (cases, what), printed)
            if found:
                rows.append(("credits of own gold, %s, %s" % (cases, what), "P %.3f R %.3f" % tuple(map(float, found.groups()))))
    return rows


def measure(context):
    gold = context.data("polnear/polnear_%s.jsonl.gz" % SPLIT)
    predicted = context.file("polnear_predicted.jsonl")
    predict(context, gold, predicted)
    printed = context.score("score_attribution.py", gold, predicted)
    rows = [("PolNeAR %s %s, exact F1" % (SPLIT, role), figure(r"%s +exact P [\d.]+ R [\d.]+ F1 ([\d.]+)" % role, printed))
            for role in ("source", "cue", "content")]
    rows.append(("PolNeAR %s attributions, F1" % SPLIT, figure(r"attribution .*? F1 ([\d.]+)\s*$", printed)))
    return rows + credits_kept_for_scoring(context)
