"""Measure the library on any gold set: from Python, or by `python -m quotes evaluate`."""

from quotes.evaluation.attribution import AttributionScore, score_attribution
from quotes.evaluation.calibration import Calibration, calibrated
from quotes.evaluation.figures import Score
from quotes.evaluation.speakers import SpeakerScore, score_speakers, speaker_answers
from quotes.evaluation.speed import Speed, measure_speed

__all__ = [
    "AttributionScore",
    "Calibration",
    "Score",
    "SpeakerScore",
    "Speed",
    "calibrated",
    "measure_speed",
    "score_attribution",
    "score_speakers",
    "speaker_answers",
]
