"""Speech without marks: persons, tenses and pointing words shift as in a reported clause."""

from __future__ import annotations

from collections.abc import Sequence

_PRONOUNS = {
    "i": "{}", "me": "{m}", "my": "{s}", "mine": "{ss}", "myself": "{r}",
    "we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves",
}  # fmt: skip
_TENSE = {
    "am": "was", "is": "was", "are": "were", "has": "had", "have": "had", "will": "would",
    "can": "could", "cannot": "could not", "can't": "could not", "won't": "would not",
    "isn't": "was not", "aren't": "were not", "do": "did", "does": "did", "don't": "did not",
    "doesn't": "did not", "haven't": "had not", "hasn't": "had not", "may": "might",
    "this": "that", "here": "there", "today": "that day", "tonight": "that night",
    "tomorrow": "the next",
}  # fmt: skip
_ENDINGS = {"'m": "was", "'re": "were", "'s": "was", "'ve": "had", "'ll": "would", "'d": "would"}
_SHORT = ("I", "we", "it", "that", "there", "they")
_AFTER_BASE = frozenset("to will would could should must may might not can did do".split())
_VERBS = dict(
    row.split("=")
    for row in """need=needed want=wanted know=knew believe=believed hope=hoped expect=expected
    see=saw feel=felt think=thought demand=demanded depend=depended deserve=deserved
    regret=regretted lack=lacked support=supported intend=intended repeat=repeated fear=feared
    live=lived
    respect=respected stand=stood take=took comment=commented""".split()
)
_THIRD = dict(
    row.split("=")
    for row in """costs=cost needs=needed depends=depended leaves=left deserves=deserved lies=lay
    knows=knew wants=wanted shows=showed means=meant ignores=ignored supports=supported
    suggests=suggested continues=continued belongs=belonged excuses=excused""".split()
)
_SUBJECTS = frozenset("i we they you people who".split())
_CLOSERS = ".,;:!?"


def reported(words: Sequence[str], *, female: bool, plural: bool = False) -> list[str]:
    """The words as a reporting clause has them, one string for each of them.

    The first person becomes *she*, *he*, or *they* where several speak; the present becomes the
    past unless a verb stands in its base form.
    """
    found: list[str] = []
    previous = ""
    for word in words:
        bare = word.rstrip(_CLOSERS)
        found.append(_shifted(bare, previous, female, plural) + word[len(bare) :])
        # Behind a mark no verb goes on.
        previous = bare.lower() if bare == word else ""
    return found


def _shifted(word: str, previous: str, female: bool, plural: bool) -> str:
    low = word.lower()
    if low in _PRONOUNS:
        return _PRONOUNS[low].format(*_person(female, plural), **_forms(female, plural))
    head, mark, rest = word.replace("’", "'").partition("'")
    if f"{mark}{rest}" in _ENDINGS and (head in _SHORT or head.lower() in _SHORT):
        return f"{_shifted(head, previous, female, plural)} {_ENDINGS[mark + rest]}"
    if previous in _AFTER_BASE:
        return word
    if low in _TENSE:
        new = _TENSE[low]
    elif low in _VERBS and previous in _SUBJECTS:
        new = _VERBS[low]
    elif low in _THIRD and previous not in ("the", "a", "their", "our", "these"):
        new = _THIRD[low]
    else:
        return word
    return new.capitalize() if word[0].isupper() else new


def _person(female: bool, plural: bool) -> tuple[str]:
    return ("they" if plural else "she" if female else "he",)


def _forms(female: bool, plural: bool) -> dict[str, str]:
    if plural:
        return {"m": "them", "s": "their", "ss": "theirs", "r": "themselves"}
    if female:
        return {"m": "her", "s": "her", "ss": "hers", "r": "herself"}
    return {"m": "him", "s": "his", "ss": "his", "r": "himself"}
