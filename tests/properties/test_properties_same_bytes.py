"""Same input, same day: the same bytes, whatever the locale, zone, hash seed or place of the workspace."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

LOCALES = ("C", "C.UTF-8", "de_DE.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")
SEEDS = tuple(str(number) for number in (0, 1, 2, 3, 5, 8, 13, 4242, 65521, 99991))
_SCRIPT = """
import io, sys
from contextlib import redirect_stdout
from pathlib import Path
from netscout.cli.main import guarded
workspace, out, export, connections = sys.argv[1:]
base = ["--workspace", workspace, "--today", "2026-11-16", "--no-input"]
def give(*words):
    held = io.StringIO()
    with redirect_stdout(held):
        assert guarded([*base, *words]) == 0, words
    return held.getvalue()
texts = [give("load", export, "--json")]
give("target", "add", "data", "--role", "Data Analyst", "--company", "Halden Freight", "--industry", "Logistics")
texts += [give(*words) for words in (
    ["people", "--json"], ["rank", "--format", "json", "-n", "100000"], ["rank", "--format", "csv"], ["rank"],
    ["why", "p0100"], ["why", "p0100", "--json"], ["explore", "--json"], ["target", "check"], ["changes"],
    ["draft", "p0100", "--json"], ["know", "p0100", "met"], ["rank", "--json"],
)]
give("report", "--out", out + "/report.html")
give("map", "--out", out + "/map.html")
give("report", "--share", "--hide-names", "--out", out + "/share.html")
Path(out, "texts").write_text("\\f".join(texts), encoding="utf-8")
"""


def made(folder: Path, export: Path, environment: tuple[str, str, str]) -> dict[str, str]:
    """Run the commands in one environment and return a digest of each output."""
    language, zone, seed = environment
    out = folder / f"{language}-{zone.replace('/', '-')}-{seed}"
    out.mkdir()
    told = {"LC_ALL": language, "LANG": language, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONUTF8": "0"}
    subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(out / "workspace"), str(out), str(export), ""],
        check=True, env={**os.environ, **told}, capture_output=True,
    )  # fmt: skip
    names = ("texts", "report.html", "map.html", "share.html")
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}


def hold(environments: list[tuple[str, str, str]], folder: Path, samples: Path) -> None:
    """Assert that every environment gives the same digests."""
    export = samples / "demo" / "Complete_LinkedInDataExport_11-02-2026.zip"
    first = made(folder, export, environments[0])
    for one in environments[1:]:
        assert made(folder, export, one) == first, one


@pytest.mark.slow
def test_the_same_bytes_in_every_environment(tmp_path: Path, samples: Path) -> None:
    """An output that follows the hash seed, the zone or the locale: each locale with each zone, over ten hash seeds."""
    places = [*itertools.product(LOCALES, ZONES), (LOCALES[1], ZONES[1])]
    hold([(*place, seed) for place, seed in zip(places, SEEDS, strict=True)], tmp_path, samples)
