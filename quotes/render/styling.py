"""What the pages look like: one style for all of them, and the frame of those without a script."""

from __future__ import annotations

from importlib import resources

from quotes.render.pages.palette import stylesheet
from quotes.render.templating import environment


def base_style() -> str:
    """The colours, fonts and resets that all pages share, as CSS."""
    return f"{stylesheet()}\n{_file('base.css')}"


def sheet(template: str, title: str, **values: object) -> str:
    """A page made of a template that extends `sheet.html`.

    Args:
        template: its name in the folder `templates`.
        title: the title of the window.
        values: what the template asks for besides.

    Returns:
        HTML in ASCII: other characters are written as references.

    Raises:
        QuotesError: jinja2 is not installed.
    """
    style = f"{base_style()}\n{_file('sheet.css')}"
    html = environment(__package__).get_template(template)
    page = html.render(title=title, style=style, **values)
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _file(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf8")
