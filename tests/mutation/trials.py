"""Tests run against mutants: once on the library as it is, then on a fork for each mutant."""

from __future__ import annotations

import contextlib
import functools
import gc
import os
import pathlib
import resource
import sys
import time
import types
from collections.abc import Iterator, Sequence

import hypothesis
import pytest

from quotes.language.sentences import Reading, Sentence
from quotes.language.stanza_analyser import StanzaAnalyser
from tests.mutation.mutants import Mutant, apply

ROOT = pathlib.Path(__file__).parents[2]
_SECONDS, _TIMES = 30, 3
"""What the tests of a mutant may take, and how often what they took before: with more processor
time it goes round for ever."""
_OPTIONS = ["-q", "-s", "--tb=no", "-p", "no:cacheprovider", "--ignore-glob=*linear*"]
"""Tests of how time grows are left out: what they look at is not what is answered."""
_QUIET = "-Wignore::pytest.PytestAssertRewriteWarning"
_SLOW = 4.0
"""Tests that take longer, in seconds, are left out: those look at time, and not at answers."""
_MODELS = {"quotes.engine", "quotes.encoder.network", "quotes.attribution.ranker"}
"""Modules whose caches hold what was loaded, and nothing that depends on what a mutant changes."""
_ANALYSES = StanzaAnalyser.read, StanzaAnalyser.parse


class Unsound(Exception):
    """The tests fail on the library as it is."""


class _Watch:
    """Notes which functions of the library each file of tests runs, and which tests are slow."""

    def __init__(self) -> None:
        self.runs: dict[str, set[tuple[str, str]]] = {}
        self.seconds: dict[str, float] = {}
        self.slow: list[str] = []
        self._codes: set[types.CodeType] = set()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if str(item.path) not in self.runs:
            _forget()  # so that a file's tests run what those of another ran before
        self._codes = set()
        began = time.process_time()
        sys.setprofile(self._called)
        yield
        sys.setprofile(None)
        taken = self.seconds.get(str(item.path), 0.0) + time.process_time() - began
        self.seconds[str(item.path)] = taken
        known = {(c.co_filename, c.co_qualname) for c in self._codes}
        self.runs.setdefault(str(item.path), set()).update(known)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.duration > _SLOW:
            self.slow.append(report.nodeid)

    def _called(self, frame: types.FrameType, event: str, _: object) -> None:
        if event == "call":
            self._codes.add(frame.f_code)


class Trials:
    """The tests in some files or folders, put to mutants."""

    def __init__(self, tests: Sequence[str], *, analyse_once: bool) -> None:
        """Run them all once.

        With `analyse_once` the answers of the stanza models are kept, which mutants outside the
        packages that they come from do not change.

        Raises:
            Unsound: some fail without a mutant.
        """
        settings = hypothesis.settings(database=None, derandomize=True, deadline=None)
        hypothesis.settings.register_profile("mutation", settings)
        hypothesis.settings.load_profile("mutation")
        StanzaAnalyser.read, StanzaAnalyser.parse = _ANALYSES  # type: ignore[method-assign]
        if analyse_once:
            _keep_analyses()
        self._watch = _Watch()
        if _tests(list(tests), self._watch):
            raise Unsound("the tests fail on the library as it is: run them with pytest")

    def caught(self, mutant: Mutant) -> bool:
        """Whether a test fails on the mutant, or does not come to an end."""
        key = (str(mutant.file), mutant.function)
        files = [name for name, runs in self._watch.runs.items() if key in runs]
        files.sort(key=lambda name: self._watch.seconds[name])
        return bool(files) and self._fails(mutant, files)

    def _fails(self, mutant: Mutant, files: list[str]) -> bool:
        process = os.fork()
        if not process:
            code = 3
            try:
                most = _SECONDS + int(_TIMES * sum(self._watch.seconds[f] for f in files))
                resource.setrlimit(resource.RLIMIT_CPU, (most, most))
                apply(mutant)
                _forget()
                options = ["-x", *(f"--deselect={name}" for name in self._watch.slow)]
                code = _tests([*files, *options])
            finally:
                os._exit(code)
        _, status = os.waitpid(process, 0)
        return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != 0


def _tests(arguments: list[str], *plugins: object) -> int:
    """The exit status of pytest, which writes nothing."""
    with (
        open(os.devnull, "w") as sink,
        contextlib.redirect_stdout(sink),
        contextlib.redirect_stderr(sink),
    ):
        return int(pytest.main([*_OPTIONS, _QUIET, *arguments], list(plugins)))


def _keep_analyses() -> None:
    """Let an analyser remember what it read and parsed."""
    read, parse = _ANALYSES
    readings: dict[tuple[int, str], Reading] = {}
    parses: dict[tuple[int, Sentence], Sentence] = {}

    def read_once(self: StanzaAnalyser, texts: Sequence[str]) -> list[Reading]:
        key = hash(self.package)
        new = [text for text in dict.fromkeys(texts) if (key, text) not in readings]
        readings.update(zip([(key, text) for text in new], read(self, new), strict=True))
        return [readings[key, text] for text in texts]

    def parse_once(self: StanzaAnalyser, sentences: Sequence[Sentence]) -> list[Sentence]:
        key = hash(self.package)
        new = [s for s in dict.fromkeys(sentences) if (key, s) not in parses]
        parses.update(zip([(key, s) for s in new], parse(self, new), strict=True))
        return [parses[key, s] for s in sentences]

    StanzaAnalyser.read = read_once  # type: ignore[method-assign]
    StanzaAnalyser.parse = parse_once  # type: ignore[method-assign]


def _forget() -> None:
    """Empty the caches of the library, which hold answers of functions that are now mutants."""
    for each in gc.get_objects():
        if type(each) is functools._lru_cache_wrapper:
            module = getattr(each, "__module__", None) or ""
            if module.startswith("quotes.") and module not in _MODELS:
                each.cache_clear()
