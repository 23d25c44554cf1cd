"""What holds for all drafts and all sources, sensible or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes import CheckStatus, Kind, Quote, Span, SpeakerKind
from quotes.render.check_page import check_page
from tests.checking.saying import said

WORDS = [
    "wall", "stands", "not", "don’t", "“", "”", ",", "…", "[", "]", ".", "said", "\n\n", "&amp;",
    "<p>", "\ud800", "\0", "港", "gate-\n", "she", "-",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(
    st.characters(exclude_categories=()), max_size=40
)
names = st.sampled_from([None, "Ines Varley", "Varley", "Tom Ash", "the mayor", "", "\ud800"])


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    """Any text, with quotes anywhere in it."""
    text = draw(texts)
    found = []
    for number in range(draw(st.integers(0, 3))):
        bounds = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4)))
        pairs = zip(bounds[::2], bounds[1::2], strict=False)
        spans = tuple(Span(a, b, text[a:b]) for a, b in pairs)
        kind = draw(st.sampled_from(Kind))
        who = draw(st.sampled_from(SpeakerKind))
        plain = said("", by=draw(names), who=who, kind=kind, name=f"q{number}")
        marked = () if kind is Kind.INDIRECT else spans
        found.append(
            Quote.from_dict(
                {
                    **plain.to_dict(),
                    "text": " ".join(span.text for span in spans),
                    "segments": [span.to_dict() for span in marked],
                    "content": [span.to_dict() for span in spans],
                }
            )
        )
    return text, found


@settings(deadline=None)
@given(quoted(), st.lists(quoted(), max_size=2))
def test_whatever_comes_in_the_checks_are_sound(
    draft: tuple[str, list[Quote]], sources: list[tuple[str, list[Quote]]]
) -> None:
    text, found = draft
    checks = quotes.check(
        text,
        [source for source, _ in sources],
        draft_quotes=found,
        source_quotes=[row for _, row in sources],
    )

    assert [check.quote for check in checks] == [
        q for q in found if q in [check.quote for check in checks]
    ]
    for check in checks:
        assert check.verified == bool(check) == (check.status is CheckStatus.VERIFIED)
        assert (check.source is None) == (check.status is CheckStatus.ABSENT)
        for difference in check.verification.differences:
            if difference.given:
                span = difference.given
                assert check.verification.words[span.start : span.end] == span.text
        if check.source is not None:
            there = sources[int(check.source.split()[1]) - 1][0]
            assert all(there[s.start : s.end] == s.text for s in check.verification.spans)
    page = check_page([(quotes.Article(text), checks)])
    assert page.isascii()


@settings(deadline=None)
@given(quoted())
def test_every_quotation_of_a_text_stands_in_the_text_itself(
    draft: tuple[str, list[Quote]],
) -> None:
    text, found = draft
    direct = [q for q in found if q.kind is Kind.DIRECT and len(q.segments) == 1]
    checks = quotes.check(text, [text], draft_quotes=direct, source_quotes=[direct])

    assert all(check.status is CheckStatus.VERIFIED for check in checks if _whole(check, text))


def _whole(check: quotes.Check, text: str) -> bool:
    """Whether a quote neither begins nor ends inside a word or brackets."""
    (span,) = check.quote.segments
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return around.replace("“", " ").replace("”", " ").isspace() and not set("[]&<-") & set(
        span.text
    )
