"""Taxonomies the user added: one folder each in the workspace, with a note, the names, and a ready index."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from netscout.errors import Place, StoreError
from netscout.files import make_folder, write_atomic
from netscout.model.taxonomy import Taxonomy, TaxonomyNote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "taxonomies"
_NOTE, _NAMES, _INDEX = "about.json", "names.json", "index.npz"


def save(workspace: Path, taxonomy: Taxonomy, arrays: Mapping[str, Any]) -> None:
    """Keep a taxonomy with the arrays of its index, in place of one of the same name.

    Raises:
        OutputError: the workspace cannot be written to.
    """
    import numpy as np

    folder = workspace / FOLDER / taxonomy.note.name
    make_folder(workspace)
    make_folder(workspace / FOLDER)
    make_folder(folder)
    (folder / _NOTE).unlink(missing_ok=True)
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **arrays)
    names, index = json.dumps(taxonomy.names, ensure_ascii=False).encode(), packed.getvalue()
    write_atomic(folder / _INDEX, index)
    write_atomic(folder / _NAMES, names)
    told = json.dumps([taxonomy.names, taxonomy.labels], ensure_ascii=False)
    note = replace(taxonomy.note, digest=_digest(told.encode()), kept=_digest(names, index))
    write_atomic(folder / _NOTE, json.dumps(asdict(note), ensure_ascii=False, indent=1))


def notes(workspace: Path) -> list[TaxonomyNote]:
    """Return what was added, by name; a half-written one (no note yet) is passed over.

    Raises:
        StoreError: a note that is damaged.
    """
    folder = workspace / FOLDER
    if not folder.is_dir():
        return []
    return [_note(one / _NOTE) for one in sorted(folder.iterdir()) if (one / _NOTE).is_file()]


def _note(path: Path) -> TaxonomyNote:
    try:
        return TaxonomyNote(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError, OSError) as fault:
        raise _damaged(path) from fault


def load(workspace: Path, name: str) -> tuple[list[tuple[str, str, str]], dict[str, Any]]:
    """Return the (code, name, group) rows and the arrays of the index of an added taxonomy.

    Raises:
        StoreError: a file of it is missing or damaged.
    """
    import zipfile

    import numpy as np

    folder = workspace / FOLDER / name
    kept = _note(folder / _NOTE).kept
    try:
        written, packed = (folder / _NAMES).read_bytes(), (folder / _INDEX).read_bytes()
        if kept and kept != _digest(written, packed):
            raise _damaged(folder)
        names = [(str(code), str(text), str(group)) for code, text, group in json.loads(written)]
        with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
            return names, {key: arrays[key] for key in arrays.files}
    except (ValueError, TypeError, KeyError, OSError, EOFError, zipfile.BadZipFile) as fault:
        raise _damaged(folder) from fault


def remove(workspace: Path, name: str) -> bool:
    """Remove an added taxonomy; return whether there was one of that name.

    Raises:
        StoreError: `no-permission`: the system does not let all of it go; what is left of it is not used once its note
            is gone, which goes first.
    """
    folder = workspace / FOLDER
    try:
        if not folder.is_dir() or name not in {one.name for one in folder.iterdir() if one.is_dir()}:
            return False
        (folder / name / _NOTE).unlink(missing_ok=True)
        shutil.rmtree(folder / name)
    except OSError as fault:
        raise StoreError(
            "the system does not let this taxonomy go.",
            "Look at the permissions of its folder, then give the command again.",
            Place(str(folder / name)),
            code="no-permission",
        ) from fault
    return True


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def _damaged(path: Path) -> StoreError:
    return StoreError(
        "a taxonomy in this workspace is damaged.",
        "Remove it with `netscout taxonomy remove`, and add the download again.",
        Place(str(path)),
        code="damaged-taxonomy",
    )
