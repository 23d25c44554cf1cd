"""Tokens and ends of sentences that are plain to see, so that no model is asked about them.

A unit is what stands between blanks. Whatever was trained on Universal Dependencies of English
splits a word, a number, and the commas, brackets and marks at their sides in the same way; which
units that does not hold for is told too.
"""

from __future__ import annotations

import regex

Range = tuple[int, int]

_TITLES = "Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Sgt|St|Prof|Rev"
_SHORT = (
    "al|approx|capt|co|col|corp|dept|dr|ed|est|etc|fig|ft|gen|gov|hon|inc|jr|lt|mr|mrs|ms|no|pp|"
    "prof|rep|rev|sen|sgt|sr|st|vol|vs"
)
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
