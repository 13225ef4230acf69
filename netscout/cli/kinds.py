"""The kinds of values options and arguments take, where click's own let something senseless through."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import os


class InputPath(click.Path):
    """A path to read; an empty text is refused, for it would mean the folder netscout was started in."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path (raises click.BadParameter)."""
        if value == "":
            self.fail("the path is empty. Give the path of the zip, for example ~/Downloads/export.zip.", param, ctx)
        return super().convert(value, param, ctx)


class Fraction(click.FloatRange):
    """A number from 0 to 1; "nan", which is neither too small nor too large, is refused."""

    def __init__(self) -> None:
        """Take numbers from 0 to 1."""
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  # click's signature
        """Return the number (raises click.BadParameter)."""
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value} is no number from 0 to 1.", param, ctx)
        return number
