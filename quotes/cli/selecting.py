"""Which quotes `--speaker` asks for."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.errors import OptionError
from quotes.names.parts import words_of
from quotes.types import MergedSpeaker, Speaker


class Wanted:
    """The names that are asked for: every speaker without any.

    A speaker is wanted if the words of one of the names stand in theirs one after the other,
    capitals and accents aside: *varley* and *Ines Varley* ask for Ines Varley, *Var* does not.
    """

    def __init__(self, names: Sequence[str] | None) -> None:
        """Take the names that are given.

        Raises:
            OptionError: a name has no letter in it.
        """
        self.names = tuple(names or ())
        self._words = [words_of(name) for name in self.names]
        if not all(self._words):
            raise OptionError("speaker: expected a name, not an empty one")

    def __bool__(self) -> bool:
        return bool(self._words)

    def __call__(self, speaker: Speaker | MergedSpeaker | None) -> bool:
        """Whether a speaker is asked for."""
        if not self._words:
            return True
        if speaker is None:
            return False
        own = words_of(speaker.name)
        return any(_within(words, own) for words in self._words)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))
