"""How good the whole analysis is on raw text: the treebank's text in, words by offset out."""

from __future__ import annotations

import pathlib
from collections import Counter
from collections.abc import Sequence

import attrs

from quotes.language.sentences import Analyser
from quotes.training.analysis.sentences import head
from quotes.training.analysis.sentences import rows as tokens

_MARKS = frozenset(("``", "''", '"'))
Place = tuple[int, int, int]


@attrs.frozen
class Gold:
    """A word of the treebank and where it stands: document, start, end; `head` None for roots."""

    place: Place
    upos: str
    xpos: str
    head: Place | None
    deprel: str


@attrs.frozen
class Treebank:
    """The documents of a treebank as text, paragraphs apart, and their words.

    `starts` are the first words of sentences; `ends` gives for the last character of each token, by
    document and offset, whether it ends the sentence too.
    """

    texts: tuple[str, ...]
    words: tuple[Gold, ...]
    starts: frozenset[Place]
    ends: dict[tuple[int, int], bool]


def read(path: pathlib.Path) -> Treebank:
    """Rebuild the text of a CoNLL-U file from its tokens, documents and paragraphs.

    Raises:
        DataError: the file is missing or ill-formed.
    """
    texts: list[str] = []
    words: list[Gold] = []
    starts: set[Place] = set()
    ends: dict[tuple[int, int], bool] = {}
    for comments, rows in tokens(path):
        if not texts or any(c.startswith("# newdoc") for c in comments):
            texts.append("")
        elif any(c.startswith("# newpar") for c in comments):
            texts[-1] = texts[-1].rstrip() + "\n\n"
        texts[-1], places, last = _placed(rows, len(texts) - 1, texts[-1])
        ends.update(((len(texts) - 1, end), end == last[-1]) for end in last)
        starts.add(min(places.values()))
        for row in rows:
            if row[0].isdigit():
                words.append(
                    Gold(places[int(row[0])], row[3], row[4], places.get(head(row)), row[7])
                )
    return Treebank(tuple(texts), tuple(words), frozenset(starts), ends)


def _placed(
    rows: Sequence[list[str]], document: int, text: str
) -> tuple[str, dict[int, Place], list[int]]:
    """The text with the tokens of a sentence added, where its words stand, where tokens end."""
    ends: list[int] = []
    places: dict[int, Place] = {}
    forms = {int(row[0]): row[1] for row in rows if row[0].isdigit()}
    covered = 0
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
        elif row[0].isdigit() and int(row[0]) > covered:
            first = last = int(row[0])
        else:
            continue
        covered = last
        at = len(text)
        text += row[1]
        for i in range(first, last + 1):
            stop = len(text) if i == last else min(at + len(forms[i]), len(text))
            places[i] = (document, at, stop)
            at = stop
        ends.append(len(text) - 1)
        if "SpaceAfter=No" not in row[9]:
            text += " "
    return text, places, ends


def score(analyser: Analyser, treebank: Treebank) -> dict[str, float]:
    """F1 of sentences, words, tags and attachments, as in the shared tasks on raw text.

    A word is found if it has the same offsets; it is rightly attached if its head is too and the
    relation, without its subtype, is the same. A quotation mark may have any tag of a mark.
    """
    known = {word.place: word for word in treebank.words}
    right: Counter[str] = Counter()
    total = sentences = 0
    for document, reading in enumerate(analyser.read(list(treebank.texts))):
        for sentence in analyser.parse(reading.sentences):
            places: list[Place] = [(document, w.start, w.end) for w in sentence.words]
            sentences += 1
            right["sentences"] += places[0] in treebank.starts
            total += len(places)
            for word, place in zip(sentence.words, places, strict=True):
                gold = known.get(place)
                if gold is None:
                    continue
                right["words"] += 1
                right["upos"] += word.upos == gold.upos
                right["xpos"] += word.xpos == gold.xpos or {word.xpos, gold.xpos} <= _MARKS
                if gold.head == (places[word.head] if word.head >= 0 else None):
                    right["uas"] += 1
                    right["las"] += word.deprel.split(":")[0] == gold.deprel.split(":")[0]
    figures = {
        name: 2 * right[name] / max(1, total + len(known))
        for name in ("words", "upos", "xpos", "uas", "las")
    }
    return {
        "sentences": 2 * right["sentences"] / max(1, sentences + len(treebank.starts)),
        **figures,
    }
