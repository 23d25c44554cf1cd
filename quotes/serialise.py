"""Values as dictionaries for JSON and back, both made from the fields of their classes."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Self

import attrs

from quotes.fields import Fields, Probability

SCHEMA = "quotes/1"
"""Name and version of the JSON Lines that the command line writes; the number rises when a field
is renamed, removed, comes to mean something else or takes a new value, not when one is added."""

UTTERANCE_SCHEMA = "quotes.utterances/1"
"""The same for the lines that hold utterances and pairs of related quotes."""

VERIFICATION_SCHEMA = "quotes.verification/2"
"""The same for the lines that say whether words stand in an article."""

SOURCES_SCHEMA = "quotes.sources/1"
"""The same for the lines that say who is quoted, and how much."""

CHECK_SCHEMA = "quotes.check/1"
"""The same for the lines that say whether the quotations of a draft stand in its sources."""

SPARSE = {"sparse": True}
"""Metadata of a field that is written only where it is true, or not empty."""

_UNIONS = (typing.Union, types.UnionType)
_Write = Callable[[object], dict[str, Any]]
_Read = Callable[[Fields, str], object]
_PLAIN: dict[object, _Read] = {
    str: Fields.string,
    int: Fields.integer,
    bool: Fields.boolean,
    float: Fields.number,
    Probability: Fields.probability,
}


@attrs.frozen(eq=False)
class Record:
    """A value that is a dictionary in JSON; its class is one of attrs, and its fields say how.

    A field holds a string, a number, a `Probability`, true or false, a date, a member of a
    `StrEnum`, another record, a tuple of any of these, or one of these or None. A field that has a
    default may be missing in what is read: files of earlier releases stay readable.
    """

    def to_dict(self) -> dict[str, Any]:
        """The value as a dictionary for JSON: enums as their values, dates in ISO 8601."""
        kind = type(self)
        return (_WRITERS.get(kind) or _writer(kind))(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote; fields that are not known are ignored.

        Raises:
            FormatError: a field is missing or wrong; the message names it.
        """
        fields = Fields.of(data)
        given = [
            default if default is not attrs.NOTHING and name not in fields else read(fields, name)
            for name, read, default in _READERS.get(cls) or _readers(cls)
        ]
        return cls(*given)


def types_of(kind: type[Record]) -> dict[str, Any]:
    """The types of the fields of a class of records, in the order of the fields."""
    found = typing.get_type_hints(kind, include_extras=True)
    return {field.name: found[field.name] for field in attrs.fields(kind)}


def without_none(kind: Any) -> tuple[Any, bool]:
    """A type without None, and whether None was part of it; dates and times are one type."""
    parts = typing.get_args(kind) if typing.get_origin(kind) in _UNIONS else (kind,)
    (one, *_) = (part for part in parts if part is not types.NoneType)
    return one, types.NoneType in parts


_WRITERS: dict[type[Record], _Write] = {}
_READERS: dict[type[Record], tuple[tuple[str, _Read, object], ...]] = {}


def _writer(kind: type[Record]) -> _Write:
    """The function that writes the values of a class, compiled to be as fast as by hand."""
    sparse = {field.name for field in attrs.fields(kind) if "sparse" in field.metadata}
    parts = []
    for name, inner in types_of(kind).items():
        part = f"{name!r}: {_written(inner, f'value.{name}')}"
        parts.append(f"**({{{part}}} if value.{name} else {{}})" if name in sparse else part)
    writers = {one.__name__: _writer(one) for one in _inner(kind)}
    _WRITERS[kind] = eval(f"lambda value: {{{', '.join(parts)}}}", writers)
    return _WRITERS[kind]


def _inner(kind: type[Record]) -> set[type[Record]]:
    """The classes of records that the fields of a class hold."""
    found = set()
    for inner in types_of(kind).values():
        one, _ = without_none(inner)
        while typing.get_origin(one) is tuple:
            one, _ = without_none(typing.get_args(one)[0])
        if isinstance(one, type) and issubclass(one, Record):
            found.add(one)
    return found


def _written(kind: Any, value: str) -> str:
    """The Python expression that writes a value of a type, given as an expression itself."""
    one, optional = without_none(kind)
    if optional:
        written = _written(one, value)
        return value if written == value else f"None if {value} is None else {written}"
    if typing.get_origin(one) is tuple:
        item = _written(typing.get_args(one)[0], "item")
        return f"list({value})" if item == "item" else f"[{item} for item in {value}]"
    if one in _PLAIN:
        return value
    if issubclass(one, enum.StrEnum):
        return f"{value}.value"
    return f"{one.__name__}({value})" if issubclass(one, Record) else f"{value}.isoformat()"


def _readers(kind: type[Record]) -> tuple[tuple[str, _Read, object], ...]:
    """For each field its name, what reads it, and its default."""
    found = types_of(kind)
    _READERS[kind] = tuple(
        (field.name, _reader(found[field.name]), field.default) for field in attrs.fields(kind)
    )
    return _READERS[kind]


def _reader(kind: Any) -> _Read:
    """What reads a field of a type."""
    one, optional = without_none(kind)
    if optional:
        read = _reader(one)
        return lambda fields, name: None if fields.is_null(name) else read(fields, name)
    if typing.get_origin(one) is tuple:
        item = typing.get_args(one)[0]
        if item is str:
            return Fields.strings
        read = _reader(item)
        return lambda fields, name: fields.items_of(name, read)
    if one in _PLAIN:
        return _PLAIN[one]
    if issubclass(one, enum.StrEnum):
        return lambda fields, name: fields.member(name, one)
    if issubclass(one, Record):
        return lambda fields, name: fields.nested(name, one.from_dict)
    return Fields.moment
