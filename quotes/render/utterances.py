"""Utterances with their versions side by side, for the terminal (needs the extra `cli`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quotes.render.cells import named, one_line, reported, shorten, shown
from quotes.render.differences import Part, differences, same_words
from quotes.render.table import NAME
from quotes.types import (
    Link,
    MergedSpeaker,
    QuoteRef,
    Reason,
    Utterance,
    Version,
    VersionRelation,
)

_STYLES = {Part.KEPT: "", Part.OTHER: "yellow underline", Part.GAP: "dim"}
_COLOURS = {
    VersionRelation.VERBATIM: "green",
    VersionRelation.EDITED: "cyan",
    VersionRelation.FRAGMENT: "blue",
    VersionRelation.REWORDED: "magenta",
    VersionRelation.INDIRECT: "yellow",
}
_LONGEST_FORM = 1500
_LONGEST_RELATED = 140
_MOST_FEATURES = 4
_WIDE, _NARROW = 100, 72
"""From how many characters on a line there is room for all columns, and for names of speakers."""
_OUTLET = 16


def utterance_view(
    utterance: Utterance,
    *,
    plain: bool = False,
    links: Sequence[Link] | None = None,
    width: int | None = None,
) -> RenderableType:
    """Lay out one utterance: its speaker, its normalised form, and a row for each version.

    Words that differ from the normalised form stand out, an ellipsis stands for words of it that a
    version leaves out. Versions with all the words of it and the same name for the speaker share
    one row. Nothing from an article is read as mark-up, and characters that a terminal would act
    on are shown as a replacement sign.

    Args:
        utterance: what to show.
        plain: mark words that differ with asterisks, for an output without colours.
        links: such as `Utterances.links`; if given, the strongest of them that hold the versions
            together are explained below the rows. Links of other utterances are passed over.
        width: how many characters a line has. In few of them outlets get no more than their names
            need, and in very few the speakers of the versions are left out, so that no name is
            broken. None: there is room.
    """
    labels = _labels(utterance)
    parts: list[RenderableType] = [
        _heading(utterance.speaker),
        Padding(shown(shorten(utterance.text, _LONGEST_FORM), style="bold"), (0, 0, 0, 2)),
        Padding(Text(_reason(utterance, labels), style="dim"), (0, 0, 0, 2)),
    ]
    if not _says_all(utterance):
        cells = [_row(utterance.text, group, labels, plain) for group in _together(utterance)]
        rows = _versions_grid([row[1].plain for row in cells], width)
        for row in cells:
            rows.add_row(*row[: len(rows.columns)])
        parts.append(Padding(rows, (0, 0, 0, 2)))
    joining = _joining(utterance, links or ())
    if joining:
        parts.append(Padding(Text("why they are one:", style="dim"), (0, 0, 0, 2)))
        parts.append(Padding(_reasons(joining, labels), (0, 0, 0, 2)))
    return Group(*parts, Text())


def related_view(
    links: Sequence[Link], utterances: Iterable[Utterance], *, plain: bool = False
) -> RenderableType:
    """Lay out pairs that may coincide but are not joined, each with both of its quotes.

    Args:
        links: the pairs, as in `Utterances.related`.
        utterances: the utterances that hold the quotes of the pairs.
        plain: mark words that differ with asterisks, for an output without colours.
    """
    wanted = {ref for link in links for ref in (link.a, link.b)}
    known: dict[QuoteRef, Version] = {}
    for utterance in utterances:
        for version in utterance.versions:
            if version.ref in wanted:
                known[version.ref] = version
    rows = _grid(None, 4, NAME, 10)
    for link in links:
        a, b = known[link.a], known[link.b]
        words = shorten(reported(a.quote), _LONGEST_RELATED)
        other = shorten(reported(b.quote), _LONGEST_RELATED)
        rows.add_row(Text(f"{link.score:.2f}"), shown(_name(a)), named(a.quote), shown(words))
        rows.add_row(Text(), shown(_name(b)), named(b.quote), _marked(other, words, plain))
    title = Text("May coincide; the speaker of only one is named", style="bold")
    return Group(title, Padding(rows, (0, 0, 0, 2)))


def _heading(speaker: MergedSpeaker | None) -> Text:
    if speaker is None:
        return Text("(speaker unknown)", style="bold dim")
    heading = shown(speaker.name, style="bold green")
    places = "; ".join(affiliation.name for affiliation in speaker.affiliations)
    for more in ("; ".join(speaker.roles), places):
        if more:
            heading.append(" · ").append_text(shown(more))
    return heading


def _reason(utterance: Utterance, labels: Mapping[QuoteRef, str]) -> str:
    where = one_line(labels.get(utterance.chosen, utterance.chosen.article_id))
    number = len(utterance.versions)
    match utterance.reason:
        case Reason.ONLY:
            return f"the only version, in {where}"
        case Reason.FULLEST:
            return f"the fullest of {number} versions, in {where}"
        case Reason.AGREED:
            return f"the commonest of the fullest of {number} versions, as in {where}"
        case Reason.NATURAL:
            return f"the fullest version that no machine seems to have reworded, in {where}"


def _name(version: Version) -> str:
    return version.outlet or version.article_id


def _labels(utterance: Utterance) -> dict[QuoteRef, str]:
    """The outlet or article of each version, with as much more as it takes to tell them apart."""
    pairs = {(_name(version), version.article_id) for version in utterance.versions}
    articles = Counter(name for name, _ in pairs)
    quotes = Counter(version.article_id for version in utterance.versions)
    labels = {}
    for version in utterance.versions:
        label = _name(version)
        if articles[label] > 1:
            label = f"{label} ({version.article_id})"
        if quotes[version.article_id] > 1:
            label = f"{label} {version.quote.id}"
        labels[version.ref] = label
    return labels


def _together(utterance: Utterance) -> list[list[Version]]:
    """The versions of each row, the rows in the order of their first versions."""
    rows: dict[object, list[Version]] = {}
    for number, version in enumerate(utterance.versions):
        whole = same_words(reported(version.quote), utterance.text)
        speaker = named(version.quote).plain
        key = (version.relation, version.machine_reworded, speaker) if whole else number
        rows.setdefault(key, []).append(version)
    return list(rows.values())


def _says_all(utterance: Utterance) -> bool:
    """Whether a row would only repeat what stands above it."""
    first, *others = utterance.versions
    name = utterance.speaker.name if utterance.speaker else None
    given = first.quote.speaker.name if first.quote.speaker else None
    return not others and name == given and not first.machine_reworded


def _row(
    form: str, versions: Sequence[Version], labels: Mapping[QuoteRef, str], plain: bool
) -> list[Text]:
    first = versions[0]
    line = one_line(reported(first.quote))
    whole = same_words(line, form)
    where = shown(", ".join(labels[version.ref] for version in versions))
    if first.machine_reworded:
        where.append(" (machine-reworded)", style="dim")
    least, most = (f"{f(v.similarity for v in versions):.2f}" for f in (min, max))
    how = Text(first.relation.value, style=_COLOURS[first.relation])
    how.append(f" {least}" if least == most else f" {least}–{most}", style="dim")
    words = Text("(the same words)", style="dim") if whole else _marked(line, form, plain)
    return [how, where, words, named(first.quote)]


def _marked(line: str, form: str, plain: bool) -> Text:
    """A wording with the words that differ from another one marked."""
    text = Text()
    for piece in differences(one_line(line), form):
        star = "*" if plain and piece.part is Part.OTHER else ""
        text.append(f"{star}{piece.text}{star}", style=_STYLES[piece.part])
    return text


def _joining(utterance: Utterance, links: Sequence[Link]) -> list[Link]:
    """The strongest links that hold the versions together, one fewer than there are versions."""
    home = {version.ref: [version.ref] for version in utterance.versions}
    found = []
    inner = (link for link in links if link.a in home and link.b in home)
    for link in sorted(inner, key=lambda link: (-link.score, link.a, link.b)):
        few, many = sorted((home[link.a], home[link.b]), key=len)
        if few is not many:
            found.append(link)
            many += few
            home.update(dict.fromkeys(few, many))
    return found


def _reasons(links: Sequence[Link], labels: Mapping[QuoteRef, str]) -> Table:
    rows = _grid(None, 5, 9)
    for link in links:
        features = sorted(link.features, key=lambda f: (-abs(f.added), f.name))
        told = (f"{f.name.replace('_', ' ')} {f.added:+.2f}" for f in features[:_MOST_FEATURES])
        rows.add_row(
            Text(f"{link.score:.2f}"),
            shown(f"{labels[link.a]} ~ {labels[link.b]}"),
            Text(", ".join(told)),
        )
    return rows


def _versions_grid(outlets: Sequence[str], width: int | None) -> Table:
    """The columns of versions: how, where, the words, and the name of the speaker."""
    if width is None or width >= _WIDE:
        return _grid(None, 4, 10, NAME)
    longest = max(len(word) for outlet in outlets for word in outlet.split() or [""])
    grid = _grid(None)
    grid.add_column(max_width=min(longest, _OUTLET), overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    if width >= _NARROW:
        grid.add_column(max_width=NAME, overflow="fold")
    return grid


def _grid(*ratios: int | None) -> Table:
    """Columns that share the width by their ratios; those without one take what they need.

    The column of names (`NAME`) takes what they need up to that width, so that they stay whole.
    """
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in ratios:
        if ratio == NAME:
            grid.add_column(max_width=NAME, overflow="fold")
        else:
            grid.add_column(ratio=ratio, no_wrap=ratio is None, overflow="fold")
    return grid
