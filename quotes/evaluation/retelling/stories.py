"""Stories of one or more occasions, told by outlets that look at one another's words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import attrs

from quotes.evaluation.retelling.articles import article
from quotes.evaluation.retelling.changes import reworded, sentence
from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.drafts import Draft, Part, Piece, finished
from quotes.evaluation.retelling.gold import Change, Retellings, Retold
from quotes.evaluation.retelling.grammar import (
    Scene,
    Thought,
    by_voice,
    clause,
    parsed,
    scene,
    thought,
)
from quotes.evaluation.retelling.outlets import Outlet, outlets
from quotes.evaluation.retelling.people import respelt
from quotes.evaluation.retelling.retold import Retelling, Version
from quotes.evaluation.retelling.speeches import Said, Speakers
from quotes.types import Article, Quote, SpeakerKind

_FIRST_DAY = datetime.date(2015, 1, 5)
_DAYS = 3200
_EXCHANGED = 0.7
_Told = list[tuple[Said, Version]]


@attrs.define
class _Archive:
    """The articles so far."""

    wanted: int
    articles: list[Article] = attrs.field(factory=list)
    quotes: list[tuple[Quote, ...]] = attrs.field(factory=list)
    retold: list[Retold] = attrs.field(factory=list)

    @property
    def full(self) -> bool:
        return len(self.retold) >= self.wanted

    def add(
        self, draft: Draft, told: _Told, id: str, outlet: Outlet, day: datetime.date | None
    ) -> None:
        if self.full:
            return
        told_article, quotes = finished(draft, id, outlet, day)
        self.articles.append(told_article)
        self.quotes.append(quotes)
        for quote, (said, version) in zip(quotes, told, strict=True):
            self.retold.append(
                Retold(id, quote.id, said.number, said.who.number, version.change, version.part)
            )


def tell(quotes: int, seed: int) -> Retellings:
    """Tell story after story until there are enough quotes."""
    dice = Dice(seed)
    speakers, archive = Speakers(dice), _Archive(quotes)
    people = occasions = 0
    while not archive.full:
        place = scene(dice, people)
        people += len(place.cast)
        day = _FIRST_DAY + datetime.timedelta(days=dice.number(0, _DAYS))
        before: list[Said] = []
        for _ in range(dice.weighted(((1, 6.0), (2, 3.0), (3, 1.0)))):
            said = speakers.occasion(place, before)
            _occasion(dice, archive, place, said, f"{occasions:05d}", day)
            before = said
            occasions += 1
            day += datetime.timedelta(days=dice.number(3, 25))
    told = {one.utterance for one in archive.retold}
    return Retellings(
        tuple(archive.articles),
        tuple(archive.quotes),
        tuple(archive.retold),
        tuple(m for m in speakers.near_misses if m.a in told and m.b in told),
    )


def _occasion(
    dice: Dice, archive: _Archive, place: Scene, said: Sequence[Said], id: str, day: datetime.date
) -> None:
    chosen = dice.sample(outlets(), dice.number(2, 8))
    at: list[list[Said]] = [[] for _ in chosen]
    for one in said:
        share = 0.0 if dice.chance(0.25) else dice.pick((0.35, 0.55, 0.75, 0.95))
        tellers = [i for i in range(len(chosen)) if dice.chance(share)]
        for i in tellers or [dice.number(0, len(chosen) - 1)]:
            at[i].append(one)
    who = place.cast[0]
    facts = [thought(dice, place, who, f) for f in dice.sample(by_voice("n"), dice.number(5, 10))]
    names = {word for name in (place.place, *place.organisations) for word in name.split()}
    names |= {word for who in place.cast for word in who.name.split()}
    retelling = Retelling(dice, names | {"I"}, f"the {dice.pick(place.acts).thing[0]}")
    foreign = dice.chance(0.2)
    drafts: list[tuple[Draft, _Told]] = []
    for number, (outlet, ours) in enumerate(zip(chosen, at, strict=True)):
        if not ours:
            continue
        translated = foreign and dice.chance(0.5)
        order = dice.sample(ours, len(ours)) if dice.chance(0.3) else ours
        told = [(one, v) for one in order for v in retelling.versions(one, translated)]
        lead, *rest = _narrated(dice, place, facts)
        draft = article(dice, outlet, lead, rest, [version.telling for _, version in told])
        archive.add(draft, told, f"{id}-{number}", outlet, _published(dice, outlet, day))
        drafts.append((draft, told))
    if drafts and dice.chance(0.25):
        draft, told = _by_machine(dice, *dice.pick(drafts))
        outlet = dice.pick([outlet for outlet in outlets() if outlet not in chosen])
        archive.add(draft, told, f"{id}-{len(chosen)}", outlet, _published(dice, outlet, day))


def _published(dice: Dice, outlet: Outlet, day: datetime.date) -> datetime.date | None:
    later = dice.weighted(((0, 5.0), (1, 3.0), (2, 1.0)))
    return day + datetime.timedelta(days=later) if outlet.dated else None


def _narrated(dice: Dice, place: Scene, facts: Sequence[Thought]) -> list[str]:
    """Sentences of an outlet's own about the event: the lead, and facts for later."""
    chosen = dice.sample(facts, dice.number(3, len(facts)))
    texts = []
    for fact in chosen:
        variant = dice.number(0, 11)
        texts.append(" ".join(sentence(parsed(clause(fact, variant, variant)).words)))
    event = dice.pick(place.event)
    opening = dice.pick(
        (
            f"{place.place.upper()} — {texts[0]}",
            f"After the {event} in {place.place}, many questions are open. {texts[0]}",
            f"{texts[0]} The {event} in {place.place} made headlines.",
            texts[0],
            f"{place.place} is still talking about the {event}. {texts[0]}",
        )
    )
    return [opening, *texts[1:]]


