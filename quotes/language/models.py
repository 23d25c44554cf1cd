"""The models of a package, each run in the fastest way that its layout allows."""

from __future__ import annotations

import logging
import pathlib
from collections.abc import Callable
from typing import TypeVar

import attrs

from quotes.errors import ModelError
from quotes.language.checkpoints import Checkpoint, UnsupportedModelError, WordVectors
from quotes.language.lemmatiser import Lemmatiser
from quotes.language.packages import Package
from quotes.language.parser import Parser
from quotes.language.pipeline import Stanza
from quotes.language.taggers import EntityTagger, WordTagger
from quotes.language.tokeniser import Tokeniser

_log = logging.getLogger(__name__)
T = TypeVar("T")


@attrs.frozen(eq=False)
class Models:
    """The models of one package; `stanza` runs those of `None`."""

    stanza: Stanza
    tokeniser: Tokeniser | None
    word_tagger: WordTagger | None
    lemmatiser: Lemmatiser | None
    entity_tagger: EntityTagger | None
    parser: Parser | None


def load(package: Package) -> Models:
    """Load the models of a package, offline.

    Raises:
        ModelError: files are missing, differ from their checksums, or do not load.
    """
    files = package.files()
    _log.info("loading stanza models from %s", package.path)
    shared = {f.vectors: WordVectors(f.vectors) for f in files.values() if f.vectors}

    def made(kind: Callable[[Checkpoint], T], processor: str) -> T | None:
        file = files[processor]
        return _made(kind, file.model, shared[file.vectors] if file.vectors else None)

    return Models(
        Stanza(package.load),
        made(Tokeniser, "tokenize"),
        made(WordTagger, "pos"),
        made(Lemmatiser, "lemma"),
        made(EntityTagger, "ner"),
        made(Parser, "depparse"),
    )


def _made(
    kind: Callable[[Checkpoint], T], file: pathlib.Path, vectors: WordVectors | None = None
) -> T | None:
    """The model of a file, or None where only stanza can run it."""
    try:
        return kind(Checkpoint.load(file, vectors))
    except (UnsupportedModelError, KeyError) as reason:
        _log.info("%s is run by stanza itself: %r", file, reason)
        return None
    except Exception as error:
        raise ModelError(f"the stanza model {file} does not load: {error}") from error
