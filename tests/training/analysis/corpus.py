"""Training data of a few sentences, laid out as the real ones are."""

from __future__ import annotations

import pathlib

TREE = """# newdoc id = a
# newpar id = a-1
1\tMs.\tMs.\tPROPN\tNNP\t_\t2\tcompound\t_\t_
2\tOduya\tOduya\tPROPN\tNNP\t_\t5\tnsubj\t_\t_
3-4\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
4\tn’t\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tspeak\tspeak\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# newpar id = a-2
1\t“\t“\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No
2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No
4\t”\t”\tPUNCT\t''\t_\t2\tpunct\t_\t_

"""
NAMES = """Ms.\tO
Oduya\tB-Person
left\tO
Port\tB-Location
Vell\tI-Location

She\tO
spoke\tO

"""


def laid_out(folder: pathlib.Path) -> pathlib.Path:
    """A treebank and named entities, each with a training and a development part."""
    for part in ("train", "dev"):
        for path, text in ((f"ud/en_{part}.conllu", TREE * 4), (f"ner/{part}.bio", NAMES * 4)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf8")
    return folder
