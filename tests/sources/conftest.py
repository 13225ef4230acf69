"""Ways to load small exports written by the tests."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netscout.sources import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netscout.model.export import Export

TODAY = date(2026, 11, 1)


def zip_bytes(files: dict[str, str | bytes]) -> bytes:
    """Return an archive of the files with a fixed member date."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 6, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


@pytest.fixture(autouse=True)
def _limit_of_others() -> Iterator[None]:
    """Fail where the longest cell of the `csv` module, which a program that uses netscout may have set, is not kept."""
    theirs = 131_071
    before = csv.field_size_limit(theirs)
    yield
    assert csv.field_size_limit(before) == theirs


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Export]:
    """Return a function that writes files and reads them: one file alone, several as a zip."""

    def run(files: dict[str, str | bytes], *, name: str = "export.zip", **options: Any) -> Export:
        if len(files) == 1 and name == "export.zip":
            name, content = next(iter(files.items()))
            path = tmp_path / Path(name).name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        else:
            path = tmp_path / name
            path.write_bytes(zip_bytes(files))
        return read([path], **{"today": TODAY, **options})

    return run


@pytest.fixture
def pack() -> Callable[[dict[str, str | bytes]], bytes]:
    """Return the function that makes an archive of files."""
    return zip_bytes
