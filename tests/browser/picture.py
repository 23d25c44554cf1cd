"""Takes the picture of the page that the documentation shows.

Run it with a Chromium on the path: python -m tests.browser.picture docs/page.png
"""

from __future__ import annotations

import pathlib
import shutil
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import quotes
from quotes.render import page
from tests.browser.conftest import FLAGS

ROOT = pathlib.Path(__file__).parent.parent.parent


def main(picture: str) -> None:
    """Show the bundled article with the details of a quote."""
    text = (ROOT / "fixtures" / "demo.txt").read_text(encoding="utf8")
    article = quotes.Article(text, outlet="Lowmere Courier")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, "--hide-scrollbars"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    with browser, tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "page.html"
        file.write_text(page([article], [quotes.extract(article)]), encoding="ascii")
        size = {"width": 1280, "height": 780, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(file.as_uri())
        browser.execute_script("document.getElementById('a1q4').click()")
        browser.save_screenshot(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
