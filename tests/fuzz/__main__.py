"""Look for texts that break the library: `python -m tests.fuzz --runs 200000 --out FOLDER`.

With the extra `fuzz` (atheris) the search is led by which branches of the library a text reaches;
without it texts are drawn by lot. Every kind of finding is kept once, with its shortest text:
OUT/findings.jsonl, one object a line (`kind`, `text`, `models`, `times`), and OUT/count.txt, how
many texts were read.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import pathlib
import sys
import traceback
from collections.abc import Callable, Iterator

_SAVE_EVERY = 500


class Search:
    """Puts texts through their examination and keeps what was found."""

    def __init__(self, out: pathlib.Path, models_every: int) -> None:
        self.out, self.models_every = out, models_every
        self.count = 0
        self.with_models = 0
        self.found: dict[str, dict[str, object]] = {}
        self._line = _tools()

    def __call__(self, data: bytes) -> None:
        """Examine the text that some bytes stand for."""
        text, wrong = self._line
        article = text(data)
        models = self.count % self.models_every == self.models_every - 1
        try:
            lines = wrong(article, models=models, again=self.count % 16 == 0)
        except RecursionError:
            lines = ["RecursionError"]
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            lines = [f"{type(error).__name__} {pathlib.Path(at.filename).name} {at.name} {at.line}"]
        self.count += 1
        self.with_models += models
        for kind in {_kind(line) for line in lines}:
            self._keep(kind, article, models)
        if self.count % _SAVE_EVERY == 0:
            self.save()

    def _keep(self, kind: str, text: str, models: bool) -> None:
        known = self.found.setdefault(
            kind, {"kind": kind, "text": text, "models": models, "times": 0}
        )
        known["times"] = int(str(known["times"])) + 1
        if len(text) < len(str(known["text"])):
            known["text"], known["models"] = text, models

    def save(self) -> None:
        """Write what was found up to now."""
        lines = (json.dumps(row) + "\n" for row in self.found.values())
        (self.out / "findings.jsonl").write_text("".join(lines), encoding="utf8")
        counts = f"{self.count} texts, {self.with_models} of them with the models\n"
        (self.out / "count.txt").write_text(counts, encoding="utf8")


def _tools() -> tuple[Callable[[bytes], str], Callable[..., list[str]]]:
    from tests.fuzz.examining import wrong
    from tests.fuzz.texts import made

    return made, wrong


def _kind(line: str) -> str:
    """A fault without the numbers and words in it: what all of its kind have in common."""
    return " ".join(word for word in line.split() if not any(c.isdigit() for c in word))[:120]


@contextlib.contextmanager
def _instrumented() -> Iterator[None]:
    """Imports within are watched for branches."""
    import atheris

    with atheris.instrument_imports(include=["quotes"], enable_loader_override=False):
        yield


def main() -> None:
    """Search for as many texts as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000, help="how many texts")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="where findings go")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--models-every", type=int, default=20, help="one text in so many")
    parser.add_argument("--most", type=int, default=80, help="how many bytes a text is made of")
    parser.add_argument("--blind", action="store_true", help="draw by lot, atheris or not")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    guided = importlib.util.find_spec("atheris") is not None and not options.blind
    with _instrumented() if guided else contextlib.nullcontext():
        search = Search(options.out, options.models_every)
        for models in (False, True):
            _warmed(models)
    import torch

    torch.set_num_threads(1)
    if guided:
        import atheris

        corpus = options.out / "corpus"
        corpus.mkdir(exist_ok=True)
        arguments = [
            sys.argv[0], f"-runs={options.runs}", f"-seed={options.seed}",
            f"-max_len={options.most}", "-len_control=0", "-timeout=120",
            "-rss_limit_mb=6000", str(corpus),
        ]  # fmt: skip
        atheris.Setup(arguments, search)
        atheris.Fuzz()
    else:
        from tests.fuzz.texts import by_chance

        for number in range(options.runs):
            search(by_chance(options.seed * 10_000_000 + number, options.most))
    search.save()


def _warmed(models: bool) -> None:
    """Load what is loaded at first use, so that imports are over."""
    from tests.fuzz.examining import OTHER, wrong

    wrong(OTHER, models=models, again=False)


if __name__ == "__main__":
    main()
