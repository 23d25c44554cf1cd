"""What `import quotes` loads."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "heavy", ["torch", "stanza", "numpy", "rich", "typer", "jinja2", "requests"]
)
def test_import_quotes_loads_nothing_heavy(heavy: str) -> None:
    code = f"import quotes, sys; sys.exit({heavy!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
