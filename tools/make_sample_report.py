"""Write the sample page, reports/demo.html, from data_samples/demo on the demo's own day: `make sample`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from netscout.app.demo import demo

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data_samples" / "demo"
PAGE = ROOT / "reports" / "demo.html"
_BLOCK = re.compile(r'(<script type="application/json" id="([\w-]+)">)(.*?)(</script>)', re.DOTALL)
_LIBRARY = re.compile(r'(<script type="text/plain" id="chart-library">).*?(</script>)', re.DOTALL)
_HASH = re.compile(r"sha256-[\w+/]+=*")


class Told(NamedTuple):
    """What a page says: its text and scripts, and its data by the name of the block."""

    text: str
    data: dict[str, Any]


def told(page: str) -> Told:
    """Return a page without the packed chart library, whose bytes are those of the version installed, and its hash."""
    data = {name: json.loads(text) for _, name, text, _ in _BLOCK.findall(page)}
    return Told(_HASH.sub("sha256", _LIBRARY.sub(r"\1\2", _BLOCK.sub(r"\1\4", page))), data)


def build(folder: Path) -> str:
    """Return the page of `netscout demo`, made in a folder of its own."""
    plan = json.loads((SAMPLE / "target.json").read_text(encoding="utf-8"))
    made = demo(folder, [SAMPLE / plan["earlier_export"], SAMPLE / plan["export"]], plan)
    return made.page.read_text(encoding="utf-8")


def main() -> None:
    """Write the page."""
    with TemporaryDirectory() as folder:
        page = build(Path(folder))
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
