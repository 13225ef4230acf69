"""What spoiled files come to, kept as digests: people, contacts, account and refusals; REWRITE_GOLDEN=1 writes them.

The laws of the fuzzers say what may never be; this says that nothing changes unseen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netscout.errors import NetscoutError
from netscout.sources import read
from netscout.sources.answers import is_answers, read_answers
from netscout.sources.containers import CHUNK
from tests.fuzz.feeding import TODAY, make
from tests.fuzz.seeds import SEEDS
from tests.written_out import digest, hold, shortened, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data" / "spoilt"
BATCH, BATCHES = 15, 16
KINDS = sorted(set(SEEDS) - {"archive"})
"""Of archives, what is said depends on the library that unpacks them."""


def told(path: Path) -> Iterator[str]:
    """Yield what a file comes to."""
    try:
        if is_answers(path):
            yield shown(read_answers(path, TODAY))
        else:
            yield shown(read([path], today=TODAY))
    except NetscoutError as fault:
        yield f"{type(fault).__name__} {fault.code} {fault}"


@pytest.mark.slow
@pytest.mark.deep
@pytest.mark.parametrize("piece", [CHUNK, 202], ids=["whole", "in pieces"])
@pytest.mark.parametrize("kind", KINDS)
def test_spoiled_files(kind: str, piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that reads files otherwise, in a case nobody thought of; or a file read otherwise piece by piece."""
    monkeypatch.setattr("netscout.sources.text.CHUNK", piece)
    lines = []
    for batch in range(BATCHES):
        found = []
        for seed in range(batch * BATCH, (batch + 1) * BATCH):
            name, content = make(kind, seed)
            path = tmp_path / name
            path.write_bytes(content)
            found += [one.replace(str(tmp_path), "") for one in told(path)]
        lines.append(f"{batch * BATCH} {digest(found)} {shortened(found[0], 100)}")
    hold(DATA / f"{kind.replace(' ', '_')}{'' if piece == CHUNK else '_in_pieces'}.txt", lines)
