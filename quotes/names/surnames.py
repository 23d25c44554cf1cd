"""Names of one word: which of the people of the article bears each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from quotes.language.sentences import Reading, Sentence
from quotes.lexicons import load
from quotes.lexicons.persons import Sort, sexes, stands_for
from quotes.names.candidates import Candidate
from quotes.names.parts import NameParts, first_name_gender, plain

ALONE = 1.1
"""A name of one word that no full name explains is a person's if it is worth more than this."""
_MOST = 100
_ENOUGH = 3.0
"""A form that is worth as much is a name for sure; more says nothing about who is meant."""
_FAR = 10
_STEP = 0.3
_BESIDE = 4
_FAMILIAR = 2.0
"""What it counts against a surname that its bearer goes by the first name."""
_RELATED = 2.0
"""What it counts against somebody who is named as a relative: *her husband, Tom Roe*."""
_SPEAKER = 1.5
"""What it counts that somebody has spoken before where a name stands beside a report."""


def attach_surnames(
    reading: Reading,
    found: Sequence[Candidate],
    clusters: list[list[Candidate]],
    worth: Mapping[tuple[str, ...], float],
    inside: Callable[[int], bool],
) -> None:
    """Give each name of one word to a person, in text order; `clusters` are added to.

    Several may bear it: then honorifics beside the name, how often and how lately each
    was named outside quotation marks decide (`inside` tells of an offset whether it lies between
    such marks); a name in full in the same sentence is of somebody else. A name that nobody else
    bears makes a person of its own, and so does one that only relatives of its bearer have in full.
    """
    relatives = [_is_introduced_as_kin(reading, min(c, key=lambda n: n.start)) for c in clusters]
    bearers = _Bearers(clusters, worth, relatives)
    known = {id(c): n for n, cluster in enumerate(clusters) for c in cluster}
    alone: dict[str, int] = {}
    own = _unnamed_bearers(reading, found, clusters)
    for candidate in sorted(found, key=lambda c: c.start):
        sentence = reading.sentences[candidate.sentence]
        number = known.get(id(candidate))
        if number is not None:
            if not inside(candidate.start):
                bearers.heard(number, candidate.sentence, _says(sentence, candidate))
            continue
        if len(candidate.parts.core) != 1:
            continue
        word = candidate.parts.core[0]
        options = bearers.of(word, candidate)
        if word in own and worth[candidate.parts.words] > ALONE:
            clear = candidate.honorific in {"male", "female"}
            of_another_sex = clear and candidate.honorific != own[word]
            options = options if of_another_sex and options else []
        if options and candidate.ner + candidate.shape > -3.5:
            says = _says(sentence, candidate)
            chosen = max(options, key=lambda n: bearers.rate(n, word, candidate, says))
            clusters[chosen].append(candidate)
            if not inside(candidate.start):
                bearers.heard(chosen, candidate.sentence, says, word)
        elif not options and worth[candidate.parts.words] > ALONE:
            if word not in alone:
                alone[word] = len(clusters)
                clusters.append([])
            clusters[alone[word]].append(candidate)


def _unnamed_bearers(
    reading: Reading, found: Sequence[Candidate], clusters: Sequence[Sequence[Candidate]]
) -> dict[str, str | None]:
    """The surnames whose bearer has no full name in the article, and the sex that he shows.

    Somebody is called by it before anybody is named in full with it, and whoever is, is a relative:
    *President Roe spoke. First lady Ada Roe listened*; or is of the other sex: *Mr. Roe*.
    """
    ordered = sorted((c for c in found if len(c.parts.core) == 1), key=lambda c: c.start)
    lone: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in ordered:
        lone[candidate.parts.core[0]].append(candidate)
    borne: dict[str, list[Sequence[Candidate]]] = defaultdict(list)
    for cluster in clusters:
        for surname in {c.parts.surname for c in cluster} & lone.keys():
            borne[surname].append(cluster)
    rows = {}
    for surname, full in borne.items():
        sexes_shown = Counter(c.honorific for c in lone[surname])
        shown = max(("male", "female"), key=lambda s: sexes_shown[s])
        sex = shown if sexes_shown[shown] else None
        if all(_is_relative(reading, row, lone[surname], sex) for row in full):
            rows[surname] = sex
    return rows


def _is_relative(
    reading: Reading, cluster: Sequence[Candidate], lone: Sequence[Candidate], sex: str | None
) -> bool:
    """Whether somebody named in full is not who bore the surname alone before.

    Args:
        reading: The article, read.
        cluster: Where he is named in full.
        lone: Where the surname stands alone, in text order.
        sex: What the forms of address before these show.
    """
    first = min(cluster, key=lambda c: c.start)
    before = [c for c in lone if c.start < first.start]
    if not before:
        return False
    if {sex_of(cluster), sex} == {"male", "female"} or all(c.parts.suffix for c in cluster):
        return True
    titles = {title for c in before if (title := _title(reading, c)) is not None}
    title = _title(reading, first)
    other = title is not None and bool(titles) and title not in titles and len(before) > 1
    kin = _is_introduced_as_kin(reading, first)
    return kin or other or _joined(reading, before[-1], first)


