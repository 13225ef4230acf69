"""What keeps the page shut: the content security policy, JSON that cannot end its block, the library as a text."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

_SAFE, _BACK = str.maketrans("&<>", ",./"), str.maketrans(",./", "&<>")


def policy(scripts: Iterable[str]) -> str:
    """Return the content of the policy's meta tag: the scripts named by hash, everything else refused."""
    hashes = " ".join(f"'sha256-{digest(one)}'" for one in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(script: str) -> str:
    """Return the base64 SHA-256 of a script's text as a browser reckons it."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def json_block(value: Any) -> str:  # noqa: ANN401  # any JSON-able value
    """Return JSON for a data block: no letter that could end the block or a line stays as it is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


@cache
def chart_library() -> tuple[str, str]:
    """Return plotly's script and the same packed: gzip without a time, in base 85 of letters that HTML leaves alone."""
    from plotly.offline import get_plotlyjs

    text = get_plotlyjs()
    return text, pack_text(text)


def pack_text(text: str) -> str:
    """Return text as gzip in base 85: Python's alphabet, its three letters that mean something in HTML replaced."""
    packed = base64.b85encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")
    return packed.translate(_SAFE)


def unpack_text(packed: str) -> str:
    """Return what `pack_text` packed."""
    return gzip.decompress(base64.b85decode(packed.translate(_BACK))).decode("utf-8")
