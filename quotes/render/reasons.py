"""What is shown in the place of a speaker that a quote does not name."""

from __future__ import annotations

from quotes.types import Quote


def reason(quote: Quote) -> str:
    """Why the speaker is left open, in brackets."""
    return f"({quote.unresolved.value.replace('_', ' ') if quote.unresolved else 'unknown'})"
