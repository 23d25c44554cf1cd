"""Roles and affiliations that the article states of a person, each with the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from quotes.language.sentences import Reading, Sentence, Word
from quotes.lexicons import load, load_pairs
from quotes.names.known import Known
from quotes.names.organisations import is_organisation, proper_phrase
from quotes.names.parts import plain
from quotes.names.people import NameMention, Person
from quotes.names.runs import name_like
from quotes.speakers.clauses import (
    attached,
    charged,
    owned,
    predicate,
    relative,
    unplaced,
    writing,
)
from quotes.speakers.describe import Description, describe
from quotes.speakers.figures import LEADING
from quotes.speakers.later import going_on, namesake
from quotes.speakers.nouns import is_person_noun, singular
from quotes.speakers.phrases import is_dash
from quotes.speakers.statements import NameIndex, Statement, said_of

_WINDOW = 22


def statements(
    reading: Reading,
    person: Person,
    names: NameIndex,
    known: Known,
    quoted: Callable[[int], bool] = lambda at: False,
) -> list[Statement]:
    """All that the article states of `person` beside the name, in text order.

    `quoted` tells of an offset whether it lies between quotation marks.
    """
    found = []
    for mention in person.mentions:
        sentence = reading.sentences[mention.sentence]
        bonus = (1.0 if mention.full else 0.0) - (1.5 if mention.quoted else 0.0)
        for statement in _around(sentence, mention, names.of(mention.sentence), known):
            found.append(attrs.evolve(statement, weight=statement.weight + bonus))
        if not mention.quoted:
            found.extend(going_on(reading, mention, person.sex, names, known, quoted))
    found.extend(namesake(person, known))
    if not found:
        for mention in person.mentions:
            if not mention.quoted:
                found.extend(writing(reading.sentences[mention.sentence], mention.stop, known))
    return found


_LONE = frozenset("spokesman spokesperson spokeswoman".split())


def _told(
    sentence: Sentence, description: Description | None, weight: float, known: Known
) -> Iterator[Statement]:
    """What a description says; an office alone is one of the only institution named before it."""
    yield from said_of(sentence, description, weight, known)
    if description is None or description.affiliations or description.former:
        return
    words = sentence.words
    start, stop = description.role
    head = words[description.head]
    alone = description.stop == description.head + 1 and stop - start <= 2
    if description.anaphor is not None or not alone or singular(head.text) not in _LONE:
        return
    if stop - start == 2 and words[start].lower not in {"chief", "managing", "general"}:
        return
    named = known.only(sentence.index, description.first)
    if named is not None and named.first < LEADING:
        where = ((named.sentence, named.first, named.stop),)
        yield Statement(sentence.index, None, None, where, False, 0.3)


def _around(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    others = names - set(range(mention.first, mention.stop))
    yield from _before(sentence, mention, others, known)
    yield from _apposed_before(sentence, mention, others, known)
    yield from _after(sentence, mention, others, known)


def _before(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    """Titles directly before the name: *Finance Minister X*, *the bank's director X*."""
    words = sentence.words
    limit = start = _before_honorifics(sentence, mention.first)
    ranks = [k for k in range(limit, mention.first) if plain(words[k].text) in load("ranks")]
    if ranks:
        span = (ranks[0], ranks[-1] + 1)
        yield Statement(sentence.index, span, plain(words[ranks[-1]].text), (), False, 0.6)
    while start > 0 and mention.first - start < 16:
        word = words[start - 1]
        inside = (
            word.xpos[:2] in {"NN", "JJ"}
            or is_person_noun(sentence, start - 1)
            or word.xpos in {"HYPH", "POS", "CD", "VBG", "VBN", "AFX"}
        )
        of = word.lower in {"of", "for", "and", "&"} and start - 1 > 0 and start < limit
        of = of or (word.lower == "to" and start > 1 and is_person_noun(sentence, start - 2))
        the = word.lower == "the" and start > 1 and words[start - 2].lower in {"of", "for"}
        comma = (
            word.text == ","
            and any(w.lower in {"and", "&"} for w in words[start : mention.first])
            and start > 1
            and words[start - 2].lower not in load("not_names")
            and words[start - 2].text[:1].isupper()
            and words[start].text[:1].isupper()
            and start < mention.first
        )
        closes = word.text == ")" and start > 3 and words[start - 3].text == "("
        if closes and words[start - 2].text.isupper() and start < limit:
            start -= 3
            continue
        if not (inside or of or the or comma) or is_dash(sentence, start - 1):
            break
        start -= 1
    for begin in range(start, mention.first):
        if words[begin].xpos in {"IN", "CC", "POS", "HYPH", ",", "CD"}:
            continue
        description = describe(sentence, begin, limit, known, names)
        if description is None or limit - description.stop > 1:
            continue
        head = words[description.head]
        title = head.text[:1].isupper() or description.stop == description.head + 1
        title = title or begin == 0 or words[begin - 1].xpos[:2] in {"VB", ",", "CC", "''", ":"}
        if words[begin].lower in {"elder", "younger"}:
            return
        if title and (head.xpos != "NNS" or head.text[:1].isupper()):
            yield from _told(sentence, description, 2.0, known)
            return
    if mention.first and words[mention.first - 1].xpos == "POS":
        stop = mention.first - 1
        begin = stop
        while begin > 0 and (
            name_like(sentence, begin - 1) or words[begin - 1].lower in {"of", "for", "-"}
        ):
            begin -= 1
        while begin < stop and not name_like(sentence, begin):
            begin += 1
        named = begin < stop and begin not in names
        if named and (
            is_organisation(sentence, begin, stop, known) or unplaced(sentence, begin, stop)
        ):
            yield Statement(
                sentence.index, None, None, ((sentence.index, begin, stop),), False, 1.5
            )


