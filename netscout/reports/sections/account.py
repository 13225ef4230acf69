"""The account: where every row went, what was not read and why, the settings, the limits of the method, the words."""

from __future__ import annotations

from typing import Any

from netscout.lang import texts
from netscout.model.export import SourceFile
from netscout.model.ledger import FileAccount
from netscout.reports.forms import CONTENTS, form_key, pass_on
from netscout.reports.scene import Scene
from netscout.reports.sections.glance import file_name
from netscout.reports.text import capital, count, day, number, sentence, tidy

UNREADABLE_MOST = 200
PROGRAMS = {
    "linkedin": "LinkedIn export",
    "google": "Google contacts",
    "outlook": "Outlook contacts",
    "vcard": "address cards",
    "cards": "your own cards",
    "netscout": "your own export",
}
"""What a source is, by its kind."""
_PARTS = {"companies_only": "with a company only"}
_BESIDES = ("undated",)
"""Counts that stand beside the sum of the rows, not in it."""
FORMS = (
    ("mine", "Mine (the default)"),
    ("private", "--private"),
    ("share", "--share"),
    ("hidden", "--share --hide-names"),
)


def build(scene: Scene) -> dict[str, Any]:
    """Return ledgers per file, ignored files with reasons, notices, unreadable rows, settings and forms of the page."""
    data = scene.full
    sources = [
        {
            "name": file_name(one.path),
            "kind": one.kind,
            "sha256": one.sha256[:12],
            "files": [_file(account) for account in one.files],
            "ignored_words": f"{count(len(one.ignored), 'file was', 'files were')} not read, and why",
            "ignored": [{"name": file_name(skip.name), "reason": sentence(tidy(skip.reason))} for skip in one.ignored],
            "folded": place > 0,
            "words": _words(one, data.source_days[place] if place < len(data.source_days) else ""),
        }
        for place, one in enumerate(data.sources)
    ]
    rows = sum(account.rows for one in data.sources for account in one.files)
    whole = all(account.adds_up() for one in data.sources for account in one.files)
    return {
        "id": "account",
        "nav": "About this page",
        "kicker": "About this page",
        "title": f"{count(rows, 'row')} read, and every one of them is accounted for"
        if whole
        else f"{count(rows, 'row')} read; the account of a file does not add up",
        "sources": sources,
        "notices": [
            {
                "code": tidy(one.code),
                "message": sentence(tidy(one.message)),
                "where": _where(file_name(one.file), one.line),
                "count": one.count,
            }
            for one in data.notices
        ],
        "unreadable": [
            {"where": _where(file_name(one.file), one.line), "reason": sentence(tidy(one.reason))}
            for one in scene.shown.unreadable[:UNREADABLE_MOST]
        ],
        "unreadable_total": len(data.unreadable),
        "unreadable_words": f"{count(len(data.unreadable), 'row')} could not be read",
        "weights": [
            {"key": key, "value": f"{data.weights[key]:g}", "what_words": _meaning(key)} for key in sorted(data.weights)
        ],
        "forms": [
            {"form": words, "contains": " ".join(CONTENTS[key][1].split()), "here": key == form_key(scene.full)}
            for key, words in FORMS
        ],
        "pass_on": pass_on(scene.full),
        "attributions": [tidy(one) for one in data.attributions],
        "version": data.version,
    }


def _meaning(key: str) -> str:
    """Return what a setting does, in plain words; "" for one without."""
    return capital(texts("settings").get(key, "").replace("*", "").replace("`", "").rstrip("."))


def _words(source: SourceFile, when: str) -> str:
    """Return what a source is, to stand after its name: program, day and rows."""
    program = PROGRAMS.get(source.kind, "contact file")
    of = (" of " if source.kind == "linkedin" else ", read on ") + day(when) if when else ""
    return f"{program}{of}: {count(sum(one.rows for one in source.files), 'row')}"


def _file(account: FileAccount) -> dict[str, Any]:
    filled = [(_PARTS.get(key, key.replace("_", " ")), value) for key, value in account.counts.items() if value]
    parts = [one for one in filled if one[0] not in _BESIDES]
    besides = "".join(f"; {number(value)} {key}" for key, value in filled if key in _BESIDES)
    return {
        "name": file_name(account.name),
        "rows": account.rows,
        "rows_words": number(account.rows),
        "parts": [{"key": key, "value": value} for key, value in parts],
        "sum": (" + ".join(f"{number(value)} {key}" for key, value in parts) or "nothing in it") + besides,
        "adds_up": account.adds_up(),
    }


def _where(file: str, line: int | None) -> str:
    return capital(f"{file} line {line}" if file and line else file)
