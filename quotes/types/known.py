"""Who a newsroom knows: people and bodies with their names, roles and affiliations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Self

import attrs

from quotes.fields import Fields
from quotes.serialise import Record
from quotes.types.quote import SpeakerKind

_KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)


@attrs.frozen
class KnownEntity(Record):
    """A person or body of a newsroom's own list.

    `name` is the full name that results are to show, `other_names` what articles may write instead.
    `roles` and `affiliations` are given to the speaker where the article says nothing of them. An
    entry with `valid_from` or `valid_until` (both days included) applies only to articles that were
    published then, never to an article without a date. Two entries with one name are one person or
    body at two times.
    """

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    other_names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the entry counts only for some time."""
        return self.valid_from is not None or self.valid_until is not None

    def is_valid(self, day: datetime.date | None) -> bool:
        """Whether the entry applies to an article of that day; None if it is not known."""
        if day is None:
            return not self.is_dated
        if isinstance(day, datetime.datetime):
            day = day.date()
        begun = self.valid_from is None or _day(self.valid_from) <= day
        return begun and (self.valid_until is None or day <= _day(self.valid_until))

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` wrote; everything but `name` may be missing or null.

        Raises:
            FormatError: `name` is missing or empty, or a field is wrong.
        """
        given = Fields.of(data).items()
        fields = Fields({name: value for name, value in given if value is not None})
        entity = super().from_dict(fields)
        if not entity.name.strip():
            fields.wrong("name", "a name")
        if entity.kind not in _KINDS:
            fields.wrong("kind", " or ".join(_KINDS))
        first, last = entity.valid_from, entity.valid_until
        if first is not None and last is not None and _day(last) < _day(first):
            fields.wrong("valid_until", f"a day not before {_day(first)} (valid_from)")
        return entity


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
