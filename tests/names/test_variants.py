"""Personal names compared: short forms, spellings, misprints, order."""

from __future__ import annotations

import pytest

from quotes.names.spelling import distance, romanised, skeleton, tokens
from quotes.names.variants import (
    DIFFERENT,
    EQUAL,
    FULLER,
    GIVEN,
    MIDDLE,
    MISPRINT,
    PREFIX,
    RESPELT,
    SPELLING,
    SURNAME,
    VARIANT,
    WEAK,
    same_person,
)

PAIRS = [
    # The same parts.
    ("Ilse Varga", "Ilse Varga", EQUAL, "the same"),
    ("ilse varga", "Dr. Ilse Varga", EQUAL, "case, honorific"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", EQUAL, "accents"),
    ("Kim Jong-un", "Kim Jong Un", EQUAL, "hyphen"),
    ("Bashar al-Assad", "Bashar Assad", EQUAL, "the article"),
    ("J.D. Vance", "JD Vance", EQUAL, "full stops of initials"),
    # A first name that may be a particle.
    ("Ben Marsh", "Adam Marsh", DIFFERENT, "a first name, not a particle"),
    ("Ben Marsh", "Benjamin Marsh", SPELLING, "a first name, not a particle"),
    ("Al Masri", "Omar Al Masri", SURNAME, "a particle in the fuller name"),
    ("Van Dyke", "Ben van Dyke", SURNAME, "a particle in the fuller name"),
    ("Al-Masri", "Omar al-Masri", SURNAME, "hyphened it is a particle"),
    # More or fewer names.
    ("Ilse B. Varga", "Ilse Varga", FULLER, "an initial left out"),
    ("John F. Kennedy", "John Fitzgerald Kennedy", FULLER, "an initial written out"),
    ("Omar al-Bashir", "Omar Hassan Ahmad al-Bashir", FULLER, "middle names"),
    ("W. Mark Felder", "Mark Felder", FULLER, "an initial in front left out"),
    ("W. Mark Felder", "William Mark Felder", FULLER, "an initial in front written out"),
    ("Mark Felder", "William Mark Felder", MIDDLE, "known by the middle name"),
    ("Tayyip Erdogan", "Recep Tayyip Erdogan", MIDDLE, "known by the middle name"),
    ("Ana Soto", "Ana Soto Ferrer", PREFIX, "the second surname left out"),
    ("López Obrador", "Andrés Manuel López Obrador", MIDDLE, "both surnames"),
    ("Ilse A. Varga", "Ilse B. Varga", DIFFERENT, "another initial"),
    ("John Paul Quell", "John Mark Quell", DIFFERENT, "another middle name"),
    ("Tobias Quell Jr.", "Tobias Quell Sr.", DIFFERENT, "another generation"),
    ("Tobias Quell Jr.", "Tobias Quell", EQUAL, "a generation not said"),
    # Initials.
    ("I. Varga", "Ilse Varga", VARIANT, "an initial"),
    ("J.D. Vance", "James David Vance", VARIANT, "two initials"),
    ("B. Varga", "Ilse B. Varga", SURNAME, "the middle initial"),
    ("A. Varga", "Ilse Varga", DIFFERENT, "another initial"),
    ("I. Varga", "Varga", SURNAME, "an initial left out"),
    # Short forms of first names.
    ("Bill Quell", "William Quell", SPELLING, "a short form"),
    ("Liz Quell", "Beth Quell", SPELLING, "two short forms of one name"),
    ("Bill Quell", "Robert Quell", DIFFERENT, "the short form of another name"),
    # A surname alone.
    ("Varga", "Ilse Varga", SURNAME, "a surname"),
    ("Varga", "Varga", SURNAME, "two surnames may be of two people"),
    ("Mr Quell", "Tobias Quell", SURNAME, "an honorific that agrees"),
    ("Mr Quell", "Anna Quell", DIFFERENT, "an honorific that does not"),
    ("Xi", "Xi Jinping", SURNAME, "a family name in front"),
    ("Ban", "Ban Ki-moon", SURNAME, "a family name in front, a hyphen"),
    ("Lee", "Lee Kuan Yew", SURNAME, "a family name in front, two syllables"),
    ("Lula", "Luiz Inácio Lula da Silva", WEAK, "a word inside the name"),
    ("Boris", "Boris Johnson", GIVEN, "a first name alone"),
    ("Quell", "Ilse Varga", DIFFERENT, "another surname"),
    # Surnames alone that are alike.
    ("Fyodorov", "Fedorov", RESPELT, "two romanisations"),
    ("Zelensky", "Volodymyr Zelenskyy", RESPELT, "two romanisations"),
    ("Gaddafi", "Qaddafi", WEAK, "one letter romanised in two ways"),
    ("Smith", "Smyth", GIVEN, "short and common"),
    ("Johnson", "Johnston", DIFFERENT, "two names"),
    ("Hansen", "Jansen", DIFFERENT, "two names"),
    ("Petersen", "Peterson", DIFFERENT, "two names"),
    ("Clark", "Clarke", DIFFERENT, "two names"),
    ("Muller", "Miller", DIFFERENT, "two names"),
    ("Petrov", "Petrova", DIFFERENT, "a woman's form"),
    ("Li", "Lee", DIFFERENT, "short"),
    # Transliterations.
    ("Alexsandr Karlov", "Alexander Karlov", VARIANT, "a vowel left out"),
    ("Aleksandr Karlov", "Alexander Karlov", VARIANT, "ks for x"),
    ("Oleksandr Karlov", "Alexander Karlov", VARIANT, "the Ukrainian form"),
    ("Volodymyr Zelensky", "Vladimir Zelensky", VARIANT, "the Ukrainian form"),
    ("Yevgeny Fyodorov", "Evgeny Fedorov", SPELLING, "glides"),
    ("Yevgeny Fyodorov", "Yevgeny Federov", VARIANT, "a vowel"),
    ("Sergei Lavrov", "Sergey Lavrov", SPELLING, "an ending"),
    ("Serhiy Karlov", "Sergei Karlov", VARIANT, "h for g"),
    ("Mohammed Karimi", "Muhammad Karimi", VARIANT, "vowels"),
    ("Ahmed Karimi", "Ahmad Karimi", VARIANT, "one vowel of a short name"),
    ("Hassan Karimi", "Hussein Karimi", DIFFERENT, "two names"),
    ("Muammar Gaddafi", "Moammar Qaddafi", SURNAME, "vowels in one part, q in the other"),
    ("Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev", SPELLING, "j and zh, doubled s"),
    ("Emomali Rahmon", "Emomali Rakhmon", SPELLING, "kh"),
    ("Abdel Aziz al-Hilu", "Abdelaziz al-Hilu", EQUAL, "one word or two"),
    ("Abdul Aziz Al Hilu", "Abdelaziz Hilu", SPELLING, "the article inside"),
    ("Jürgen Müller", "Juergen Mueller", SPELLING, "umlauts"),
    ("Stephen Quell", "Steven Quell", SPELLING, "ph and v"),
    ("Alexander Lukashenko", "Alyaksandr Lukashenka", SURNAME, "vowels in both parts"),
    # Misprints.
    ("Faud Ali", "Fuad Ali", MISPRINT, "two letters swapped"),
    ("Boris Johnson", "Boris Johnston", MISPRINT, "a letter too many, first names agree"),
    ("Ilse Havermann", "Ilse Havernann", MISPRINT, "one letter of a long word"),
    ("Nils Petersen", "Nils Peterson", MISPRINT, "easily mistaken, first names agree"),
    ("I. Johnson", "Ilse Johnston", DIFFERENT, "an initial is too little"),
    ("John Hansen", "John Jansen", DIFFERENT, "another first letter"),
    ("Ilse Varga", "Ilse Vargo", DIFFERENT, "a short word"),
    ("Borys Johnston", "Baris Johnson", DIFFERENT, "both parts"),
    # The order.
    ("Xi Jinping", "Jinping Xi", SPELLING, "family name behind"),
    ("Kim Jong-un", "Jong-un Kim", SPELLING, "family name behind"),
    ("Viktor Orbán", "Orban Viktor", SPELLING, "family name in front"),
    ("Paul Martin", "Martin Paul", GIVEN, "two first names"),
    # Other people.
    ("Anna Quell", "Mary Quell", DIFFERENT, "another first name"),
    ("Anna Quell", "Anna Varga", DIFFERENT, "another surname"),
    ("Ilham Aliyev", "Heydar Aliyev", DIFFERENT, "father and son"),
    ("Ivan Petrov", "Ivan Petrova", DIFFERENT, "a woman's form"),
    ("Martin Berg", "Martina Berg", DIFFERENT, "a woman's form"),
    ("Christian Berg", "Christina Berg", DIFFERENT, "a woman's form"),
    ("Maria Lopez", "Mario Lopez", DIFFERENT, "a man's form"),
    ("Jan Berg", "Jon Berg", DIFFERENT, "short and common"),
    ("Kim Jong-un", "Kim Jong-il", DIFFERENT, "one syllable"),
    ("Li Keqiang", "Li Keqing", DIFFERENT, "syllables are alike"),
    ("Wang Yi", "Wang Ye", DIFFERENT, "syllables are alike"),
    ("", "Ilse Varga", DIFFERENT, "no name"),
    ("", "", DIFFERENT, "no names"),
]


@pytest.mark.parametrize(("a", "b", "level", "why"), PAIRS)
def test_two_personal_names_have_a_level(a: str, b: str, level: float, why: str) -> None:
    assert same_person(a, b) == level, why


def test_the_order_of_two_people_does_not_count() -> None:
    assert [same_person(b, a) for a, b, _, _ in PAIRS] == [
        same_person(a, b) for a, b, _, _ in PAIRS
    ]


@pytest.mark.parametrize(
    "text", ["A " * 50_000, "x" * 100_000, "A." * 50_000, "-" * 50_000, "\0", "\ud800"]
)
def test_what_is_no_name_is_no_person(text: str) -> None:
    assert same_person(text, "Ilse Varga") == DIFFERENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("fyodorov", "fedorov"),
        ("tchaikovsky", "chaikovskiy"),
        ("kareem", "karim"),
        ("zelensky", "zelenskyy"),
        ("mahmoud", "mahmud"),
        ("abdulaziz", "abdelaziz"),
        ("mueller", "muller"),
        ("viktor", "victor"),
        ("sarah", "sara"),
        ("mørk", "mork"),
    ],
)
def test_romanisations_of_one_name_share_a_key(a: str, b: str) -> None:
    assert romanised(a) == romanised(b)


@pytest.mark.parametrize(
    ("a", "b"), [("hansen", "jansen"), ("miller", "muller"), ("hassan", "hussein"), ("li", "le")]
)
def test_other_names_have_other_keys(a: str, b: str) -> None:
    assert romanised(a) != romanised(b)


def test_the_skeleton_of_a_word_is_its_consonants() -> None:
    assert skeleton("galina") == skeleton("halyna") == "kln"


@pytest.mark.parametrize(
    ("a", "b", "most", "expected"),
    [
        ("varga", "varga", 1, 0),
        ("varga", "vagra", 1, 1),
        ("varga", "vara", 1, 1),
        ("varga", "vargas", 2, 1),
        ("varga", "quell", 2, 3),
        ("a" * 50, "a" * 49 + "b", 1, 2),
        ("", "ab", 2, 2),
    ],
)
def test_a_distance_is_counted_up_to_a_bound(a: str, b: str, most: int, expected: int) -> None:
    assert distance(a, b, most) == expected


def test_letters_that_stand_alone_are_joined() -> None:
    assert [word for _, word in tokens("U. S. Office of J. Varga & Co")] == [
        "us",
        "office",
        "of",
        "j",
        "varga",
        "co",
    ]
