"""One speaker for all that the outlets call them (`quotes/utterances/merging.py`)."""

from __future__ import annotations

import itertools

import pytest

from quotes.types import MergedSpeaker, SpeakerKind
from quotes.utterances.items import Item
from quotes.utterances.merging import merged_speakers, principal
from tests.utterances.building import Story, Who, body, items, story, unnamed

REGATTA = "The regatta on Lake Orrin was won by a dredger from Ostmark, soaked marshals said. "
RAIN = (
    "It was the wettest final in the history of the race, and most of the boats had to be towed "
    "back to the pier by the coastguard before any of the prizes could be handed out. "
)
BEES = (
    "The beekeepers of Belmont emptied the planetarium on a warm evening when the comet that they "
    "had been promised did not appear in time, and the swarm that they had brought to the show "
    "was let out of the boxes by a child. "
)
WALL = "“The sea wall will hold until the spring,”"
FUND = "Delta Fund for Coastal Research"


def merged(*together: list[Story], alone: tuple[Story, ...] = ()) -> dict[str, MergedSpeaker]:
    """Whom the first speaker of every article turns out to be, by article.

    The stories of each list have one utterance, those that stand `alone` one each.
    """
    groups = [items(*row) for row in together] + [items(one) for one in alone]
    results = []
    for order in (groups, groups[::-1]):
        found = merged_speakers([row[::-1] for row in order])
        results.append({article: who for (article, id), who in found.items() if id == "s1"})
    assert results[0] == results[1]
    return results[0]


def quoting(id: str, who: Who, about: str = "", *, day: int | None = None) -> Story:
    """An article in which someone is quoted, with their institutions."""
    words = f"⟦x: {WALL}⟧ ⟦+cue: said⟧ {' of '.join([who.name, *who.affiliations])}. {about}"
    return story(id, words, day=day, x=who)


def test_every_speaker_of_every_article_is_someone() -> None:
    two = story("a", f"⟦marsh: {WALL}⟧ said Ada Marsh. ⟦fenn: “No,”⟧ said Joel Fenn.")
    nobody = story("b", "⟦nobody: “Yes”⟧")

    assert set(merged_speakers([items(two), items(nobody)])) == {("a", "s1"), ("a", "s2")}
    assert merged_speakers([]) == {}


def test_one_name_is_one_person_though_they_say_different_things() -> None:
    found = merged(alone=(quoting("a", Who("Ines Varley")), quoting("b", Who("Ines Varley"))))

    assert found["a"] is found["b"]


def test_surname_and_full_name_are_one_where_they_say_the_same() -> None:
    found = merged([quoting("a", Who("Ines Varley")), quoting("b", Who("Varley"))])

    assert found["a"] == found["b"]
    assert found["a"].name == "Ines Varley"


def test_a_surname_joins_the_full_name_in_the_same_news() -> None:
    full = quoting("a", Who("Ines Varley"), REGATTA, day=3)
    short = quoting("b", Who("Varley"), REGATTA, day=4)

    assert len(set(merged(alone=(full, short)).values())) == 1


def test_a_surname_in_other_news_is_someone_else() -> None:
    full = quoting("a", Who("Ines Varley"), REGATTA + RAIN)
    short = story("b", f"{BEES} ⟦x: “They sting in a storm,”⟧ joked Varley.", x=Who("Varley"))

    assert len(set(merged(alone=(full, short)).values())) == 2


def test_a_surname_in_the_same_news_weeks_later_is_someone_else() -> None:
    full = quoting("a", Who("Ines Varley"), REGATTA, day=1)
    short = quoting("b", Who("Varley"), REGATTA, day=28)

    assert len(set(merged(alone=(full, short)).values())) == 2


def test_two_people_of_one_surname_stay_two_and_a_surname_joins_neither() -> None:
    found = merged(
        [quoting("a", Who("Ines Varley"))],
        [quoting("b", Who("Marta Varley"))],
        alone=(quoting("c", Who("Varley"), day=2),),
    )

    assert found["a"].name == "Ines Varley"
    assert found["b"].name == "Marta Varley"
    assert found["c"] not in (found["a"], found["b"])


def test_a_surname_joins_the_one_of_two_who_says_the_same() -> None:
    found = merged(
        [quoting("a", Who("Ines Varley"), REGATTA), quoting("c", Who("Varley"), REGATTA)],
        [quoting("b", Who("Marta Varley"), REGATTA)],
    )

    assert found["c"] == found["a"] != found["b"]


