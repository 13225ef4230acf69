"""Live a campaign in one process and leave every output in a folder: `every_output.py WORKSPACE OUT PART INPUT...`.

What is printed goes through a pipe as the environment makes it and stands in `OUT/printed`; files stand in `OUT`.
PART says which of the outputs: `all`, `few`, or `1/4`, the first of four parts.
"""

from __future__ import annotations

import io
import json
import locale
import os
import shlex
import sys
from pathlib import Path

from netscout.cli.main import guarded
from netscout.cli.wrapping import safe

DAY, AFTERWARDS = "2026-11-16", "2026-11-26"
TARGET = 'target add data --role "Data Analyst" --company "Halden Freight" --industry Logistics --place Hamburg'
CAMPAIGN = """
know {0} met
log {0} asked --note email
log {1} asked --note call
log {2} asked
log {2} declined
log {0} replied
draft {0} --kind arrange
log {0} scheduled --for 2026-11-23 --at 15:00 --minutes 30 --zone Europe/Berlin
prep {0} --found news "a second control room in Kiel" --outcome "decide on a course"
2026-11-23 log {0} met --minutes 30
2026-11-23 note {0} "mornings go to questions, größer als gedacht"
2026-11-23 note {0} "who reads the numbers?" --theme open
2026-11-23 log {0} advised --note "sit in on an evening" --for 2026-12-04
2026-11-23 draft {0} --kind thanks --channel card
2026-11-23 draft {0} --kind thanks
2026-11-24 refer "Jonas Wiebe" --by {0} --may-use-name yes --title "Data Analyst"
2026-11-24 reflect {0} --energy 4 --fit 3 --evidence "the forecasts"
2026-11-24 log {0} thanked
2026-11-26 log {0} advice-followed --note "two came from events"
2026-11-26 prep {0} --out first.md
2026-11-26 rank -n 1000
"""
FEW = (
    "people --json",
    "rank --format csv -n 1000",
    "export people --out people.csv",
    "export graph --out graph.graphml",
)
_BOTH = (
    *("people", "rank -n 1000", "explore", "today", "stats", "themes", "changes", "target check", "target list"),
    *("titles", "unload", "merge", "refer --list", "doctor", "why {0}", "why {4}", "show {0}", "prep {0}"),
    *(
        "draft {4} --channel message",
        "draft {4} --channel email",
        "draft {4} --channel call",
        "draft {0} --kind update",
    ),
    *('draft "Jonas Wiebe" --channel note', "draft {1} --kind follow-up", "draft {4} --kind introduction --to {5}"),
)
_FORMS = ("", " --private", " --share", " --share --hide-names")
LATER = (
    *(f"{one}{json}" for one in _BOTH for json in ("", " --json")),
    *(f"export people --out people.{form}" for form in ("xlsx", "csv", "json", "vcf", "md")),
    *(f"export shortlist --private --out shortlist.{form}" for form in ("xlsx", "csv", "json", "vcf", "md")),
    *(f"export graph --out graph.{form}" for form in ("graphml", "gexf", "json", "csv")),
    *("export session --out session.html", "export session --out session.md", "export people --bom --out marked.csv"),
    *("export cards --out cards", "calendar --private --out talks.ics", "rank --format csv"),
    *("rank --format csv --out rank.csv", "rank --format xlsx --out rank.xlsx", "prep {0} --out prep.html"),
    *(
        "prep {0} --out prep.md",
        "draft {4} --channel email --out draft.eml",
        "draft {4} --channel email --out draft.txt",
    ),
    *(f"{page}{form} --out {page}{form.replace(' ', '')}.html" for page in ("report", "map") for form in _FORMS),
)
"""What is asked for after the campaign; nothing of it changes what another says, so that any part will do."""


def give(workspace: str, words: str) -> bytes:
    """Give one command, its day before it, and return what it printed, without the path of the workspace."""
    day, _, rest = words.partition(" ") if words.startswith("20") else (DAY, "", words)
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding=locale.getencoding(), newline="\n")
    try:
        code = guarded(["--workspace", workspace, "--today", day, "--no-input", *shlex.split(rest)])
        sys.stdout.flush()
        said: bytes = sys.stdout.buffer.getvalue()
    finally:
        sys.stdout = sys.__stdout__
    if code:
        raise SystemExit(f"{words} ended with {code}")
    for shown in (os.fsencode(workspace), safe(workspace).encode(), workspace.encode("utf-8", "replace")):
        said = said.replace(shown, b"WORKSPACE")
    return said


def wanted(part: str) -> dict[int, str]:
    """Return the commands of a part by their number."""
    if part == "few":
        return dict(enumerate(FEW, start=100))
    rows = dict(enumerate(CAMPAIGN.strip().splitlines(), start=1))
    first, _, parts = part.partition("/")
    step = (int(first) - 1, int(parts)) if parts else (0, 1)
    return rows | {100 + number: one for number, one in enumerate(LATER) if number % step[1] == step[0]}


def main(workspace: str, out: str, part: str, *inputs: str) -> None:
    """Load, choose a target, and give every command of the part."""
    os.chdir(out)
    printed = Path("printed")
    printed.mkdir()
    for number, one in enumerate(inputs):
        (printed / f"load-{number}.json").write_bytes(give(workspace, f"load {shlex.quote(one)} --json"))
    (printed / "target.txt").write_bytes(give(workspace, TARGET))
    rows = json.loads(give(workspace, "rank --json -n 1000"))["rows"]
    people = list(dict.fromkeys(one["id"] for one in rows))
    for number, one in wanted(part).items():
        words = one.format(*people)
        kind = "json" if words.endswith(" --json") else "txt"
        said = give(workspace, words if number < 100 else f"{AFTERWARDS} {words}")
        (printed / f"{number:03d}.{kind}").write_bytes(said)


if __name__ == "__main__":
    main(*sys.argv[1:])