def _by_machine(dice: Dice, draft: Draft, told: _Told) -> tuple[Draft, _Told]:
    """An article again, sentence by sentence, with words exchanged for synonyms."""
    respelled: dict[int, tuple[str, str]] = {}
    for number, speaker in enumerate(draft.speakers):
        if speaker.kind is SpeakerKind.PERSON and dice.chance(0.2):
            last = speaker.name.split()[-1]
            respelled[number] = (last, respelt(last, dice))
    houses: dict[str, str] = {}
    changed: set[int] = set()

    def exchanged(piece: Piece) -> Piece:
        if piece.part in (Part.MENTION, Part.SOURCE):
            old, new = respelled.get(piece.speaker, ("", ""))
            return attrs.evolve(piece, text=piece.text.replace(old, new)) if old else piece
        if piece.part is Part.AFFILIATION:
            if piece.text not in houses:
                share = 0.5 if dice.chance(0.3) else 0.0
                houses[piece.text] = reworded(piece.text, dice, share)
            return attrs.evolve(piece, text=houses[piece.text])
        if piece.part in (Part.MARK, Part.VIA):
            return piece
        text = reworded(piece.text, dice, _EXCHANGED)
        if text != piece.text and piece.part in (Part.SEGMENT, Part.REPORTED):
            changed.add(piece.quote)
        return attrs.evolve(piece, text=text)

    paragraphs = tuple(tuple(exchanged(piece) for piece in row) for row in draft.paragraphs)
    speakers = tuple(
        attrs.evolve(
            speaker,
            name=speaker.name.replace(*respelled.get(number, ("", ""))),
            organisation=houses.get(speaker.organisation or "", speaker.organisation),
        )
        for number, speaker in enumerate(draft.speakers)
    )
    anew = [
        (
            said,
            attrs.evolve(
                version,
                change=Change.SYNONYMS if number in changed else version.change or Change.VERBATIM,
            ),
        )
        for number, (said, version) in enumerate(told)
    ]
    return Draft(paragraphs, draft.quotes, speakers), anew
