"""The JSON Schemas of what is written in lines, made from the fields of the types.

`python -m tests.docs.schemas` writes them anew into `docs/schemas/`. What is said of a field is
kept from the file that is there; all else follows from the types.
"""

from __future__ import annotations

import datetime
import enum
import inspect
import json
import re
import typing
from typing import Any

import attrs

from quotes import serialise, types
from quotes.audit import Source, Summary
from quotes.fields import Probability
from quotes.serialise import Record, types_of, without_none
from tests.docs.fences import ROOT

FOLDER = ROOT / "docs" / "schemas"
TITLES = {
    serialise.SCHEMA: "A quote",
    serialise.UTTERANCE_SCHEMA: "An utterance, or a pair of quotes that may coincide",
    serialise.VERIFICATION_SCHEMA: "Whether words stand in an article",
    serialise.CHECK_SCHEMA: "A quotation of a draft against its sources",
    serialise.SOURCES_SCHEMA: "A source, or the shares of all articles or of one outlet",
}
_LATER = "Fields that are not listed may come with a later release of the library."
_PLAIN: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    Probability: {"type": "number", "minimum": 0, "maximum": 1},
    datetime.datetime: {"type": "string"},
}
_REF = "#/$defs/"


def file_name(schema: str) -> str:
    """The name of the file of a schema."""
    return f"{schema.replace('/', '-')}.json"


def made(schema: str) -> dict[str, Any]:
    """A schema as it follows from the types, without what is said of the fields."""
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{schema.replace('/', ':')}",
        "title": TITLES[schema],
        "description": f"One line of the schema {schema}. {_LATER}",
    }
    sorts = [_line(schema, *sort) for sort in _SORTS[schema]]
    whole |= sorts[0] if len(sorts) == 1 else {"oneOf": sorts}
    return whole | {"$defs": _definitions(whole)}


_SORTS: dict[str, list[tuple[type[Record], str | None, dict[str, Any]]]] = {
    serialise.SCHEMA: [
        (
            types.Quote,
            None,
            {
                name: kind
                for name, kind in types_of(types.Article).items()
                if name not in ("text", "id")
            },
        )
    ],
    serialise.UTTERANCE_SCHEMA: [
        (types.Utterance, "utterance", {"links": tuple[types.Link, ...]}),
        (types.Link, "related", {}),
    ],
    serialise.VERIFICATION_SCHEMA: [(types.Verification, None, {})],
    serialise.CHECK_SCHEMA: [(types.Check, None, {})],
    serialise.SOURCES_SCHEMA: [(Source, "source", {}), (Summary, "summary", {})],
}
"""For each schema the sorts of its lines: the value, what `record` says, and what may be added."""


def _line(
    schema: str, kind: type[Record], record: str | None, added: dict[str, Any]
) -> dict[str, Any]:
    head: dict[str, Any] = {"schema": {"const": schema}}
    if record is not None:
        head["record"] = {"const": record}
    inner = _object(kind)
    return {
        "type": "object",
        "properties": head
        | inner["properties"]
        | {name: _field(one) for name, one in added.items()},
        "required": [*head, *inner["required"]],
    }


def _object(kind: type[Record]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": inspect.cleandoc(kind.__doc__ or "").partition("\n")[0],
        "properties": {name: _field(inner) for name, inner in types_of(kind).items()},
        "required": [f.name for f in attrs.fields(kind) if "sparse" not in f.metadata],
    }


def _field(kind: Any) -> dict[str, Any]:
    one, optional = without_none(kind)
    if typing.get_origin(one) is tuple:
        return {"type": "array", "items": _field(typing.get_args(one)[0])}
    if one in _PLAIN:
        plain = _PLAIN[one]
        return plain | {"type": [plain["type"], "null"]} if optional else plain
    if issubclass(one, enum.StrEnum):
        return {"enum": [*(member.value for member in one), *([None] if optional else [])]}
    ref = {"$ref": _REF + _snake(one.__name__)}
    return {"oneOf": [ref, {"type": "null"}]} if optional else ref


def _snake(name: str) -> str:
    return re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower()


def _definitions(whole: dict[str, Any]) -> dict[str, Any]:
    """What a schema refers to, and what that refers to, by name."""
    from quotes import audit

    named = {_snake(name): kind for module in (types, audit) for name, kind in vars(module).items()}
    found: dict[str, Any] = {}
    wanted = _references(whole)
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = _object(named[name])
            wanted |= _references(found[name])
    return dict(sorted(found.items()))


def _references(data: object) -> set[str]:
    return set(re.findall(rf'"{re.escape(_REF)}(\w+)"', json.dumps(data)))


def described(new: dict[str, Any], old: object) -> dict[str, Any]:
    """A schema with what another one says of the same fields."""
    told = old if isinstance(old, dict) else {}
    result: dict[str, Any] = {}
    for name, part in new.items():
        before = told.get(name)
        if isinstance(part, dict):
            result[name] = described(part, before)
        elif name == "oneOf" and isinstance(before, list):
            result[name] = [described(*pair) for pair in zip(part, before, strict=False)]
        else:
            result[name] = part
    if "description" in told and "description" not in new and "$id" not in new:
        result["description"] = told["description"]
    return result


def written(schema: str) -> str:
    """The text of the file of a schema."""
    file = FOLDER / file_name(schema)
    old = json.loads(file.read_text(encoding="utf8")) if file.exists() else {}
    return json.dumps(described(made(schema), old), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in TITLES:
        (FOLDER / file_name(each)).write_text(written(each), encoding="utf8")
