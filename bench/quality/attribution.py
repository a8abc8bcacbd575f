"""Who said it and who is credited: PolNeAR's attributions, and the credits of the cases kept for scoring."""
import json
import os
import re
import subprocess

from stage import figure

HERE = os.path.dirname(os.path.abspath(__file__))
REGISTRY = os.path.join(HERE, "..", "..", "engine", "attribution", "data")
SPLIT = "dev"
PUBLISHERS = {"breitbart": "Breitbart News", "huff-post": "HuffPost", "nyt": "The New York Times", "politico": "Politico",
              "usa-today": "USA Today", "wash-post": "The Washington Post", "west-journal": "The Western Journal"}
# What may stand beside an outlet's name in a source of which the outlet or a report of its is the head.
REPORT = r"(?:report|reports|reporting|story|article|column|piece|editorial|analysis|investigation|review)"
BEFORE = re.compile(r"(?:(?:the|a|an|this|that|both|and|in|by|from|local|daily|conservative|liberal|recent|new|exclusive|"
                    r"newspaper|magazine|network|outlets?|website|" + REPORT + r"|[\W\d_]+)\s*)*$", re.IGNORECASE)
BEHIND = re.compile(r"(?:['\u2019]s?)?(?:\s*(?:newspaper|magazine|website|network|itself|and|,|editorial board|" + REPORT +
                    r")\b)*[\W\d_]*$")


def character_offsets(text):
    """For each byte of the text in UTF-8, the number of the character it belongs to; one more for the end."""
    offsets = []
    for number, character in enumerate(text):
        offsets += [number] * len(character.encode())
    return offsets + [len(text)]


def registry_names():
    """Names of outlets as the registry has them, each with the outlets that go by it."""
    names = {}
    with open(os.path.join(REGISTRY, "outlets.tsv"), encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#"):
                outlet, aliases = row.split("\t")[:2]
                for name in [outlet] + aliases.split("|"):
                    names.setdefault(name, set()).add(outlet)
    with open(os.path.join(REGISTRY, "ambiguous.tsv"), encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#"):
                name, outlets = row.rstrip("\n").split("\t")[:2]
                names.setdefault(name, set()).update(outlet.lstrip("*") for outlet in outlets.split("|"))
    names.pop("", None)
    for name in list(names):
        bare = re.sub("^The ", "", name)
        if bare != name:
            names.setdefault(bare, set()).update(names[name])
    return names


def outlet_of(source, names):
    """The outlets that the head of a source may be: its longest name of the registry, when nothing but what describes an
    outlet, its reports and its reporters stands beside it. "A lawyer for CNN" is none, nor are common words."""
    words = [match.span() for match in re.finditer(r"\w[\w.&+-]*\w|\w", source)]
    for length in range(min(8, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            begin, end = words[first][0], words[first + length - 1][1]
            name = source[begin:end]
            if name in names and BEFORE.match(source[:begin]) and BEHIND.match(source[end:]):
                if length > 1 or name.isupper() or source[:begin].rstrip().lower().endswith("the") or \
                        not source[:begin].strip():
                    return names[name]
    return set()


def outlets_as_sources(gold, extracted):
    """Precision and recall of credits where an outlet is the source of an attribution. Recall: of the attributions whose
    source is an outlet, those whose statement credits it. Precision: of the credits by which an outlet itself tells (the
    source of speech that does not stand in another's content), those in the source of some attribution."""
    names = registry_names()
    documents = {}
    with open(gold, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if document.get("primary", True):
                documents[document["id"]] = document
    statements = {name: [] for name in documents}
    with open(extracted, encoding="utf-8") as lines:
        for line in lines:
            statement = json.loads(line)
            statements[statement["document"]].append(statement)
    selected = found = told = right = 0
    errors = []
    for name, document in documents.items():
        text, offsets = document["text"], character_offsets(document["text"])
        sources = [span for a in document["attributions"] for span in a["source"]]
        for attribution in document["attributions"]:
            for begin, end in attribution["source"]:
                outlets = outlet_of(text[begin:end], names)
                if not outlets:
                    continue
                selected += 1
                credited = {credit["outlet"] for s in statements[name]
                            if offsets[s["begin"]] < end and begin < offsets[s["end"]] for credit in s["credits"]
                            if credit["basis"] in ("inline", "via")}
                found += bool(outlets & credited)
                if not outlets & credited:
                    errors.append(("missed", text[begin:end], text[max(0, begin - 80):end + 120]))
        for s in statements[name]:
            spans = [span for speech in s["speech"] if not speech["nested"] for span in speech["source"]]
            for credit in s["credits"]:
                if credit["basis"] not in ("inline", "via"):
                    continue
                if not any(begin <= credit["begin"] and credit["end"] <= end for begin, end in spans):
                    continue
                told += 1
                begin, end = offsets[credit["begin"]], offsets[credit["end"]]
                is_source = any(first < end and begin < last for first, last in sources)
                right += is_source
                if not is_source:
                    errors.append(("wrong", text[begin:end], text[max(0, begin - 80):end + 120]))
    return selected, found, told, right, errors


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
            article = {"id": document["id"], "outlet": PUBLISHERS.get(document["publisher"], ""), "text": document["text"]}
            out.write(json.dumps(article) + "\n")
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
    return extracted


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
    extracted = predict(context, gold, predicted)
    printed = context.score("score_attribution.py", gold, predicted)
    rows = [("PolNeAR %s %s, exact F1" % (SPLIT, role), figure(r"%s +exact P [\d.]+ R [\d.]+ F1 ([\d.]+)" % role, printed))
            for role in ("source", "cue", "content")]
    rows.append(("PolNeAR %s attributions, F1" % SPLIT, figure(r"attribution .*? F1 ([\d.]+)\s*$", printed)))
    selected, found, told, right, _ = outlets_as_sources(gold, extracted)
    rows.append(("PolNeAR %s, outlets as sources: credited outlet" % SPLIT,
                 "P %.3f of %d R %.3f of %d" % (right / max(1, told), told, found / max(1, selected), selected)))
    return rows + credits_kept_for_scoring(context)
