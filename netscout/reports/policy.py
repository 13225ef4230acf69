"""What keeps the page shut: the content security policy, JSON that cannot end its block, the library as a text."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

_LETTERS = bytes(code for code in range(32, 127) if code != ord("<"))
"""The letters of base 94: all printable ones of ASCII but the one that could end a script block."""
_BYTES, _PLACES = 9, 11
_LEVEL = 6
"""How hard gzip tries: the highest level takes half as long again for two bytes less in a thousand."""
_OPENS = "() => {"
_START = f'}} (typeof self !== "undefined" ? self : this, {_OPENS}'
_END = "}));"
"""How plotly's script begins and ends the one function that holds all of it."""
_AS_ON_UNIX = b"\x02\x03"
"""Two bytes at the head of a gzip, how and where it was packed: the second differs between releases of Python."""
_BEYOND = re.compile(r"[^\x00-\x7f]")


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
    """Return plotly's script and the same packed: gzip without a time, in base 94 of letters that HTML leaves alone."""
    from plotly.offline import get_plotlyjs

    text = quicken(get_plotlyjs())
    return text, pack_text(text)


def quicken(script: str) -> str:
    """Return plotly's script so written that a browser starts it sooner; a script of another form only in ASCII.

    The function that holds everything is put in parentheses, by which browsers know that it runs at once: they read it
    once and not twice. In ASCII alone the text takes half the memory.
    """
    plain = _BEYOND.sub(lambda found: _escaped(found[0]), script)
    head, found, rest = plain.partition(_START)
    if not found or not rest.endswith(_END) or _START in rest:
        return plain
    return f"{head}{_START[: -len(_OPENS)]}({_OPENS}{rest[: -len(_END)]}{_END[0]}){_END[1:]}"


def _escaped(letter: str) -> str:
    """Return the escape of a letter in a JavaScript text, of two halves beyond the first 65,536."""
    pairs = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4))


def pack_text(text: str) -> str:
    """Return text as gzip in base 94, behind its number of bytes and a colon: nine bytes are eleven letters."""
    import numpy as np

    packed = gzip.compress(text.encode("utf-8"), _LEVEL, mtime=0)
    packed = packed[:8] + _AS_ON_UNIX + packed[10:]
    whole = np.frombuffer(packed + bytes(-len(packed) % _BYTES), dtype=np.uint8).reshape(-1, 3, 3).astype(np.uint64)
    limbs = list((whole @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint64)).T)
    places = np.empty((len(whole), _PLACES), dtype=np.uint8)
    for place in reversed(range(_PLACES)):
        rest = np.zeros(len(whole), dtype=np.uint64)
        for one, limb in enumerate(limbs):
            limbs[one], rest = np.divmod((rest << np.uint64(24)) | limb, np.uint64(len(_LETTERS)))
        places[:, place] = rest
    return f"{len(packed)}:" + np.frombuffer(_LETTERS, dtype=np.uint8)[places].tobytes().decode("ascii")


def unpack_text(packed: str) -> str:
    """Return what `pack_text` packed."""
    size, _, text = packed.partition(":")
    values = [_LETTERS.index(letter) for letter in text.encode("ascii")]
    whole = bytearray()
    for start in range(0, len(values), _PLACES):
        group = 0
        for value in values[start : start + _PLACES]:
            group = group * len(_LETTERS) + value
        whole += group.to_bytes(_BYTES, "big")
    return gzip.decompress(whole[: int(size)]).decode("utf-8")
