"""What the extras bring, and what is said where one is missing."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
import tomllib

import pytest

ROOT = pathlib.Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]


@pytest.mark.parametrize(
    ("missing", "code", "extra"),
    [
        ("typer", "import quotes.__main__ as m; m.main()", "cli"),
        ("rich", "import quotes.__main__ as m; m.main()", "cli"),
        ("jinja2", "import quotes.render; quotes.render.page([], [])", "page"),
        (
            "jinja2",
            "from quotes.render.sources_page import sources_page as p; p(quotes.sources([]))",
            "page",
        ),
        ("trafilatura", "quotes.Article.from_html('<p>It held.</p>')", "html"),
        ("ftfy", "quotes.repair('Itâ€™s dry.')", "html"),
        ("pyarrow", "import quotes.export as e; e.write_parquet([], 'x.parquet')", "parquet"),
        ("dask", "from quotes.distributed import extract as e; e([])", "dask"),
        (
            "matplotlib",
            "from quotes.evaluation.plot import plot_growth as p; p({'names': [(10, 0.1)]})",
            "docs",
        ),
    ],
)
def test_without_an_extra_the_message_says_what_to_install(
    tmp_path: pathlib.Path, missing: str, code: str, extra: str
) -> None:
    program = f"import sys; sys.modules[{missing!r}] = None; import quotes; {code}"

    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        encoding="utf8",
        cwd=tmp_path,
        check=False,
    )

    assert done.returncode != 0
    last = done.stderr.splitlines()[-1]
    assert last.endswith(f'pip install "quotes-nlp[{extra}]"')
    assert extra == "cli" or last.startswith("quotes.errors.QuotesError: ")
    assert not any(tmp_path.iterdir())


def test_all_brings_what_users_have_a_use_for() -> None:
    assert EXTRAS["all"] == ["quotes-nlp[cli,html,page,parquet]"]


def test_the_readme_says_what_each_extra_brings() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf8")

    assert set(re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE)) == set(EXTRAS)


def test_the_version_is_the_same_wherever_it_is_stated() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf8")

    assert f"\nversion: {PROJECT['version']}\n" in citation
    assert re.findall(r"^## \[(.*?)\]", changelog, re.MULTILINE)[0] == PROJECT["version"]


def test_the_stated_versions_of_python_begin_with_the_one_required() -> None:
    stated = re.findall(r":: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)

    assert PROJECT["requires-python"] == f">={stated[0]}"
    assert stated == ["3.11", "3.12", "3.13", "3.14"]
