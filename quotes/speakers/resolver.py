"""Who is meant by each mention that stands in an attribution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from quotes.lexicons import load
from quotes.names.parts import bare, words_of
from quotes.speakers.antecedents import NAMELESS, NEW, Wanted
from quotes.speakers.apposition import apposed, body_apposed
from quotes.speakers.cast import find_organisation
from quotes.speakers.describe import describe
from quotes.speakers.discourse import Discourse
from quotes.speakers.figures import Cast, Figure
from quotes.speakers.fuller import fuller
from quotes.speakers.mentions import Determiner, Reference, Shape, read_mention
from quotes.speakers.nouns import role_kind
from quotes.speakers.offices import national, office
from quotes.speakers.pointing import Ask
from quotes.speakers.pronouns import FIRST, ONESELF, OWN, PLURAL, SEX, asked
from quotes.speakers.staffs import Staffs
from quotes.speakers.texts import is_made, is_text, maker, owner
from quotes.speakers.unnamed import named_pair, unnamed_figure, whole_phrase
from quotes.speakers.wanting import sought, unknown
from quotes.types import SpeakerKind

_ONE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
_BACK = 2
_DEEPEST = 3
_OPENING = 4
_CLEAR = 0.6


@attrs.frozen
class Outcome:
    """The figure that a mention means, and how sure that is."""

    figure: int | None
    confidence: float
    feature: str
    """Which kind of evidence decided."""


@attrs.frozen
class Question:
    """A mention that candidates compete for: the task and each candidate with its features."""

    task: str
    rows: tuple[tuple[int, dict[str, float]], ...]


class Resolver:
    """Resolves the mentions of one article in text order."""

    def __init__(
        self,
        cast: Cast,
        contents: Mapping[tuple[int, int], Sequence[tuple[int, int]]] | None = None,
        ask: Ask | None = None,
    ) -> None:
        """Begin an article.

        `contents` are the ranges of what is reported beside each mention, `ask` is as in
        `Discourse`.
        """
        self._contents = contents or {}
        self._followed = {start for start, _ in self._contents}
        reported = sorted(r for ranges in self._contents.values() for r in ranges)
        self.discourse = Discourse(cast, reported, ask)
        self.cast = cast
        self._staffs = Staffs(self.discourse, self._meant)
        self._depth = 0

    def read(self, start: int, end: int) -> Reference | None:
        """The mention at `start` to `end`, read, with what is reported beside it."""
        reference = read_mention(self.cast, start, end)
        content = self._contents.get((start, end), ())
        return reference and attrs.evolve(reference, content=tuple(content))

    def question(self, reference: Reference) -> Question | None:
        """What the resolver would have to decide by weights; None where it needs none."""
        if reference.shape is Shape.PRONOUN:
            wanted = asked(reference.pronoun)
            if wanted is None:
                return None
            self._follow(reference)
            return Question("pronoun", tuple(self.discourse.rows(reference, wanted)))
        wanted = self._sought(reference) if reference.shape is Shape.DESCRIPTION else None
        if wanted is None:
            return None
        rows = [*self.discourse.rows(reference, wanted), (NEW, unknown(reference))]
        return Question("description", tuple(rows))

    def resolve(
        self, start: int, end: int, *, quiet: bool = False
    ) -> tuple[Reference | None, Outcome]:
        """Read the mention at `start` to `end` and find its figure; `quiet` keeps no record."""
        reference = self.read(start, end)
        if reference is None:
            return None, Outcome(None, 0.0, "empty")
        if reference.shape is Shape.PRONOUN:
            outcome = self._pronoun(reference)
        elif reference.shape is Shape.NAME:
            outcome = self._name(reference)
        elif reference.shape is Shape.ORGANISATION:
            outcome = self._organisation(reference)
        elif reference.shape is Shape.PAIR:
            outcome = self._phrase(reference, "pair", 0.6)
        else:
            outcome = self._description(reference)
        if outcome.figure is not None and not quiet:
            self.discourse.speaks(outcome.figure, reference)
        return reference, outcome

    def _pronoun(self, reference: Reference) -> Outcome:
        word = reference.pronoun
        if word in FIRST or word in {"you", "your"}:
            last = self.discourse.last_speaker
            alone = last is not None and self.discourse.figures[last].kind in _ONE
            last = last if alone or word not in ONESELF else None
            return Outcome(last, 0.35 if last is not None else 0.0, "first_person")
        wanted = asked(word) or Wanted()
        self._follow(reference)
        choices = self.discourse.choose("pronoun", reference, wanted, ask=True)
        pair = named_pair(self.cast, reference) if word in PLURAL else None
        if pair is not None and (not choices or pair[0].index == reference.sentence.index):
            both = unnamed_figure(self.cast, *pair, None)
            both = attrs.evolve(both, kind=SpeakerKind.GROUP, plural=True)
            return self._entered(both, "pair", 0.6)
        if not choices and word in PLURAL:
            choices = self.discourse.choose("pronoun", reference, Wanted(institutions=True))
        if not choices:
            return self._ahead(reference, wanted)
        return Outcome(choices[0].number, choices[0].probability, "pronoun")

    def _follow(self, reference: Reference) -> None:
        """Find out whom the sentences shortly before go on about: *He was late. … , he said*."""
        sentences = self.cast.reading.sentences
        last = reference.sentence.index
        for number in range(max(0, last - _BACK), last + 1):
            for i, word in enumerate(sentences[number].words[:_OPENING]):
                if word.start >= reference.start or word.lower not in {"he", "she"}:
                    continue
                if word.start in self._followed or self.cast.inside(word.start):
                    continue
                self._followed.add(word.start)
                subject = Reference(sentences[number], i, i + 1, Shape.PRONOUN)
                wanted = Wanted(sex=SEX[word.lower], plural=False)
                choices = self.discourse.choose("pronoun", subject, wanted)
                if choices and choices[0].probability > _CLEAR:
                    self.discourse.goes_on(choices[0].number, subject)

    def _ahead(self, reference: Reference, wanted: Wanted) -> Outcome:
        """A pronoun before any name: whoever is named next."""
        number = self.discourse.next_person(reference, wanted)
        return Outcome(number, 0.5 if number is not None else 0.0, "ahead")

    def _name(self, reference: Reference) -> Outcome:
        assert reference.name is not None
        sentence = reference.sentence
        first, stop = reference.name
        for i in range(first, stop):
            number = self.cast.by_span.get((sentence.index, i))
            if number is not None:
                return Outcome(number, self._sure(number, first, stop), "name")
        text = self._text(reference, first, stop)
        words = set(words_of(text))
        for number in self.discourse.index.persons.get(min(words, default=""), ()):
            person = self.discourse.figures[number].person
            if person is not None and words <= set(person.parts.words):
                return Outcome(number, 0.8, "surname")
        known = find_organisation(self.cast, text)
        if known is not None:
            return Outcome(known, 0.9, "organisation")
        return self._named(reference, text, SpeakerKind.PERSON, 0.7)

    def _sure(self, number: int, first: int, stop: int) -> float:
        person = self.discourse.figures[number].person
        if person is None:
            return 0.8
        if stop - first > 1:
            return 0.98
        if len(person.parts.words) == 1:
            return 0.85
        rivals = self.discourse.index.surnames[person.parts.surname]
        return 0.97 if rivals < 2 else 0.85

    def _named(
        self, reference: Reference, text: str, kind: SpeakerKind, confidence: float
    ) -> Outcome:
        """A name that the article's cast lacks: the same figure each time it stands there."""
        key = words_of(text)
        known = self.discourse.index.by_name.get((kind, key))
        if known is not None:
            return Outcome(known, confidence, "named")
        words = frozenset(key)
        nouns = words & load("organisation_nouns")
        figure = Figure(kind, text, reference.start, words=words, nouns=nouns)
        return Outcome(self.discourse.add(figure), confidence, "named")

    def _organisation(self, reference: Reference) -> Outcome:
        assert reference.name is not None
        text = bare(self._text(reference, *reference.name))
        number = find_organisation(self.cast, text)
        if text.isupper() and " " not in text:
            holder = self._holder(text, number)
            if holder is not None:
                return Outcome(holder, 0.8, "initials")
        head = office(reference)
        if head is not None:
            described = attrs.evolve(
                reference,
                shape=Shape.DESCRIPTION,
                determiner=Determiner.DEFINITE,
                name=None,
                head=head,
            )
            return self._description(described)
        people = national(reference)
        if people is not None and number is None:
            return self._national(reference, *people)
        if number is None and " ".join(words_of(text)) not in load("places"):
            key = set(words_of(text))
            near = self.discourse.index.institutions.get(min(key, default=""), [])
            wider = [n for n in near if key < self.discourse.figures[n].words]
            number = wider[0] if len(wider) == 1 else None
        if number is not None:
            return Outcome(number, 0.92, "organisation")
        return self._named(reference, text, SpeakerKind.ORGANIZATION, 0.85)

    def _national(self, reference: Reference, people: str, sex: str | None) -> Outcome:
        """*The Dutchman*: whoever is called Dutch, or else whom a pronoun would mean."""
        choices = self.discourse.choose("pronoun", reference, Wanted(sex=sex, plural=False))
        called = [c for c in choices if people in self.discourse.figures[c.number].words]
        if not choices:
            return self._phrase(reference, "phrase", 0.6)
        best = (called or choices)[0]
        return Outcome(best.number, max(best.probability, 0.5), "description")

    def _holder(self, acronym: str, known: int | None) -> int | None:
        """The only person whose role has these initials, where no full name claims them."""
        organisation = self.cast.figures[known].organisation if known is not None else None
        if organisation is not None and any(len(form) > 1 for form in organisation.forms):
            return None
        holders = self.discourse.index.by_initials.get(acronym, [])
        return holders[0] if len(holders) == 1 else None

    def _text(self, reference: Reference, first: int, stop: int) -> str:
        words = reference.sentence.words
        return " ".join(self.cast.reading.text[words[first].start : words[stop - 1].end].split())

    def _phrase(self, reference: Reference, why: str, confidence: float) -> Outcome:
        """A source of its own, called by the whole phrase."""
        return self._entered(self._described(reference), why, confidence)

    def _described(self, reference: Reference) -> Figure:
        """A figure for the source that a mention describes."""
        stop = reference.stop
        if reference.head is not None and reference.head == stop - 1:
            sentence = reference.sentence
            described = describe(
                sentence,
                reference.first,
                len(sentence.words),
                self.cast.known,
                self.cast.names.of(sentence.index),
            )
            if described is not None and described.head == reference.head:
                stop = max(stop, described.stop)
        first = reference.first
        if reference.sentence.words[first].lower == "whose" and first + 1 < stop:
            first += 1
        stop = whole_phrase(reference.sentence, first, stop)
        figure = unnamed_figure(self.cast, reference.sentence, first, stop, reference.head)
        if reference.shape is Shape.PAIR:
            figure = attrs.evolve(figure, kind=SpeakerKind.GROUP, plural=True)
        return figure

    def _entered(self, figure: Figure, why: str, confidence: float) -> Outcome:
        """A source without a name of its own: one figure for each place that introduces one."""
        known = self.discourse.index.by_start.get(figure.start)
        number = known if known is not None else self.discourse.add(figure)
        if known is not None and len(self.discourse.figures[known].events) < 2:
            self.discourse.replace(known, figure)
        return Outcome(number, confidence, why)

    def _description(self, reference: Reference) -> Outcome:
        words = reference.sentence.words
        lower = [w.lower for w in words[reference.first : reference.stop]]
        if lower[-1] in {"former", "latter"} and len(lower) <= 2:
            pair = self.discourse.recent_persons(reference, 2)
            if len(pair) == 2:
                return Outcome(pair[lower[-1] == "latter"], 0.75, "former_latter")
        people = national(reference)
        if people is not None:
            return self._national(reference, *people)
        beside = apposed(self.cast, reference)
        if beside is None and reference.head_key in load("organisation_nouns"):
            beside = body_apposed(self.cast, reference)
        if beside is not None:
            return Outcome(beside, 0.9, "apposition")
        head = reference.head_key
        owned = owner(reference, self._meant)
        if owned is not None:
            return Outcome(*owned)
        if is_text(head) and (not role_kind(head or "") or is_made(reference)):
            found = maker(self.cast, self.discourse, reference, self._meant)
            if found is not None:
                return Outcome(*found)
            sure = 0.5 if reference.determiner is Determiner.INDEFINITE else 0.4
            figure = attrs.evolve(self._described(reference), kind=SpeakerKind.DOCUMENT)
            return self._entered(figure, "document", sure)
        if reference.determiner is Determiner.INDEFINITE:
            return self._phrase(reference, "indefinite", 0.9)
        wanted = self._sought(reference)
        if head == "police" and reference.stop - reference.first <= 2:
            return self._police(reference)
        staff = self._staffs.of(reference)
        if staff is not None:
            return Outcome(staff, 0.85, "named")
        if wanted is None:
            bare_group = reference.plural and reference.determiner is Determiner.BARE
            why, sure = ("group", 0.85) if bare_group else ("phrase", 0.6)
            return self._phrase(reference, why, sure)
        choices = self.discourse.choose("description", reference, wanted, unknown(reference))
        best = choices[0]
        if best.number == NEW:
            if not wanted.persons:
                return self._called(reference, best.probability)
            return self._phrase(reference, "new", best.probability)
        self._filled(best.number, reference)
        return Outcome(best.number, best.probability, "description")

    def _sought(self, reference: Reference) -> Wanted | None:
        """What a description asks for; whose lawyer it is cannot be meant himself."""
        wanted = sought(self.cast, reference)
        words = reference.sentence.words
        end = reference.owner[1] - 1 if reference.owner is not None else reference.first
        own = words[reference.first].lower in OWN
        if wanted is None or (reference.owner is None and not own):
            return wanted
        return attrs.evolve(wanted, barred=self._meant(reference.start, words[end].end))

    def _filled(self, number: int, reference: Reference) -> None:
        """Call a source without a name by the fuller phrase that is used of it later."""
        figure = self.discourse.figures[number]
        if figure.kind not in NAMELESS:
            return
        fuller = self._described(reference)
        if figure.words < fuller.words and fuller.nouns <= figure.nouns:
            named = attrs.evolve(figure, name=fuller.name, words=fuller.words)
            self.discourse.replace(number, named)

    def _called(self, reference: Reference, confidence: float) -> Outcome:
        own = self._text(reference, reference.first, reference.stop)
        text = bare(fuller(self.cast, reference) or own)
        return self._named(reference, text, SpeakerKind.ORGANIZATION, confidence)

    def _police(self, reference: Reference) -> Outcome:
        forces = self.discourse.index.institutions.get("police", [])
        if len(forces) == 1:
            return Outcome(forces[0], 0.6, "organisation")
        return self._called(reference, 0.7)

    def _meant(self, start: int, end: int) -> int | None:
        """Whom the words at `start` to `end` mean, inside another mention."""
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        figure = self.resolve(start, end, quiet=True)[1].figure
        self._depth -= 1
        return figure
