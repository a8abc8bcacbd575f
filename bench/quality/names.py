"""Names of persons, places and organisations: exact span and type, as conlleval counts."""

KINDS = ("PER", "LOC", "ORG")


def read_gold(path):
    """Sentences as lists of (form, label)."""
    sentences, words = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                sentences.append(words)
            words = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            words.append((columns[1], columns[2]))
    if words:
        sentences.append(words)
    return sentences


def spans(labels):
    found, begin, kind = set(), None, None
    for i, label in enumerate(labels + ["O"]):
        if begin is not None and (label[0] != "I" or label[2:] != kind):
            found.add((begin, i, kind))
            begin = None
        if label[0] == "B" or (label[0] == "I" and begin is None):
            begin, kind = i, label[2:]
    return found


def read_predicted(conllu):
    sentences, labels = [], []
    for line in open(conllu, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            sentences.append(labels)
            labels = []
        elif not line.startswith("#") and line.split("\t")[0].isdigit():
            misc = dict(part.split("=", 1) for part in line.split("\t")[9].split("|") if "=" in part)
            labels.append(misc.get("Name", "O"))
    return sentences


def measure(context):
    gold = read_gold(context.data("uner/uner-ewt-dev.iob2.gz"))
    given = context.file("names.conllu")
    with open(given, "w", encoding="utf-8") as out:
        for words in gold:
            for i, (form, _) in enumerate(words):
                out.write("%d\t%s\t_\tX\t_\t_\t%d\t%s\t_\t_\n" % (i + 1, form, i, "root" if i == 0 else "dep"))
            out.write("\n")
    predicted = read_predicted(context.run("parse", "--conllu", given, output=context.file("names_out.conllu")))
    hit = found = there = 0
    for words, labels in zip(gold, predicted):
        expected = spans([label if label[2:] in KINDS else "O" for _, label in words])
        got = spans(labels)
        hit += len(expected & got)
        found += len(got)
        there += len(expected)
    precision, recall = hit / max(1, found), hit / max(1, there)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return [("UNER EWT dev, exact span and type", "P %.3f R %.3f F1 %.3f" % (precision, recall, f1))]
