"""A headless Chromium, started once; without one the tests here are skipped."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

Open = Callable[[str], webdriver.Chrome]
FLAGS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1360,1000")


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    """The browser; both programs are looked for on the path, so that nothing is downloaded."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("needs chromium and chromedriver (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(driver))
    yield started
    started.quit()


def logged(browser: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser wrote to one of its logs since the last call."""
    found: list[dict[str, Any]] = browser.execute("getLog", {"type": kind})["value"]
    return found


@pytest.fixture
def opened(chromium: webdriver.Chrome, tmp_path: pathlib.Path) -> Open:
    """A function that opens a page from a file, in a window of 1360 by 1000."""

    def open_page(html: str) -> webdriver.Chrome:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="ascii")
        chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        for kind in ("browser", "performance"):
            logged(chromium, kind)
        chromium.get("about:blank")
        chromium.get(file.as_uri())
        return chromium

    return open_page
