"""Resolved speakers, on texts in which every stretch between marks has its speaker annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from quotes.evaluation.figures import Score, calibration_error, claiming
from quotes.evaluation.names import Agreement, agreement, same_institution, same_role
from quotes.training.gold import GoldArticle, Role
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
    answers: list[tuple[float, bool]] = []
    for article, found in zip(articles, predictions, strict=True):
        quotes = [quote for quote in found if quote.kind is not Kind.OTHER]
        quoted = [[(s.start, s.end) for s in quote.segments] for quote in quotes]
        for gold in article.segments:
            best = claiming((gold.start, gold.end), quoted)
            claimed = best is not None
            speaker = quotes[best].speaker if best is not None else None
            known = gold.speaker if gold.speech else None
            agreed = Agreement.NONE
            if speaker is not None and known:
                agreed = agreement(speaker.name, known, gold.speaker_type)
            if best is not None and speaker is not None:
                answers.append((quotes[best].speaker_confidence, agreed is Agreement.FULL))
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


def _among(
    given: Sequence[str], gold: str | None, same: Callable[[str, str], bool], known: bool
) -> Score:
    right = known and gold is not None and any(same(name, gold) for name in given[:2])
    return Score(right, bool(given), bool(gold))
