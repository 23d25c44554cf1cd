"""What stands in an attribution: a pronoun, a personal name, an institution, or a description."""

from __future__ import annotations

import enum

import attrs

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.lexicons.pronouns import FIRST, THIRD, Form, pronouns
from quotes.names.noun_phrases import proper_phrase
from quotes.names.organisations import is_organisation
from quotes.names.parts import plain
from quotes.names.runs import name_like
from quotes.speakers.describe import describe
from quotes.speakers.figures import Cast
from quotes.speakers.nouns import is_person_noun, role_kind, singular
from quotes.speakers.phrase_ends import completed, mistaken_role
from quotes.speakers.phrases import behind_dateline, somebody_of

_GOING_ON = of_class("going_on_verbs")
_DEFINITE = of_class("definite_determiners")


class Shape(enum.Enum):
    """What sort of words a mention is made of."""

    PRONOUN = "pronoun"
    NAME = "name"
    ORGANISATION = "organisation"
    DESCRIPTION = "description"
    PAIR = "pair"


class Determiner(enum.Enum):
    """How a description opens."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    BARE = "bare"


@attrs.frozen
class Reference:
    """A mention, read: its words (first, stop) of a sentence, and what they show.

    `name` are the words of the name, `head` the head noun, `owner` the words of a possessor,
    `content` the ranges of the article that it is the source of.
    """

    sentence: Sentence
    first: int
    stop: int
    shape: Shape
    determiner: Determiner = Determiner.BARE
    name: tuple[int, int] | None = None
    head: int | None = None
    owner: tuple[int, int] | None = None
    content: tuple[tuple[int, int], ...] = ()

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.sentence.words[self.stop - 1].end

    @property
    def pronoun(self) -> str:
        """The pronoun, in lower case."""
        return self.sentence.words[self.first].lower

    @property
    def adds(self) -> bool:
        """Whether the verb beside it says that the same source goes on: *she added*."""
        words = self.sentence.words
        beside = [*words[max(0, self.first - 1) : self.first], *words[self.stop : self.stop + 2]]
        return any(w.lemma in _GOING_ON and w.xpos.startswith("VB") for w in beside)

    @property
    def head_key(self) -> str | None:
        """The head noun, singular and plain."""
        return None if self.head is None else singular(self.sentence.words[self.head].text)

    @property
    def plural(self) -> bool:
        """Whether the head noun is plural."""
        return self.head is not None and self.sentence.words[self.head].xpos in {"NNS", "NNPS"}


def locate(reading: Reading, start: int, end: int) -> tuple[Sentence, int, int] | None:
    """The sentence and words that a span covers; None where no word stands."""
    low, high = 0, len(reading.sentences)
    while low < high:
        middle = (low + high) // 2
        if reading.sentences[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    if low >= len(reading.sentences):
        return None
    sentence = reading.sentences[low]
    covered = [i for i, w in enumerate(sentence.words) if w.start < end and w.end > start]
    while covered and not any(c.isalnum() for c in sentence.words[covered[0]].text):
        covered.pop(0)
    while covered and not any(c.isalnum() or c == ")" for c in sentence.words[covered[-1]].text):
        covered.pop()
    if len(covered) > 1 and sentence.words[covered[-1]].xpos == "POS":
        covered.pop()
    return (sentence, covered[0], covered[-1] + 1) if covered else None


def read_mention(cast: Cast, start: int, end: int) -> Reference | None:
    """Read the mention at `start` to `end`; None where no word stands."""
    place = locate(cast.reading, start, end)
    if place is None:
        return None
    sentence, first, stop = place
    words = sentence.words
    first = behind_dateline(sentence, first, stop)
    lower = words[first].lower
    if lower not in pronouns():
        stop = completed(cast, sentence, stop)
    if lower in pronouns() and (
        stop - first == 1
        or words[first + 1].xpos in {"PRP", "RB", ",", "VBD", "VBZ", "VBG"}
        or (words[first].xpos == "PRP" and words[first + 1].xpos not in {"NN", "NNS"})
    ):
        return Reference(sentence, first, stop, Shape.PRONOUN)
    names = _top_names(cast, sentence, first, stop)
    if names and somebody_of(sentence, first, names[-1][1], stop):
        return _other(cast, sentence, first, stop)
    if len(names) >= 2 and is_person_noun(sentence, names[0][1]):
        names = names[1:]  # *Roe founder and director Jane Doe*
    if len(names) >= 2 and _coordinated(sentence, names):
        return Reference(sentence, first, stop, Shape.PAIR, name=names[0])
    if names:
        return Reference(
            sentence, first, stop, Shape.NAME, name=_last_of_title(cast, sentence, names[0])
        )
    return _other(cast, sentence, first, stop)


_OWN = pronouns(form=Form.DETERMINER, person=FIRST) | pronouns(form=Form.DETERMINER, person=THIRD)
_NAMING = frozenset({"NN", "NNP", "JJ", "HYPH"})
_PARTICIPLES = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_LONGEST_TITLE = 6


def _name_end(cast: Cast, sentence: Sentence, i: int, stop: int) -> int:
    return min(cast.ends.get((sentence.index, i), i), max(i, stop))


def _top_names(cast: Cast, sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    """The names of persons in a mention that no preposition or possessive mark governs."""
    words = sentence.words
    found: list[tuple[int, int]] = []
    governed: int | None = None
    i = first
    while i < stop:
        end = _name_end(cast, sentence, i, stop)
        if end > i:
            owner = end < len(words) and words[end].xpos == "POS" and end + 1 < stop
            if not owner and (
                governed is None or _title_phrase(cast, sentence, first, governed, i)
            ):
                found.append((i, end))
            i = end
            continue
        word = words[i]
        if word.text in {",", "-", ":", ";"}:
            if found:
                break
            governed = None
        elif (
            word.lower in load("governing_words")
            and word.xpos in {"IN", "TO", "WP", "WDT", "WP$", "RB", "JJ"}
        ) or (
            word.xpos in _PARTICIPLES
            and i > first
            and not word.text[:1].isupper()
            and not (_premodifies(sentence, i) or mistaken_role(word))
        ):
            if found:
                break
            governed = i if governed is None else governed
        i += 1
    return found


def _premodifies(sentence: Sentence, i: int) -> bool:
    """Whether a participle opens a noun phrase (*the acting chair*), not a clause behind one.

    So it does behind a hyphen: *the third-ranked Roe*.
    """
    words = sentence.words
    return words[i - 1].text == "-" or (
        words[i].xpos in {"VBG", "VBN"}
        and words[i - 1].xpos in {"DT", "CD", "JJ", "PRP$", "$"}
        and i + 1 < len(words)
        and words[i + 1].xpos in {"NN", "NNS"}
    )


def _last_of_title(cast: Cast, sentence: Sentence, name: tuple[int, int]) -> tuple[int, int]:
    """The name behind a title that another name opens: *Roe* in *Doe adviser Ada Roe*."""
    words = sentence.words
    for i in range(name[1], min(len(words), name[1] + _LONGEST_TITLE)):
        end = cast.ends.get((sentence.index, i))
        if end is not None:
            titled = i > name[1] and role_kind(singular(words[i - 1].text)) is not None
            return _last_of_title(cast, sentence, (i, end)) if titled else name
        if (
            words[i].text != "&"
            and words[i].xpos not in _NAMING
            and not (i == name[1] and mistaken_role(words[i]))
        ):
            return name
    return name


def _title_phrase(cast: Cast, sentence: Sentence, first: int, preposition: int, name: int) -> bool:
    """Whether a preposition belongs to a title in front: *Secretary of State X*."""
    words = sentence.words
    between = range(preposition + 1, name)
    office = words[preposition - 1].text[:1].isupper() or (
        role_kind(singular(words[preposition - 1].text)) is Sort.ROLE
        and all(words[k].xpos.startswith("NNP") for k in between)
    )
    return (
        words[preposition].lower in {"of", "for", "to", "in"}
        and words[first].lower not in load("indefinites")
        and len(between) > 0
        and office
        and any(words[k].text[:1].isupper() for k in between)
        and not any(is_person_noun(sentence, k) for k in between)
        and not any(plain(words[k].text) in sexes(Sort.ADDRESS) for k in between)
    )


def _coordinated(sentence: Sentence, names: list[tuple[int, int]]) -> bool:
    between = sentence.words[names[0][1] : names[1][0]]
    return any(w.lower == "and" for w in between) and len(between) <= 8


def _head(sentence: Sentence, first: int, stop: int) -> int | None:
    """The last noun before a preposition, comma, relative or verb."""
    words = sentence.words
    head = None
    i = first
    while i < stop:
        word = words[i]
        if word.xpos.startswith("NN"):
            head = i
        elif (
            head is not None
            and (
                word.xpos
                in {"IN", "TO", "WP", "WDT", "WP$", ",", ":", "-LRB-", "VBD", "VBZ", "VBP", "MD"}
                or (word.xpos in {"VBN", "VBG"} and i > head)
            )
        ) or (head is not None and word.xpos == "CC"):
            break
        i += 1
    return head


def _determiner(sentence: Sentence, first: int, owner: tuple[int, int] | None) -> Determiner:
    word = sentence.words[first]
    if owner is not None or word.lower in _OWN:
        return Determiner.POSSESSIVE
    if word.lower in _DEFINITE:
        return Determiner.DEFINITE
    if word.lower in load("indefinites") or word.xpos == "CD":
        return Determiner.INDEFINITE
    return Determiner.BARE


def _other(cast: Cast, sentence: Sentence, first: int, stop: int) -> Reference:
    """A mention without a person's name on top: an institution or a description."""
    words = sentence.words
    start = first
    while start < stop - 1 and words[start].xpos in {"DT", "PDT"}:
        start += 1
    owner = _owner(sentence, start, stop)
    if owner is not None and name_like(sentence, owner[1] + 1):
        behind = proper_phrase(sentence, owner[1] + 1, stop)
        if behind == stop and is_organisation(sentence, owner[1] + 1, stop, cast.known):
            return Reference(
                sentence, first, stop, Shape.ORGANISATION, name=(owner[1] + 1, stop), head=stop - 1
            )
    head = _head(sentence, owner[1] + 1 if owner else start, stop)
    described = describe(sentence, first, stop, cast.known, cast.names.of(sentence.index))
    if described is not None and (owner is None or described.head >= owner[1]):
        head = described.head
    apposed = _apposed_institution(cast, sentence, start, stop)
    if apposed is not None:
        return Reference(sentence, first, stop, Shape.ORGANISATION, name=apposed, head=head)
    phrase = proper_phrase(sentence, start, stop) if name_like(sentence, start) else start
    whole = phrase > start and (phrase == stop or words[phrase].text in {",", "(", "-"})
    capital = whole and not (
        phrase - start <= 3
        and is_person_noun(sentence, phrase - 1)
        and not is_organisation(sentence, start, phrase, cast.known)
    )
    if capital and not (
        phrase - start == 1
        and words[first].lower in _DEFINITE
        and plain(words[start].text) in load("organisation_nouns") | load("document_nouns")
    ):
        shape = Shape.NAME
        text = " ".join(plain(w.text) for w in words[start:phrase])
        if (
            is_organisation(sentence, start, phrase, cast.known)
            or text in load("places")
            or text in load("metonyms")
            or words[first].lower in _DEFINITE
        ):
            shape = Shape.ORGANISATION
        return Reference(sentence, first, stop, shape, name=(start, phrase), head=head)
    return Reference(
        sentence,
        first,
        stop,
        Shape.DESCRIPTION,
        _determiner(sentence, first, owner),
        head=head,
        owner=owner,
    )


def _apposed_institution(
    cast: Cast, sentence: Sentence, start: int, stop: int
) -> tuple[int, int] | None:
    """The name that ends a mention right behind what it is: *the city newspaper Morning Star*."""
    words = sentence.words
    first = stop
    number = cast.institutions.get((sentence.index, stop - 1))
    while number is not None and cast.institutions.get((sentence.index, first - 1)) == number:
        first -= 1
    if not start < first < stop or words[first - 1].text[:1].isupper():
        return None
    if any(words[k].xpos in {"IN", "TO"} for k in range(start, first)):
        return None
    body = singular(words[first - 1].text)
    known = body in load("organisation_nouns") or body in load("organisation_words")
    return (first, stop) if known else None


def _owner(sentence: Sentence, first: int, stop: int) -> tuple[int, int] | None:
    """The words before the last possessive mark of the noun phrase that opens the mention."""
    words = sentence.words
    owner = None
    for i in range(first, stop):
        if words[i].xpos == "POS" and i > first:
            owner = (first, i)
        elif words[i].xpos in {"IN", "WP", "WDT", ",", "VBD", "VBZ"}:
            break
    return owner