def test_spellings_of_one_name_are_one_person() -> None:
    found = merged([quoting("a", Who("Fyodor Belkin")), quoting("b", Who("Fedor Belkin"))])

    assert len(set(found.values())) == 1


def test_an_institution_known_in_one_outlet_enriches_the_others() -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", roles=("economist",), affiliations=(FUND,))),
            quoting("b", Who("Varley", roles=("a fellow",))),
        ]
    )

    assert [a.name for a in found["b"].affiliations] == [FUND]
    assert set(found["b"].roles) == {"economist", "a fellow"}


def test_evidence_of_an_institution_is_kept_for_each_article() -> None:
    stories = [
        quoting("a", Who("Ines Varley", affiliations=(FUND,))),
        quoting("b", Who("Ines Varley", affiliations=("Delta Fund",))),
    ]

    (affiliation,) = merged(stories)["a"].affiliations

    assert affiliation.name == FUND
    assert [e.article_id for e in affiliation.evidence] == ["a", "b"]
    for story_, evidence in zip(stories, affiliation.evidence, strict=True):
        text = story_.article.text
        assert text[evidence.span.start : evidence.span.end] == evidence.span.text


def test_a_misprinted_institution_gets_its_canonical_name() -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", affiliations=("Chatham Home",))),
            quoting("b", Who("Ines Varley", affiliations=("Chatham House",))),
        ]
    )

    (affiliation,) = found["a"].affiliations
    assert affiliation.name == "Chatham House"
    assert [e.span.text for e in affiliation.evidence] == ["Chatham Home", "Chatham House"]


@pytest.mark.parametrize(
    ("fuller", "shorter"),
    [
        ("Holmquist Retail plc", "Holmquist"),
        ("Arland Ports Ministry", "Ports Ministry"),
        ("Harbour Tea Growers Union", "Tea Growers Union"),
    ],
)
def test_a_shorter_name_of_an_institution_of_one_person_is_no_second_one(
    fuller: str, shorter: str
) -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", affiliations=(fuller,))),
            quoting("b", Who("Ines Varley", affiliations=(shorter,))),
        ]
    )

    (affiliation,) = found["a"].affiliations
    assert affiliation.name == fuller
    assert [e.span.text for e in affiliation.evidence] == [fuller, shorter]


def test_a_part_of_an_institution_stays_beside_it() -> None:
    names = ("Lowmoor University", "Lowmoor University Hospital")

    found = merged([quoting("a", Who("Ines Varley", affiliations=names))])

    assert {a.name for a in found["a"].affiliations} == set(names)


def test_two_institutions_of_one_person_stay_two() -> None:
    found = merged([quoting("a", Who("Ines Varley", affiliations=(FUND, "Harbour Board")))])

    assert {a.name for a in found["a"].affiliations} == {FUND, "Harbour Board"}


def test_every_article_s_speaker_is_kept_as_it_stands_there() -> None:
    stories = [quoting("b", Who("Varley")), quoting("a", Who("Ines Varley"))]

    known = merged(stories)["a"].known_as

    names = [(k.article_id, k.speaker.name) for k in known]
    assert names == [("a", "Ines Varley"), ("b", "Varley")]
    assert known[1].speaker == stories[0].quotes[0].speaker


def test_roles_of_most_articles_come_first_and_case_does_not_count() -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", roles=("engineer",))),
            quoting("b", Who("Ines Varley", roles=("Chief Economist",))),
            quoting("c", Who("Ines Varley", roles=("chief economist",))),
            quoting("d", Who("Ines Varley", roles=("Chief Economist",))),
        ]
    )

    assert found["a"].roles == ("Chief Economist", "engineer")


def test_what_only_articles_reworded_by_a_machine_say_of_a_speaker_comes_last() -> None:
    one = quoting("a", Who("Ines Varley", roles=("sea engineer",), affiliations=(FUND,)))
    other = Who("Ines Varley", roles=("ocean engineer",), affiliations=("Bay College",))
    groups = [items(one, quoting("b", other), quoting("c", other))]

    plain = merged_speakers(groups)["a", "s1"]
    found = merged_speakers(groups, {"b", "c"})["a", "s1"]

    assert plain.roles == ("ocean engineer", "sea engineer")
    assert found.roles == ("sea engineer", "ocean engineer")
    assert [a.name for a in found.affiliations] == [FUND, "Bay College"]


