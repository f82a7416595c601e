"""Making a page: a template, its values, and headers that let it load nothing but its own style."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk import __version__
from kiosk.hub.pages.forms import CSRF_FIELD
from kiosk.hub.pages.navigation import list_entries
from kiosk.hub.pages.viewer import Viewer
from kiosk.hub.pages.words import FILTERS

TEMPLATES: Final = Path(__file__).parent / "templates"
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def render(
    request: Request, viewer: Viewer | None, template: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """Return a page; all text in ``values`` is escaped, unless it is Markup of our own charts.

    Args:
        request: For which the page is made.
        viewer: Who looks at it; None for nobody who is known.
        template: A file in ``templates/`` that extends ``base.html``.
        status: Of the answer.
        values: What the template asks for; a value that it lacks is an error.
    """
    content = (
        get_environment()
        .get_template(template)
        .render(
            viewer=viewer,
            path=request.url.path,
            navigation=list_entries(viewer),
            csrf_field=CSRF_FIELD,
            version=__version__,
            **values,
        )
    )
    return HTMLResponse(content, status, HEADERS)


@cache
def get_environment() -> Environment:
    """Return the templates' environment; how figures are written is in :mod:`kiosk.hub.pages.words`."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment
