"""The options of extraction: what they may be, and what they are unless a caller says otherwise."""

from __future__ import annotations

import math
import os
from collections.abc import Collection, Iterable
from typing import Literal, TypeAlias, get_args

from quotes.errors import OptionError
from quotes.types import Kind, KnownEntity

Errors: TypeAlias = Literal["raise", "skip", "return"]
"""What `extract_many` does about an article that something goes wrong in."""
SPEECH = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
MIN_SPEAKER_CONFIDENCE = 0.3
"""A speaker who is less likely than this is left open: a wrong name harms more than none."""


def package_of(models: str | os.PathLike[str]) -> str:
    """The stanza package that `models` names: "bundled", "stanza" or a path.

    Raises:
        OptionError: it is neither a string nor a path.
    """
    if not isinstance(models, str | os.PathLike):
        raise OptionError(f"models: expected 'bundled', 'stanza' or a path, not {models!r}")
    return os.fspath(models)


def entities_of(known: Iterable[KnownEntity]) -> tuple[KnownEntity, ...]:
    """The people and bodies whom a newsroom knows, read once.

    Raises:
        OptionError: one of them is not a `KnownEntity`.
    """
    if isinstance(known, str | os.PathLike):
        raise OptionError(f"known: expected KnownEntity values (see read_known), not {known!r}")
    entities = tuple(known) if isinstance(known, Iterable) else (known,)
    for entity in entities:
        if not isinstance(entity, KnownEntity):
            raise OptionError(f"known: expected KnownEntity values, not {entity!r:.40}")
    return entities


def kinds_of(kinds: Collection[Kind | str]) -> frozenset[Kind]:
    """The kinds of quotes that are asked for, by members or by their names.

    Raises:
        OptionError: one is not a kind, or they are not a collection.
    """
    names = ", ".join(Kind)
    if isinstance(kinds, str) or not isinstance(kinds, Collection):
        raise OptionError(f"kinds: expected a collection of {names}, not {kinds!r}")
    try:
        return frozenset(Kind(kind) for kind in kinds)
    except ValueError as error:
        raise OptionError(f"kinds: expected any of {names}, not {list(kinds)!r}") from error


def positive(option: str, value: int) -> int:
    """A whole number of 1 or more.

    Raises:
        OptionError: `value` is not one; the message names the option.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise OptionError(f"{option}: expected a whole number of 1 or more, not {value!r}")
    return value


def errors_of(errors: Errors) -> Errors:
    """What is done about an article that something goes wrong in.

    Raises:
        OptionError: it is none of `Errors`.
    """
    known = get_args(Errors)
    if not isinstance(errors, str) or errors not in known:
        raise OptionError(f"errors: expected {', '.join(map(repr, known))}, not {errors!r}")
    return errors


def share(option: str, value: float) -> float:
    """A number from 0 to 1.

    Raises:
        OptionError: `value` is not one; the message names the option.
    """
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or math.isnan(value)
        or not 0 <= value <= 1
    ):
        raise OptionError(f"{option}: expected a number from 0 to 1, not {value!r}")
    return float(value)
