"""Which stanza package is used, and that its files are what they should be."""

from __future__ import annotations

import hashlib
import json
import pathlib
import shutil

import pytest

from quotes.errors import ModelError
from quotes.language.packages import BUNDLED, DOWNLOAD, PROCESSORS, Package, find


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A well-formed stanza package whose model files are no models."""
    resources: dict[str, object] = {"packages": {"default": dict.fromkeys(PROCESSORS, "tiny")}}
    for processor in PROCESSORS:
        file = tmp_path / "en" / processor / "tiny.pt"
        file.parent.mkdir(parents=True)
        file.write_bytes(processor.encode())
        resources[processor] = {"tiny": {"sha256": hashlib.sha256(file.read_bytes()).hexdigest()}}
    (tmp_path / "resources.json").write_text(json.dumps({"en": resources}))
    return tmp_path


def _without(folder: pathlib.Path, processor: str) -> None:
    index = folder / "resources.json"
    resources = json.loads(index.read_text())
    del resources["en"]["packages"]["default"][processor]
    index.write_text(json.dumps(resources))


def test_the_bundled_package_has_every_processor_and_its_checksums() -> None:
    resources = json.loads((find("bundled").path / "resources.json").read_text())["en"]

    for processor in PROCESSORS:
        name = resources["packages"]["default"][processor]
        content = (BUNDLED / "en" / processor / f"{name}.pt").read_bytes()
        assert resources[processor][name]["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_file_that_differs_from_its_checksum_is_not_opened(folder: pathlib.Path) -> None:
    file = folder / "en" / "pos" / "tiny.pt"
    file.write_bytes(b"something else")

    with pytest.raises(ModelError, match=r"damaged \(checksum differs\): .*tiny\.pt"):
        Package(folder).load()


def test_a_missing_model_file_is_named(folder: pathlib.Path) -> None:
    shutil.rmtree(folder / "en" / "ner")

    with pytest.raises(ModelError, match=r"missing: .*ner.tiny\.pt"):
        Package(folder).load()


def test_a_package_without_a_processor_is_refused(folder: pathlib.Path) -> None:
    _without(folder, "depparse")

    with pytest.raises(ModelError, match="has no depparse model"):
        Package(folder).load()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"en": {"packages": {}}}'])
def test_a_damaged_list_of_models_is_refused(folder: pathlib.Path, content: str) -> None:
    (folder / "resources.json").write_text(content)

    with pytest.raises(ModelError, match="no English stanza package in"):
        Package(folder).load()


def test_a_folder_that_is_no_package_is_refused(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match="expected 'bundled', 'stanza' or a stanza folder"):
        find(tmp_path / "nowhere")


def test_a_folder_that_holds_a_package_is_taken(folder: pathlib.Path) -> None:
    assert find(folder) == Package(folder)
    assert find(str(folder)) == Package(folder)


def test_official_models_that_are_not_there_are_answered_with_the_command(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))

    with pytest.raises(ModelError) as caught:
        find("stanza")

    assert DOWNLOAD in str(caught.value)


def test_official_models_are_found_where_stanza_is_told_to_put_them(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(folder))

    assert find("stanza") == Package(folder)


def test_official_models_are_looked_for_where_stanza_downloads_them_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from stanza.resources import common  # takes seconds, so only where it is asked

    monkeypatch.delenv("STANZA_RESOURCES_DIR", raising=False)
    default = str(pathlib.Path(common.USER_CACHE_DIR) / "resources")

    try:
        found = str(find("stanza").path)
    except ModelError as error:
        found = str(error)

    assert default in found


@pytest.mark.models
def test_files_that_are_no_models_are_a_model_error(folder: pathlib.Path) -> None:
    with pytest.raises(ModelError, match="do not load"):
        Package(folder).load()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("en", []),
        ("en.packages.default", "tiny"),
        ("en.packages.default.pos", ["tiny"]),
        ("en.packages.default.pos", None),
        ("en.pos", "tiny"),
        ("en.pos.tiny", ["sha256"]),
        ("en.pos.tiny.sha256", 7),
        ("en.pos.tiny.dependencies", "pretrain"),
        ("en.pos.tiny.dependencies", [7]),
        ("en.pos.tiny.dependencies", [{"model": "pretrain"}]),
        ("en.pos.tiny.dependencies", [{"model": ["pretrain"], "package": "tiny"}]),
        ("en.packages.default.pos", "x" * 5000),
    ],
)
def test_a_list_of_models_with_a_wrong_entry_is_a_model_error(
    folder: pathlib.Path, path: str, value: object
) -> None:
    index = folder / "resources.json"
    resources = json.loads(index.read_text())
    *outer, last = path.split(".")
    inner = resources
    for step in outer:
        inner = inner[step]
    inner[last] = value
    index.write_text(json.dumps(resources))

    with pytest.raises(ModelError):
        Package(folder).files()


def test_a_list_of_models_that_nests_too_deep_is_a_model_error(folder: pathlib.Path) -> None:
    (folder / "resources.json").write_text("[" * 100_000)

    with pytest.raises(ModelError, match="no English stanza package in"):
        Package(folder).files()
