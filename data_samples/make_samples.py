"""Rewrites the samples beside this file, or with `--check` says which of them are not what it would write.

python data_samples/make_samples.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from data_samples.invent.demo import make_demo  # noqa: E402  # the path stands first: the script runs from anywhere
from data_samples.invent.hostile import make_hostile  # noqa: E402  # the same
from data_samples.invent.tiny import make_tiny  # noqa: E402  # the same
from data_samples.invent.write import zip_content  # noqa: E402  # the same


def all_files() -> dict[str, bytes]:
    """Return every file that stands beside this script, by its path from here."""
    folders = {"tiny": make_tiny(), "demo": make_demo().files, "hostile": make_hostile()}
    return {f"{folder}/{name}": data for folder, files in folders.items() for name, data in files.items()}


def is_same(path: Path, data: bytes) -> bool:
    """Say whether the file holds these bytes; a zip may be deflated in another way."""
    if not path.is_file():
        return False
    found = path.read_bytes()
    return found == data or (path.suffix == ".zip" and zip_content(found) == zip_content(data))


def strays(files: dict[str, bytes]) -> list[str]:
    """Return files in the folders of samples that the script does not make."""
    found = (path for name in sorted({name.split("/")[0] for name in files}) for path in (HERE / name).rglob("*"))
    return sorted(name for path in found if path.is_file() and (name := path.relative_to(HERE).as_posix()) not in files)


def main(arguments: list[str]) -> int:
    """Write or check; return 1 if a check finds a difference."""
    files = all_files()
    changed = [name for name, data in files.items() if not is_same(HERE / name, data)]
    extra = strays(files)
    if "--check" in arguments:
        for name in changed:
            print(f"differs: {name}")
        for name in extra:
            print(f"not made here: {name}")
        return 1 if changed or extra else 0
    for name in changed:
        (HERE / name).parent.mkdir(parents=True, exist_ok=True)
        (HERE / name).write_bytes(files[name])
    for name in extra:
        (HERE / name).unlink()
    print(f"{len(files)} files, {len(changed)} written, {len(extra)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
