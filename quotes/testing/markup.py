"""Inline mark-up of fixtures: offsets are derived from it and never typed.

A fixture is a header, a line of three hyphens, and the article with the parts of its quotes tagged:

    why: The verb stands before its subject.
    1: direct; speaker=Ada Marsh; roles=mayor
    2: other
    ---
    ⟦content 1: “We will rebuild,”⟧ ⟦cue 1: said⟧ the mayor, ⟦source 1: Ada Marsh⟧.

    The town hall is known as the ⟦content 2: “wedding cake”⟧.

In the header `why` is required; `title` and `outlet` are passed on to the article. `differs` says
that the library is known to give something else, and what. Every other line declares a quote: a key
of letters and digits, its kind, then fields between semicolons:

- `speaker`: the resolved name, or nothing if there must be none. A `#` and what follows tell
  speakers of one name apart (`an official #2`).
- `party`: person, organization, group or unnamed.
- `roles`, `affiliations`: separated by ` | `; nothing means that there must be none.
- `optional`: the quote may come or stay away.

What is not stated is not compared. The tags are `content`, `segment`, `source`, `cue` and `via`;
they may nest, one tag may serve several quotes (`⟦source 1 2: she⟧`), and a quote may have several
spans of `content` and `segment`. Where a quote has no tag `segment`, its segments are what stands
between the double marks or guillemets of its content, the outermost where they nest; an unclosed
mark runs to the end of the span. Single marks, which could be apostrophes, need the tag.
"""

from __future__ import annotations

import re

import attrs

from quotes.errors import FormatError
from quotes.types import Article, Kind, Span, SpeakerKind

_TAG = re.compile(r"⟦(?:(content|segment|source|cue|via)((?: [a-zA-Z0-9]+)+): )?|⟧")
_LINE = re.compile(r"([a-zA-Z0-9]+): *(.*)")
_CLOSING = {"“": "”", '"': '"', "«": "»", "»": "«"}
_ONCE = ("source", "cue", "via")


@attrs.frozen
class Expected:
    """A quote as an editor would mark it; fields that are `None` are left open."""

    key: str
    kind: Kind
    segments: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    via: Span | None = None
    speaker: str | None = None
    party: SpeakerKind | None = None
    roles: tuple[str, ...] | None = None
    affiliations: tuple[str, ...] | None = None
    optional: bool = False


@attrs.frozen
class Fixture:
    """An article, the quotes expected in it in text order, and why the case exists.

    `known_difference` is what the library is known to get wrong in it, if anything.
    """

    name: str
    why: str
    article: Article
    quotes: tuple[Expected, ...]
    known_difference: str | None = None


@attrs.frozen
class _Tag:
    name: str
    keys: tuple[str, ...]
    start: int
    line: int


def parse(source: str, name: str = "") -> Fixture:
    """Read a fixture; `name` becomes the `id` of its article.

    Raises:
        FormatError: the mark-up is ill-formed; the message begins with the name and line number.
    """
    lines = source.split("\n")
    if "---" not in lines:
        raise _error(name, len(lines), "no line '---' between header and article")
    rule = lines.index("---")
    about: dict[str, str] = {}
    declared: dict[str, tuple[int, Expected]] = {}
    for number, line in enumerate(lines[:rule], 1):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise _error(name, number, "expected 'why: ...' or 'KEY: kind; field=value; ...'")
        key, value = match[1], match[2].strip()
        if key in about or key in declared:
            raise _error(name, number, f"{key!r} is declared twice")
        if key in ("why", "title", "outlet", "differs"):
            if key == "differs" and not value:
                raise _error(name, number, "'differs' does not say what differs")
            about[key] = value
        else:
            declared[key] = (number, _declaration(name, number, key, value))
    if not about.get("why"):
        raise _error(name, 1, "the header does not say why the fixture exists ('why: ...')")
    text, spans = _untag(name, "\n".join(lines[rule + 1 :]).rstrip("\n"), rule + 2, set(declared))
    quotes = [
        _with_spans(name, number, draft, spans.get(key, {}))
        for key, (number, draft) in declared.items()
    ]
    article = Article(text, name or None, about.get("outlet"), title=about.get("title"))
    in_order = tuple(sorted(quotes, key=lambda q: q.content[0].start))
    return Fixture(name, about["why"], article, in_order, about.get("differs"))


