"""The institutions of an article: full names, short forms, acronyms, and where they stand."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load, of_class
from quotes.lexicons.persons import Sort, sexes
from quotes.names.candidates import in_headline_case
from quotes.names.known import Known, Organisation, OrganisationMention
from quotes.names.noun_phrases import proper_phrase
from quotes.names.parts import bare, plain, words_of
from quotes.names.people import Person
from quotes.names.runs import name_like


def is_organisation(sentence: Sentence, first: int, stop: int, known: Known | None = None) -> bool:
    """Whether a capitalised phrase names an organisation, by its words, its tag or the article."""
    words = [plain(sentence.words[i].text) for i in range(first, stop)]
    text = " ".join(words)
    single = sentence.words[first].text if stop - first == 1 else ""
    if text in load("places") | load("demonyms"):
        return False
    initials = text.isalpha() and single.isupper()
    if not initials and all(w in sexes(Sort.ADDRESS) or w in load("small_words") for w in words):
        return False
    if any(w in load("organisation_words") or w in load("parties") for w in words):
        return True
    if known is not None and tuple(w for w in words if w not in load("small_words")) in known.forms:
        return True
    tagged = _tagged_body(sentence, first, stop)
    if tagged is not None:
        return tagged
    short = single.isalpha() and single.isupper() and 2 <= len(single) <= 6
    return short and single.lower() not in load("trades")


def _tagged_body(sentence: Sentence, first: int, stop: int) -> bool | None:
    """Whether entities say that a phrase is an institution; None if there are none."""
    covering = (sentence.entity_at(i) for i in range(first, stop))
    kinds = Counter(e.kind for e in covering if e is not None)
    size = stop - first
    if kinds["Person"] or kinds["NORP"] == size:
        return False
    if kinds["Organization"] or kinds["Facility"]:
        return True
    return None


LANDS = of_class("lands_and_seats")
"""What is called a body and is none that somebody speaks for."""


_LONGEST = 14
_MOST = 100
_SHORT = 2


def form_of(text: str) -> tuple[str, ...]:
    """The words of an organisation's name that count in comparisons."""
    words = words_of(text)
    return tuple(w for w in words if w not in load("small_words")) or words


def organisations(reading: Reading, people: Sequence[Person] = ()) -> tuple[Organisation, ...]:
    """The organisations named in an article, in order of first mention.

    A full name and its acronym are one where the article joins them by brackets or the initials
    agree; a shorter form is one with the only longer form that holds all of its words. The capitals
    of a headline make no names.
    """
    taken = {(m.sentence, i) for p in people for m in p.mentions for i in range(m.first, m.stop)}
    found: list[OrganisationMention] = []
    pairs: dict[tuple[str, ...], tuple[str, ...]] = {}
    for sentence in reading.sentences:
        expanded = list(_expanded(sentence))
        covered = {i for m, _ in expanded for i in range(m.first, m.stop)}
        here = [
            m
            for m in _in_sentence(sentence, taken)
            if (m.sentence, _behind_titles(sentence, m)) not in taken and m.first not in covered
        ]
        for left in here:
            short = _bracketed(sentence, left.stop)
            if short is not None:
                a, b = form_of(reading.folded[left.start : left.end]), form_of(short)
                pairs[min(a, b, key=len)] = max(a, b, key=len)
        for full, short in expanded:
            pairs[form_of(short)] = form_of(reading.folded[full.start : full.end])
        found.extend(sorted([*here, *(m for m, _ in expanded)], key=lambda m: m.first))
    heads = {s.index for s in reading.sentences if in_headline_case(s)}
    told = {form_of(reading.folded[m.start : m.end]) for m in found if m.sentence not in heads}
    found = [
        m
        for m in found
        if m.sentence not in heads
        or m.stop - m.first <= _SHORT
        or form_of(reading.folded[m.start : m.end]) in told
    ]
    return _cluster(reading, found, pairs)


def _behind_titles(sentence: Sentence, mention: OrganisationMention) -> int:
    """Where a person may begin whom *of* ties to an institution: *Dr. Ada Roe of the Institute*."""
    titles = sexes(Sort.ADDRESS)
    words = [plain(word.text) for word in sentence.words[mention.first : mention.stop]]
    titled = sum(1 for _ in itertools.takewhile(titles.__contains__, words))
    return mention.first + (titled if "of" in words else 0)


def _in_sentence(
    sentence: Sentence, taken: Container[tuple[int, int]]
) -> list[OrganisationMention]:
    words = sentence.words
    rows = []
    i = 0
    while i < len(words):
        stop = proper_phrase(sentence, i) if name_like(sentence, i) else i
        if stop == i:
            i += 1
            continue
        named = (k for k in range(i + 1, stop) if (sentence.index, k) in taken)
        first, end = _trim(sentence, i, next(named, stop))
        if end > first and is_organisation(sentence, first, end):
            rows.append(
                OrganisationMention(
                    sentence.index, first, end, words[first].start, words[end - 1].end
                )
            )
        i = stop
    return rows


