"""Golden output holds what changes, and nothing that may not be stored (`tests/gate/golden.py`)."""

from __future__ import annotations

import pathlib

import attrs

from quotes import (
    Affiliation,
    Article,
    Kind,
    MergedSpeaker,
    Method,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
    Utterance,
    Version,
    VersionRelation,
)
from tests.gate import golden
from tests.gate.golden import Golden
from tests.gate.words import Words, digest

TEXT = "“It will open in May,” said Ada Marsh, the mayor of Orrin."
ARTICLE = Article(TEXT, id="bridge")


def _span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


MARSH = Speaker(
    "s1",
    "Ada Marsh",
    SpeakerKind.PERSON,
    roles=("mayor",),
    affiliations=(Affiliation("City of Orrin", _span("Orrin")),),
)
QUOTE = Quote(
    id="q1",
    article_id="bridge",
    kind=Kind.DIRECT,
    text="It will open in May,",
    segments=(_span("It will open in May,"),),
    content=(_span("“It will open in May,”"),),
    cue=_span("said"),
    source=_span("Ada Marsh"),
    via=None,
    speaker=MARSH,
    confidence=0.9,
    speaker_confidence=0.8,
    method=Method.RANKER,
    unresolved=None,
)


def _words(*, plain: bool) -> Words:
    return Words({"bridge": TEXT}, plain=plain)


def _line(quote: Quote, *, plain: bool = False) -> str:
    return golden.entry_of(ARTICLE, [quote], _words(plain=plain)).quotes[0].line()


def test_words_of_others_are_held_by_place_or_hash() -> None:
    line = _line(QUOTE)

    assert (
        line
        == f"direct\t1-21\t0-22\t23-27\t28-37\t-\tperson 28-37\t43-48\t#{digest('City of Orrin')}"
    )


def test_words_of_our_own_are_held_as_they_are() -> None:
    line = _line(QUOTE, plain=True)

    assert line.endswith('person "Ada Marsh"\t"mayor"\t"City of Orrin"')


def test_confidences_are_left_out() -> None:
    sure = attrs.evolve(QUOTE, confidence=0.5, speaker_confidence=0.4)

    assert _line(sure) == _line(QUOTE)


def test_a_quote_without_a_speaker_says_why() -> None:
    silent = attrs.evolve(QUOTE, speaker=None, unresolved=Unresolved.NO_ANTECEDENT)

    assert _line(silent).split("\t")[6:] == ["?no_antecedent", "-", "-"]


def _utterance(*versions: Version, speaker: str = "Ada Marsh") -> Utterance:
    merged = MergedSpeaker("m1", speaker, SpeakerKind.PERSON, ("mayor",), ())
    return Utterance("u1", QUOTE.text, Reason.ONLY, versions[0].ref, merged, versions)


def _version(article: str, relation: VersionRelation = VersionRelation.VERBATIM) -> Version:
    speaker = attrs.evolve(MARSH, affiliations=())
    quote = attrs.evolve(QUOTE, article_id=article, speaker=speaker)
    return Version(article, None, quote, relation, 1.0)


def test_joined_versions_are_held_with_the_normalised_form_first() -> None:
    utterance = _utterance(_version("b"), _version("a", VersionRelation.EDITED))
    words = Words({"a": TEXT, "b": TEXT}, plain=False)

    (row,) = golden.group_of("bridge", [utterance], words).utterances

    assert utterance.chosen == QuoteRef("b", "q1")
    assert row.line() == "b:0-22=verbatim a:0-22=edited\tperson a@28-37\ta@43-48\t-"


def test_an_utterance_of_one_version_is_held_only_if_its_speaker_is_another() -> None:
    words = Words({"a": TEXT}, plain=False)

    same = golden.group_of("bridge", [_utterance(_version("a"))], words)
    other = golden.group_of("bridge", [_utterance(_version("a"), speaker="A. Marsh")], words)

    assert same.utterances == ()
    assert other.utterances[0].speaker == f"person #{digest('A. Marsh')}"


def test_what_is_written_is_read_again(tmp_path: pathlib.Path) -> None:
    words = Words({"a": TEXT, "b": TEXT}, plain=False)
    joined = golden.group_of("pair", [_utterance(_version("a"), _version("b"))], words)
    whole = Golden(
        (
            golden.entry_of(attrs.evolve(ARTICLE, id="a crash"), "IndexError", words),
            golden.entry_of(ARTICLE, [QUOTE], _words(plain=False)),
        ),
        (golden.group_of("crash", "ValueError", words), joined),
    )

    golden.write(whole, tmp_path / "golden.tsv")

    assert golden.read(tmp_path / "golden.tsv") == whole
    assert "open" not in (tmp_path / "golden.tsv").read_text(encoding="utf8")


def test_the_words_behind_a_place_or_a_hash_are_found_again() -> None:
    known: dict[str, str] = {}
    Words({"x": ""}, plain=False, known=known).write("City of Orrin")
    words = Words({"bridge": TEXT}, plain=False, known=known)

    assert words.read("28-37") == "Ada Marsh"
    assert words.read(f"#{digest('City of Orrin')}") == "City of Orrin"
    assert words.read(f"#{digest('mayor of Orrin')}") == "mayor of Orrin"
    assert words.read("#00000000") == "#00000000"


def test_a_cell_of_words_is_cut_where_the_words_end() -> None:
    assert list(golden.codes('"head of \\"Orrin\\" works" "clerk"')) == [
        '"head of \\"Orrin\\" works"',
        '"clerk"',
    ]
    assert list(golden.codes("1-2 #0badcafe a@3-4")) == ["1-2", "#0badcafe", "a@3-4"]
