"""Claims against CaRB (clause view) and BenchIE (atomic view): all of them, and those that are shown by default."""
from stage import figure

SHAPE = r"(P [\d.]+ +R [\d.]+ +F1 [\d.]+)"
LEAST = (("all claims", "0"), ("claims shown", "0.5"))


def measure(context):
    rows = []
    for name, scorer, view, gold, sentences in (
            ("CaRB dev, clause view", "carb", "clause", "carb/dev.tsv", "carb/dev.txt"),
            ("BenchIE dev, atomic view", "benchie", "atomic", "benchie/dev.txt", "benchie/dev_sentences.txt")):
        for which, least in LEAST:
            claims = context.run("extract", "--lines", "--min-confidence", least, "--view", view, context.data(sentences),
                                 output=context.file("%s_%s.jsonl" % (view, least)))
            rows.append(("%s, %s" % (name, which), figure(SHAPE, context.score("score_claims.py", scorer, context.data(gold), claims))))
    return rows
