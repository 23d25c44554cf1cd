"""Tokens and ends of sentences that are plain to see, so that no model is asked about them.

A unit is what stands between blanks. Whatever was trained on Universal Dependencies of English
splits a word, a number, and the commas, brackets and marks at their sides in the same way; which
units that does not hold for is told too.
"""

from __future__ import annotations

import regex

from quotes.lexicons import load
from quotes.lexicons.persons import Flag, flagged

Range = tuple[int, int]

_TITLES = "|".join(sorted(word.capitalize() for word in flagged(Flag.STOP) | {"st"}))
_SHORT = "|".join(sorted(flagged(Flag.STOP) | load("abbreviations")))
_NUMBER = r"[0-9]++(?:,[0-9]{3})*+(?:[.:][0-9]++)?+"
_LETTERS = r"[A-Za-z]++(?:'[A-Za-z]++|(?<=s)')?+"
_WORD = rf"(?:{_LETTERS}|\$?+{_NUMBER})"
_OPEN, _SHUT = '["(]*+', '[,)"]*+'
_TOKEN = regex.compile(rf"(?:{_TITLES})\.|(?:[A-Za-z]\.){{2,}}|{_LETTERS}|{_NUMBER}|--|[^ ]")
_UNEASY = regex.compile(rf"(?<![^ ])(?!{_OPEN}{_WORD}{_SHUT}(?: |$))[^ ]++")
_PARTS = regex.compile(
    rf"{_OPEN}(?:(?P<title>(?:{_TITLES})\.)|(?P<initials>(?:[A-Za-z]\.){{2,}})"
    rf"|{_WORD}{_SHUT}(?P<pause>[;:]){_SHUT}|(?P<word>{_WORD})(?P<full>[.?!])\"?+)|(?P<dash>--?)"
)
# a word before a full stop that is no abbreviation
_SURE = regex.compile(
    rf"(?!(?:{_SHORT})$)[a-z]{{2,}}+|[A-Za-z]{{6,}}+|[A-Za-z]++'[A-Za-z]++", regex.ASCII
)
# behind an abbreviation: words in marks that end as speech does (no nickname, no name of a thing)
_SPEECH = regex.compile(r" [\"']\p{Lu}[^\"]*+(?<=[,.?!-])(?:\"|$)")
_CAPITAL = regex.compile(rf" {_OPEN}\p{{Lu}}")


def tokens(text: str) -> list[int]:
    """Where tokens end in a text that has no blanks but single spaces; nonsense in `doubts`."""
    return [match.end() for match in _TOKEN.finditer(text)]


def doubts(text: str) -> tuple[list[int], list[Range]]:
    """Where sentences end before the last one does, and the units that only a model can judge."""
    ends: list[int] = []
    doubtful: list[Range] = []
    for match in _UNEASY.finditer(text):
        start, stop = match.span()
        parts = _PARTS.fullmatch(text, start, stop)
        if parts is None:
            doubtful.append((start, stop))
            continue
        last = stop == len(text)
        capital = _CAPITAL.match(text, stop) is not None
        if parts["title"]:
            sure = capital
        elif _abbreviates(parts) and _SPEECH.match(text, stop):
            sure = True
            ends.append(stop)
        elif parts["full"]:
            sure = last or capital
            sure = sure and (parts["full"] != "." or _SURE.fullmatch(parts["word"]) is not None)
            if sure:
                ends.append(stop)
        else:
            sure = not capital and not (last and parts["initials"])
        if not sure:
            doubtful.append((start, stop))
    return ends, doubtful


def _abbreviates(parts: regex.Match[str]) -> bool:
    """Whether a unit may be an abbreviation that a sentence can end with (*U.S.*, *Jr.*)."""
    word = parts["word"]
    return parts["initials"] is not None or (
        parts["full"] == "." and word is not None and len(word) > 1
    )
