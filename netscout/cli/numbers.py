"""Numbers on the command line: `all`, or some of what was listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    Typed = click.ParamType["str | tuple[int, ...]"]
else:
    Typed = click.ParamType  # older releases of click know no subscript here


class Numbers(Typed):
    """`all`, or numbers with commas between them."""

    name = "numbers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | tuple[int, ...]:  # noqa: ANN401  # click hands over anything
        """Return "all" or the numbers."""
        text = str(value).replace(" ", "").casefold()
        if text == "all":
            return "all"
        if not re.fullmatch(r"[0-9]{1,6}(,[0-9]{1,6})*", text):
            self.fail("give `all`, or numbers with commas between them, as in 1,3.", param, ctx)
        return tuple(int(one) for one in text.split(","))