def _error(name: str, line: int, message: str) -> FormatError:
    return FormatError(f"{name or 'fixture'}, line {line}: {message}")


def _declaration(name: str, number: int, key: str, value: str) -> Expected:
    kind, *fields = [part.strip() for part in value.split(";")]
    if kind not in list(Kind):
        raise _error(name, number, f"kind {kind!r} is none of {', '.join(Kind)}")
    expected = Expected(key, Kind(kind))
    for field in fields:
        label, given, text = field.partition("=")
        text = text.strip()
        names = tuple(part.strip() for part in text.split("|")) if text else ()
        if field == "optional":
            expected = attrs.evolve(expected, optional=True)
        elif label == "speaker" and given:
            expected = attrs.evolve(expected, speaker=text)
        elif label == "party" and text in list(SpeakerKind):
            expected = attrs.evolve(expected, party=SpeakerKind(text))
        elif label == "roles" and given:
            expected = attrs.evolve(expected, roles=names)
        elif label == "affiliations" and given:
            expected = attrs.evolve(expected, affiliations=names)
        else:
            raise _error(name, number, f"unknown field {field!r}")
    return expected


def _untag(
    name: str, body: str, line: int, known: set[str]
) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The text without its tags, and for each quote its spans by the name of the tag."""
    parts: list[str] = []
    length = at = 0
    open_tags: list[_Tag] = []
    closed: list[tuple[_Tag, int]] = []
    for match in _TAG.finditer(body):
        plain = body[at : match.start()]
        parts.append(plain)
        length += len(plain)
        line += plain.count("\n")
        at = match.end()
        if match[0] == "⟧":
            if not open_tags:
                raise _error(name, line, "⟧ closes nothing")
            if open_tags[-1].start == length:
                raise _error(name, line, "an empty tag")
            closed.append((open_tags.pop(), length))
        elif match[1] is None:
            raise _error(name, line, "⟦ must begin '⟦content 1: ' (or segment, source, cue, via)")
        else:
            keys = tuple(match[2].split())
            for key in keys:
                if key not in known:
                    raise _error(name, line, f"quote {key!r} is not declared in the header")
            open_tags.append(_Tag(match[1], keys, length, line))
    if open_tags:
        raise _error(name, open_tags[-1].line, f"the tag {open_tags[-1].name!r} is never closed")
    parts.append(body[at:])
    text = "".join(parts)
    spans: dict[str, dict[str, list[Span]]] = {}
    for tag, end in sorted(closed, key=lambda pair: (pair[0].start, pair[1])):
        for key in tag.keys:
            row = spans.setdefault(key, {}).setdefault(tag.name, [])
            if row and tag.name in _ONCE:
                raise _error(name, tag.line, f"quote {key!r} has a second tag {tag.name!r}")
            row.append(Span(tag.start, end, text[tag.start : end]))
    return text, spans


def _with_spans(name: str, number: int, draft: Expected, spans: dict[str, list[Span]]) -> Expected:
    content = spans.get("content", [])
    segments = spans.get("segment") or [s for span in content for s in _between_marks(span)]
    if not content:
        raise _error(name, number, f"quote {draft.key!r} has no tag 'content' in the article")
    if draft.kind is Kind.INDIRECT:
        if "segment" in spans:
            raise _error(name, number, f"quote {draft.key!r} is indirect and has segments")
        segments = []
    elif not segments:
        raise _error(name, number, f"quote {draft.key!r} has no segment between double marks")
    source, cue, via = (next(iter(spans.get(tag, [])), None) for tag in _ONCE)
    return attrs.evolve(
        draft,
        segments=tuple(segments),
        content=tuple(content),
        source=source,
        cue=cue,
        via=via,
    )


def _between_marks(span: Span) -> list[Span]:
    """The stretches between the outermost double marks or guillemets of a span."""
    found: list[Span] = []
    first, closing, depth = -1, "", 0
    for i, char in enumerate(span.text):
        if first < 0:
            if char in _CLOSING:
                first, closing, depth = i + 1, _CLOSING[char], 1
        elif char == closing:
            depth -= 1
            if depth == 0:
                found.append(_cut(span, first, i))
                first = -1
        elif _CLOSING.get(char) == closing:
            depth += 1
    if first >= 0:
        found.append(_cut(span, first, len(span.text)))
    return [s for s in found if s.text]


def _cut(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.text[start:end])
