"""How tests of prose write down what was found: one line for each quote."""

from __future__ import annotations

from quotes.types import Quote


def speaker(quote: Quote) -> str:
    """`Ada Marsh | mayor, chair @ Harbour Board`, with the kind of a speaker who is no person.

    Where there is none, the reason.
    """
    if quote.speaker is None:
        return str(quote.unresolved)
    who = quote.speaker
    kind = "" if who.kind == "person" else f" [{who.kind}]"
    roles = f" | {', '.join(who.roles)}" if who.roles else ""
    bodies = ", ".join(body.name for body in who.affiliations)
    return f"{who.name}{kind}{roles}" + (f" @ {bodies}" if bodies else "")


def saying(quote: Quote) -> str:
    """`direct: “We” … “pay.” < said < Ada Marsh`: kind, content, cue and source."""
    content = " … ".join(span.text for span in quote.content)
    cue = quote.cue.text if quote.cue is not None else "-"
    source = quote.source.text if quote.source is not None else "-"
    return f"{quote.kind}: {content} < {cue} < {source}"
