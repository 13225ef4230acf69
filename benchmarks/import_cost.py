"""What taking in a large export costs, against one pass of Python's csv module over the same two files.

    python benchmarks/import_cost.py [--people 30000] [--messages 90000] [--rounds 5]

Prints medians of the processor time of whole fresh processes, their ratio round by round, and peak memory. The export
is invented and seeded. Unix only (it asks the system for each child's own peak).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

_FLOOR = """
import csv, sys
csv.field_size_limit(1 << 24)
for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            pass
"""
_OURS = """
import sys
from netscout.cli.main import guarded
sys.exit(guarded(["--workspace", sys.argv[1], "--today", "2026-11-16", "--quiet", "load", *sys.argv[2:]]))
"""
_FIRST = [
    "Ana",
    "Bo",
    "Cleo",
    "Dov",
    "Eda",
    "Finn",
    "Gia",
    "Hal",
    "Ines",
    "Jun",
    "Kai",
    "Lea",
    "Mio",
    "Nia",
    "Oda",
    "Pim",
    "Quin",
    "Rosa",
    "Sol",
    "Tia",
]
_LAST = [
    "Abel",
    "Brook",
    "Cruz",
    "Dale",
    "Ever",
    "Frost",
    "Gale",
    "Hart",
    "Ives",
    "Jung",
    "Kern",
    "Lund",
    "Moor",
    "Nash",
    "Orr",
    "Pike",
    "Quill",
    "Reed",
]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_HEADER = (
    '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE",'
    '"SUBJECT","CONTENT","FOLDER","ATTACHMENTS"'
)


def write_export(folder: Path, people: int, messages: int) -> None:
    """Write Connections.csv and messages.csv of an invented member; partners are skewed, texts hold line breaks."""
    rng = random.Random(7)  # noqa: S311  # invented people need no cryptography
    me = "https://www.linkedin.com/in/bench-owner"
    names = [f"{rng.choice(_FIRST)} {rng.choice(_LAST)}{n}" for n in range(people)]
    lines = ["Notes:", '"When exporting your connection data, some addresses may be missing."', ""]
    lines.append("First Name,Last Name,URL,Email Address,Company,Position,Connected On")
    for n, name in enumerate(names):
        first, last = name.split(" ")
        day = f"{rng.randint(1, 28):02d} {rng.choice(_MONTHS)} {rng.randint(2008, 2025)}"
        company = f"Company {int(rng.paretovariate(0.6)) % 9000} Ltd"
        lines.append(f"{first},{last},https://www.linkedin.com/in/bench-{n},,{company},Role {n % 4000} Manager,{day}")
    (folder / "Connections.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [_HEADER]
    for n in range(messages):
        other = min(int(rng.paretovariate(0.5)) - 1, people - 1)
        url, name = f"https://www.linkedin.com/in/bench-{other}", names[other]
        pair = (("Bench Owner", me, name, url), (name, url, "Bench Owner", me))[n % 2]
        when = f"20{10 + n % 15:02d}-{1 + n % 12:02d}-{1 + n % 28:02d} {n % 24:02d}:{n % 60:02d}:{n % 59:02d} UTC"
        text = "word " * rng.randint(3, 90) + "\nand another line, with a comma"
        cells = [f"c{other}", "", pair[0], pair[1], pair[2], pair[3], when, "", text, "INBOX", ""]
        rows.append(",".join(f'"{cell}"' for cell in cells))
    (folder / "messages.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nBench,Owner,Bench\n", encoding="utf-8")


def cost(command: list[str]) -> tuple[float, float]:
    """Run a command; return its processor seconds and its own peak memory in MB."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[2][:40]!r} failed with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("--messages", type=int, default=90_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # made in a process of its own: a child's peak memory begins with that of its parent
        making = get_context("spawn").Process(target=write_export, args=(folder, options.people, options.messages))
        making.start()
        making.join()
        files = [folder / one for one in ("Connections.csv", "messages.csv", "Profile.csv")]
        floor, ours = [], []
        for number in range(options.rounds + 1):
            one = cost([sys.executable, "-c", _FLOOR, *map(str, files[:2])])
            shutil.rmtree(folder / "workspace", ignore_errors=True)
            other = cost([sys.executable, "-c", _OURS, str(folder / "workspace"), *map(str, files)])
            if number:  # the first round warms the files
                floor.append(one)
                ours.append(other)
        ratios = sorted(b[0] / a[0] for a, b in zip(floor, ours, strict=True))
        print(f"{options.people:,} connections, {options.messages:,} messages, {options.rounds} rounds, medians")
        print(f"csv pass   {statistics.median(a for a, _ in floor):6.2f} s CPU  {max(m for _, m in floor):6.0f} MB")
        print(f"netscout   {statistics.median(a for a, _ in ours):6.2f} s CPU  {max(m for _, m in ours):6.0f} MB")
        print(f"ratio      {statistics.median(ratios):6.2f}        (from {ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
