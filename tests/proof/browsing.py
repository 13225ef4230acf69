"""The part of the long proofs that opens pages written to harm in a browser, a batch of payloads at a time."""

from __future__ import annotations

import importlib.util
import shutil

from tests.browser.hostile_run import Tried, try_all

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND")


def missing() -> str:
    """Return why no page can be opened here, "" where one can."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed"
    return "" if _place() else "no Chromium on this machine"


def browse(kind: str, number: int, batch: tuple[str, ...]) -> Tried:
    """Return what came of the pages of one batch, opened in a browser of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=_place(), args=list(FLAGS))
        try:
            return try_all(browser, [(kind, number, batch)])
        finally:
            browser.close()


def _place() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)
