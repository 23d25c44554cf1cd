"""Names of institutions: the lexicon, its look-up, and evidence from the words."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest

from quotes.names.canonical import (
    ACRONYM,
    DIFFERENT,
    DOUBTFUL,
    INCOMPLETE,
    MISPRINT,
    PART,
    REORDERED,
    REWORDED,
    SAME,
    SHORTER,
    best_name,
    canonical,
    same_institution,
)
from quotes.names.institutions import WORLD, cased, institutions, states, with_states, words

KINDS = {
    "agency",
    "armed",
    "army",
    "bank",
    "common",
    "company",
    "court",
    "government",
    "intelligence",
    "international",
    "media",
    "ministry",
    "ngo",
    "parliament",
    "party",
    "police",
    "sport",
    "thinktank",
    "union",
    "university",
}


def test_no_name_belongs_to_two_institutions() -> None:
    owners = defaultdict(set)
    for entry in institutions():
        for name in (entry.name, *entry.others):
            owners[words(name)].add(entry.name)

    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_no_abbreviation_in_capitals_belongs_to_two_institutions() -> None:
    owners = defaultdict(set)
    for entry in institutions():
        for name in entry.capitals:
            owners[words(name.upper())].add(entry.name)

    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_every_institution_has_a_known_kind_and_a_known_home() -> None:
    assert {entry.kind for entry in institutions()} == KINDS
    assert {entry.home for entry in institutions()} <= {WORLD, *states()}


def test_every_canonical_name_is_its_own_canonical_name() -> None:
    assert [e.name for e in institutions() if canonical(e.name) != e.name] == []


def test_every_other_name_leads_to_its_institution() -> None:
    wrong = [
        (name, canonical(name))
        for entry in institutions()
        for name in (*entry.others, *(c.upper() for c in entry.capitals))
        if canonical(name) != entry.name
    ]

    assert wrong == []


def test_every_form_of_a_state_folds_to_one_word() -> None:
    wrong = [
        (form, name)
        for name, state in states().items()
        for form in (state.name, *state.adjectives, *state.others)
        if with_states(form) != (name,)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("bank of england", "Bank of England"),
        ("the hague file", "The Hague File"),
        ("bbc* world service", "BBC World Service"),
        ("black^rock", "BlackRock"),
        ("open^a^i", "OpenAI"),
        ("quai d'orsay", "Quai d'Orsay"),
        ("pakistan tehreek-e-insaf", "Pakistan Tehreek-e-Insaf"),
    ],
)
def test_a_name_of_the_lexicon_gets_its_capitals_back(entry: str, name: str) -> None:
    assert cased(entry) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Case, articles, accents, punctuation.
        ("the State Department", "US Department of State"),
        ("CHATHAM HOUSE", "Chatham House"),
        ("Elysee", "Élysée Palace"),
        ("U.N.", "United Nations"),
        ("U. N.", "United Nations"),
        ("Carnegie Endowment’s", "Carnegie Endowment for International Peace"),
        ("Marks and Spencer", "Marks & Spencer"),
        ("World Health Organisation (WHO)", "World Health Organization"),
        # British and American spelling.
        ("Organisation of American States", "Organization of American States"),
        ("World Food Program", "World Food Programme"),
        ("US Department of Defence", "US Department of Defense"),
        # Abbreviations; those that are words only in capitals.
        ("UNHCR", "United Nations High Commissioner for Refugees"),
        ("WHO", "World Health Organization"),
        ("who", None),
        ("Isis", None),
        ("AfD", "Alternative for Germany"),
        # The state in front or behind, where the institution belongs to it.
        ("Britain's BBC", "BBC"),
        ("Qatar’s Al Jazeera", "Al Jazeera"),
        ("British Labour Party", "Labour Party"),
        ("Amnesty International UK", "Amnesty International"),
        ("Russian state news agency TASS", "TASS"),
        # ... and where it belongs to another.
        ("Indian Labour Party", None),
        ("Nigerian Guardian", None),
        ("Philippine Department of Justice", None),
        # What every state has.
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
        ("Kenya's Foreign Ministry", "Kenyan Ministry of Foreign Affairs"),
        ("Ministry of Foreign Affairs of Kenya", "Kenyan Ministry of Foreign Affairs"),
        ("Foreign Ministry of the Russian Federation", "Russian Ministry of Foreign Affairs"),
        ("South Sudanese government", "South Sudanese Government"),
        ("central bank of Kenya", "Central Bank of Kenya"),
        ("Japan's central bank", "Bank of Japan"),
        # The order of a brand's words counts.
        ("Bank of Japan", "Bank of Japan"),
        ("a Japanese bank", None),
        ("India Times", None),
        ("US airlines", None),
        ("American Airlines", "American Airlines"),
        # The party that is spelt otherwise is another.
        ("Labor Party", None),
        # Describing words.
        ("The Guardian newspaper", "The Guardian"),
        ("Xinhua news agency", "Xinhua"),
        ("Chatham House think tank", "Chatham House"),
        ("Microsoft Corp.", "Microsoft"),
        ("Apple Inc", "Apple"),
        # States.
        ("Great Britain", "United Kingdom"),
        ("the Russian Federation", "Russia"),
        ("US", "United States"),
        ("us", None),
        ("Russian", None),
        # Nothing known.
        ("Varga Institute for Letters", None),
        ("", None),
        ("…", None),
    ],
)
def test_a_name_finds_its_canonical_form(name: str, expected: str | None) -> None:
    assert canonical(name) == expected


PAIRS = [
    # Both known: the lexicon decides.
    ("WFP", "the World Food Programme", SAME, "abbreviation"),
    ("Lib Dems", "Liberal Democrats", SAME, "short form"),
    ("Royal Institute of International Affairs", "Chatham House", SAME, "two names of one"),
    ("Russia's Foreign Ministry", "Ministry of Foreign Affairs of Russia", SAME, "two orders"),
    ("Bank of England", "Bank of Japan", DIFFERENT, "another place"),
    ("Ministry of Health", "Ministry of Defence", DIFFERENT, "another subject"),
    ("Democratic Party", "Republican Party", DIFFERENT, "another party"),
    ("Russian Foreign Ministry", "Ukrainian Foreign Ministry", DIFFERENT, "another state"),
    ("Foreign Ministry", "Russian Foreign Ministry", DOUBTFUL, "the state is not said"),
    ("Foreign Ministry", "foreign ministry", DOUBTFUL, "any state's"),
    ("Foreign Ministry", "Russian Defence Ministry", DIFFERENT, "another subject, no state"),
    ("University of Washington", "Washington University", DIFFERENT, "two known universities"),
    ("Miami University", "University of Miami", DIFFERENT, "two known universities"),
    ("BBC", "BBC World Service", DIFFERENT, "each has an entry of its own"),
    ("Labour Party", "Australian Labor Party", DIFFERENT, "another state's party"),
    ("FSB", "SBU", DIFFERENT, "two services"),
    ("Sudan", "South Sudan", DIFFERENT, "two states"),
    # One known: its names and the words of the other.
    ("Chatham Home", "Chatham House", REWORDED, "a synonym"),
    ("Chatham Home", "Royal Institute of International Affairs", REWORDED, "of another name"),
    ("Carnegie Foundation for International Peace", "Carnegie Endowment", REWORDED, "synonym"),
    ("Human Rights Look", "Human Rights Watch", REWORDED, "a synonym, common words"),
    ("International Emergency Group", "International Crisis Group", REWORDED, "a synonym"),
    ("Reporters Without Boundaries", "Reporters Without Borders", REWORDED, "a synonym"),
    ("Chatham Hotel", "Chatham House", DIFFERENT, "no synonym"),
    ("Brokings Institution", "Brookings Institution", MISPRINT, "a letter left out"),
    ("Microsft", "Microsoft", MISPRINT, "a name of one long word"),
    ("Amnesty Internatonal", "Amnesty International", MISPRINT, "a letter left out"),
    ("Yonhap News Agengy", "Yonhap", MISPRINT, "in the fuller name"),
    ("Federal Reserve Bank of Dallas", "Federal Reserve", PART, "a branch"),
    ("Microsoft Security Response Center", "Microsoft", PART, "a part"),
    ("Intel Research", "Intel", PART, "a part of a known company"),
    ("Royal Saudi Air Force", "Royal Air Force", PART, "another state's"),
    ("Socialist Labour Party", "Labour Party", DIFFERENT, "another party"),
    ("Bank of Karst", "Bank of Japan", DIFFERENT, "another place"),
    ("Stanford Hospital", "Stanford University", PART, "a part, by the short name Stanford"),
    ("CIA", "Culinary Institute of Arden", PART, "the initials of a known institution"),
    # Neither known: the same words.
    ("Kazakh Institute of Letters", "Kazakhstan Institute of Letters", SAME, "state or adjective"),
    ("Varga Centre for Letters", "the Varga Center for Letters", SAME, "spelling, article"),
    ("Varga Letters Department", "Department of Varga Letters", REORDERED, "another order"),
    ("University of Karst", "Karst University", MISPRINT, "a university in another order"),
    ("Karst Research Council", "Karst Research Councils", REORDERED, "plural"),
    # ... one holds the other.
    ("Varga Endowment", "Varga Endowment for Public Letters", SHORTER, "words behind left out"),
    ("Varga Institute", "Varga", MISPRINT, "the kind of body left out"),
    ("Quell Group", "Quell", MISPRINT, "the kind of body left out"),
    ("Quell Ltd", "Quell", MISPRINT, "the legal form left out"),
    ("Hilltop Bible Church", "Bible Church", INCOMPLETE, "words in front left out"),
    ("Varga Security Response Team", "Varga", PART, "a part"),
    ("Varga Navy", "Varga", PART, "a branch"),
    ("Police", "Karst Police", PART, "common words alone"),
    ("police", "Police", DOUBTFUL, "a common word alone"),
    ("Supreme Court", "Ohio Supreme Court", DOUBTFUL, "the place is not said"),
    ("Boston", "Boston University", DIFFERENT, "a place is no institution"),
    # ... initials.
    ("Centre for Maritime Law Studies", "CMLS", ACRONYM, "four initials"),
    ("Union of Karst Workers", "UKW", INCOMPLETE, "three initials"),
    ("Karst Bank", "KB", PART, "two initials"),
    ("Karst Bank", "kb", DIFFERENT, "no capitals, no initials"),
    # ... one word differs.
    ("Varga Institute for Leters", "Varga Institute for Letters", MISPRINT, "a letter left out"),
    ("Vagra Institute", "Varga Institute", MISPRINT, "two letters swapped"),
    ("Varga Home for Letters", "Varga House for Letters", DOUBTFUL, "a synonym, both unknown"),
    ("Varga Institute", "Varga Foundation", DIFFERENT, "another body"),
    ("Varga Police Institute", "Varga Policy Institute", DIFFERENT, "both are words"),
    ("University of Sussex", "University of Wessex", DIFFERENT, "another place"),
    ("Karst Police", "Surrey Police", DIFFERENT, "another place, unknown"),
    ("Karst University", "Austria University", DIFFERENT, "a place"),
    ("Second Army Corps", "Third Army Corps", DIFFERENT, "a number"),
    ("Channel 4 Karst", "Channel 5 Karst", DIFFERENT, "a number in figures"),
    ("Karst Green Party", "Karst Liberal Party", DIFFERENT, "another party"),
    ("High Court", "Supreme Court", DIFFERENT, "another court"),
    ("Varga Security Alliance", "Varga Security Center", DIFFERENT, "another body"),
    # ... nothing in common.
    ("Varga Institute", "Quell Foundation", DIFFERENT, "other words"),
    ("", "Varga Institute", DIFFERENT, "no name"),
    ("…", "–", DIFFERENT, "no words"),
    ("Varga Chemical Co.", "Varga Chemical Company", MISPRINT, "the legal form is abbreviated"),
    ("Elmford Police", "Elmford Police Department", MISPRINT, "a force may be called less"),
    ("Harbour Police", "Harbor Police Department", MISPRINT, "the same in another spelling"),
    ("Elmford City", "Elmford City FC", MISPRINT, "letters of clubs"),
    ("Elmford-based Tide Monitor", "Tide Monitor", MISPRINT, "the place of the seat"),
    ("Labour", "Labour Party", MISPRINT, "a party by its members"),
    ("Conservatives", "Conservative Party", MISPRINT, "a party by its members in the plural"),
    ("Varga campaign", "Ilse Varga's presidential campaign", MISPRINT, "the first name left out"),
    ("Varga campaign", "Quell campaign", DIFFERENT, "the campaigns of two people"),
    ("St Oda's College", "Saint Oda's College", SAME, "an abbreviation"),
    ("First Bank", "Second Bank", DIFFERENT, "numbers differ"),
    ("Police", "Police Department", PART, "neither says whose it is"),
]


@pytest.mark.parametrize(("a", "b", "level", "why"), PAIRS)
def test_two_names_of_institutions_have_a_level(a: str, b: str, level: float, why: str) -> None:
    assert same_institution(a, b) == level, why


def test_the_order_of_two_institutions_does_not_count() -> None:
    assert [same_institution(b, a) for a, b, _, _ in PAIRS] == [
        same_institution(a, b) for a, b, _, _ in PAIRS
    ]


def test_two_names_of_the_lexicon_are_the_same_only_if_their_entry_is() -> None:
    some = institutions()[::40]

    assert [
        (a.name, b.name)
        for a, b in itertools.combinations(some, 2)
        if same_institution(a.name, b.name) not in {DIFFERENT, DOUBTFUL}
    ] == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Chatham Home", "chatham house"], "Chatham House"),
        (["WFP", "Varga Institute", "World Food Program"], "World Food Programme"),
        (["Bible Church", "Hilltop Bible Church", "Bible Church"], "Hilltop Bible Church"),
        (["the Varga Institute", "Varga Institute"], "Varga Institute"),
        (["Varga Institut", "Varga Institute", "Varga Institute"], "Varga Institute"),
        (["Varga Institute in a street nearby", "Varga Institute"], "Varga Institute"),
        (["the"], "the"),
    ],
)
def test_the_best_name_is_known_or_full_or_frequent(names: list[str], expected: str) -> None:
    assert {best_name(order) for order in itertools.permutations(names)} == {expected}


def test_no_names_have_no_best_name() -> None:
    with pytest.raises(ValueError, match="no names"):
        best_name([])


@pytest.mark.parametrize("text", ["A " * 50_000, "x" * 100_000, "U." * 50_000, "(" * 50_000, "\0"])
def test_what_is_no_name_is_no_institution(text: str) -> None:
    assert canonical(text) is None
    assert same_institution(text, "Varga Institute") == DIFFERENT
