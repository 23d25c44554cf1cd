"""What `import quotes` loads."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys

import pytest

import quotes


@pytest.mark.parametrize(
    "heavy", ["torch", "stanza", "numpy", "rich", "typer", "requests", "trafilatura", "jinja2"]
)
def test_import_quotes_loads_nothing_heavy(heavy: str) -> None:
    code = f"import quotes, sys; sys.exit({heavy!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_that_of_the_package_and_what_is_loaded_later_is_there() -> None:
    assert quotes.__version__ == importlib.metadata.version("quotes-nlp")
    assert quotes.repair("&amp;") == "&"
    assert {"read_known", "repair", "Utterances"} <= set(dir(quotes))


@pytest.mark.parametrize("heavy", ["torch", "pyarrow", "pandas", "polars", "jinja2"])
def test_export_and_audit_load_what_only_some_formats_need_at_first_use(heavy: str) -> None:
    code = f"import quotes.export, quotes.audit, sys; sys.exit({heavy!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
