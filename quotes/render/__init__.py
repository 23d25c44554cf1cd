"""Quotes to look at: a page for the browser, text for notebooks, tables for the terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.render.notebook import highlight
    from quotes.render.pages.document import page

__all__ = ["highlight", "page"]


def __getattr__(name: str) -> object:
    """Load at first use: the tables of the command line need neither."""
    if name == "page":
        from quotes.render.pages.document import page

        return page
    if name == "highlight":
        from quotes.render.notebook import highlight

        return highlight
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
