"""An article to call the commands on."""

from __future__ import annotations

import pathlib

import pytest


@pytest.fixture
def article(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "bridge.txt"
    file.write_bytes("A line.\r\n“It [the bridge] held,” she said.\r\n".encode())
    return file
