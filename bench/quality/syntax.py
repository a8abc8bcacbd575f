"""Tags, lemmas and trees on treebanks' development parts, from gold tokens and from raw text."""
import re

from stage import figure

TREEBANKS = (("EWT dev", "treebanks/ewt-dev.conllu.gz"), ("GUM news dev", "treebanks/gumnews-dev.conllu.gz"))


def raw_text(conllu):
    """The treebank's text as it would be read: a paragraph a line, sentences of one paragraph joined by spaces."""
    paragraphs, sentences = [], []
    for line in open(conllu, encoding="utf-8"):
        if re.match(r"# new(doc|par)", line) and sentences:
            paragraphs.append(" ".join(sentences))
            sentences = []
        if line.startswith("# text = "):
            sentences.append(line[9:].strip())
    paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def measure(context):
    rows = []
    for name, path in TREEBANKS:
        gold = context.data(path)
        scores = context.score("score_syntax.py", gold,
                               context.run("parse", "--conllu", gold, output=context.file("gold_tokens.conllu")))
        for measure, pattern in (("LAS", r"las +F1 ([\d.]+)"), ("UPOS", r"upos +F1 ([\d.]+)"),
                                 ("lemma", r"lemma +F1 ([\d.]+)")):
            rows.append(("%s %s, gold tokens" % (name, measure), figure(pattern, scores)))
        plain = context.file("raw.txt")
        with open(plain, "w", encoding="utf-8") as out:
            out.write(raw_text(gold))
        scores = context.score("score_syntax.py", gold,
                               context.run("parse", "--format", "digest", plain, output=context.file("raw.conllu")))
        for measure, pattern in (("LAS", r"las +F1 ([\d.]+)"), ("sentence F1", r"sentences F1 ([\d.]+)"),
                                 ("token F1", r"tok +F1 ([\d.]+)")):
            rows.append(("%s %s, raw text" % (name, measure), figure(pattern, scores)))
    return rows
