"""The tokenizer and the lemmatizer: trained by stanza itself, in minutes, from prepared files."""

from __future__ import annotations

import pathlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any

import regex

from quotes.text.fold import fold
from quotes.training.analysis import raw_text
from quotes.training.analysis.sentences import Sentence

_APART = regex.compile(r"\n\n+")


def _paragraphs(bank: raw_text.Treebank) -> Iterator[tuple[str, str]]:
    """Folded paragraphs with a label for each character: 1 ends a token, 2 a sentence too."""
    for document, text in enumerate(bank.texts):
        start = 0
        for part in _APART.split(text):
            start = text.index(part, start)
            labels = (bank.ends.get((document, start + i)) for i in range(len(part)))
            digits = "".join("0" if end is None else "2" if end else "1" for end in labels)
            lead = len(part) - len(part.lstrip())
            stop = len(part.rstrip())
            if lead < stop:
                yield fold(part[lead:stop]), digits[lead:stop]
            start += len(part)


def write_labels(path: pathlib.Path, text: pathlib.Path, labels: pathlib.Path) -> None:
    """Write a treebank as the text and the labels of characters that stanza's tokenizer reads."""
    pairs = list(_paragraphs(raw_text.read(path)))
    text.write_text("\n\n".join(p for p, _ in pairs) + "\n\n", encoding="utf8")
    labels.write_text("\n\n".join(d for _, d in pairs) + "\n\n", encoding="utf8")


def tokenizer(
    train: pathlib.Path,
    dev: pathlib.Path,
    out: pathlib.Path,
    *,
    seed: int,
    steps: int,
    device: str = "cpu",
) -> dict[str, float]:
    """Train a tokenizer on two treebanks in CoNLL-U; clitics stay on their words.

    It cannot be resumed, and takes a quarter of an hour. Returns no figures: its worth shows on
    raw text (`raw_text.score`).
    """
    from stanza.models import tokenizer as stanza_tokenizer

    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        for name, path in (("train", train), ("dev", dev)):
            write_labels(path, place / f"{name}.txt", place / f"{name}.labels")
        (place / "none.json").write_text("[]", encoding="utf8")
        arguments = {
            "txt_file": place / "train.txt",
            "label_file": place / "train.labels",
            "dev_txt_file": place / "dev.txt",
            "dev_label_file": place / "dev.labels",
            "mwt_json_file": place / "none.json",
            "conll_file": place / "answer.conllu",
            "save_dir": place,
            "save_name": "end.pt",
            "lang": "en",
            "shorthand": "en_news",
            "seed": seed,
            "steps": steps,
            "eval_steps": max(1, min(500, steps)),
            "max_seqlen": 300,
            "device": device,
        }
        options = [x for k, v in arguments.items() for x in (f"--{k}", str(v))]
        stanza_tokenizer.main([*options, "--no_use_mwt"])
        shutil.copy(place / "end.pt", out)
    return {}


def lemmatizer(
    gold: Sequence[Sentence],
    silver: Sequence[Sentence],
    dev: Sequence[Sentence],
    out: pathlib.Path,
) -> dict[str, float]:
    """Write a dictionary of lemmas; words that the gold has not come from the silver.

    Returns the share of development words with the right lemma, by their true tags (`score`).
    """
    from stanza.models import lemmatizer as stanza_lemmatizer
    from stanza.models.lemma.trainer import Trainer
    from stanza.models.lemma.vocab import MultiVocab, Vocab

    known = {(w.text, w.upos) for s in gold for w in s}
    triples = [(w.text, w.upos, w.lemma) for s in gold for w in s]
    triples += [
        (w.text, w.upos, w.lemma)
        for s in silver
        for w in s
        if (w.text, w.upos) not in known and w.text.isalpha()
    ]
    arguments: dict[str, Any] = stanza_lemmatizer.parse_args(["--dict_only", "--cpu"])
    arguments |= {"lang": "en", "shorthand": "en_news", "data_dir": None, "save_dir": None}
    vocabulary = MultiVocab(
        {
            "char": Vocab("".join(text + lemma for text, _, lemma in triples), "en"),
            "pos": Vocab([upos for _, upos, _ in triples], "en"),
        }
    )
    arguments["vocab_size"] = vocabulary["char"].size
    arguments["pos_vocab_size"] = vocabulary["pos"].size
    out.parent.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(args=arguments, vocab=vocabulary, device="cpu")
    trainer.train_dict(triples)
    trainer.save(str(out))
    answers = trainer.predict_dict([(w.text, w.upos) for s in dev for w in s])
    wanted = [w.lemma for s in dev for w in s]
    right = sum(a == b for a, b in zip(answers, wanted, strict=True))
    return {"score": right / max(1, len(wanted))}
