"""Quoted speech with the right source, on texts in which every attribution is annotated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import regex

from quotes.evaluation.figures import Score, claiming, covered, size
from quotes.training.gold import GoldArticle, GoldAttribution, Range
from quotes.types import Kind, Quote

_UNIT = regex.compile(r'“([^“”\n]{2,}+)(?:”|(?=\n|\Z))|"([^“”"\n]{2,}+)"')
_WORD = regex.compile(r"[^\W_]+")
# Determiners, prepositions and the possessive: two sources that share only these share nothing.
_FUNCTION_WORDS = frozenset(
    """a an the this that these those all another any both each every no some s
    about after against among as at before between by during for from in into of on over per
    through to under via with within without""".split()
)
_GOLD = 0.8
_Word = tuple[int, int, str]


@attrs.frozen
class AttributionScore:
    """`detection` of quoted speech; `end_to_end`: claimed, and with the right source.

    `source` has the same right answers, out of the claims that have a gold source (its precision is
    the accuracy where a quote was found) and out of all that have one.
    """

    detection: Score
    end_to_end: Score
    source: Score


def units(text: str) -> list[Range]:
    """The stretches between double marks, which are what is scored, without the marks.

    A curly mark that is left open runs to the end of its line.
    """
    return [match.span(match.lastindex or 0) for match in _UNIT.finditer(text)]


def score_attribution(
    articles: Iterable[GoldArticle], predictions: Iterable[Sequence[Quote]]
) -> AttributionScore:
    """Score the quotes of each article, both in the same order, unit by unit.

    A unit is gold if 80 % of it lie in one annotated content; of several, the shortest with a
    source outside the unit counts. A quote claims it if its content covers half of it; the shortest
    such quote answers. Its source is right if it shares a word, by position, with the gold source;
    function words count only if that has no others. Kind `other` claims nothing.

    Raises:
        ValueError: there are more articles than predictions, or fewer.
    """
    detection = end_to_end = known = Score()
    for article, found in zip(articles, predictions, strict=True):
        words = [(*match.span(), match[0].lower()) for match in _WORD.finditer(article.text)]
        quotes = [quote for quote in found if quote.kind is not Kind.OTHER]
        contents = [[(s.start, s.end) for s in quote.content] for quote in quotes]
        for unit in units(article.text):
            gold = _gold(unit, article.attributions)
            best = claiming(unit, contents)
            claimed = best is not None
            source = quotes[best].source if best is not None else None
            theirs = gold.source if gold else ()
            right = source is not None and _same(words, (source.start, source.end), theirs)
            detection += Score(claimed and gold is not None, claimed, gold is not None)
            known += Score(right, claimed and bool(theirs), bool(theirs))
            # Where nobody annotated the source of what was said, no answer is right or wrong.
            if gold is None or theirs:
                end_to_end += Score(right, claimed, bool(theirs))
    return AttributionScore(detection, end_to_end, known)


def _gold(unit: Range, attributions: Iterable[GoldAttribution]) -> GoldAttribution | None:
    holding = [a for a in attributions if covered(unit, a.content) >= _GOLD]
    return min(holding, key=lambda a: (covered(unit, a.source) > 0, size(a.content)), default=None)


def _same(words: Sequence[_Word], source: Range, gold: Sequence[Range]) -> bool:
    ours, theirs = _touched(words, [source]), _touched(words, gold)
    if telling := {w for w in theirs if w[2] not in _FUNCTION_WORDS}:
        ours, theirs = {w for w in ours if w[2] not in _FUNCTION_WORDS}, telling
    # A span as long as a paragraph names nobody.
    return bool(ours & theirs) and len(ours) <= 2 * len(theirs) + 8


def _touched(words: Iterable[_Word], spans: Sequence[Range]) -> set[_Word]:
    return {w for w in words if any(w[0] < end and w[1] > start for start, end in spans)}
