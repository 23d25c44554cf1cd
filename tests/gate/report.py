"""What a run of the gate says: a summary first, then every difference, grouped by what changed."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Mapping, Sequence

from tests.gate.comparison import ORDER, Change
from tests.gate.floors import LESS_IS_BETTER, Step
from tests.gate.golden import QuoteRow, Range, UtteranceRow, codes
from tests.gate.words import Words

SHOWN = 8
_WIDEST = 160
_ROW = ("source", "cue", "speaker", "roles", "affiliations")
_NONE = "(none)"

Readers = Mapping[tuple[str, str], Words]
"""By corpus and article, or group, what reads its codes."""


def summary(changes: Sequence[Change]) -> Iterator[str]:
    """How many differences there are, by what changed and by corpus."""
    if not changes:
        yield "no differences"
        return
    articles = len({(c.corpus, c.where) for c in changes})
    yield f"{len(changes)} differences in {articles} articles or groups"
    kinds = collections.Counter(what for change in changes for what in change.what)
    yield "  " + ", ".join(f"{what} {kinds[what]}" for what in ORDER if kinds[what])
    corpora = collections.Counter(change.corpus for change in changes)
    yield "  " + ", ".join(f"{corpus} {count}" for corpus, count in corpora.items())


def differences(changes: Sequence[Change], readers: Readers, *, shown: int | None) -> Iterator[str]:
    """Each difference in full, `shown` of each group."""
    for what in ORDER:
        group = [change for change in changes if change.what[0] == what]
        if not group:
            continue
        yield ""
        yield f"== {what} ({len(group)})"
        alike = _alike(group)
        for change, others in alike[:shown]:
            yield from _change(change, readers.get((change.corpus, change.where)) or _BLIND)
            if others:
                yield f"     and the same of {others} more in this article"
        if rest := sum(1 + others for _, others in alike[shown:] if shown is not None):
            yield f"   … {rest} more: --all"


def _alike(changes: Sequence[Change]) -> list[tuple[Change, int]]:
    """Changes that differ in nothing but their quotes once, with the number of the others."""
    groups: dict[object, list[Change]] = {}
    for change in changes:
        key: object = change
        if isinstance(change.before, QuoteRow) and isinstance(change.after, QuoteRow):
            sides = ((getattr(change.before, w), getattr(change.after, w)) for w in change.what)
            key = (change.corpus, change.where, change.what, *sides)
        groups.setdefault(key, []).append(change)
    return [(group[0], len(group) - 1) for group in groups.values()]


_BLIND = Words({}, plain=False)


def _change(change: Change, words: Words) -> Iterator[str]:
    before, after = change.before, change.after
    if isinstance(before, QuoteRow) or isinstance(after, QuoteRow):
        yield from _quote(change, words)
    elif isinstance(before, UtteranceRow) or isinstance(after, UtteranceRow):
        yield f"   {change.corpus}/{change.where}"
        yield from _sides(_utterance(before, words), _utterance(after, words))
    else:
        yield f"   {change.corpus}/{change.where}: {before or _NONE} → {after or _NONE}"


def _quote(change: Change, words: Words) -> Iterator[str]:
    before = change.before if isinstance(change.before, QuoteRow) else None
    after = change.after if isinstance(change.after, QuoteRow) else None
    row = after or before
    assert row is not None
    yield f"   {change.corpus}/{change.where} at {row.content[0][0]}, {row.kind}"
    yield f"     {_short(_spans(row.content, words))}"
    if before is None or after is None:
        mark = "+" if before is None else "-"
        told = (f"{name} {_value(row, name, words)}" for name in _ROW if getattr(row, name))
        yield f"     {mark} {'; '.join(told)}"
        return
    for name in change.what:
        yield f"     {name}:"
        yield from _sides([_value(before, name, words)], [_value(after, name, words)])


def _sides(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Both sides, without the lines that they share."""
    for mark, lines, others in (("-", before, after), ("+", after, before)):
        yield from (f"     {mark} {line}" for line in lines if line not in others)


def _value(row: QuoteRow, name: str, words: Words) -> str:
    value = getattr(row, name)
    if not value:
        return _NONE
    if name == "kind":
        return str(value)
    if isinstance(value, tuple):
        places = " ".join(f"{start}-{end}" for start, end in value)
        return f"{_short(_spans(value, words))} [{places}]"
    if value.startswith("?"):
        return f"(none: {value[1:]})"
    if name == "speaker":
        kind, _, code = value.partition(" ")
        return f"{words.read(code)} ({kind})"
    return " | ".join(map(words.read, codes(value)))


def _spans(ranges: Sequence[Range], words: Words) -> str:
    return " … ".join(words.read(f"{start}-{end}") for start, end in ranges)


def _utterance(row: object, words: Words) -> list[str]:
    if not isinstance(row, UtteranceRow):
        return [_NONE]
    lines = []
    kind, _, code = row.speaker.partition(" ")
    lines.append(f"speaker {words.read(code)} ({kind})" if code else "speaker (none)")
    lines += [f"role {words.read(code)}" for code in codes(row.roles)]
    lines += [f"affiliation {words.read(code)}" for code in codes(row.affiliations)]
    for n, version in enumerate(row.versions):
        ref, _, relation = version.partition("=")
        article, _, place = ref.rpartition(":")
        told = _short(words.read(f"{article}@{place}"))
        lines.append(f"{article}, {relation}{'' if n else ', normalised form'}: {told}")
    return lines


def _short(text: str) -> str:
    """The words on one line, the middle left out of many."""
    text = " ".join(text.split())
    half = _WIDEST // 2 - 2
    return text if len(text) <= _WIDEST else f"{text[:half]} … {text[-half:]}"


def scored(steps: Sequence[Step]) -> Iterator[str]:
    """The scores that fell below their floors, then those that rose."""
    failed = [step for step in steps if step.fails]
    risen = [step for step in steps if step.rises and step.floor is not None]
    fresh = sum(step.floor is None for step in steps)
    told = f", {fresh} without one" if fresh else ""
    yield f"{len(steps)} scores: {len(failed)} below their floors, {len(risen)} above{told}"
    for label, chosen in (("below", failed), ("above", risen)):
        for step in chosen:
            score = "gone" if step.score is None else f"{step.score:g}"
            note = " (less is better)" if step.name in LESS_IS_BETTER else ""
            yield f"  {label}  {step.scored}: {step.name}{note} {step.floor:g} → {score}"
