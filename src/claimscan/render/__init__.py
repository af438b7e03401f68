"""Records to what a person or a program reads: one file a format, all with the same signature."""

from claimscan.render.formats import Format, format_of_name, writer
from claimscan.render.view import View

__all__ = ["Format", "View", "format_of_name", "writer"]
