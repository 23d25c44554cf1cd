"""The built wheel holds what the library needs, and nothing else."""

from __future__ import annotations

import pathlib
import shutil
import subprocess
import sys
import tomllib
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from a copy of the tree."""
    tree = tmp_path_factory.mktemp("tree")
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for folder in ("quotes", "fixtures"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=skipped)
    for file in ("pyproject.toml", "README.md", "LICENSE", "LICENSE.models.md"):
        shutil.copy(ROOT / file, tree)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(tree)],
        check=True,
        capture_output=True,
    )
    (built,) = (tree / "dist").glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def _files(folder: str, inside: str) -> set[str]:
    """The files of a folder of the tree under the names that they have in the wheel."""
    return {
        f"{inside}/{file.relative_to(ROOT / folder).as_posix()}"
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    }


def test_the_wheel_holds_every_file_of_the_package_and_the_fixtures(wheel: set[str]) -> None:
    expected = _files("quotes", "quotes") | _files("fixtures", "quotes/testing/fixtures")

    assert wheel == expected


def test_every_folder_with_code_is_a_package_that_is_installed() -> None:
    folders = {file.parent.relative_to(ROOT) for file in (ROOT / "quotes").rglob("*.py")}
    packages = {".".join(folder.parts) for folder in folders}

    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    assert listed == packages | {"quotes.testing.fixtures"}


def test_every_pinned_package_has_one_exact_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]

    assert all(len(pin) == 2 and "+" not in pin[1] for pin in pins)
    assert len({name.lower() for name, _ in pins}) == len(pins)
    assert ["torch", "2.13.0"] in pins
