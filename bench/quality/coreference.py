"""Event coreference across documents, ECB+: the engine's groups as clusters of the annotated event mentions.

A mention is the engine's where its head is the predicate of a claim, or the head of the subject or object of one; the
mentions that stand in one place of the claims of one group are one cluster. Mentions that no claim has stay alone. The
baseline puts all mentions of one head lemma into one cluster.
"""
import collections
import csv
import gzip
import io
import json
import os

import stage

CLAIMS = ("SELECT m.group_id, c.document, c.subject_begin, c.subject_end, c.predicate_begin, c.predicate_end, "
          "c.object_begin, c.object_end FROM group_claims m JOIN credited_claims c USING (claim_id) "
          "WHERE c.statement_id IS NOT NULL ORDER BY 1, c.claim_id")


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


def groups_of(context, documents, name):
    """The engine's clusters: lists of (document, sentence, head token)."""
    articles, store = context.file(name + ".jsonl"), context.file(name + ".db")
    with open(articles, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps({"id": document.name, "outlet": "Outlet " + document.name, "text": document.text}) + "\n")
    context.run("ingest", "--store", store, "--format", "articles", articles)
    context.run("reconcile", "--store", store)
    by_name = {document.name: document for document in documents}
    clusters = collections.defaultdict(set)
    rows = csv.reader(io.StringIO(context.run("query", "--store", store, "--format", "csv", "--timeout", "0", CLAIMS)))
    next(rows)
    for group, name_of_document, *spans in rows:
        document = by_name[name_of_document]
        for role in range(3):
            begin, end = int(spans[2 * role]), int(spans[2 * role + 1])
            tokens = document.within(begin, end)
            if not tokens:
                continue
            sentence = tokens[0][0]
            words = [w for s, w in tokens if s == sentence]
            # Of a predicate with its complements ("met in Vienna on") the verb is what it says.
            clusters[group, role].add((name_of_document, sentence, document.head_of(sentence, words)))
    os.remove(store)
    return list(clusters.values())


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

    def answer(all_groups):
        annotated, sets = set(heads), Sets()
        for cluster in all_groups:
            members = sorted(cluster & annotated)
            for member in members[1:]:
                sets.join(member, members[0])
        return [sets.find(head) for head in heads]

    within = [group for topic in topics
              for group in groups_of(context, [d for d in documents if d.topic == topic], "topic%d" % topic)]
    whole = groups_of(context, documents, "split")
    found = {token for group in whole for token in group}
    return [
        ("ECB+ dev, CoNLL F1 within topics / same head lemma", "%.2f / %.2f" % (
            score(context, mentions, answer(within)),
            score(context, mentions, [(d.topic, lemma) for (d, _), lemma in zip(mentions, lemmas)]))),
        ("ECB+ dev, CoNLL F1 over the split / same head lemma", "%.2f / %.2f" % (
            score(context, mentions, answer(whole)), score(context, mentions, lemmas))),
        ("ECB+ dev, event mentions that claims have", "%d of %d" % (sum(h in found for h in heads), len(heads))),
    ]
