"""What `import quotes` loads."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "heavy", ["torch", "stanza", "numpy", "rich", "typer", "requests", "jinja2"]
)
def test_import_quotes_loads_nothing_heavy(heavy: str) -> None:
    code = f"import quotes, sys; sys.exit({heavy!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("heavy", ["torch", "pyarrow", "pandas", "polars", "jinja2"])
def test_export_and_audit_load_what_only_some_formats_need_at_first_use(heavy: str) -> None:
    code = f"import quotes.export, quotes.audit, sys; sys.exit({heavy!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
