"""How the time of `quotes.verify` grows with the article and with the words looked for.

    python tests/benchmarks/verify_growth.py             # 10 kB to 10 MB
    python tests/benchmarks/verify_growth.py --least 1e6 --only long

Each row is one kind of question: the text is random or repetitive, the words looked for are short
(30 words) or long (half of the article), and they stand there, have one word in forty changed, are
the same in another order, or have an ellipsis for every other word. What counts is the CPU time of
the process. The exponent is that between each size and the one before: 1 is linear growth.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import time
from collections.abc import Iterator

import quotes

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_SHORT = 30
_CHANGED = 40


def random_words(size: int, seed: int = 1) -> list[str]:
    """Words with about the frequencies of a language (Zipf), `size` characters in all."""
    draw = random.Random(seed)
    vocabulary = ["".join(draw.choices("aeioulnrstdm", k=2 + n % 7)) for n in range(50_000)]
    weights = [1 / (n + 1) for n in range(len(vocabulary))]
    found = draw.choices(vocabulary, weights, k=size // 4)
    return _sentences(found, size)


def repetitive_words(size: int) -> list[str]:
    """One sentence of twelve words again and again."""
    sentence = "the gates of the harbour will open when the tide comes in".split()
    return _sentences(sentence * (size // 40), size)


def _sentences(found: list[str], size: int) -> list[str]:
    total, kept = 0, []
    for number, word in enumerate(found):
        mark = "“" if number % 60 == 0 else ""
        end = ".” she said." if number % 60 == 29 else ("." if number % 12 == 11 else "")
        kept.append(mark + word + end)
        total += len(kept[-1]) + 1
        if total >= size:
            break
    return kept


def questions(words: list[str]) -> Iterator[tuple[str, str]]:
    """The kinds of words to look for, each with its name."""
    for name, part in (
        ("short", words[len(words) // 2 : len(words) // 2 + _SHORT]),
        ("long", words[len(words) // 4 : len(words) * 3 // 4]),
    ):
        yield f"{name}, there", " ".join(part)
        changed = ["heron" if number % _CHANGED == 7 else word for number, word in enumerate(part)]
        yield f"{name}, changed", " ".join(changed)
        yield f"{name}, shuffled", " ".join(random.Random(2).sample(part, len(part)))
    yield "ellipses, there", " … ".join(words[len(words) // 4 : len(words) * 3 // 4 : 2])


def main() -> None:
    """Print a table of times and exponents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--most", type=float, default=SIZES[-1], help="the largest text")
    parser.add_argument("--least", type=float, default=SIZES[0], help="the smallest text")
    parser.add_argument("--only", default="", help="only kinds of words whose name has this")
    options = parser.parse_args()
    before: dict[tuple[str, str], tuple[int, float]] = {}
    print(f"{'text':11} {'words':17} {'size':>10} {'seconds':>8} {'exponent':>8}  status")
    for size in (size for size in SIZES if options.least <= size <= options.most):
        for kind, make in (("random", random_words), ("repetitive", repetitive_words)):
            words = make(size)
            text = " ".join(words)
            for name, wanted in questions(words):
                if options.only not in name:
                    continue
                start = time.process_time()
                found = quotes.verify(wanted, text)
                seconds = time.process_time() - start
                exponent = ""
                if (kind, name) in before:
                    length, earlier = before[kind, name]
                    exponent = f"{math.log(seconds / earlier) / math.log(len(text) / length):.2f}"
                before[kind, name] = len(text), seconds
                print(
                    f"{kind:11} {name:17} {len(text):>10,} {seconds:>8.2f} {exponent:>8}"
                    f"  {found.status.value}",
                    flush=True,
                )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
