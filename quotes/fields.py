"""The reader of values from plain dictionaries, as JSON gives them.

Reading is strict about what it knows and silent about what it does not: a field of the wrong type
is a `FormatError` that names the field, a field that the library does not know is ignored, so that
files written by a later release stay readable.
"""

from __future__ import annotations

import datetime
import enum
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, NoReturn, TypeVar

from quotes.errors import FormatError

Probability = Annotated[float, "from 0 to 1"]
"""The type of a field that holds a probability or a share."""
_LONG = 512
_T = TypeVar("_T")
_E = TypeVar("_E", bound=enum.StrEnum)


class Fields(Mapping[str, object]):
    """A dictionary to be checked, which knows where it stands so that errors can name the field."""

    __slots__ = ("_data", "_path")

    def __init__(self, data: Mapping[str, object], path: str = "") -> None:
        self._data = data
        self._path = path

    @classmethod
    def of(cls, data: object) -> Fields:
        """The dictionary `data` (or fields that a value around it already began to read).

        Raises:
            FormatError: `data` is no dictionary.
        """
        if isinstance(data, Fields):
            return data
        if type(data) is not dict and not isinstance(data, Mapping):  # the first test is faster
            raise FormatError(f"expected a dictionary, not {_named(data)}")
        return cls(data)

    def __getitem__(self, name: str) -> object:
        return self._data[name]

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def wrong(self, name: str, expected: str) -> NoReturn:
        """Raise the `FormatError` that field `name` is not what was `expected`."""
        given = _named(self._given(name))
        raise FormatError(f"{self._where(name)}: expected {expected}, not {given}")

    def is_null(self, name: str) -> bool:
        """Whether a field is null."""
        return self._given(name) is None

    def string(self, name: str) -> str:
        """A field that is a string."""
        value = self._given(name)
        return value if isinstance(value, str) else self.wrong(name, "a string")

    def strings(self, name: str) -> tuple[str, ...]:
        """A field that is a list of strings."""
        return tuple(
            item if isinstance(item, str) else self.wrong(name, "a list of strings")
            for item in self._list(name)
        )

    def integer(self, name: str) -> int:
        """A field that is a whole number."""
        value = self._given(name)
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(name, "a whole number")
        return value

    def probability(self, name: str) -> float:
        """A field that is a number from 0 to 1."""
        value = self._given(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.wrong(name, "a number from 0 to 1")
        return float(value)

    def number(self, name: str) -> float:
        """A field that is a finite number."""
        value = self._given(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(name, "a number")
        if abs(value) <= sys.float_info.max:  # false for nan, and compares whole numbers exactly
            return float(value)
        return self.wrong(name, "a finite number")

    def boolean(self, name: str) -> bool:
        """A field that is true or false."""
        value = self._given(name)
        return value if isinstance(value, bool) else self.wrong(name, "true or false")

    def member(self, name: str, kind: type[_E]) -> _E:
        """A field that is the value of a member of the enum `kind`."""
        value = self.string(name)
        try:
            return kind(value)
        except ValueError:
            self.wrong(name, "one of " + ", ".join(member.value for member in kind))

    def moment(self, name: str) -> datetime.datetime | datetime.date:
        """A field that is a date, or a date and time, in ISO 8601."""
        try:
            return moment(self.string(name))
        except ValueError:
            self.wrong(name, "an ISO 8601 date")

    def nested(self, name: str, build: Callable[[Mapping[str, object]], _T]) -> _T:
        """A field that is a dictionary, read by `build`."""
        value = self._given(name)
        if type(value) is not dict and not isinstance(value, Mapping):
            self.wrong(name, "a dictionary")
        return build(Fields(value, self._where(name)))

    def items_of(self, name: str, read: Callable[[Fields, str], _T]) -> tuple[_T, ...]:
        """A field that is a list, each item read as if it were a field called `name[0]`, ..."""
        items = Fields({f"{name}[{i}]": it for i, it in enumerate(self._list(name))}, self._path)
        return tuple([read(items, key) for key in items._data])

    def _given(self, name: str) -> object:
        try:
            return self._data[name]
        except KeyError:
            raise FormatError(f"{self._where(name)}: missing") from None

    def _where(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _list(self, name: str) -> Sequence[object]:
        value = self._given(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.wrong(name, "a list")
        return value


def moment(text: str) -> datetime.datetime | datetime.date:
    """The date, or the date and time, that a string in ISO 8601 stands for.

    Raises:
        ValueError: it stands for none.
    """
    if len(text) > len("2001-02-03"):
        return datetime.datetime.fromisoformat(text)
    return datetime.date.fromisoformat(text)


def _named(value: object) -> str:
    """What was found, short enough for a message."""
    if value is None:
        return "null"
    if isinstance(value, int) and value.bit_length() > _LONG:  # Python writes out no longer ones
        return "a number of many digits"
    if isinstance(value, bool | int | float | str):
        shown = ascii(value)
        return shown if len(shown) <= 40 else f"{shown[:36]} ..."
    return f"a {type(value).__name__}"
