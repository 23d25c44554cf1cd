"""A report of our own, and what becomes of it in other hands."""

from __future__ import annotations

import re

REPORT = """\
The mayor of Orrin said on Monday that the old harbour would be closed for most of the year. The \
city council had decided to rebuild the sea wall after the storm in February, and the work was \
expected to take at least ten months. More than two hundred people live in the houses behind the \
wall, and some of them have already left the city.

“We have to do this now, because we do not know what the next winter will bring,” Ada Marsh told \
reporters at the town hall. She said that the money would come from the government and that no \
one would have to pay more taxes. The opposition party said it was not clear how much the work \
would cost in the end.

According to a report by the harbour board, the wall was built more than sixty years ago and was \
never meant to last this long. “It is a good wall, but it is an old wall,” said Joel Fenn, the \
chief engineer of the board. He added that the first part of the new wall would be ready by the \
end of next summer.

People who live near the harbour said they were told about the plan only last week. Many of them \
said they did not want to leave their homes, and that they would take part in a meeting with the \
mayor on Friday evening. The council is expected to make a final decision at the beginning of \
next month.
"""

EDITED = """\
Orrin will close its old harbour for most of this year, the mayor said on Monday. Work on a new \
sea wall will take at least ten months, after the city council decided to act on the damage that \
the storm in February had done. Some of the two hundred people who live behind the wall have \
already moved out.

“We have to do this now,” Ada Marsh said at the town hall. The government will pay for the work, \
she told reporters, and taxes will not go up. How much it will cost in the end is not clear, the \
opposition party said.

The wall was built more than sixty years ago, a report by the harbour board says. “It is a good \
wall, but it is an old wall,” said Joel Fenn, the board's chief engineer. The first part of a new \
one should be ready by the end of next summer.

Many people near the harbour do not want to leave their homes. They were told about the plan only \
last week, they said, and will meet the mayor on Friday evening. A final decision is expected at \
the beginning of next month.
"""

_EXCHANGED = {
    "most of": "a large portion of",
    "old": "aged",
    "closed": "shut",
    "year": "annum",
    "city": "metropolis",
    "council": "chamber",
    "decided": "resolved",
    "rebuild": "reconstruct",
    "sea": "ocean",
    "storm": "tempest",
    "work": "labour",
    "expected": "anticipated",
    "take": "grab",
    "at least": "at minimum",
    "more than": "in excess of",
    "people": "folks",
    "live": "dwell",
    "houses": "homes",
    "left": "exited",
    "because": "owing to the fact that",
    "next": "following",
    "bring": "fetch",
    "told": "informed",
    "reporters": "newsmen",
    "town": "municipality",
    "money": "cash",
    "come": "arrive",
    "government": "administration",
    "pay": "remunerate",
    "party": "celebration",
    "clear": "transparent",
    "cost": "price",
    "in the end": "in the finish",
    "report": "account",
    "built": "constructed",
    "long": "lengthy",
    "meant": "intended",
    "last": "endure",
    "chief": "principal",
    "added": "appended",
    "first": "initial",
    "part": "portion",
    "ready": "prepared",
    "end": "finish",
    "plan": "scheme",
    "only": "solely",
    "week": "seven days",
    "want": "desire",
    "leave": "depart",
    "meeting": "gathering",
    "evening": "nightfall",
    "make": "fabricate",
    "final": "ultimate",
    "decision": "resolution",
    "beginning": "commencement",
    "month": "moon",
    "said": "expressed",
    "on": "upon",
    "near": "nigh",
    "many of": "a lot of",
}
_PATTERN = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _EXCHANGED), key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)


def exchanged(text: str) -> str:
    """The text with its words exchanged one by one, as rewording programs do."""
    return _PATTERN.sub(lambda match: _EXCHANGED[match[0].lower()], text)


REWORDED = exchanged(REPORT)

ELSEWHERE = """\
The railway company said on Tuesday that it would cut the number of night trains next year. The \
decision came after a long summer in which many of the trains were late and some of them did not \
run at all. The unions said they had been told about the plan by reporters, and not by the company.

A spokesman for the company said that fewer people had used the trains since the end of last year. \
The government said it would have to look at the plan before it could say more about it. In the \
past the state has paid for some of the trains that run at night in the north of the country.

Those who work on the trains want to know what will become of them. “I have been here for more \
than twenty years, and I do not know what to do,” said one of them. The unions are expected to \
meet the minister at the beginning of next week to talk about what comes next.
"""
