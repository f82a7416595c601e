"""Where used tickets lie in the data folder. Loads nothing: the guide asks for this before it needs a database."""

from __future__ import annotations

from typing import Final

FILE_NAME: Final = "tickets.db"
