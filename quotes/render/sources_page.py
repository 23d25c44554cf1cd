"""Who gets quoted, as a page of HTML (needs the extra `page`)."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.audit import Gender, Source, Sources
from quotes.render.styling import sheet

MOST = 200
"""How many sources a page shows, the most quoted ones."""
_SHARES = (
    ("named", "Named"),
    ("officials", "Officials"),
    ("bodies", "Bodies, groups"),
    ("women", "Women"),
    ("men", "Men"),
    ("not_told", "Not told"),
)
_GENDERS = {Gender.WOMAN: "woman", Gender.MAN: "man", Gender.NOT_TOLD: "not told"}


def sources_page(found: Sources, *, title: str = "Who gets quoted", most: int = MOST) -> str:
    """A whole page: the shares as bars, by outlet too, and the sources, most quoted first.

    The page needs nothing from elsewhere, follows the reader's choice of light or dark, and can be
    read without colours and without a pointer. Nothing from an article is read as mark-up.

    Args:
        found: what `quotes.sources` returned.
        title: the heading.
        most: how many sources are shown, the most quoted ones.

    Returns:
        HTML in ASCII: other characters are written as references.

    Raises:
        QuotesError: jinja2 is not installed (`pip install "quotes-nlp[page]"`).
    """
    shown = found[:most]
    return sheet(
        "sources.html",
        title,
        found=found,
        sources=[_shown(source) for source in shown],
        left=len(found) - len(shown),
        shares=_SHARES,
        longest=max((source.quotes for source in shown), default=1),
    )


def _shown(source: Source) -> Mapping[str, object]:
    """What a row of the page has of a source."""
    pronouns = (("he", source.he), ("she", source.she), ("they", source.they))
    told = [*(f"{word} ({number})" for word, number in pronouns if number), *source.titles]
    return {
        "name": source.name,
        "named": source.named,
        "what": "; ".join((*source.roles, *source.affiliations)),
        "quotes": source.quotes,
        "words": source.words,
        "articles": source.articles,
        "outlets": source.outlets,
        "gender": "" if source.body else _GENDERS[source.gender],
        "told": ", ".join(told),
        "official_by": source.official_by,
    }
