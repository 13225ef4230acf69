"""Keys of LinkedIn profile URLs."""

from __future__ import annotations

import re

from netscout.sources.cells import composed

_PLAIN = "https://www.linkedin.com/in/"
_URL = re.compile(r"(?:https?:)?(?://)?(?P<host>[a-z0-9.-]+)(?::\d+)?/(?P<path>[^?#]*)", re.IGNORECASE)
_BARRED = re.compile(r"[\s/\\<>\"'`\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\A\.{1,2}\Z")


def slug_of(url: str) -> str | None:
    """Return the key of a profile URL, or None for anything that is no LinkedIn profile.

    `/in/X` and `/mwlite/in/X` give `X`; `/pub/name/1a/2b/3c` gives `pub/name/1a/2b/3c`. Raw and percent-encoded
    spellings meet in one key, in NFC and lower case.
    """
    if url.startswith(_PLAIN):
        rest = url[len(_PLAIN) :]
        if rest.isascii() and rest.replace("-", "").isalnum():
            return rest.lower()
    found = _URL.fullmatch(url.strip().partition("#")[0].partition("?")[0])
    if found is None:
        return None
    host = found["host"].lower().rstrip(".")
    if host != "linkedin.com" and not host.endswith(".linkedin.com"):
        return None
    return _path_key([part for part in found["path"].split("/") if part])


def _path_key(parts: list[str]) -> str | None:
    if parts and parts[0].lower() == "mwlite":
        parts = parts[1:]
    if len(parts) < 2:
        return None
    home = parts[0].lower()
    if home == "in":
        return _decode(parts[1])
    if home == "pub":
        keys = [_decode(part) for part in parts[1:5]]
        return "/".join(["pub", *(key for key in keys if key)]) if all(keys) else None
    return None


def _decode(part: str) -> str | None:
    if "%" in part:
        from urllib.parse import unquote

        try:
            part = unquote(part, errors="strict")
        except UnicodeDecodeError:
            part = unquote(part, encoding="cp1252", errors="replace")
    key = composed(part).strip(" ").lower()
    return None if not key or _BARRED.search(key) else key
