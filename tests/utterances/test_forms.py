"""The normalised form, and what the versions are to it (`quotes/utterances/forms.py`)."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.types import Reason, VersionRelation
from quotes.utterances.forms import choose, relation, text_of
from quotes.utterances.items import Item
from tests.utterances.building import item, said, told

WALL = "The sea wall will hold until the spring, whatever the tide brings"
SHORT = "The wall will hold until the spring"

FULL = said("a", WALL)
PART = said("b", "whatever the tide brings")
CUT = said("c", SHORT)
REPORT = told("d", "the sea wall would hold until the spring, whatever the tide and the wind do")
MIXED = item(
    "e",
    "Marsh insisted that ⟦marsh: “the sea wall will hold until the spring, whatever the tide "
    "brings, and that the gravel barges will dock by then at both of the piers”⟧.",
)
CLAUSE = item(
    "f",
    "⟦marsh: the mayor of Orrin called the sea wall that her predecessors had built of gravel "
    "and hope “good until the spring”⟧.",
)


def chosen(*found: Item, reworded: str = "") -> tuple[str, Reason]:
    """The article of the form; the same for every order of the versions."""
    rows = {choose(order, set(reworded)) for order in itertools.permutations(found)}
    assert len(rows) == 1
    form, reason = rows.pop()
    return form.sheet.id, reason


def test_the_only_version_is_the_form() -> None:
    assert chosen(CUT) == ("c", Reason.ONLY)
    assert chosen(CUT, reworded="c") == ("c", Reason.ONLY)


def test_the_fullest_quotation_is_the_form() -> None:
    assert chosen(FULL, CUT, PART) == ("a", Reason.FULLEST)


def test_a_quotation_is_preferred_to_a_longer_report() -> None:
    assert chosen(CUT, REPORT) == ("c", Reason.FULLEST)


def test_a_whole_quotation_is_preferred_to_a_fragment_in_a_clause() -> None:
    assert chosen(CUT, CLAUSE) == ("c", Reason.FULLEST)


def test_a_fragment_in_a_clause_is_preferred_to_a_report() -> None:
    assert chosen(CLAUSE, REPORT) == ("f", Reason.FULLEST)


def test_the_fullest_report_stands_where_nobody_quotes() -> None:
    assert chosen(REPORT, told("g", "the wall would hold")) == ("d", Reason.FULLEST)


def test_of_equally_full_quotations_the_words_of_most_outlets_are_the_form() -> None:
    odd = said("a", WALL.replace("tide", "gale"))

    assert chosen(odd, said("b", WALL), said("c", WALL)) == ("b", Reason.AGREED)


def test_the_first_of_the_same_words_is_the_form() -> None:
    assert chosen(said("b", WALL), said("a", WALL)) == ("a", Reason.AGREED)


def test_a_natural_quotation_is_preferred_to_a_fuller_reworded_one() -> None:
    assert chosen(FULL, CUT, reworded="a") == ("c", Reason.NATURAL)


def test_a_reworded_quotation_is_the_form_where_every_quotation_is_reworded() -> None:
    assert chosen(FULL, CUT, reworded="ac") == ("a", Reason.FULLEST)


def test_a_reworded_quotation_is_preferred_to_a_natural_report() -> None:
    assert chosen(CUT, REPORT, reworded="c")[0] == "c"


@pytest.mark.parametrize(
    ("marked", "expected", "why"),
    [
        ("⟦marsh: “It holds,”⟧ said Marsh.", "It holds", "a comma before the attribution goes"),
        ("⟦marsh: “It holds”⟧, said Marsh.", "It holds", "nothing to cut"),
        ("⟦marsh: “It holds.”⟧", "It holds.", "a full stop stays"),
        ("⟦marsh: “Does it hold?”⟧ asked Marsh.", "Does it hold?", "a question mark stays"),
        (
            "⟦marsh: “It holds,”⟧ said Marsh. ⟦+: “It always did.”⟧",
            "It holds. It always did.",
            "a comma before a new sentence becomes a full stop",
        ),
        (
            "⟦marsh: “It holds,”⟧ said Marsh, ⟦+: “as it always did.”⟧",
            "It holds, as it always did.",
            "a comma inside a sentence stays",
        ),
        (
            "⟦marsh: “It holds,”⟧ said Marsh, ⟦+: “but only just,”⟧ she said.",
            "It holds, but only just",
            "only the last comma leads to an attribution",
        ),
        (
            "⟦marsh: “It [the wall] holds … for now,”⟧ said Marsh.",
            "It [the wall] holds … for now",
            "brackets and gaps of the editor are kept",
        ),
        ("⟦marsh: “It\n  holds,”⟧ said Marsh.", "It holds", "line ends are spaces"),
        ("⟦marsh: “He said ‘it holds,’”⟧ said Marsh.", "He said ‘it holds’", "marks inside stay"),
        (
            "⟦marsh: the wall “will hold,”⟧ said Marsh.",
            "will hold",
            "of a mixed quote no words of the reporter",
        ),
        (
            "Marsh described it ⟦marsh: in a letter as “a wall of sand,”⟧.",
            "a wall of sand",
            "nor those between the cue and the marks",
        ),
        (
            "⟦marsh: the wall was “old” and hardly “worth a coat of paint”⟧, said Marsh.",
            "old … worth a coat of paint",
            "an ellipsis where the reporter's words stood",
        ),
        ("Marsh said that ⟦marsh: the wall holds⟧.", "the wall holds", "all of a report"),
    ],
)
def test_the_form_has_the_words_as_they_stand_there(marked: str, expected: str, why: str) -> None:
    assert text_of(item("a", marked)) == expected, why


def test_many_commas_and_marks_are_read_in_linear_time() -> None:
    # In a process of its own: a pattern that is not linear would not come to an end.
    code = (
        "from quotes.utterances.forms import text_of\n"
        "from tests.utterances.building import item\n"
        "for inner in (',', ',’', '’', ' ', ', '):\n"
        "    assert text_of(item('a', f'⟦marsh: “{inner * 200_000}x”⟧')).endswith('x')\n"
    )

    done = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)

    assert done.returncode == 0


def related(one: Item, form: Item, reworded: str = "") -> VersionRelation:
    return relation(one, form, set(reworded))


RELATIONS = [
    (FULL, FULL, "", VersionRelation.VERBATIM, "the form itself"),
    (said("b", WALL.upper()), FULL, "", VersionRelation.VERBATIM, "case"),
    (said("b", "The sea-wall will hold until the spring whatever the tide brings"), FULL, "",
     VersionRelation.VERBATIM, "punctuation"),
    (CUT, said("z", f"{SHORT}, friends"), "", VersionRelation.EDITED, "a word left out"),
    (said("b", WALL.replace("hold", "stand")), FULL, "", VersionRelation.EDITED, "a word changed"),
    (said("b", f"{WALL}, honestly"), FULL, "", VersionRelation.EDITED, "a word added"),
    (PART, FULL, "", VersionRelation.FRAGMENT, "a part much shorter"),
    (said("b", "hold"), FULL, "", VersionRelation.FRAGMENT, "one word"),
    (said("b", "Our barrier stays firm for months, come what may at sea"), FULL, "",
     VersionRelation.REWORDED, "other words"),
    (said("b", "The ocean barrier will stand until the springtime, whatever the wave fetches"),
     FULL, "b", VersionRelation.REWORDED, "words exchanged by a machine"),
    (REPORT, FULL, "", VersionRelation.INDIRECT, "no marks"),
    (told("b", WALL), FULL, "", VersionRelation.INDIRECT, "the same words without marks"),
    (MIXED, said("z", MIXED.quote.text), "", VersionRelation.VERBATIM, "words of a clause"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "form", "reworded", "expected", "why"), RELATIONS, ids=[r[4] for r in RELATIONS]
)
def test_a_version_stands_in_one_relation_to_the_form(
    one: Item, form: Item, reworded: str, expected: VersionRelation, why: str
) -> None:
    assert related(one, form, reworded) is expected, why


@settings(deadline=None)
@given(st.text("ab ,.’”[]…A\n", min_size=1, max_size=30))
def test_the_form_of_any_words_is_made_of_them(words: str) -> None:
    found = text_of(item("a", f"⟦marsh: {words}⟧"))

    assert set(found) <= set(words) | {" ", "."}
    assert len(found) <= len(words)
