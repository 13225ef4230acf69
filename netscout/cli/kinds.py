"""The kinds of values options and arguments take, where click's own let something senseless through."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netscout.cli.context import typed_path

if TYPE_CHECKING:
    import os


class InputPath(click.Path):
    """A path to read; an empty text is refused, for it would mean the folder netscout was started in.

    `~` is the home folder also where the shell leaves it as it is, as that of Windows does.
    """

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path (raises click.BadParameter)."""
        if value == "":
            self.fail("the path is empty. Give the path of the zip, for example ~/Downloads/export.zip.", param, ctx)
        if isinstance(value, str) and value.startswith("~") and not Path(value).exists():
            value = str(_at_home(value))
        return super().convert(value, param, ctx)


def _at_home(text: str) -> Path:
    try:
        return typed_path(text)
    except RuntimeError:  # nobody of that name, or no home folder
        return Path(text)


class Fraction(click.FloatRange):
    """A number from 0 to 1; "nan", which is neither too small nor too large, is refused."""

    def __init__(self) -> None:
        """Take numbers from 0 to 1."""
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  # click's signature
        """Return the number (raises click.BadParameter)."""
        try:
            number = super().convert(value, param, ctx)
        except click.BadParameter:
            number = math.nan
        if math.isnan(number):
            self.fail(f"{value} is no number from 0 to 1.", param, ctx)
        return number


class Count(click.IntRange):
    """A whole number, `least` or more."""

    def __init__(self, least: int = 1, most: int | None = None) -> None:
        """Take whole numbers in these bounds, the bounds included."""
        super().__init__(least, most)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  # click's signature
        """Return the number (raises click.BadParameter)."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            bounds = f"of {self.min} or more" if self.max is None else f"from {self.min} to {self.max}"
            return self.fail(f"{value} is no whole number {bounds}.", param, ctx)
