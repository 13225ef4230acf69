"""The garbage collector is held back for a load and given back as it was."""

from __future__ import annotations

import gc

import pytest

from netscout.app.collector import without_collector


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_given_back_as_it_was(*, on: bool) -> None:
    """A load that leaves the collector off, or switches it on for somebody who wanted it off."""
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="inside"):
            _fail_inside()
        assert gc.isenabled() is on
    finally:
        gc.enable()


def _fail_inside() -> None:
    with without_collector():
        assert not gc.isenabled()
        raise ValueError("inside")
