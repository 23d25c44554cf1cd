"""Words and phrases that fit any matter: judgements, times, openings, joints of clauses."""

from __future__ import annotations

from quotes.evaluation.retelling.tables import concepts, meanings, rows

_SORTS = {sort: concepts(row) for sort, row in (row.split(": ", 1) for row in rows("phrases"))}
ADVERBS = _SORTS["adverbs"]
ADJECTIVES = _SORTS["adjectives"]
NOUNS = _SORTS["nouns"]
FIXED = _SORTS["fixed"]
MODIFIERS = _SORTS["modifiers"]
FEELINGS = _SORTS["feelings"]
STATES = _SORTS["states"]
VIRTUES = _SORTS["virtues"]
SPANS = _SORTS["spans"]
TIMES = _SORTS["times"]
OBJECTS = _SORTS["objects"]
COLOURS = "red blue green white black yellow broken rusty golden wooden tiny huge".split()
OPENERS = meanings("openers")
TAILS = meanings("tails")
# How two thoughts are joined: the wordings of one joint mean the same.
JOINTS = {
    "next": ("{1}. {2}", "{1}, | and {2}", "{1}; | {2}"),
    "and": ("{1}, | and {2}", "{1}. {2}", "{1}. And {2}"),
    "but": ("{1}, | but {2}", "although {1}, | {2}", "{1}. However, {2}", "{1}, | yet {2}"),
    "because": ("{1}, | because {2}", "{1}. The reason is that {2}", "because {2}, | {1}"),
    "so": ("{1}, | so {2}", "{1}. That is why {2}", "since {1}, | {2}"),
    "after": ("{1}. And {2}", "{1}. {2}"),
    "then": ("{1}. {2}", "{1}. {2}", "{1}. Besides, {2}"),
}
