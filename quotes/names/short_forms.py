"""How names of institutions are cut short: *Elmford Police (Department)*, *the Roe campaign*."""

from __future__ import annotations

from quotes.lexicons import load, of_class
from quotes.names.lookup import LEGAL
from quotes.names.parts import first_name_gender

_POLICE = of_class("police_nouns")
_CLUBS = of_class("clubs")
_CAMPS = of_class("camps_in_names")
_RUNS = of_class("campaign_words")


def same_body(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the other but for what is usually left out.

    The legal form of a company, *Department* behind *Police*, *FC*, the place of the seat
    (*Elmford-based Acme*), *Party* behind the members of one, and first names before a campaign.

    Args:
        a: The words of a name that count, as from `names.institutions.with_states`.
        b: Those of another.
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    if _without_form(short) == _without_form(long):
        return True
    if long[: len(short)] == short:
        extra = set(long[len(short) :])
        if extra <= _POLICE and short[-1] == "police" and len(short) > 1:
            return True
        if extra <= _CLUBS and len(short) > 1:
            return True
    if "based" in long[1:3] and long[long.index("based") + 1 :] == short:
        return True
    return _party(short, long) or _camp(short, long)


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the words for its legal form at the end."""
    stop = len(words)
    while stop > 1 and words[stop - 1] in LEGAL:
        stop -= 1
    return words[:stop]


def _party(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """*Labour* and *Labour Party*, *Conservatives* and *Conservative Party*."""
    if len(short) != 1 or len(long) != 2 or long[1] != "party":
        return False
    members = short[0] in load("parties") or short[0] + "s" in load("parties")
    return members and short[0].removesuffix("s") == long[0].removesuffix("s")


def _camp(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """*Roe campaign*, *Ada Roe's presidential campaign*."""
    if short[-1] not in _CAMPS or short[-1] != long[-1]:
        return False
    names = [{w.removesuffix("s") for w in words[:-1]} - _RUNS for words in (short, long)]
    rest = names[0] ^ names[1]
    return bool(names[0] & names[1]) and all(first_name_gender(w) is not None for w in rest)
