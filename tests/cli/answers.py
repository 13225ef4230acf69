"""What a command printed as JSON, read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Done


def told(done: Done) -> dict[str, Any]:
    """Return the JSON of a command that ended well."""
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
