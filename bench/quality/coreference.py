"""Event coreference across documents, ECB+: the engine's events as clusters of the annotated event mentions.

A mention is the engine's where its head is a word that `consilience events` prints: the predicate of a claim, or a verb
or a noun for an act or event within one. Mentions that no claim has stay alone. The engine is told the documents and
nothing else: within topics those of one topic at a time, over the split all at once. The baseline puts all mentions of
one head lemma into one cluster.
"""
import collections
import gzip
import json

import stage


class Document:
    """Tokens with their places in the text, heads and lemmas; event mentions by head token."""

    def __init__(self, record):
        self.name, self.topic, self.text = record["doc"], record["topic"], record["text"]
        self.sentences = record["sents"]
        self.places, lines, at = {}, self.text.split("\n"), 0
        for s, words in enumerate(self.sentences):
            if not lines or "".join(words) != lines[0].replace(" ", ""):
                continue  # the address of the page
            for w, word in enumerate(words):
                begin = self.text.index(word[0], at)
                at = begin + len(word) + self.text[begin:begin + len(word)].count(" ")
                self.places[s, w] = (begin, at)
            at = self.text.find("\n", at) + 1
            lines.pop(0)
        self.events = [m for m in record["mentions"] if m["type"] in ("ACT", "NEG")]
        self.heads, self.lemmas = {}, {}

    def head_of(self, sentence, words):
        """The first of the words whose own head is none of them."""
        inside = set(words)
        return next((w for w in words if self.heads.get((sentence, w), w) not in inside), words[-1])

    def within(self, begin, end):
        """The tokens of a span of bytes."""
        begin, end = (len(self.text.encode()[:place].decode(errors="ignore")) for place in (begin, end))
        return [place for place, (b, e) in self.places.items() if begin <= b and e <= end]


def read_documents(context):
    documents = []
    with gzip.open(context.packed("ecbplus/ecbplus_train_dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] == "dev":
                documents.append(Document(record))
    return documents


def parse(context, documents):
    """Heads and lemmas of the annotated tokens."""
    path = context.file("ecb.conllu")
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            for words in filter(None, document.sentences):
                for w, word in enumerate(words, 1):
                    out.write("%d\t%s\t_\t_\t_\t_\t%d\t%s\t_\t_\n" % (w, word, w - 1, "root" if w == 1 else "dep"))
                out.write("\n")
    blocks = [[row.split("\t") for row in block.split("\n") if row[:1].isdigit()]
              for block in context.run("parse", "--conllu", path).split("\n\n")]
    analysed = iter([block for block in blocks if block])
    block = next(analysed)
    for document in documents:
        for s, words in enumerate(document.sentences):
            if not block or [row[1] for row in block] != words:
                continue  # rejected: tokens that are none
            for w, row in enumerate(block):
                document.heads[s, w], document.lemmas[s, w] = int(row[6]) - 1, row[2].lower()
            block = next(analysed, None)


def events_of(context, documents, name):
    """The engine's events: sets of (document, sentence, token)."""
    articles = context.file(name + ".jsonl")
    with open(articles, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps({"id": document.name, "outlet": "Outlet " + document.name, "text": document.text}) + "\n")
    by_name = {document.name: document for document in documents}
    events = []
    for line in context.run("events", "--format", "articles", articles).splitlines():
        events.append({(mention["document"], *token) for mention in json.loads(line)["mentions"]
                       for token in by_name[mention["document"]].within(mention["begin"], mention["end"])})
    return events


class Sets:
    def __init__(self):
        self.parent = {}

    def find(self, x):
        while self.parent.setdefault(x, x) != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, x, y):
        self.parent[self.find(x)] = self.find(y)


def score(context, mentions, clusters):
    """CoNLL F1 of clusters, given as one label a mention."""
    paths = []
    for which, labels in (("key", [m["chain"] for _, m in mentions]), ("response", clusters)):
        numbers = {}
        paths.append(context.file("coreference." + which))
        with open(paths[-1], "w", encoding="utf-8") as out:
            for (document, _), label in zip(mentions, labels):
                out.write("%s\t(%d)\n" % (document.name, numbers.setdefault(label, len(numbers))))
    return float(stage.figure(r"CoNLL ([0-9.]+)", context.score("score_coref.py", *paths)))


def measure(context):
    documents = read_documents(context)
    parse(context, documents)
    mentions = [(document, m) for document in documents for m in document.events]
    heads = [(d.name, m["sent"], d.head_of(m["sent"], m["tok"])) for d, m in mentions]
    lemmas = [d.lemmas.get((h[1], h[2]), m["text"].lower()) for (d, m), h in zip(mentions, heads)]
    topics = sorted({d.topic for d in documents})

    def answer(events):
        annotated, sets = set(heads), Sets()
        for cluster in events:
            members = sorted(cluster & annotated)
            for member in members[1:]:
                sets.join(member, members[0])
        return [sets.find(head) for head in heads]

    within = [event for topic in topics
              for event in events_of(context, [d for d in documents if d.topic == topic], "topic%d" % topic)]
    whole = events_of(context, documents, "split")
    found = {token for event in whole for token in event}
    return [
        ("ECB+ dev, CoNLL F1 within topics / same head lemma", "%.2f / %.2f" % (
            score(context, mentions, answer(within)),
            score(context, mentions, [(d.topic, lemma) for (d, _), lemma in zip(mentions, lemmas)]))),
        ("ECB+ dev, CoNLL F1 over the split / same head lemma", "%.2f / %.2f" % (
            score(context, mentions, answer(whole)), score(context, mentions, lemmas))),
        ("ECB+ dev, event mentions that claims have", "%d of %d" % (sum(h in found for h in heads), len(heads))),
    ]
