"""Resolved speakers, on texts in which every stretch between marks has its speaker annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from quotes.evaluation.calibration import Answer, calibration_error
from quotes.evaluation.figures import Score, claiming
from quotes.evaluation.names import Agreement, agreement, same_institution, same_role
from quotes.training.gold import GoldArticle, GoldSegment, Role
from quotes.types import Kind, Quote


@attrs.frozen
class SpeakerScore:
    """How well quotes were found and their speakers resolved.

    `detection` of speech, whole clauses or fragments; `full_name`: claimed, and the speaker's name
    right in full; `surname`: right as far as it goes. `role`, `affiliation`: one of the first two
    given, for a speaker right as far as the name goes. `kept`: the share of whole-clause speech
    that is claimed; `left_alone`: the share of what is no speech that is not. `calibration_error`:
    of `speaker_confidence` against `full_name`; None if no speaker is named.
    """

    detection: Score
    full_name: Score
    surname: Score
    role: Score
    affiliation: Score
    kept: float
    left_alone: float
    calibration_error: float | None


def score_speakers(
    articles: Iterable[GoldArticle], predictions: Iterable[Sequence[Quote]]
) -> SpeakerScore:
    """Score the quotes of each article, both in the same order, by the article's gold segments.

    A quote claims a segment if its quoted words cover half of it; the shortest such quote answers.
    Kind `other` claims nothing.

    Raises:
        ValueError: there are more articles than predictions, or fewer.
    """
    detection = full_name = surname = role = affiliation = kept = left = Score()
    answers: list[Answer] = []
    for gold, best, agreed in _claims(articles, predictions):
        claimed, speaker = best is not None, best.speaker if best is not None else None
        known = gold.speaker if gold.speech else None
        answers += _answers(best, agreed)
        detection += Score(claimed and gold.speech, claimed, gold.speech)
        kept += Score(claimed, 0, 1) if gold.role is Role.SPEECH else Score()
        left += Score(not claimed, 0, 1) if gold.role is Role.NOT_SPEECH else Score()
        named = speaker is not None
        full_name += Score(agreed is Agreement.FULL, named, bool(known))
        surname += Score(agreed is not Agreement.NONE, named, bool(known))
        if known:
            names = [a.name for a in speaker.affiliations] if speaker else []
            same = agreed is not Agreement.NONE
            role += _among(speaker.roles if speaker else (), gold.title, same_role, same)
            affiliation += _among(names, gold.affiliation, same_institution, same)
    return SpeakerScore(
        detection, full_name, surname, role, affiliation, kept.recall, left.recall,
        calibration_error(answers),
    )  # fmt: skip


def speaker_answers(
    articles: Iterable[GoldArticle], predictions: Iterable[Sequence[Quote]]
) -> list[Answer]:
    """The `speaker_confidence` of each gold segment that a speaker is named for, and if right.

    Claims are as in `score_speakers`; right is the full name.

    Raises:
        ValueError: there are more articles than predictions, or fewer.
    """
    return [a for _, best, agreed in _claims(articles, predictions) for a in _answers(best, agreed)]


def _claims(
    articles: Iterable[GoldArticle], predictions: Iterable[Sequence[Quote]]
) -> Iterator[tuple[GoldSegment, Quote | None, Agreement]]:
    """Each gold segment, the quote that claims it, and how far its speaker's name agrees."""
    for article, found in zip(articles, predictions, strict=True):
        quotes = [quote for quote in found if quote.kind is not Kind.OTHER]
        quoted = [[(s.start, s.end) for s in quote.segments] for quote in quotes]
        for gold in article.segments:
            number = claiming((gold.start, gold.end), quoted)
            best = quotes[number] if number is not None else None
            agreed = Agreement.NONE
            if best is not None and best.speaker is not None and gold.speech and gold.speaker:
                agreed = agreement(best.speaker.name, gold.speaker, gold.speaker_type)
            yield gold, best, agreed


def _answers(best: Quote | None, agreed: Agreement) -> list[Answer]:
    if best is None or best.speaker is None:
        return []
    return [(best.speaker_confidence, agreed is Agreement.FULL)]


def _among(
    given: Sequence[str], gold: str | None, same: Callable[[str, str], bool], known: bool
) -> Score:
    right = known and gold is not None and any(same(name, gold) for name in given[:2])
    return Score(right, bool(given), bool(gold))
