r"""Whether a file is well-formed with doubled quotes (RFC 4180), or with `\"`: an ill-formed reading is no reading."""

from __future__ import annotations

import csv
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netscout.settings import Limits
    from netscout.sources.recognise import Header
    from netscout.sources.text import Text

ESCAPE = "\\"


def is_well_formed(text: Text, header: Header, limits: Limits, *, escaped: bool) -> bool:
    """Return whether every quoted cell below the header ends in a quote before a delimiter or the end of a line.

    Raises:
        InputError: the archive member is damaged or too large.
    """
    lines = islice(chain.from_iterable(text.blocks()), header.line, None)
    escape = ESCAPE if escaped else None
    before = csv.field_size_limit(limits.field_bytes)
    try:
        for _ in csv.reader(lines, delimiter=header.delimiter, escapechar=escape, strict=True):
            pass
    except csv.Error:
        return False
    finally:
        csv.field_size_limit(before)
    return True
