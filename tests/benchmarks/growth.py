"""How the time of `extract` grows with the text: `python tests/benchmarks/growth.py`.

Each shape of text is read at each size in this process, which is given one thread; what is counted
is processor time. With `--svg FILE` the times are drawn, `--json FILE` writes and `--read FILE`
reads them. Name other shapes or sizes with `--shapes` and `--sizes`.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import itertools
import json
import pathlib
import time
from collections.abc import Callable, Iterator

import quotes
from quotes.evaluation.plot import plot_growth, require_matplotlib

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
GIVEN = (
    "Ada Joel Ines Petra Hanna Wilf Dora Finn Greta Bram Leda Imke Odo Hilda Brand Varga".split()
)
SYLLABLES = "mar len tov ris hal ven dor kel bri nas".split()


def _name(number: int) -> str:
    digits = [int(d) for d in f"{number:05}"]
    surname = "".join(SYLLABLES[d] for d in digits[1:]).title() + "aeiou"[digits[0] % 5]
    return f"{GIVEN[number % 16]} {surname}"


def _line() -> Iterator[str]:
    for n in itertools.count():
        yield f"“The wall of house {n} will last,” said {_name(n % 40)}, the mayor. "
        yield f"It rained in town {n}. "


def _sentence() -> Iterator[str]:
    for n in itertools.count():
        yield f"and then the clerk of ward {n} said that the road was “late” while "


def _marks() -> Iterator[str]:
    return itertools.repeat('"')


def _mixed_marks() -> Iterator[str]:
    return itertools.cycle(("“", "a ", "‘", "b", "’ ", '"', "c. "))


def _names() -> Iterator[str]:
    for n in itertools.count():
        yield f"“It is late,” said {_name(n)} of the {_name(n + 7).split()[1]} Board.\n\n"


def _dialogue() -> Iterator[str]:
    for n in itertools.count():
        yield f"“Is house {n} yours?” asked {_name(n % 2)}.\n\n“It was, until year {n}.”\n\n"


SHAPES: dict[str, Callable[[], Iterator[str]]] = {
    "one line": _line,
    "one sentence": _sentence,
    "straight marks": _marks,
    "marks of all kinds": _mixed_marks,
    "names": _names,
    "dialogue": _dialogue,
}


def text_of(shape: str, size: int) -> str:
    """A text of that shape and of `size` characters."""
    pieces, length = [], 0
    for piece in SHAPES[shape]():
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(pieces)[:size]


def measured(shape: str, size: int) -> float:
    """Seconds of processor time that `extract` takes."""
    text = text_of(shape, size)
    start = time.process_time()
    quotes.extract(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--read", type=pathlib.Path)
    parser.add_argument("--svg", type=pathlib.Path)
    options = parser.parse_args()
    if options.svg is not None:
        require_matplotlib()
    times: dict[str, list[tuple[int, float]]] = {}
    if options.read is not None:
        times = json.loads(options.read.read_text(encoding="utf8"))
    else:
        quotes.extract("“Yes,” said Ada Marsh.")
        for size in map(int, options.sizes.split(",")):
            for shape in options.shapes.split(","):
                seconds = round(measured(shape, size), 2)
                times.setdefault(shape, []).append((size, seconds))
                print(f"{shape:20} {size:9,} characters {seconds:8.2f} s", flush=True)
                if options.json is not None:
                    options.json.write_text(json.dumps(times), encoding="utf8")
    if options.svg is not None:
        options.svg.write_text(plot_growth(times), encoding="utf8")


if __name__ == "__main__":
    main()
