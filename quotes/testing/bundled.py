"""The fixtures that come with the library: in the installed package, or beside it in a clone."""

from __future__ import annotations

import functools
import importlib.resources
import pathlib
from importlib.resources.abc import Traversable

from quotes.errors import OptionError
from quotes.testing.markup import Fixture, parse

_SUFFIX = ".quotes"


def _files() -> dict[str, Traversable]:
    places: tuple[Traversable, ...] = (
        importlib.resources.files("quotes.testing") / "fixtures",
        pathlib.Path(__file__).parents[2] / "fixtures",
    )
    for place in places:
        if place.is_dir():
            found = {
                f.name.removesuffix(_SUFFIX): f for f in place.iterdir() if f.name.endswith(_SUFFIX)
            }
            if found:
                return dict(sorted(found.items()))
    return {}


@functools.cache
def load(name: str) -> Fixture:
    """Return the bundled fixture of that name.

    Raises:
        OptionError: there is none; the message lists the names.
    """
    files = _files()
    if name not in files:
        raise OptionError(f"fixture: expected one of {', '.join(files) or 'none'}, not {name!r}")
    return parse(files[name].read_text(encoding="utf8"), name)


def fixtures() -> tuple[Fixture, ...]:
    """Return all bundled fixtures in order of their names."""
    return tuple(load(name) for name in _files())
