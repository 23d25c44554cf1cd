"""What stands in the same place of two quotes: their words aligned, and where they differ."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from difflib import SequenceMatcher

import attrs

from quotes.utterances.tokens import Token, tokens_of
from quotes.utterances.words import TELLING, weight

_LARGEST = 6
"""Of more words than these on one side no word stands in the place of another."""

Tokens = tuple[Token, ...]


@attrs.frozen
class Slot:
    """Words of one quote in the place of words of the other.

    One side is empty where words are only left out. `inner`: there are common words before and
    behind it. `held`: the common words beside it are more than a single small word. `inside_name`:
    a name that both have goes on beside it. `opens`: nothing telling stands before it; `follows` is
    the common word behind it.
    """

    left: Tokens
    right: Tokens
    inner: bool
    held: bool
    inside_name: bool
    opens: bool
    follows: str


@attrs.frozen
class Aligned:
    """Two quotes aligned: the words they share, in order, and the places where they differ."""

    common: tuple[tuple[Token, Token], ...]
    slots: tuple[Slot, ...]


@functools.lru_cache(maxsize=1 << 12)
def aligned(one: tuple[str, ...], other: tuple[str, ...]) -> Aligned:
    """Align the texts of two quotes by the words they share.

    Places of many words on one side are left out.
    """
    a, b = tokens_of(one), tokens_of(other)
    matcher = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    blocks = matcher.get_matching_blocks()
    common: list[tuple[Token, Token]] = []
    slots = []
    i = j = 0
    before: Tokens = ()
    for at, there, size in blocks:
        left, right = a[i:at], b[j:there]
        after = a[at : at + size]
        if (left or right) and max(len(left), len(right)) <= _LARGEST:
            inner = bool(before and after)
            held = _holds(before) or _holds(after)
            names = any(token.named for token in (*before[-1:], *after[:1]))
            opens = not any(weight(one.key) >= TELLING for one, _ in common)
            follows = after[0].text.lower() if after else ""
            slots.append(Slot(left, right, inner, held, names, opens, follows))
        common += zip(after, b[there : there + size], strict=True)
        i, j, before = at + size, there + size, after
    return Aligned(tuple(common), tuple(slots))


def _holds(block: Sequence[Token]) -> bool:
    return len(block) > 1 or any(weight(token.key) >= TELLING for token in block)
