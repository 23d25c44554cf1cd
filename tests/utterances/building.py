"""Articles with real quotes from text that is marked up inline, so that these tests need no models.

    ⟦marsh: “The wall will hold,”⟧ ⟦+cue: said⟧ Ada Marsh. ⟦+: “It always has.”⟧ She ⟦cue: warned⟧
    that ⟦marsh: the river was rising⟧.

A tag holds the content of a quote and names its speaker, a key of `CAST` or of the keyword
arguments of `story`; `nobody` is no speaker, and `scare` is a quote that is no speech. `+` goes on
with the quote before: `+` with its content, `+cue` with its cue, while `cue` belongs to the quote
that follows. What stands between double marks in the content is quoted; the kind follows from it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

import attrs

import quotes
from quotes.types import (
    Affiliation,
    Article,
    Kind,
    Method,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
)
from quotes.utterances import Utterances
from quotes.utterances.assembly import order
from quotes.utterances.features import NAMES, compare
from quotes.utterances.items import Item, items_of

_TAG = re.compile(r"⟦(\+?)(\w*): |⟧")
_QUOTED = re.compile(r"“([^“”]*)”")


@attrs.frozen
class Who:
    """A speaker as one article is to know them."""

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()


def body(name: str) -> Who:
    """An institution that speaks."""
    return Who(name, SpeakerKind.ORGANIZATION)


def unnamed(phrase: str, *roles: str, of: Sequence[str] = ()) -> Who:
    """A source that is only described."""
    return Who(phrase, SpeakerKind.UNNAMED, roles, tuple(of))


CAST = {
    "marsh": Who("Ada Marsh", roles=("mayor",)),
    "fenn": Who("Joel Fenn", roles=("engineer",)),
    "varley": Who("Ines Varley", roles=("economist",)),
    "quill": Who("Nora Quill"),
    "official": unnamed("a harbour official", "official"),
    "board": body("Harbour Board"),
}


@attrs.frozen
class Story:
    """An article and its quotes."""

    article: Article
    quotes: tuple[Quote, ...]


@attrs.define
class _Draft:
    key: str
    content: list[Span]
    cue: Span | None


def story(
    id: str | None,
    marked: str,
    *,
    outlet: str | None = None,
    day: int | None = None,
    url: str | None = None,
    **people: Who,
) -> Story:
    """The article that `marked` stands for, on a day of March 2031, and its quotes."""
    return _story(id, marked, people, outlet=outlet, day=day, url=url)


def _story(
    id: str | None,
    marked: str,
    people: Mapping[str, Who],
    *,
    outlet: str | None = None,
    day: int | None = None,
    url: str | None = None,
) -> Story:
    text, drafts = _untagged(marked)
    published = None if day is None else datetime.date(2031, 3, day)
    article = Article(text, id, outlet, url, published=published)
    cast = {**CAST, **people}
    spoken = [d.key for d in drafts if d.key not in ("nobody", "scare")]
    speakers = {
        key: speaker_of(cast[key], f"s{n}", text) for n, key in enumerate(dict.fromkeys(spoken), 1)
    }
    made = [_quote(f"q{n}", id, d, speakers.get(d.key)) for n, d in enumerate(drafts, 1)]
    return Story(article, tuple(made))


def _untagged(marked: str) -> tuple[str, list[_Draft]]:
    text = ""
    drafts: list[_Draft] = []
    cue: Span | None = None
    opened: tuple[str, str, int] | None = None
    at = 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[0] != "⟧":
            assert opened is None, "tags do not nest"
            opened = (tag[1], tag[2], len(text))
            continue
        assert opened is not None, "⟧ closes nothing"
        more, key, start = opened
        opened = None
        span = Span(start, len(text), text[start:])
        if key == "cue" and more:
            drafts[-1].cue = span
        elif key == "cue":
            cue = span
        elif more:
            drafts[-1].content.append(span)
        else:
            drafts.append(_Draft(key, [span], cue))
            cue = None
    return text + marked[at:], drafts


def speaker_of(who: Who, id: str = "s1", text: str | None = None) -> Speaker:
    """The speaker, with affiliations as `text` has them; without a text, as if it had no other."""
    affiliations = []
    for name in who.affiliations:
        start = 0 if text is None else text.index(name)
        affiliations.append(Affiliation(name, Span(start, start + len(name), name)))
    at = -1 if text is None else text.find(who.name)
    mentions = () if at < 0 else (Span(at, at + len(who.name), who.name),)
    return Speaker(id, who.name, who.kind, who.roles, tuple(affiliations), mentions)


def _quote(id: str, article_id: str | None, draft: _Draft, speaker: Speaker | None) -> Quote:
    segments = tuple(
        Span(span.start + found.start(1), span.start + found.end(1), found[1])
        for span in draft.content
        for found in _QUOTED.finditer(span.text)
    )
    whole = all(_QUOTED.fullmatch(span.text) for span in draft.content)
    kind = Kind.INDIRECT if not segments else Kind.DIRECT if whole else Kind.MIXED
    if draft.key == "scare":
        kind = Kind.OTHER
    made = quote_of(id, kind, segments, tuple(draft.content), draft.cue, speaker)
    return attrs.evolve(made, article_id=article_id)


def quote_of(
    id: str,
    kind: Kind,
    segments: tuple[Span, ...],
    content: tuple[Span, ...],
    cue: Span | None = None,
    speaker: Speaker | None = None,
) -> Quote:
    """A quote of these words; what no comparison looks at is made up."""
    return Quote(
        id=id,
        article_id=None,
        kind=kind,
        text=" ".join(span.text for span in segments or content),
        segments=segments,
        content=content,
        cue=cue,
        source=None,
        via=None,
        speaker=speaker,
        confidence=0.95,
        speaker_confidence=0.9 if speaker is not None else 0.0,
        method=Method.RANKER,
        unresolved=None if speaker is not None else Unresolved.NO_SOURCE,
    )


def items(*stories: Story) -> list[Item]:
    """The quotes of the stories ready for comparison, in the order that the library gives them."""
    found = [i for s in stories for i in items_of(s.article, s.article.id or "", s.quotes)]
    return sorted(found, key=order)


def item(id: str, marked: str, *, day: int | None = None, **people: Who) -> Item:
    """The first quote of a story, ready for comparison."""
    one = _story(id, marked, people, day=day)
    return items_of(one.article, id, one.quotes)[0]


def said(id: str, words: str, who: str | Who = "marsh", *, day: int | None = None) -> Item:
    """A quotation in an article that says nothing else."""
    person = CAST[who] if isinstance(who, str) else who
    return item(id, f"⟦x: “{words}”⟧ ⟦+cue: said⟧ {_introduced(person)}.", day=day, x=person)


def told(id: str, words: str, who: str | Who = "marsh", *, cue: str = "said") -> Item:
    """A report without marks in an article that says nothing else."""
    person = CAST[who] if isinstance(who, str) else who
    return item(id, f"{_introduced(person)} ⟦cue: {cue}⟧ that ⟦x: {words}⟧.", x=person)


def anonymous(id: str, words: str) -> Item:
    """A quotation whose speaker nobody names."""
    return item(id, f"⟦nobody: “{words}”⟧ was the answer.")


def _introduced(who: Who) -> str:
    return " of ".join([who.name, *who.affiliations])


def features(a: Item, b: Item) -> dict[str, float]:
    """What is compared between two quotes, by name."""
    return dict(zip(NAMES, compare(a, b), strict=True))


def normalised(*stories: Story, threshold: float = 0.5) -> Utterances:
    """The utterances of the stories."""
    return quotes.normalise(
        [s.article for s in stories], quotes=[s.quotes for s in stories], threshold=threshold
    )


def groups(found: Sequence[quotes.Utterance]) -> set[frozenset[str]]:
    """Which quotes are one utterance, each as `article:quote`."""
    return {
        frozenset(f"{v.article_id}:{v.quote.id}" for v in utterance.versions) for utterance in found
    }
