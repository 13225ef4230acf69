"""One reader under atheris, for hours: `python -m tests.proof.deep READER [flags of libFuzzer]`, where it is installed.

`make proof` has a small fuzzer of its own (`tests/proof/guided.py`) that needs nothing; this one is faster by far. The
readers are those of `tests/fuzz/readers.py`; a find ends the run and is written where `-artifact_prefix=` says.
"""

from __future__ import annotations

import importlib
import random
import sys
from pathlib import Path


def main(arguments: list[str]) -> None:
    """Fuzz a reader until it breaks or the time of `-max_total_time=` is over.

    Raises:
        SystemExit: there is no such reader, or no atheris.
    """
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed: `pip install atheris`.")
    with atheris.instrument_imports(include=["netscout"]):
        from tests.fuzz.readers import READERS, taken

        if len(arguments) < 2 or arguments[1] not in READERS:
            sys.exit(f"Give one of: {', '.join(READERS)}.")
        name = arguments.pop(1)
        for seed in range(20):  # what is imported late is instrumented too
            taken(name, READERS[name].good(random.Random(seed)))  # noqa: S311  # the same text each time

    def one(content: bytes) -> None:
        if wrong := taken(name, content):
            raise AssertionError("\n".join(wrong))

    folders = [Path(word) for word in arguments[1:] if not word.startswith("-")]
    for folder in folders[:1]:
        folder.mkdir(parents=True, exist_ok=True)
        for seed in range(40):
            (folder / f"seed-{seed}").write_bytes(READERS[name].good(random.Random(seed)))  # noqa: S311  # the same
    atheris.Setup(arguments, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
