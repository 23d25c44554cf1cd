"""What invented speakers say: each family is one thought in several wordings.

A family is a block of lines, each a wording of the same thought with the same slots in braces
(`quotes.evaluation.retelling.grammar` fills them); `|` marks where an editor may cut. The heading
of a section lists the voices that may say its thoughts (`quotes.evaluation.retelling.topics`; n is
the outlet's own voice).
"""

from __future__ import annotations

import functools

from quotes.evaluation.retelling.tables import rows, text


@functools.cache
def families() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All thoughts: the voices that may have them, and their wordings."""
    found = []
    for section in text("thoughts").removeprefix("[").split("\n["):
        voices, _, rest = section.partition("]\n")
        for block in rest.strip().split("\n\n"):
            found.append((voices, tuple(block.strip().split("\n"))))
    return tuple(found)


@functools.cache
def stock_phrases() -> tuple[str, ...]:
    """Phrases that many people use on many occasions."""
    return rows("stock_phrases")