def _trim(sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """Cut a title and the name behind it off a run (National Bank Governor Name Surname)."""
    roles = sexes(Sort.ROLE)
    for i in range(first + 1, stop):
        lower = plain(sentence.words[i].text)
        if lower in roles and not any(sentence.words[k].lower == "of" for k in range(first, i)):
            k = i
            while k > first and sentence.words[k - 1].lower in load("role_modifiers"):
                k -= 1
            return first, k
    return first, stop


def _expanded(sentence: Sentence) -> Iterator[tuple[OrganisationMention, str]]:
    """Names whose initials stand in brackets behind them, and those initials.

    As in Schwartz & Hearst (PSB 2003), from the brackets to the left: small words may be skipped.
    """
    words = sentence.words
    for i in range(2, len(words) - 2):
        letters = plain(words[i + 1].text)
        if words[i].text != "(" or words[i + 2].text != ")" or len(letters) < 3:
            continue
        if not words[i + 1].text[:1].isupper():
            continue
        start = i
        initials: list[str] = []
        while start > 0 and i - start < _LONGEST and len(initials) < len(letters):
            word = words[start - 1]
            if word.text[:1].isupper():
                initials.insert(0, plain(word.text)[:1])
            elif (
                word.lower not in load("small_words")
                and word.text not in {",", "-"}
                and word.xpos != "POS"
            ):
                break
            start -= 1
        stop = i - 1 if words[i - 1].xpos == "POS" else i
        if "".join(initials) == letters:
            yield (
                OrganisationMention(
                    sentence.index, start, stop, words[start].start, words[stop - 1].end
                ),
                words[i + 1].text,
            )


def _bracketed(sentence: Sentence, i: int) -> str | None:
    """The name in brackets that stands at word `i`."""
    words = sentence.words
    if i + 2 < len(words) and words[i].text == "(" and words[i + 2].text == ")":
        inner = words[i + 1].text
        if inner[:1].isupper() and any(c.isupper() for c in inner[1:]):
            return inner
    return None


_Form = tuple[str, ...]


def _heads(forms: Sequence[_Form], pairs: dict[_Form, _Form]) -> dict[_Form, _Form]:
    """For each form the longest form of the same organisation."""
    distinct = sorted(set(forms), key=lambda f: (-len(f), f))
    first = {form: n for n, form in reversed(list(enumerate(forms)))}
    head: dict[_Form, _Form] = {}
    by_word: dict[str, list[_Form]] = defaultdict(list)
    by_initials: dict[str, _Form] = {}
    places = load("places") | load("demonyms")
    for form in distinct:
        longer = pairs.get(form)
        if longer is None and len(form) == 1:
            longer = by_initials.get(form[0])
        if longer is None:
            longer = _only_longer(form, by_word, first)
        root = head.get(longer, longer) if longer is not None else None
        if root is not None and root != form:
            head[form] = root
        else:
            head[form] = form
            for word in set(form):
                by_word[word].append(form)
        if len(form) > 1:
            by_initials.setdefault("".join(w[0] for w in form), head[form])
            if form[0] in places and len(form) > _SHORT:  # *CBP* of the *U.S. Customs and …*
                by_initials.setdefault("".join(w[0] for w in form[1:]), head[form])
    return head


def _only_longer(
    form: _Form, by_word: dict[str, list[_Form]], first: dict[_Form, int]
) -> _Form | None:
    """The only longer form with all words of a form, if more than places tell them apart."""
    places = load("places") | load("demonyms")
    wider = {f for f in by_word[form[-1]][:_MOST] if set(form) < set(f)}
    if len(form) > 1:
        wider |= {f for f in by_word[form[0]][:_MOST] if f[: len(form)] == form}
    if len(wider) != 1:
        return None
    (longer,) = wider
    told_apart = not (set(longer) - set(form)) <= places
    return longer if told_apart or first[longer] < first[form] else None


def _cluster(
    reading: Reading,
    found: Sequence[OrganisationMention],
    pairs: dict[tuple[str, ...], tuple[str, ...]],
) -> tuple[Organisation, ...]:
    forms = [form_of(reading.folded[m.start : m.end]) for m in found]
    head = _heads(forms, pairs)
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        rows[head[form]].append(n)
    short_forms: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for short, long in pairs.items():
        short_forms[long].append(short)
    result = []
    for numbers in rows.values():
        best = max(numbers, key=lambda n: (len(forms[n]), -found[n].start))
        mention = found[best]
        result.append(
            Organisation(
                bare(" ".join(reading.text[mention.start : mention.end].split())),
                frozenset(forms[n] for n in numbers) | frozenset(short_forms[forms[best]]),
                tuple(found[n] for n in numbers),
            )
        )
    return tuple(sorted(result, key=lambda o: o.mentions[0].start))
