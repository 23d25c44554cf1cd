"""Templates of pages (needs the extra `page`, which is asked for at first use)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from quotes.errors import QuotesError
from quotes.render.characters import harmless

if TYPE_CHECKING:
    import jinja2


@functools.cache
def environment(package: str) -> jinja2.Environment:
    """The templates in the folder `templates` of a package.

    All text is escaped and shown without the characters that a browser would obey; mark-up of our
    own stays as it is.

    Raises:
        QuotesError: jinja2 is not installed.
    """
    try:
        import jinja2
        import markupsafe
    except ModuleNotFoundError as error:
        raise QuotesError('a page needs jinja2: pip install "quotes-nlp[page]"') from error

    def shown(value: object) -> object:
        if isinstance(value, str) and not isinstance(value, markupsafe.Markup):
            plain = value.replace("\r\n", "\n").replace("\r", "\n")
            return harmless(plain, keep="\n\t")
        return value

    return jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
