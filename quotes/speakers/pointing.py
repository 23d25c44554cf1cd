"""What the encoder says of whom a pronoun means, weighed with what the antecedents' features say.

It is asked only where the features leave doubt: reading windows costs more than they do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from quotes.encoder import Answer
from quotes.language.sentences import Reading
from quotes.speakers.figures import Figure

Ask = Callable[[int, int], Answer | None]
"""Where whoever the mention in a range of the text means is named."""

SURE = 0.7
"""From this probability on the encoder is not asked."""
_WEIGHT = 0.6
"""How much its log probability counts; chosen by cross-fitting, as is the bound below."""
_LEAST = -5.0
"""The log probability of what it does not see, or rules out."""


def pointed(
    reading: Reading,
    figures: Sequence[Figure],
    chances: Sequence[float],
    answer: Answer | None,
    mention: tuple[int, int],
) -> list[float]:
    """The probabilities of the candidates with the encoder's answer taken in.

    Args:
        reading: The article, read.
        figures: The candidates.
        chances: Their probabilities by features alone.
        answer: What the encoder says of the mention; None if it has no answer.
        mention: The range of the mention, whose own words are no answer.
    """
    if answer is None:
        return list(chances)
    scores = [
        math.log(max(chance, 1e-12)) + _WEIGHT * _named(reading, figure, answer, mention)
        for figure, chance in zip(figures, chances, strict=True)
    ]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def _named(reading: Reading, figure: Figure, answer: Answer, mention: tuple[int, int]) -> float:
    """The log probability that the answer lies in a name of a figure."""
    seen = (answer.at(*span) for span in _spans(reading, figure) if span[0] not in range(*mention))
    total = sum(math.exp(chance) for chance in seen if chance is not None)
    return max(_LEAST, math.log(total)) if total > 0 else _LEAST


def _spans(reading: Reading, figure: Figure) -> Iterator[tuple[int, int]]:
    """The last words of a figure's names; of a source without a name where it is introduced."""
    body = figure.person or figure.organisation
    for m in body.mentions if body is not None else ():
        last = reading.sentences[m.sentence].words[m.stop - 1]
        yield last.start, last.end
    if body is None:
        for event in figure.events:
            yield event.start, event.start + 1
