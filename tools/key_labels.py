"""Fill the column `keys` of the table of labels, after labels or written forms changed.

    python -m tools.key_labels

The keys are what titles are compared by; working them out for tens of thousands of labels at every start would cost
more than all the rest of the start.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from netscout.matching.lexicon_tables import label_keys

TABLE = Path(__file__).resolve().parents[1] / "netscout" / "matching" / "data" / "labels.csv"


def main() -> None:
    """Write the table again with its keys."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("role", "label", "language", "keys"))
    for row, keys in zip(rows, label_keys([row["label"] for row in rows]), strict=True):
        writer.writerow((row["role"], row["label"], row["language"], keys))
    TABLE.write_text(out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
