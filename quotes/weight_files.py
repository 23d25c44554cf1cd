"""Files of weights, checked before they are used.

A file of JSON holds numbers by name and a checksum of them, so that altered ones are noticed; one
that was put in its place without a checksum is used as it is. Files of arrays have the checksums of
the zip format.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from quotes.errors import ModelError, described

_CHECKSUM = "sha256"


@contextlib.contextmanager
def checked(file: object) -> Iterator[None]:
    """Whatever goes wrong while a file of weights is read means that the file is damaged.

    Raises:
        ModelError: something went wrong; the message names the file.
    """
    try:
        yield
    except (ModelError, MemoryError):
        raise
    except Exception as error:  # readers of formats raise whatever they meet first
        raise ModelError(
            f"weights do not load: {file} ({described(error)}); install the package anew"
        ) from error


def require(condition: object, expected: str) -> None:
    """Check, within `checked`, that a file is as `expected`.

    Raises:
        ValueError: `condition` does not hold.
    """
    if not condition:
        raise ValueError(f"expected {expected}")


def read(file: Traversable) -> dict[str, object]:
    """What `text_of` wrote, without the checksum.

    Raises:
        ModelError: the file is missing, damaged, or altered.
    """
    with checked(file):
        values = json.loads(file.read_text(encoding="utf8"))
        require(isinstance(values, dict), "a dictionary")
        told = values.pop(_CHECKSUM, None)
        require(told in (None, _digest(values)), "weights that fit their checksum")
        return dict(values)


def numbers(values: object) -> dict[str, float]:
    """A dictionary that holds finite numbers.

    Raises:
        ValueError: it is something else.
    """
    require(isinstance(values, dict) and values, "numbers by name")
    assert isinstance(values, dict)
    for value in values.values():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        require(number and abs(value) <= sys.float_info.max, "finite numbers")
    return {str(name): float(value) for name, value in values.items()}


def text_of(values: Mapping[str, object], *, sort_keys: bool = False) -> str:
    """Weights as a file of JSON, with their checksum."""
    held = {**values, _CHECKSUM: _digest(values)}
    return json.dumps(held, indent=1, sort_keys=sort_keys) + "\n"


def _digest(values: Mapping[str, object]) -> str:
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf8")).hexdigest()
