"""Golden output: one line a quote, one line a joined utterance, in files that git can merge.

A file holds articles (`= ID HASH-OF-TEXT`, then a line for each quote in text order) and groups of
articles (`+ NAME`, then a line for each utterance). Confidences are left out: they may differ from
one processor to the next.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self

import attrs

from quotes import Article, MergedSpeaker, Quote, Span, Speaker, Utterance, Version
from tests.gate.words import Words, digest

_EMPTY = "-"
Range = tuple[int, int]


@attrs.frozen
class QuoteRow:
    """A quote: ranges of the article, and codes of words (see `Words`)."""

    kind: str
    segments: tuple[Range, ...]
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    via: tuple[Range, ...]
    speaker: str
    """The kind of speaker and the code of the name; without a speaker `?` and the reason."""
    roles: str
    affiliations: str

    def line(self) -> str:
        """The row as one line, without the line break."""
        cells = (_cell(v) if isinstance(v, tuple) else v for v in attrs.astuple(self))
        return "\t".join(cell or _EMPTY for cell in cells)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Read what `line` wrote."""
        kind, *places, speaker, roles, affiliations = (
            "" if cell == _EMPTY else cell for cell in line.split("\t")
        )
        segments, content, cue, source, via = map(_ranges, places)
        return cls(kind, segments, content, cue, source, via, speaker, roles, affiliations)


@attrs.frozen
class UtteranceRow:
    """An utterance that joins versions: each as `ARTICLE:START-END=RELATION`, the chosen first."""

    versions: tuple[str, ...]
    speaker: str
    roles: str
    affiliations: str

    def line(self) -> str:
        """The row as one line, without the line break."""
        cells = (" ".join(self.versions), self.speaker, self.roles, self.affiliations)
        return "\t".join(cell or _EMPTY for cell in cells)

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Read what `line` wrote."""
        versions, *others = ("" if cell == _EMPTY else cell for cell in line.split("\t"))
        return cls(tuple(versions.split()), *others)


@attrs.frozen
class Entry:
    """The quotes of one article, or the name of the error that it ends with."""

    article: str
    text: str
    """A hash of the text."""
    quotes: tuple[QuoteRow, ...] = ()
    error: str = ""


@attrs.frozen
class Group:
    """The joined utterances of some articles, or the name of the error that it ends with."""

    name: str
    utterances: tuple[UtteranceRow, ...] = ()
    error: str = ""


@attrs.frozen
class Golden:
    """The golden output of one corpus."""

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] = ()


def entry_of(article: Article, found: Sequence[Quote] | str, words: Words) -> Entry:
    """The entry of an article with its quotes, or with the name of an error."""
    name, text = str(article.id), digest(article.text)
    if isinstance(found, str):
        return Entry(name, text, error=found)
    rows = tuple(_row(quote, words) for quote in found)
    return Entry(name, text, tuple(sorted(rows, key=lambda r: (r.content, r.segments))))


def group_of(name: str, found: Iterable[Utterance] | str, words: Words) -> Group:
    """The group with its utterances; those of one version that add nothing to it are left out."""
    if isinstance(found, str):
        return Group(name, error=found)
    rows = [_utterance(u, words) for u in found if _joins(u, words)]
    return Group(name, tuple(sorted(rows, key=lambda row: sorted(row.versions))))


def write(golden: Golden, path: pathlib.Path) -> None:
    """Write golden output, articles and groups in the order of their names."""
    lines = []
    for entry in sorted(golden.entries, key=lambda e: e.article):
        lines.append(f"= {entry.article}\t{entry.text}")
        lines += [f"! {entry.error}"] if entry.error else [row.line() for row in entry.quotes]
    for group in sorted(golden.groups, key=lambda g: g.name):
        lines.append(f"+ {group.name}")
        lines += [f"! {group.error}"] if group.error else [row.line() for row in group.utterances]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf8", newline="\n")


def read(path: pathlib.Path) -> Golden:
    """Read what `write` wrote; nothing is golden where there is no file."""
    entries: list[Entry] = []
    groups: list[Group] = []
    text = path.read_text(encoding="utf8") if path.exists() else ""
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            article, text_hash = rest.rsplit("\t", 1)
            entries.append(Entry(article, text_hash))
        elif mark == "+":
            groups.append(Group(rest))
        elif groups:
            groups[-1] = _with(groups[-1], rest if mark == "!" else "", line)
        else:
            entries[-1] = _grown(entries[-1], rest if mark == "!" else "", line)
    return Golden(tuple(entries), tuple(groups))


def _grown(entry: Entry, error: str, line: str) -> Entry:
    if error:
        return attrs.evolve(entry, error=error)
    return attrs.evolve(entry, quotes=(*entry.quotes, QuoteRow.of_line(line)))


def _with(group: Group, error: str, line: str) -> Group:
    if error:
        return attrs.evolve(group, error=error)
    return attrs.evolve(group, utterances=(*group.utterances, UtteranceRow.of_line(line)))


def _row(quote: Quote, words: Words) -> QuoteRow:
    speaker, roles, affiliations = _told(quote.speaker, words)
    return QuoteRow(
        quote.kind.value,
        _places(quote.segments),
        _places(quote.content),
        _place(quote.cue),
        _place(quote.source),
        _place(quote.via),
        speaker or f"?{quote.unresolved.value if quote.unresolved else ''}",
        roles,
        affiliations,
    )


def _told(speaker: Speaker | MergedSpeaker | None, words: Words) -> tuple[str, str, str]:
    if speaker is None:
        return "", "", ""
    return (
        f"{speaker.kind.value} {words.write(speaker.name)}",
        " ".join(map(words.write, speaker.roles)),
        " ".join(words.write(a.name) for a in speaker.affiliations),
    )


def _joins(utterance: Utterance, words: Words) -> bool:
    """Whether an utterance tells more than its only quote does."""
    first = utterance.versions[0]
    alone = _told(first.quote.speaker, words) == _told(utterance.speaker, words)
    return len(utterance.versions) > 1 or not alone


def _utterance(utterance: Utterance, words: Words) -> UtteranceRow:
    speaker, roles, affiliations = _told(utterance.speaker, words)
    chosen = [v for v in utterance.versions if v.ref == utterance.chosen]
    others = sorted(_version(v) for v in utterance.versions if v.ref != utterance.chosen)
    return UtteranceRow((*map(_version, chosen), *others), speaker, roles, affiliations)


def _version(version: Version) -> str:
    spans = version.spans or version.quote.content
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return f"{version.article_id}:{start}-{end}={version.relation.value}"


def _places(spans: Iterable[Span]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)


def _place(span: Span | None) -> tuple[Range, ...]:
    return _places((span,) if span else ())


def _cell(ranges: Iterable[Range]) -> str:
    return " ".join(f"{start}-{end}" for start, end in ranges)


def _ranges(cell: str) -> tuple[Range, ...]:
    return tuple((int(a), int(b)) for a, b in (part.split("-") for part in cell.split()))


def by_name(golden: Golden) -> tuple[Mapping[str, Entry], Mapping[str, Group]]:
    """Entries by their articles, groups by their names."""
    return {e.article: e for e in golden.entries}, {g.name: g for g in golden.groups}


def codes(cell: str) -> Iterator[str]:
    """The codes of words in a cell."""
    while cell := cell.strip():
        end = 1
        if cell.startswith('"'):
            while cell[end] != '"':
                end += 2 if cell[end] == "\\" else 1
            end += 1
        else:
            end = len(cell.partition(" ")[0])
        yield cell[:end]
        cell = cell[end:]
