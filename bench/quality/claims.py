"""Claims against CaRB (clause view) and BenchIE (atomic view)."""
from stage import figure


def extract(context, sentences, view):
    return context.run("extract", "--lines", "--min-confidence", "0", "--view", view, sentences, output=context.file(view + ".jsonl"))


def measure(context):
    carb = context.score("score_claims.py", "carb", context.data("carb/dev.tsv"),
                         extract(context, context.data("carb/dev.txt"), "clause"))
    benchie = context.score("score_claims.py", "benchie", context.data("benchie/dev.txt"),
                            extract(context, context.data("benchie/dev_sentences.txt"), "atomic"))
    shape = r"(P [\d.]+ +R [\d.]+ +F1 [\d.]+)"
    return [("CaRB dev, clause view", figure(shape, carb)), ("BenchIE dev, atomic view", figure(shape, benchie))]
