"""One article of one outlet: what it tells of an occasion, and how it words who said what."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from quotes.evaluation.retelling.changes import CLOSERS
from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.drafts import Draft, DraftQuote, DraftSpeaker, Part, Piece
from quotes.evaluation.retelling.grammar import with_article
from quotes.evaluation.retelling.outlets import Outlet
from quotes.evaluation.retelling.people import Persona, house, respelt
from quotes.types import Kind, SpeakerKind

_SAID = (("said", 12.0), ("added", 1.0), ("told reporters", 2.0), ("explained", 0.6),
         ("stressed", 0.6), ("warned", 0.5), ("argued", 0.5), ("wrote", 0.3), ("noted", 0.5),
         ("insisted", 0.4), ("stated", 0.5), ("recalled", 0.2))  # fmt: skip
_REPORTED = (("said", 8.0), ("said that", 5.0), ("warned that", 0.7), ("stressed that", 0.7),
             ("argued that", 0.5), ("added that", 1.0), ("insisted", 0.5), ("claimed that", 0.4),
             ("made clear that", 0.4), ("told reporters that", 1.0),
             ("admitted that", 0.3))  # fmt: skip
_CALLED = (("called", ""), ("described", " as"), ("branded", ""), ("spoke of", None),
           ("referred to", " as"), ("denounced", " as"), ("labelled", ""))  # fmt: skip
_MATTER = ("it", "the affair", "the matter", "the situation", "what had happened", "the plan",
           "the case", "the whole thing", "the news", "the outcome")  # fmt: skip


class Dress(enum.Enum):
    """How words are set in an article."""

    WHOLE = enum.auto()
    BROKEN = enum.auto()
    CALLED = enum.auto()
    INSIDE = enum.auto()
    REPORTED = enum.auto()


@attrs.frozen
class Telling:
    """Words to set in an article: for BROKEN the second part begins at `start`; for INSIDE the
    words from `start` to `end` stand between marks; CALLED words are a judgement."""

    who: Persona
    dress: Dress
    words: tuple[str, ...]
    start: int = 0
    end: int = 0


class _Form(enum.Enum):
    NAMED = enum.auto()
    SURNAME = enum.auto()
    UNNAMED = enum.auto()
    HOUSE = enum.auto()


@attrs.define
class _Known:
    """What the article has told of a speaker so far."""

    number: int
    form: _Form
    name: str
    surname: str
    roles: tuple[str, ...] = ()
    organisation: str | None = None
    told: bool = False


@attrs.define
class _Writer:
    dice: Dice
    outlet: Outlet
    known: dict[int, _Known]
    quotes: list[DraftQuote]
    last: int | None = None

    def speaker(self, who: Persona) -> _Known:
        if who.number not in self.known:
            form = _Form.NAMED
            if not self.dice.chance(self.outlet.named):
                options = [_Form.SURNAME, _Form.UNNAMED]
                options += [_Form.HOUSE] if who.organisation and who.role.voice in "oc" else []
                form = self.dice.pick(options)
            surname = respelt(who.surname, self.dice) if self.dice.chance(0.03) else who.surname
            name = f"{who.first} {surname}"
            if form is _Form.SURNAME:
                name = surname
            elif form is _Form.HOUSE:
                name = who.organisation
            known = _Known(len(self.known), form, name, surname)
            self.known[who.number] = known
        return self.known[who.number]

    def source(self, who: Persona, quote: int, *, opens: bool, alone: bool) -> list[Piece]:
        """The words for a speaker beside a cue, at the head of a sentence or within one.

        `alone`: nothing may follow the name.
        """
        known = self.speaker(who)
        pieces = (
            self._first(who, known, quote, alone) if not known.told else self._later(who, known)
        )
        pieces = [
            attrs.evolve(piece, quote=quote, part=Part.SOURCE)
            if piece.part is Part.MENTION
            else piece
            for piece in pieces
        ]
        known.told = True
        self.last = who.number
        if opens:
            first = pieces[0]
            pieces[0] = attrs.evolve(first, text=first.text[0].upper() + first.text[1:])
        return pieces

    def _mention(self, known: _Known, text: str) -> Piece:
        return Piece(text, Part.MENTION, speaker=known.number)

    def _house(self, who: Persona, known: _Known) -> Piece:
        known.organisation = who.organisation
        return Piece(who.organisation, Part.AFFILIATION, speaker=known.number)

    def _first(self, who: Persona, known: _Known, quote: int, alone: bool) -> list[Piece]:
        dice = self.dice
        if known.form is _Form.HOUSE:
            lead = house(who.organisation).removesuffix(who.organisation)
            return [*([Piece(lead)] if lead else []), self._mention(known, who.organisation)]
        if known.form is _Form.UNNAMED:
            return [self._mention(known, self._description(who, known))]
        name = self._mention(known, known.name)
        if known.form is _Form.SURNAME or dice.chance(0.1):
            return [name]
        lead = house(who.organisation).removesuffix(who.organisation) if who.organisation else ""
        ways = ["title"]
        if not alone:
            ways += ["comma", "comma"]
        if who.organisation:
            ways += ["of", "possessive"] + ([] if " of " in who.title else ["prenominal"])
            ways += [] if alone else ["full", "full", "full"]
        way = dice.pick(ways)
        if way == "of":
            return [name, Piece(f" of {lead}"), self._house(who, known)]
        if way == "possessive":
            return [*([Piece(lead)] if lead else []), self._house(who, known), Piece("'s "), name]
        known.roles = (who.title,)
        if way == "prenominal":
            return [self._house(who, known), Piece(f" {who.title} "), name]
        if way == "title":
            return [Piece(f"{who.title} "), name]
        if way == "comma" or not who.organisation:
            return [name, Piece(f", {_article(who.title)},")]
        link = "of" if who.role.voice == "o" else "at"
        after = [Piece(f", {who.title} {link} {lead}"), self._house(who, known), Piece(",")]
        return [name, *after]

    def _later(self, who: Persona, known: _Known) -> list[Piece]:
        dice = self.dice
        if known.form is _Form.HOUSE:
            lead = house(who.organisation).removesuffix(who.organisation)
            if self.last == who.number and dice.chance(0.4):
                return [self._mention(known, "it")]
            return [*([Piece(lead)] if lead else []), self._mention(known, who.organisation)]
        if self.last == who.number and dice.chance(0.45):
            return [self._mention(known, "she" if who.female else "he")]
        if known.form is _Form.UNNAMED:
            return [self._mention(known, f"the {who.title.split(' of ')[0]}")]
        if self.outlet.honorifics:
            return [Piece("Ms " if who.female else "Mr "), self._mention(known, known.surname)]
        full = known.form is _Form.NAMED and dice.chance(0.1)
        return [self._mention(known, known.name if full else known.surname)]

    def _description(self, who: Persona, known: _Known) -> str:
        extra = self.dice.pick(("senior ", "", "")) if who.role.voice in "oe" else ""
        phrase = _article(f"{extra}{who.title}")
        if who.organisation and self.dice.chance(0.7):
            phrase = f"{phrase} {self.dice.pick(('at', 'from', 'of'))} {house(who.organisation)}"
        known.name = phrase
        known.roles = (who.title,)
        return phrase

    def _marked(self, words: Sequence[str], quote: int, stop: str = "") -> list[Piece]:
        """Words between marks; `stop` takes the place of the mark that closes them."""
        outlet = self.outlet
        text = " ".join(words)
        inner, outer = text, ""
        if stop:
            inner = text.rstrip(",;:.") if text.endswith((",", ";", ":", ".")) else text
            inner, outer = (f"{inner}{stop}", "") if outlet.comma_inside else (inner, stop)
            if text.endswith(("!", "?")):
                inner, outer = text, ""
        return [
            Piece(outlet.opening, Part.MARK, quote),
            Piece(inner, Part.SEGMENT, quote),
            Piece(outlet.closing, Part.MARK, quote),
            *([Piece(outer)] if outer else []),
        ]

    def _quote(self, who: Persona, kind: Kind) -> int:
        self.quotes.append(DraftQuote(kind, self.speaker(who).number))
        return len(self.quotes) - 1

    def _clause(self, who: Persona, quote: int, cue: str, *, last: bool) -> list[Piece]:
        """Who said it, behind the words: *said X* or *X said*, with the stop behind."""
        verb = Piece(cue, Part.CUE, quote)
        end = "." if last else ","
        if self.dice.chance(self.outlet.verb_first) and self.last != who.number:
            verb = Piece("said" if cue == "told reporters" else cue, Part.CUE, quote)
            source = self.source(who, quote, opens=False, alone=False)
            return [Piece(" "), verb, Piece(" "), *_stopped(source, end)]
        source = self.source(who, quote, opens=False, alone=False)
        via: list[Piece] = []
        if cue == "told reporters":
            verb = Piece("told", Part.CUE, quote)
            heard = self.dice.pick(("reporters", "a news conference", "the ", "journalists"))
            via = [Piece(f" {heard}")]
            if heard == "the ":
                via.append(Piece(self.outlet.name, Part.VIA, quote))
        return [Piece(" "), *source, Piece(" "), verb, *via, Piece(end)]

    def whole(self, telling: Telling) -> list[Piece]:
        """“Words,” X said. – or X said: “Words.”"""
        quote = self._quote(telling.who, Kind.DIRECT)
        cue = self.dice.weighted(_SAID)
        if self.dice.chance(0.2):
            source = self.source(telling.who, quote, opens=True, alone=False)
            verb = Piece(cue.split()[0] if cue != "told reporters" else "said", Part.CUE, quote)
            colon = self.dice.pick((": ", ", ", ": "))
            return [*source, Piece(" "), verb, Piece(colon), *self._marked(telling.words, quote)]
        words = self._marked(telling.words, quote, ",")
        return [*words, *self._clause(telling.who, quote, cue, last=True)]

    def broken(self, telling: Telling) -> list[Piece]:
        """“Words,” X said, “more words.”"""
        quote = self._quote(telling.who, Kind.DIRECT)
        first, second = telling.words[: telling.start], list(telling.words[telling.start :])
        new = first[-1][-1] in ".!?"
        cue = self.dice.weighted((("said", 5.0), ("told reporters", 1.0), ("explained", 0.5)))
        head = self._marked(first, quote, ",")
        if new:
            second[0] = second[0][0].upper() + second[0][1:]
        clause = self._clause(telling.who, quote, cue, last=new)
        return [*head, *clause, Piece(" "), *self._marked(second, quote)]

    def called(self, telling: Telling) -> list[Piece]:
        """X called it “words”."""
        quote = self._quote(telling.who, Kind.MIXED)
        source = self.source(telling.who, quote, opens=True, alone=False)
        verb, link = self.dice.pick(_CALLED)
        thing = "" if link is None else f" {self.dice.pick(_MATTER)}{link}"
        tail = self.dice.pick((".", ".", " on Monday.", " in a statement.", ", and did not go on."))
        words = self._marked(
            [*telling.words[:-1], telling.words[-1].rstrip(CLOSERS)],
            quote,
            "." if tail == "." else "",
        )
        rest = [] if tail == "." else [Piece(tail)]
        return [
            *source,
            Piece(" "),
            Piece(verb, Part.CUE, quote),
            Piece(f"{thing} "),
            *words,
            *rest,
        ]

    def inside(self, telling: Telling) -> list[Piece]:
        """X said that some “words” were said."""
        quote = self._quote(telling.who, Kind.MIXED)
        source = self.source(telling.who, quote, opens=True, alone=False)
        cue, _, that = self.dice.weighted(_REPORTED).partition(" ")
        words = list(telling.words)
        inner = words[telling.start : telling.end]
        last = inner[-1].rstrip(CLOSERS)
        mark = inner[-1][len(last) :]
        inner[-1] = last
        before = " ".join(words[: telling.start])
        after = " ".join(words[telling.end :])
        pieces = [
            *source,
            Piece(" "),
            Piece(cue, Part.CUE, quote),
            Piece(f" {that} ".replace("  ", " ")),
        ]
        if before:
            pieces.append(Piece(before + " ", Part.REPORTED, quote))
        if after:
            pieces += self._marked(inner, quote)
            pieces.append(Piece(f"{mark} {after}".rstrip(CLOSERS), Part.REPORTED, quote))
            pieces.append(Piece("."))
        else:
            pieces += self._marked(inner, quote, ".")
        return pieces

    def reported(self, telling: Telling) -> list[Piece]:
        """X said that words were said."""
        quote = self._quote(telling.who, Kind.INDIRECT)
        text = " ".join(telling.words).rstrip(CLOSERS)
        way = self.dice.number(1, 10)
        if way <= 7:
            source = self.source(telling.who, quote, opens=True, alone=False)
            cue, _, that = self.dice.weighted(_REPORTED).partition(" ")
            lead = Piece(f" {that} ".replace("  ", " "))
            content = Piece(f"{text}.", Part.REPORTED, quote)
            return [*source, Piece(" "), Piece(cue, Part.CUE, quote), lead, content]
        if way == 8:
            source = self.source(telling.who, quote, opens=False, alone=False)
            content = Piece(f"{text}.", Part.REPORTED, quote)
            return [
                Piece("According to", Part.CUE, quote),
                Piece(" "),
                *_stopped(source, ", "),
                content,
            ]
        content = Piece(text[0].upper() + text[1:], Part.REPORTED, quote)
        return [content, Piece(","), *self._clause(telling.who, quote, "said", last=True)]


def _article(title: str) -> str:
    if " of " in title and not title.startswith(("mother", "professor", "former", "senior")):
        return f"the {title}"
    return with_article(title)


def _stopped(pieces: list[Piece], end: str) -> list[Piece]:
    """Pieces with a mark behind them, which takes the place of a comma."""
    last = pieces[-1]
    if last.text == ",":
        return [*pieces[:-1], Piece(end)]
    if last.part is Part.PLAIN and last.text.endswith(","):
        return [*pieces[:-1], Piece(last.text[:-1] + end)]
    return [*pieces, Piece(end)]


def article(
    dice: Dice, outlet: Outlet, lead: str, facts: Sequence[str], tellings: Sequence[Telling]
) -> Draft:
    """An article with a lead, the tellings in their order, and facts in between.

    Quote number `i` of the draft is that of telling `i`.
    """
    writer = _Writer(dice, outlet, {}, [])
    paragraphs: list[tuple[Piece, ...]] = [(Piece(lead),)]
    left = list(facts)
    write = {
        Dress.WHOLE: writer.whole,
        Dress.BROKEN: writer.broken,
        Dress.CALLED: writer.called,
        Dress.INSIDE: writer.inside,
        Dress.REPORTED: writer.reported,
    }
    for telling in tellings:
        pieces = write[telling.dress](telling)
        if left and dice.chance(0.25):
            pieces = [*pieces, Piece(f" {left.pop()}")]
            writer.last = None
        # A pronoun in front would look back past the fact.
        elif left and pieces[0].text not in ("He", "She", "It") and dice.chance(0.2):
            pieces = [Piece(f"{left.pop()} "), *pieces]
        paragraphs.append(tuple(pieces))
        if left and dice.chance(0.35):
            paragraphs.append((Piece(left.pop()),))
            writer.last = None
    paragraphs += [(Piece(fact),) for fact in left]
    speakers = tuple(
        DraftSpeaker(
            known.name,
            {_Form.HOUSE: SpeakerKind.ORGANIZATION, _Form.UNNAMED: SpeakerKind.UNNAMED}.get(
                known.form, SpeakerKind.PERSON
            ),
            known.roles,
            known.organisation,
        )
        for known in writer.known.values()
    )
    return Draft(tuple(paragraphs), tuple(writer.quotes), speakers)
