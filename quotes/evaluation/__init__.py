"""Measure the library on any gold set: from Python, or by `python -m quotes.evaluation`."""

from quotes.evaluation.attribution import AttributionScore, score_attribution
from quotes.evaluation.figures import Score
from quotes.evaluation.speakers import SpeakerScore, score_speakers
from quotes.evaluation.speed import Speed, measure_speed

__all__ = [
    "AttributionScore",
    "Score",
    "SpeakerScore",
    "Speed",
    "measure_speed",
    "score_attribution",
    "score_speakers",
]