def _is_introduced_as_kin(reading: Reading, first: Candidate) -> bool:
    """Whether words beside a name call its bearer a relative.

    *Her husband, Tom Roe*; *Ada Roe, his wife,*; *Ada Roe is his wife*.
    """
    sentence = reading.sentences[first.sentence]
    beside = [w.lower for w in sentence.words[: first.first][-_BESIDE:]]
    behind = sentence.words[first.stop : first.stop + 3]
    leads = bool(behind) and (behind[0].text == "," or behind[0].lemma == "be")
    his = [w.xpos for w in behind[1:2]] == ["PRP$"]
    if leads and his and behind[-1].lower in sexes(Sort.KIN):
        return True
    return any(word in sexes(Sort.KIN) for word in beside) or beside[-1:] == ["lady"]


def _joined(reading: Reading, lone: Candidate, full: Candidate) -> bool:
    """Whether *and* joins a surname to a name in full: *Roe and first lady Ada Roe*."""
    words = reading.sentences[lone.sentence].words[lone.stop : lone.stop + 1]
    near = lone.sentence == full.sentence and full.first - lone.stop <= _BESIDE
    return near and bool(words) and words[0].lower in {"and", "&"}


def _title(reading: Reading, candidate: Candidate) -> str | None:
    """The office that stands right before a name, in full."""
    i = candidate.first - 1
    word = plain(reading.sentences[candidate.sentence].words[i].text) if i >= 0 else ""
    word = next(iter(stands_for().get(word, ())), word)
    return word if word in sexes(Sort.ROLE) else None


class _Bearers:
    """The people with a full name, by each word of it."""

    def __init__(
        self,
        clusters: Sequence[Sequence[Candidate]],
        worth: Mapping[tuple[str, ...], float],
        related: Sequence[bool],
    ) -> None:
        self._related = related
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for n, cluster in enumerate(clusters):
            for word in {w for c in cluster for w in c.parts.core}:
                self._by_word[word].append(n)
        self._parts = [cluster[0].parts for cluster in clusters]
        self._sexes = [sex_of(cluster) for cluster in clusters]
        self._first = [min(c.sentence for c in cluster) for cluster in clusters]
        self._strength = [
            min(_ENOUGH, max(worth[c.parts.words] for c in cluster)) + math.log1p(len(cluster))
            for cluster in clusters
        ]
        self._surnamed = {n for n, parts in enumerate(self._parts) if (parts.surname,) in worth}
        """Whose surname stands alone somewhere."""
        self._later: dict[tuple[int, int], int] = {}
        for n, cluster in enumerate(clusters):
            for c in cluster:
                at = (c.sentence, n)
                self._later[at] = max(c.start, self._later.get(at, -1))
        self._last: dict[int, int] = {}
        self._times: Counter[int] = Counter()
        self._familiar: set[int] = set()
        """Who goes by the first name alone."""
        self._spoke: set[int] = set()
        """Who stood beside a reporting verb so far."""

    def heard(self, n: int, sentence: int, says: bool, word: str | None = None) -> None:
        """Note that the article itself names person `n` in a sentence; `says`: as a speaker.

        `word` is the name if it stands alone there.
        """
        self._last[n] = sentence
        self._times[n] += 1
        if word == self._parts[n].given:
            self._familiar.add(n)
        if says:
            self._spoke.add(n)

    def of(self, word: str, candidate: Candidate) -> list[int]:
        """Who bears a word and agrees with the honorific before it."""
        shown = candidate.honorific
        clear = shown in {"male", "female"}
        return [
            n
            for n in self._by_word.get(word, [])[:_MOST]
            if not (clear and self._sexes[n] is not None and self._sexes[n] != shown)
            and not (clear and n in self._surnamed and word == self._parts[n].given)
        ]

    def rate(
        self, n: int, word: str, candidate: Candidate, says: bool
    ) -> tuple[int, bool, bool, float, int]:
        """How likely a name of one word means person `n`; `says`: it stands beside a report."""
        place = self._last.get(n, self._first[n])
        score = self._strength[n] - _STEP * min(_FAR, abs(candidate.sentence - place))
        score += math.log1p(self._times[n])
        score -= _RELATED * self._related[n]
        score += _SPEAKER * (says and n in self._spoke)
        score -= _FAMILIAR * (n in self._familiar and word == self._parts[n].surname)
        ahead = self._later.get((candidate.sentence, n), -1) > candidate.start
        return _rank(word, self._parts[n]), not ahead, n in self._last, score, -n


def _says(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a reporting verb stands beside a name."""
    words = sentence.words
    near = [candidate.first - 1, candidate.stop]
    return any(
        0 <= i < len(words)
        and words[i].xpos in {"VBD", "VBZ"}
        and words[i].lemma in load("reporting_verbs")
        for i in near
    )


def _rank(word: str, parts: NameParts) -> int:
    """How naturally one word stands for the whole name."""
    if word == parts.surname:
        return 3
    return 2 if word in {parts.words[-1], parts.core[-1]} else 1


def sex_of(cluster: Sequence[Candidate]) -> str | None:
    """The sex that honorifics and, failing them, the first name show.

    A first word that is as often a family name (*Xia*, *Long*) shows none.
    """
    votes = Counter(c.honorific for c in cluster if c.honorific in {"male", "female"})
    if votes:
        (best, n), *rest = votes.most_common()
        if not rest or n > rest[0][1]:
            return best
    for candidate in cluster:
        given = candidate.parts.given
        if given is not None and given not in load("surnames_first"):
            sex = first_name_gender(given)
            if sex is not None:
                return sex
    if len(cluster) and all(len(c.parts.words) == 1 for c in cluster):
        return first_name_gender(cluster[0].parts.words[0])
    return None
