"""Count how rare words are, and which stand side by side.

Writes `stems.tsv` (see `utterances.words`) and `bigrams.npz` (see `utterances.naturalness`): counts
of words and of pairs, no text.
"""

from __future__ import annotations

import math
import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from quotes.errors import FormatError
from quotes.training import gold
from quotes.training.progress import Progress, counted, silent
from quotes.utterances.naturalness import tokens
from quotes.utterances.words import words_of

_LEAST_STEM = 6
_LEAST_WORD = 40
_LEAST_PAIR = 3


def texts(files: Iterable[pathlib.Path]) -> Iterator[str]:
    """The texts of corpora: PolNeAR as .jsonl, UD as .conllu, entities as .bio, plain as .txt."""
    for file in files:
        if file.suffix == ".jsonl":
            yield from (article.text for article in gold.polnear(file))
        elif file.suffix == ".conllu":
            mark = "# text = "
            lines = _read(file).splitlines()
            yield from (line[len(mark) :] for line in lines if line.startswith(mark))
        elif file.suffix == ".bio":
            blocks = _read(file).split("\n\n")
            yield from (
                " ".join(line.split()[0] for line in block.splitlines() if line.strip())
                for block in blocks
            )
        else:
            yield _read(file)


def _read(file: pathlib.Path) -> str:
    try:
        return file.read_text(encoding="utf8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{file}: not UTF-8 ({error})") from error


def write_stems(corpus: Iterable[str], out: pathlib.Path) -> None:
    """Count stems and write how rare each is, in bits."""
    counts = Counter(s for text in corpus for s in words_of([text]).stems if not s[0].isdigit())
    total = sum(counts.values())
    lines = [
        f"# Counted in {total / 1e6:.1f} million words of English news and other prose"
        " (PolNeAR train, UD English, Worldwide Newswire).",
        f"# Stems that occur {_LEAST_STEM} times or more, with how rare they are: minus the binary"
        " logarithm of their share.",
    ]
    lines += [
        f"{stem}\t{round(-math.log2(n / total))}"
        for stem, n in sorted(counts.items())
        if n >= _LEAST_STEM
    ]
    out.write_text("\n".join(lines) + "\n", encoding="utf8")


def write_bigrams(corpus: Iterable[str], out: pathlib.Path) -> None:
    """Count common words and which of them stand side by side."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for text in corpus:
        found = tokens(text)
        single.update(found)
        double.update(pairwise(found))
    words = sorted(word for word, n in single.items() if n >= _LEAST_WORD)
    numbers = {word: i for i, word in enumerate(words)}
    rows = sorted(
        (numbers[a] * len(words) + numbers[b], n)
        for (a, b), n in double.items()
        if n >= _LEAST_PAIR and a in numbers and b in numbers
    )
    np.savez_compressed(
        out,
        words=np.array(" ".join(words)),
        often=np.array([single[word] for word in words], np.int32),
        pairs=np.array([pair for pair, _ in rows], np.int32),
        counts=np.array([min(n, 65535) for _, n in rows], np.uint16),
        total=np.array(sum(single.values())),
    )


def count_words(
    corpora: Sequence[pathlib.Path], out: pathlib.Path, *, progress: Progress = silent
) -> None:
    """Count both tables in corpora and write them to a folder; nothing about it is random.

    Raises:
        QuotesError: a corpus is ill-formed, or there is not one word in all of them.
    """
    corpus = list(texts(counted(corpora, len(corpora), "corpora", progress)))
    if not any(map(tokens, corpus)):
        raise FormatError(f"no words in {', '.join(map(str, corpora))}")
    out.mkdir(parents=True, exist_ok=True)
    write_stems(corpus, out / "stems.tsv")
    write_bigrams(corpus, out / "bigrams.npz")
