"""Training the encoder: what articles teach, the network, and the file that the library reads."""

from __future__ import annotations

import pathlib
import random

import attrs
import numpy as np
import pytest
import torch

from quotes.encoder import network
from quotes.encoder.pointers import span_of
from quotes.encoder.windows import LENGTH
from quotes.encoder.wordpiece import WordPieces
from quotes.errors import ModelError
from quotes.training.analysis import encoder as bert
from quotes.training.encoder import save
from quotes.training.encoder.body import BodyTask
from quotes.training.encoder.heads import Settings, fit_heads, seen_by
from quotes.training.encoder.network import Network, Seen
from quotes.training.encoder.targets import lesson
from quotes.training.encoder.windows import Example, examples
from quotes.training.gold import GoldArticle, GoldAttribution, GoldSegment, Role
from tests.training.small_bert import written

TEXT = (
    "Odile Brand, the captain of the ferry, met Petra Okell on the pier.\n\n"
    "“The pier will hold,” said Brand.\n\n"
    "“It was built to last,” the captain added. The “old pier” is green.\n"
)
WORDS = 'the pier will hold said brand captain of odile , . " added'.split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS]
WIDTH = 16


def spot(words: str, after: str = "") -> tuple[int, int]:
    """Where words stand in the text, the first place behind some others."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


ATTRIBUTED = GoldArticle(
    "pier",
    TEXT,
    attributions=(
        GoldAttribution((spot("Brand", "said"),), (spot("said"),), (spot("The pier will hold,"),)),
        GoldAttribution(
            (spot("the captain", "last"),), (spot("added"),), (spot("It was built to last,"),)
        ),
    ),
)
SPOKEN = GoldArticle(
    "pier",
    TEXT,
    segments=(
        GoldSegment(*spot("The pier will hold,"), Role.SPEECH, "Odile Brand", "Brand", "person"),
        GoldSegment(*spot("It was built to last,"), Role.SPEECH, "Odile Brand", None, "person"),
        GoldSegment(*spot("old pier"), Role.NOT_SPEECH),
    ),
)


def words_of(ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [TEXT[slice(*r)] for r in ranges]


@pytest.fixture
def start(tmp_path: pathlib.Path) -> pathlib.Path:
    """A very small encoder that reads as much at once as a window has."""
    return written(tmp_path / "start", VOCABULARY, WIDTH, 32, 3, places=400)


@pytest.fixture
def small(start: pathlib.Path) -> Network:
    torch.manual_seed(1)
    made = Network(bert.read(start)[0], (0, 2))
    with torch.no_grad():
        for table in (made.case, made.quoted, made.heads.source.distance, made.heads.name.quoted):
            table.normal_()
    made.eval()
    return made


@pytest.fixture
def windows() -> list[Example]:
    known = WordPieces({word: i for i, word in enumerate(VOCABULARY)})
    return list(
        examples(lesson(ATTRIBUTED, [[spot("Odile Brand"), spot("the captain", "last")]]), known)
    )


def test_the_source_of_quoted_words_is_that_of_their_attribution() -> None:
    taught = lesson(ATTRIBUTED)

    assert [(words_of(q.right), q.speech) for q in taught.sources] == [
        (["Brand"], True),
        (["captain"], True),
        ([], False),
    ]
    assert taught.tagged


def test_who_speaks_on_without_a_mention_is_the_source_before() -> None:
    taught = lesson(SPOKEN)

    assert [(words_of(q.right), q.speech) for q in taught.sources] == [
        (["Brand"], True),
        (["Brand"], True),
        ([], False),
    ]
    assert not taught.tagged


def test_a_mention_is_asked_where_else_its_speaker_is_named() -> None:
    asked = lesson(SPOKEN).names

    assert [TEXT[q.start : q.end] for q in asked] == ["Brand"]
    assert [q.right for q in asked] == [((6, 11),)]


def test_chains_and_speakers_found_ask_for_names_too() -> None:
    chain = [spot("Odile Brand"), spot("the captain", "last")]
    by_chain = lesson(ATTRIBUTED, [chain]).names
    by_speaker = lesson(ATTRIBUTED, named={"Odile Brand": [spot("the captain", "last")]}).names

    assert [(TEXT[q.start : q.end], words_of(q.right)) for q in by_chain] == [
        ("the captain", ["Brand"])
    ]
    assert [words_of(q.right) for q in by_speaker] == [["Brand", "Brand"]]


def test_windows_count_pieces_from_their_own_first(windows: list[Example]) -> None:
    (window,) = windows

    def at(pieces: tuple[int, ...]) -> list[str]:
        return [VOCABULARY[window.pieces[i]] for i in pieces]

    assert [at(q.right) for q in window.sources] == [["brand"], ["captain"], []]
    first = window.sources[0]
    assert at(tuple(range(first.first, first.stop))) == ["the", "pier", "will", "hold", ","]
    assert [at(q.right) for q in window.names] == [["brand"]]
    assert window.tags is not None
    assert len(window.tags) == len(window.pieces) - 1 - window.base
    cues = tuple(i + window.base for i, tag in enumerate(window.tags) if tag[1])
    assert at(cues) == ["said", "added"]


def test_the_library_reads_what_was_trained_as_the_network_that_was(
    small: Network, windows: list[Example], tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "encoder.npz"
    save.save(file, save.arrays_of(small, VOCABULARY))
    read = network.load(file)
    (window,) = windows

    with torch.no_grad():
        (mine,) = small([window])
        seen = read.read(
            *(torch.tensor(getattr(window, n)) for n in ("pieces", "case", "quoted", "paragraph"))
        )
        close = torch.nn.functional.cosine_similarity(mine.rows, seen.rows)
        assert float(close.min()) > 0.99
        for asked in window.sources:
            same = Seen(seen.rows, seen.quoted, seen.paragraph)
            near = [seen.rows[asked.first - 2], seen.rows[asked.stop + 1]]
            span = [*span_of(seen.rows, asked.first, asked.stop), *near]
            question = small.heads.source.question(torch.cat(span))
            pieces = small.heads.source.pieces(seen.rows)
            chances = small.heads.source(pieces, question, same, asked)
            theirs = read.source(
                seen, read.source.question(torch.cat(span)), asked.first, asked.stop
            )
            torch.testing.assert_close(chances, theirs.log_softmax(0), atol=0.02, rtol=0.02)


def test_a_window_is_read_the_same_beside_a_longer_one(
    small: Network, windows: list[Example]
) -> None:
    (window,) = windows
    longer = attrs.evolve(window, **{
        name: getattr(window, name) * 2 for name in ("pieces", "case", "quoted", "paragraph")
    })  # fmt: skip

    with torch.no_grad():
        alone, beside = small([window])[0], small([window, longer])[0]

    torch.testing.assert_close(alone.rows, beside.rows, atol=1e-5, rtol=1e-5)


@pytest.mark.usefixtures("one_thread")
def test_it_learns_sources_and_speech(small: Network, windows: list[Example]) -> None:
    task = BodyTask(small, VOCABULARY, windows, windows)
    for group in task.optimizers[0].param_groups:
        group["lr"] = 5e-3
    random.seed(0)
    torch.manual_seed(0)

    losses = [task.learn([0]) for _ in range(120)]

    assert losses[-1] < losses[0] / 2
    assert task.score() == {"score": 1.0}


@pytest.mark.usefixtures("one_thread")
def test_heads_learn_on_a_body_that_stays(
    small: Network, windows: list[Example], tmp_path: pathlib.Path
) -> None:
    before = save.arrays_of(small, VOCABULARY)
    save.save(tmp_path / "body.npz", before)
    seen = seen_by(network.load(tmp_path / "body.npz"), windows)

    settings = Settings(epochs=40, rate=1e-2, dropout=0.0)
    after = fit_heads(seen, before, settings, 0)

    heads = save.of_heads(small.heads)
    assert all((after[name] == before[name]).all() for name in before if name not in heads)
    assert not np.array_equal(after["source.pair"], before["source.pair"])
    save.into_heads(small.heads, after)
    with torch.no_grad():
        told = small.heads(attrs.evolve(seen[0][1], rows=seen[0][1].rows.float()), windows[0], ())
    assert (told.right, told.known) == (2, 2)


def test_what_reads_too_little_at_once_is_refused(tmp_path: pathlib.Path) -> None:
    at = written(tmp_path / "short", VOCABULARY, WIDTH, 32, 3)

    with pytest.raises(ModelError, match=f"{LENGTH + 2} pieces"):
        Network(bert.read(at)[0], (0, 2))