def test_a_description_joins_a_name_that_says_the_same_where_the_role_fits() -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", roles=("economist",))),
            quoting("b", unnamed("a senior economist", "economist")),
        ]
    )

    assert found["b"] == found["a"]
    assert found["a"].kind is SpeakerKind.PERSON


def test_a_description_of_another_trade_joins_no_name() -> None:
    found = merged(
        [
            quoting("a", Who("Ines Varley", roles=("economist",))),
            quoting("b", unnamed("a western diplomat", "diplomat")),
        ]
    )

    assert found["b"] != found["a"]


def test_a_description_that_fits_joins_no_name_that_says_something_else() -> None:
    found = merged(
        alone=(
            quoting("a", Who("Ines Varley", roles=("economist",)), REGATTA, day=1),
            quoting("b", unnamed("a senior economist", "economist"), REGATTA, day=1),
        )
    )

    assert found["b"] != found["a"]


def test_unnamed_sources_are_one_where_they_say_the_same_and_two_where_not() -> None:
    one = quoting("a", unnamed("a harbour official", "official"))
    other = quoting("b", unnamed("an official of the port", "official"))

    assert len(set(merged([one, other]).values())) == 1
    assert len(set(merged(alone=(one, other)).values())) == 2


def test_a_person_and_their_institution_stay_two() -> None:
    found = merged(
        [quoting("a", Who("Ines Varley", affiliations=(FUND,))), quoting("b", body(FUND))]
    )

    assert found["a"] != found["b"]


def test_an_institution_is_one_under_its_names() -> None:
    found = merged(
        [quoting("a", body("Chatham House"))], alone=(quoting("b", body("Chatham Home")),)
    )

    assert found["a"] == found["b"]
    assert (found["a"].name, found["a"].kind) == ("Chatham House", SpeakerKind.ORGANIZATION)


def test_an_id_is_made_from_the_name() -> None:
    assert merged(alone=(quoting("a", Who("Ines O’Varley-Łukasz")),))["a"].id.startswith("ines-")


@pytest.mark.parametrize(
    "names",
    [
        ["Ines Varley", "ines varley…"],
        ["a harbour official"] * 3,
        ["an official", "an official", "an official 2"],
        ["an official 2", "an official", "an official"],
        ["…", "?", "speaker"],
    ],
)
def test_ids_are_unique_in_a_result(names: list[str]) -> None:
    found = merged(alone=tuple(quoting(f"a{n}", unnamed(name)) for n, name in enumerate(names)))

    people = {id(who): who for who in found.values()}.values()
    assert len({who.id for who in people}) == len(people) == len(names)


def test_ids_and_all_else_do_not_depend_on_the_order() -> None:
    rows: list[list[Item]] = [
        items(quoting("a", Who("Ines Varley")), quoting("b", Who("Varley"))),
        items(quoting("c", Who("Marta Varley"))),
        items(quoting("d", unnamed("an official")), quoting("e", unnamed("the official"))),
        items(quoting("f", unnamed("an official"))),
    ]
    expected = merged_speakers(rows)

    for order in itertools.permutations(rows):
        assert merged_speakers([row[::-1] for row in order]) == expected


def test_words_are_those_of_a_person_rather_than_of_their_institution() -> None:
    found = items(quoting("a", body(FUND)), quoting("b", Who("Ines Varley", affiliations=(FUND,))))

    who = principal(found, merged_speakers([found]))

    assert who is not None
    assert who.name == "Ines Varley"


def test_words_are_those_of_a_name_rather_than_of_a_description() -> None:
    found = items(quoting("a", unnamed("someone")), quoting("b", Who("Ines Varley")))

    who = principal(found, merged_speakers([found]))

    assert who is not None
    assert who.name == "Ines Varley"


def test_words_are_those_of_whom_most_versions_name() -> None:
    found = items(*(quoting(c, Who("Ines Varley")) for c in "abc"), quoting("d", Who("Joel Fenn")))

    who = principal(found, merged_speakers([found]))

    assert who is not None
    assert who.name == "Ines Varley"


def test_words_without_a_speaker_are_nobody_s() -> None:
    found = items(story("a", f"⟦nobody: {WALL}⟧"))

    assert principal(found, merged_speakers([found])) is None
