"""Take the pictures of README and docs from reports/demo.html in a headless Chromium: `make pictures`.

The same page gives the same pictures; no step waits for a clock. `NETSCOUT_CHROMIUM` names the browser to use.
"""

from __future__ import annotations

import base64
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright

from tools.make_sample_report import PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
DRAWN = "plot => plot.querySelector('.main-svg .scatterlayer path, .main-svg .barlayer path') !== null"
SMALLER = """async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const sheet = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  sheet.getContext("2d").drawImage(image, 0, 0);
  return sheet.toDataURL("image/webp", 0.82).split(",")[1];
}"""
"""Gives a PNG as WebP, at a third of its size."""
WIDE, EDGE = 960, 14


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, and from where to where on the page (two selectors; `to` is `at` if "").

    `open` is what is pressed before, "" for nothing.
    """

    name: str
    at: str
    to: str = ""
    scheme: Literal["light", "dark"] = "light"
    open: str = ""


SHOTS = (
    Shot("report.webp", "header.top", to="#write .card"),
    Shot("report-dark.webp", "header.top", to="#write .card", scheme="dark"),
    Shot("row.webp", "#whom .person", to="#whom .waterfall", open="#whom .person details.how > summary"),
    Shot("map.webp", "#map .head", to="#map-figure"),
    Shot("map-dark.webp", "#map-figure", scheme="dark"),
    Shot("links.webp", "#links-figure"),
    Shot("growth.webp", "#ties figure.chart"),
)


def take(browser: Browser, shot: Shot, page: Path, folder: Path) -> Path:
    """Write one picture and return its path; raises TimeoutError where the page has no such part."""
    context = browser.new_context(
        viewport={"width": WIDE, "height": 900}, color_scheme=shot.scheme, reduced_motion="reduce", locale="en-GB"
    )
    try:
        sheet = context.new_page()
        sheet.goto(page.as_uri())
        _settle(sheet, shot)
        picture = sheet.screenshot(full_page=True, clip=_clip(sheet, shot), animations="disabled", caret="hide")
        sheet.goto("about:blank")
        path = folder / shot.name
        path.write_bytes(base64.b64decode(sheet.evaluate(SMALLER, base64.b64encode(picture).decode("ascii"))))
        return path
    finally:
        context.close()


def _settle(sheet: Page, shot: Shot) -> None:
    """Open what is asked for, wait until every chart in the picture has its marks, and go back to the top."""
    if shot.open:
        sheet.locator(shot.open).first.click()
    for plot in sheet.locator(f"{shot.to or shot.at} .plot").all():
        plot.scroll_into_view_if_needed()
        sheet.wait_for_function(DRAWN, arg=plot.element_handle())
    sheet.evaluate("() => { window.scrollTo(0, 0); return document.fonts.ready; }")


def _clip(sheet: Page, shot: Shot) -> FloatRect:
    """Return the part of the page that is wanted, with an edge round it where the page has room."""
    first, last = (sheet.locator(one).first.bounding_box() for one in (shot.at, shot.to or shot.at))
    if first is None or last is None:
        raise TimeoutError(f"the page has no {shot.at}, or no {shot.to}, to take {shot.name} from")
    left, top = max(min(first["x"], last["x"]) - EDGE, 0), max(first["y"] - EDGE, 0)
    right = min(max(first["x"] + first["width"], last["x"] + last["width"]) + EDGE, WIDE)
    bottom = last["y"] + last["height"] + EDGE
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def main() -> None:
    """Take every picture."""
    found = [os.environ.get("NETSCOUT_CHROMIUM"), *(shutil.which(name) for name in BROWSERS)]
    path = next((one for one in found if one), None)
    if path is None:
        raise SystemExit("No Chromium was found. Install one, or name it in NETSCOUT_CHROMIUM.")
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=["--no-sandbox", "--force-color-profile=srgb"])
        for shot in SHOTS:
            take(browser, shot, PAGE, PICTURES)
        browser.close()


if __name__ == "__main__":
    main()
