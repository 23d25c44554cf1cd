"""Which stanza models to use, where they lie, and whether they are what they should be."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import pathlib
from typing import TYPE_CHECKING

import attrs

from quotes.errors import ModelError

if TYPE_CHECKING:
    from stanza import Pipeline

PROCESSORS = ("tokenize", "pos", "lemma", "depparse", "ner")
VECTORS = "pretrain"
"""What resources call the word vectors that models share."""
_ALGORITHMS = ("sha256", "md5")
BUNDLED = pathlib.Path(__file__).parent / "models"
DOWNLOAD = (
    'python -c "import stanza; '
    "stanza.download('en', processors='tokenize,pos,lemma,depparse,ner')\""
)

_log = logging.getLogger(__name__)


@attrs.frozen
class ModelFiles:
    """The file of a processor, and of the word vectors that it reads."""

    model: pathlib.Path
    vectors: pathlib.Path | None = None


@attrs.frozen
class Package:
    """A stanza package on disk: `path` is the folder that holds its `resources.json`."""

    path: pathlib.Path

    def load(self) -> Pipeline:
        """Load the pipeline, offline, with its processors named one by one.

        Raises:
            ModelError: files are missing, differ from their checksums, or do not load.
        """
        chosen = {processor: files.model.stem for processor, files in self.files().items()}
        _log.info("loading the stanza pipeline of %s", self.path)
        import stanza

        try:
            return stanza.Pipeline(
                "en",
                dir=str(self.path),
                package=None,
                processors=chosen,
                download_method=None,
                use_gpu=False,
                logging_level="ERROR",
            )
        except Exception as error:
            raise ModelError(f"the stanza models in {self.path} do not load: {error}") from error

    def files(self) -> dict[str, ModelFiles]:
        """The files of each processor, found there and matched with their checksums.

        Raises:
            ModelError: a file is missing or differs from its checksum.
        """
        index = self.path / "resources.json"
        try:
            resources = json.loads(index.read_text(encoding="utf8"))
            default = _section(resources, "en", "packages", "default")
            models = {
                p: _Described.of(resources, p, default[p]) for p in PROCESSORS if p in default
            }
        except (OSError, ValueError, LookupError, RecursionError) as error:
            raise ModelError(f"no English stanza package in {self.path} ({index.name})") from error
        files = {}
        checked: dict[tuple[str, str], pathlib.Path] = {}
        for processor in PROCESSORS:
            if processor not in models:
                raise ModelError(f"the stanza package in {self.path} has no {processor} model")
            described = models[processor]
            for (folder, stem), sums in described.files.items():
                if (folder, stem) not in checked:
                    checked[folder, stem] = self._checked(folder, stem, sums)
            files[processor] = ModelFiles(
                checked[processor, described.name], checked.get((VECTORS, described.vectors))
            )
        return files

    def _checked(self, folder: str, stem: str, sums: dict[str, str]) -> pathlib.Path:
        """A file that is there and is what its checksums say."""
        file = self.path / "en" / folder / f"{stem}.pt"
        try:
            if not file.is_file():
                raise ModelError(f"stanza model missing: {file}")
            right = all(_digest(file, a) == sums[a] for a in _ALGORITHMS if sums.get(a))
        except OSError as error:
            raise ModelError(f"stanza model cannot be read: {file} ({error})") from error
        if not right:
            raise ModelError(f"stanza model damaged (checksum differs): {file}; install anew")
        return file


@attrs.frozen
class _Described:
    """What resources say of the model of a processor."""

    name: str
    vectors: str
    """The name of the word vectors that it reads, empty if it reads none."""
    files: dict[tuple[str, str], dict[str, str]]
    """The files that it needs, by folder and name, with their checksums."""

    @classmethod
    def of(cls, resources: object, processor: str, name: object) -> _Described:
        """Read what is said of the model `name`.

        Raises:
            ValueError, LookupError: resources are not of the form that stanza gives them.
        """
        described = _section(resources, "en", processor, _string(name), optional=True)
        listed = described.get("dependencies") or []
        if not isinstance(listed, list):
            raise ValueError("dependencies: expected a list")
        needed = {_string(d["model"]): _string(d["package"]) for d in map(_section, listed)}
        return cls(
            _string(name),
            needed.get(VECTORS, ""),
            {
                (folder, stem): {
                    algorithm: _string(value)
                    for algorithm, value in _section(
                        resources, "en", folder, stem, optional=True
                    ).items()
                    if algorithm in _ALGORITHMS
                }
                for folder, stem in ((processor, _string(name)), *needed.items())
            },
        )


def _section(data: object, *names: str, optional: bool = False) -> dict[str, object]:
    """The dictionary below some names; an `optional` one that is not there is empty.

    Raises:
        ValueError, LookupError: there is none.
    """
    for name in names:
        section = _section(data)
        data = (section.get(name) or {}) if optional else section[name]
    if not isinstance(data, dict):
        raise ValueError(f"expected a dictionary, not {data!r:.40}")
    return data


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected a string, not {value!r:.40}")
    return value


def _digest(file: pathlib.Path, algorithm: str) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, algorithm).hexdigest()


def _official() -> pathlib.Path:
    """Where stanza downloads its models to."""
    told = os.environ.get("STANZA_RESOURCES_DIR")
    if told:
        return pathlib.Path(told)
    from stanza.resources.common import USER_CACHE_DIR

    return pathlib.Path(USER_CACHE_DIR) / "resources"


def find(models: str | os.PathLike[str]) -> Package:
    """The package that the option `models` means: "bundled", "stanza", or the path of a folder.

    Raises:
        ModelError: the package is not there; for "stanza" the message has the command to run.
    """
    if models == "bundled":
        return Package(BUNDLED)
    if models == "stanza":
        path = _official()
        if not (path / "en").is_dir() or not (path / "resources.json").is_file():
            raise ModelError(
                f"the official English models of stanza are not in {path}; "
                f"download them once with: {DOWNLOAD}"
            )
        return Package(path)
    path = pathlib.Path(models)
    if not (path / "resources.json").is_file():
        raise ModelError(
            f"models: expected 'bundled', 'stanza' or a stanza folder, not {str(models)!r}"
        )
    return Package(path)
