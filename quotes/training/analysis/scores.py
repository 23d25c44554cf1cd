"""How good an analysis is: tags, attachments and entities against a gold standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotes.language.models import Models

_BATCH_WORDS = 3000


def rows(lengths: Sequence[int]) -> list[list[int]]:
    """Batches for prediction: indices of sentences of like length."""
    result: list[list[int]] = []
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * lengths[i] > _BATCH_WORDS:
            result.append(batch)
            batch = []
        batch.append(i)
    if batch:
        result.append(batch)
    return result


def tags(
    gold: Iterable[Sequence[tuple[str, str]]], found: Iterable[Sequence[tuple[str, str]]]
) -> dict[str, float]:
    """Shares of words whose universal tag, whose Penn tag, and both of whose tags are right."""
    right = Counter[str]()
    for wanted, got in zip(gold, found, strict=True):
        for a, b in zip(wanted, got, strict=True):
            right["all"] += 1
            right["upos"] += a[0] == b[0]
            right["xpos"] += a[1] == b[1]
            right["score"] += a == b
    return {k: right[k] / max(1, right["all"]) for k in ("score", "upos", "xpos")}


def attachments(
    gold: Iterable[Sequence[tuple[int, str]]], found: Iterable[Sequence[tuple[int, str]]]
) -> dict[str, float]:
    """Unlabelled and labelled attachment, punctuation counted, subtypes of relations not."""
    right = Counter[str]()
    for wanted, got in zip(gold, found, strict=True):
        for (head, relation), (head_found, relation_found) in zip(wanted, got, strict=True):
            right["all"] += 1
            if head == head_found:
                right["uas"] += 1
                right["las"] += relation.split(":")[0] == relation_found.split(":")[0]
    figures = {k: right[k] / max(1, right["all"]) for k in ("uas", "las")}
    return {"score": figures["las"], **figures}


def spans(sequence: Sequence[str]) -> set[tuple[int, int, str]]:
    """Entities of a sequence of BIO or BIOES tags."""
    result = set()
    first, kind = -1, ""
    for i, tag in enumerate([*sequence, "O"]):
        prefix, _, name = tag.partition("-")
        if first >= 0 and (prefix in ("O", "B", "S") or name != kind):
            result.add((first, i, kind))
            first = -1
        if prefix != "O" and first < 0:
            first, kind = i, name
        if first >= 0 and prefix in ("E", "S"):
            result.add((first, i + 1, kind))
            first = -1
    return result


def entities(gold: Iterable[Sequence[str]], found: Iterable[Sequence[str]]) -> dict[str, float]:
    """F1 over whole entities with their class: all classes, and each class by its name."""
    right, wanted, got = Counter[str](), Counter[str](), Counter[str]()
    for a, b in zip(gold, found, strict=True):
        ours, theirs = spans(b), spans(a)
        for counts, chosen in ((right, ours & theirs), (got, ours), (wanted, theirs)):
            for _, _, kind in chosen:
                counts[kind] += 1
                counts["score"] += 1
    kinds = sorted(wanted)
    return {
        kind: 2 * right[kind] / max(1, wanted[kind] + got[kind])
        for kind in ("score", *(k for k in kinds if k != "score"))
    }


def recognised(
    models: Models, sentences: Sequence[Sequence[str]], together: int = 0
) -> list[list[str]]:
    """BIOES tags that models give to sentences of folded words.

    If so many neighbours stand `together`, as in one article, their names agree.
    """
    if models.entity_tagger is None:
        return models.stanza.entity_tags([list(s) for s in sentences])
    articles = [i // together for i in range(len(sentences))] if together else None
    return models.entity_tagger.tags(sentences, articles)