def _before_honorifics(sentence: Sentence, first: int) -> int:
    """Where the honorifics, and an acronym in brackets, before a name begin."""
    words = sentence.words
    i = first
    if i > 1 and words[i - 2].text + words[i - 1].text == "HE":
        i -= 2
    while i > 0:
        key = plain(words[i - 1].text)
        honorific = key in load_pairs("honorifics") and key not in load_pairs("roles")
        if not honorific and not (len(key) == 1 and words[i - 1].text.isupper()):
            break
        i -= 1
    if i > 3 and words[i - 1].text == ")" and words[i - 3].text == "(":
        i -= 3
    return i


def _apposed_before(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    """A description and a comma before the name: *the head of the union, X,*."""
    words = sentence.words
    comma = mention.first - 1
    if comma > 1 and words[comma - 1].text + words[comma].text == "HE":
        comma -= 2
    while comma > 0:
        bracket = comma > 2 and words[comma].text == ")" and words[comma - 2].text == "("
        if plain(words[comma - bracket].text) not in load_pairs("honorifics"):
            break
        comma -= 3 if bracket else 1
    if comma < 1 or words[comma].text not in {",", "-"}:
        return
    body = _body_before(sentence, comma, names, known)
    end = comma if body is None else body - 1
    for begin in range(max(0, end - _WINDOW), end):
        if words[begin].text in {",", ";", ":", '"'}:
            continue
        opener = (
            words[begin].xpos in {"DT", "PRP$"}
            or begin == 0
            or words[begin - 1].xpos
            in {
                "IN",
                "CC",
                ",",
                "VBD",
                "VBZ",
                "VB",
                "''",
                "``",
                "VBG",
                "VBN",
                "TO",
            }
        )
        if not opener or words[begin].xpos in {"IN", "CC", "VBD"}:
            continue
        if begin and words[begin].lower in {"a", "an"} and _governs(words[begin - 1]):
            return
        description = describe(sentence, begin, end, known, names)
        if description is not None and description.stop == end:
            if body is not None and not description.affiliations:
                description = attrs.evolve(description, affiliations=((body, comma),))
            yield from _told(sentence, description, 1.8, known)
            return


def _body_before(sentence: Sentence, comma: int, names: set[int], known: Known) -> int | None:
    """Where an institution between two commas before a name begins: *Chairman, Acme Board, X*."""
    words = sentence.words
    for i in range(comma - 1, max(0, comma - _WINDOW), -1):
        if words[i].text == ",":
            start = i + 1 + (words[i + 1].xpos == "DT")
            whole = proper_phrase(sentence, start, comma) == comma
            if whole and start not in names and is_organisation(sentence, start, comma, known):
                office = is_person_noun(sentence, i - 1) and not is_person_noun(sentence, comma - 1)
                return start if office and start == i + 1 else None
            return None
    return None


def _governs(word: Word) -> bool:
    """Whether a preposition parts what follows from the subject: *speaking through a guide, X*."""
    return word.xpos in {"IN", "TO"} and word.lower != "as"


def _after(
    sentence: Sentence, mention: NameMention, names: set[int], known: Known
) -> Iterator[Statement]:
    words = sentence.words
    size = len(words)
    i = mention.stop
    if i < size and words[i].text == "(":
        i = _aside(sentence, i)
    if i < size and words[i].text == "(":
        stop = proper_phrase(sentence, i + 1, size) if i + 1 < size else i
        if stop > i + 1 and stop < size and words[stop].text == ")":
            code = stop == i + 2 and len(words[i + 1].text) <= 3
            code = code or words[i + 1].text[1:2] == "-" or words[i + 2].text == "-"
            if is_organisation(sentence, i + 1, stop, known) and not code:
                yield Statement(
                    sentence.index, None, None, ((sentence.index, i + 1, stop),), False, 1.0
                )
            i = stop + 1
    if i >= size:
        return
    if words[i].lower in {"of", "from", "at", "with"}:
        yield from attached(sentence, i, names, known)
        return
    if words[i].lower == "in" and plain(words[mention.first - 1].text) in {"judge", "justice"}:
        yield from attached(sentence, i, names, known)
        return
    if words[i].lower == "who":
        yield from relative(sentence, i, names, known)
        return
    if words[i].xpos == "POS" and i + 1 < size:
        yield from owned(sentence, i + 1, names, known)
        return
    if words[i].text not in {",", "-"} or i + 1 >= size:
        yield from predicate(sentence, i, names, known, 1.4)
        return
    i += 1
    if i + 1 < size and words[i].xpos == "CD" and words[i + 1].text == ",":
        i += 2
        if i >= size:
            return
    if words[i].lower in {"who", "whose"}:
        yield from relative(sentence, i, names, known)
        return
    if words[i].xpos == "VBG" and words[i].lower in {"speaking", "working", "writing"}:
        yield from _speaking(sentence, i, names, known)
        return
    if [w.lower for w in words[i : i + 3]] == ["in", "charge", "of"] or (
        [w.lower for w in words[i : i + 2]] == ["responsible", "for"]
    ):
        yield from charged(sentence, i, names, known)
        return
    if words[i].lower in {"of", "from", "at", "with"}:
        for statement in attached(sentence, i, names, known):
            _, first, stop = statement.affiliations[0]
            bodies = load("organisation_words") | load("organisation_nouns")
            if words[i].lower != "of" or any(words[k].lower in bodies for k in range(first, stop)):
                yield statement
        return
    if _line(sentence, i, names, known):
        yield from _line_of(sentence, i)
        return
    yield from _listed(sentence, i, names, known)


def _aside(sentence: Sentence, i: int) -> int:
    """Behind the brackets at word `i` if they hold no name: *X (pictured), director of Y*."""
    words = sentence.words
    for k in range(i + 1, min(i + 6, len(words))):
        if words[k].text == ")":
            return k + 1
        if name_like(sentence, k):
            break
    return i


def _speaking(sentence: Sentence, i: int, names: set[int], known: Known) -> Iterator[Statement]:
    """*speaking for Y*, *speaking on behalf of Y*, with the participle at word `i`."""
    behind = [w.lower for w in sentence.words[i + 1 : i + 4]]
    if behind == ["on", "behalf", "of"]:
        yield from attached(sentence, i + 3, names, known)
    elif behind[:1] in (["for"], ["with"]):
        yield from attached(sentence, i + 1, names, known)


def _line(sentence: Sentence, i: int, names: set[int], known: Known) -> bool:
    """Whether an institution alone stands in apposition at word `i`: *X, Acme Institute, said*."""
    words = sentence.words
    stop = proper_phrase(sentence, i) if i < len(words) and name_like(sentence, i) else i
    if stop == i or any(k in names or is_person_noun(sentence, k) for k in range(i, stop)):
        return False
    ends = stop == len(words) or words[stop].text in {".", ")", '"'}
    goes_on = (
        stop + 1 < len(words)
        and words[stop].text == ","
        and (words[stop + 1].xpos in {"VBD", "VBZ"})
    )
    shouted = words[i].text == "AKA"
    return (ends or goes_on) and not shouted and is_organisation(sentence, i, stop, known)


def _line_of(sentence: Sentence, i: int) -> Iterator[Statement]:
    stop = proper_phrase(sentence, i)
    yield Statement(sentence.index, None, None, ((sentence.index, i, stop),), False, 1.1)


def _listed(sentence: Sentence, i: int, names: set[int], known: Known) -> Iterator[Statement]:
    """Descriptions in apposition, the first at word `i`, others joined by *and* or a comma."""
    words = sentence.words
    size = len(words)
    weight = 2.2
    for _ in range(3):
        description = describe(sentence, i, size, known, names)
        if description is None:
            return
        follows = words[description.stop].text if description.stop < size else "."
        bare = words[i].xpos not in {"DT", "PRP$"}
        if description.stop in names or (
            bare
            and description.stop < size
            and follows not in {"%", "and"}
            and words[description.stop].xpos[:2] in {"NN", "PO", "CD", "JJ", "PR", "DT"}
        ):
            return
        yield from _told(sentence, description, weight, known)
        weight -= 0.3
        i = description.stop
        if i < size and words[i].lower == "who":
            yield from relative(sentence, i, names, known)
            return
        alone = description.role[1] == i and not description.affiliations
        if alone and follows == "," and _line(sentence, i + 1, names, known):
            yield from _line_of(sentence, i + 1)
            return
        if i < size and words[i].text == "," and i + 1 < size and words[i + 1].lower == "and":
            i += 1
        if i + 1 >= size or words[i].lower not in {"and", ","}:
            return
        i += 1
