"""What stands between marks, case by case: each row says why it is there."""

from __future__ import annotations

import pytest

from quotes.marks import Marked, find
from quotes.text.fold import fold
from quotes.text.paragraphs import paragraphs


def marked(text: str) -> tuple[Marked, ...]:
    return find(text, fold(text), paragraphs(text))


def segments(text: str) -> list[str]:
    return [text[m.inner_start : m.inner_end] for m in marked(text)]


# Each row: why it is there, the text, the segments in text order (the outer before the inner).
DOUBLE = [
    ("curly marks", "“We sail at dawn,” Ines Okoro said.", ["We sail at dawn,"]),
    ("straight marks", '"We sail at dawn," Ines Okoro said.', ["We sail at dawn,"]),
    ("two quotes in a row", '"Now," he said. "Not later."', ["Now,", "Not later."]),
    ("two single signs as one double mark", "''Now,'' he said. ''Later.''", ["Now,", "Later."]),
    ("marks of typesetting programs", "``Now,'' he said.", ["Now,"]),
    ("two curled single signs as one mark", "‘‘Now,’’ he said.", ["Now,"]),
    ("full-width marks", "＂Now,＂ he said.", ["Now,"]),
    ("opened curly, closed straight", '“Now," he said. "Later,” she said.', ["Now,", "Later,"]),
    ("Swedish: right-hand marks on both sides", "”Now,” he said. ”Later.”", ["Now,", "Later."]),
    ("left-hand marks on both sides", "“Now,“ he said. “Later.“", ["Now,", "Later."]),
    ("German low and high", "„Jetzt“, sagte er – „später“.", ["Jetzt", "später"]),
    ("Polish low and high", "„Teraz” powiedział.", ["Teraz"]),
    ("guillemets pointing out", "«Oui», dit-elle. «Non.»", ["Oui", "Non."]),
    ("spaces inside guillemets", "« C’est bon », dit-elle.", ["C’est bon"]),
    ("guillemets pointing in", "»Jetzt«, sagte er. »Nein.«", ["Jetzt", "Nein."]),
    ("guillemets pointing one way", "»Nu», sade hon.", ["Nu"]),
    ("single guillemets", "He read ‹this› and ‹ that ›.", ["this", "that"]),
    ("corner marks, no spaces", "她说「你好」就走了。", ["你好"]),
    ("curly marks between letters", "她说“你好”又说“再见”。", ["你好", "再见"]),
    (
        "brackets and ellipses inside",
        '"... [The mayor] knew . . ."',
        ["... [The mayor] knew . . ."],
    ),
    ("beside brackets", '("dawn") ["dusk"]', ["dawn", "dusk"]),
    ("beside dashes", "—“dawn”— – “dusk” –", ["dawn", "dusk"]),
    ("beside a slash", '"dawn"/"dusk"', ["dawn", "dusk"]),
    ("behind a colon without a space", 'He said:"Now."', ["Now."]),
    ("speech broken off", '"I was—" he began. "No!"', ["I was—", "No!"]),
    ("a clitic behind the mark", 'The "Sea Wolf"\'s crew and "Heron"’s.', ["Sea Wolf", "Heron"]),
    ("spaces inside straight marks", 'It read " open late " all day.', ["open late"]),
    ("attributes in mark-up", '<a href="x.example/y" id="k">go</a>', ["x.example/y", "k"]),
    ("an empty attribute", '<p id="" title="Tide">', ["Tide"]),
    ("marks doubled by an export", 'He said ""now"" twice.', ['"now"']),
    ("feet and inches are no marks", "He is 6'2\" tall, she 5'11\".", []),
    ("inches are no marks", 'After 5" of rain came 3" more.', []),
    ("inches inside a quote", '"A 5" pipe," he said. "Now."', ['A 5" pipe,', "Now."]),
    ("feet inside a quote", 'He said "I am 6\'2" tall" and left.', ["I am 6'2\" tall"]),
    ("a quote that ends in a figure", '"It was in 2015" was all.', ["It was in 2015"]),
]
SINGLE = [
    ("curly", "‘We sail at dawn,’ Ines Okoro said.", ["We sail at dawn,"]),
    ("straight", "He spoke of 'normal' rain.", ["normal"]),
    ("stop outside", "She called it ‘quite wet’, and left.", ["quite wet"]),
    ("contractions inside", "‘It won’t, can’t, shan’t,’ he said.", ["It won’t, can’t, shan’t,"]),
    ("between dashes", "The taunt – ‘Swim, then’ – stung.", ["Swim, then"]),
    (
        "a plural possessive inside does not close",
        "‘The sailors’ best hope is gone,’ he said.",
        ["The sailors’ best hope is gone,"],
    ),
    (
        "the same, straight",
        "'The sailors' best hope is gone,' he said.",
        ["The sailors' best hope is gone,"],
    ),
    (
        "a name in s does not close",
        "‘It is James’ boat,’ she said.",
        ["It is James’ boat,"],
    ),
    (
        "two possessives inside",
        "‘The sailors’ and the farmers’ views differ,’ he said.",
        ["The sailors’ and the farmers’ views differ,"],
    ),
    (
        "a possessive at the end of the speech",
        "‘It was the sailors’,’ she said. ‘Not ours.’",
        ["It was the sailors’,", "Not ours."],
    ),
    (
        "a plural in marks does close",
        "The ‘Gulls’ were there for the sailors’ feast.",
        ["Gulls"],
    ),
    (
        "a verb cannot be possessed, so the second sign closes",
        "They say ‘the dogs’ bowls’ are full.",
        ["the dogs’ bowls"],
    ),
    ("elisions inside", "'Get 'em out, 'cause it's late,' he said.", None),
    ("decades inside", "‘The ’90s were dry,’ he said.", ["The ’90s were dry,"]),
    ("a dropped g inside", "‘We’re fishin’ here,’ he said.", ["We’re fishin’ here,"]),
    ("an o’ inside", "‘A drop o’ rum,’ he said.", ["A drop o’ rum,"]),
    ("closed straight", "‘Now,' he said.", ["Now,"]),
    ("closed with a left-hand sign", "‘Now,‘ he said.", ["Now,"]),
    ("grave accent and apostrophe", "`Now,' he said.", ["Now,"]),
    ("German low and high", "Er sagte ‚jetzt‘ und ging.", ["jetzt"]),
]
NO_MARKS = [
    ("possessives of plurals", "The sailors’ wives and the farmers' sons met James' aunt."),
    ("names", "O’Neill met D’Arcy at five o'clock in Hawai'i."),
    ("elisions at the front", "Give 'em hell, 'til 'tis done, ’cause ’twas ever so."),
    ("elisions curled the wrong way", "In the ‘90s they told ‘em ‘til they heard."),
    ("rock 'n' roll", "Rock 'n' roll and fish ’n’ chips."),
    ("dropped g", "Rockin' and rollin' and goin’ home."),
    ("an elision and a plural possessive", "In the '80s the sailors' sons went home."),
    ("tokenised clitics", "The sailor 's boat did n't sink ; it 'll float ."),
    ("minutes and seconds", "At 41° 24' 12\" north."),
    ("only marks", "\"\"''“”‘’«»「」"),
    ("empty marks", 'He wrote "" and “ ” and "" again.'),
    ("punctuation between marks", 'He wrote "..." and “!” and «?».'),
    ("an apostrophe alone", "He typed ' and then ` and left."),
    ("nothing", ""),
]
NESTED = [
    (
        "single in double",
        "“She said ‘no’ to me,” he said.",
        ["She said ‘no’ to me,", "no"],
    ),
    (
        "double in single",
        "‘She said “no” to me,’ he said.",
        ["She said “no” to me,", "no"],
    ),
    (
        "three levels",
        "“I heard ‘the “Heron” sank’ and ran,” he said.",
        ["I heard ‘the “Heron” sank’ and ran,", "the “Heron” sank", "Heron"],
    ),
    (
        "straight",
        "\"She said 'no' to me,\" he said.",
        ["She said 'no' to me,", "no"],
    ),
    (
        "both begin together",
        "“‘No,’ she said,” he said.",
        ["‘No,’ she said,", "No,"],
    ),
    ("both end together", "“She told me ‘no.’”", ["She told me ‘no.’", "no."]),
    (
        "a thin space between",
        "“She told me ‘no.’\u2009”",
        ["She told me ‘no.’", "no."],
    ),
    (
        "three single signs in a row",
        "'''No,' she said,'' he said. ''She told me 'no.'''",
        ["'No,' she said,", "No,", "She told me 'no.'", "no."],
    ),
    (
        "a possessive in the inner one",
        "“They call it ‘the sailors’ end,’ or so,” he said.",
        ["They call it ‘the sailors’ end,’ or so,", "the sailors’ end,"],
    ),
    (
        "a possessive and no inner one",
        "“It is the sailors’ end,” he said.",
        ["It is the sailors’ end,"],
    ),
    (
        "the same curly marks",
        "“She said “no” to me,” he said.",
        ["She said “no” to me,", "no"],
    ),
    ("corner marks", "「你好『世界』」", ["你好『世界』", "世界"]),
]
UNBALANCED = [
    ("a closing mark is missing", "“Now, he said. “Later,” she said.", ["Later,"]),
    ("the same, straight", '"Now, he said. "Later," she said.', ["Later,"]),
    ("an opening mark is missing", "Now,” he said. “Later,” she said.", ["Now,", "Later,"]),
    ("the same, straight", 'Now," he said. "Later," she said.', ["Now,", "Later,"]),
    ("and the words are a second sentence", "He sat. Now,” he said. “No,” she said.", ["No,"]),
    ("and somebody is told in them", "She said now,” and left. “No,” she said.", ["No,"]),
    (
        "opened again at a sentence",
        'He said: "We sail. It is late. "We go."',
        ["We sail. It is late.", "We go."],
    ),
    (
        "opened again twice",
        "“We sail. “It is late. “We go.”",
        ["We sail.", "It is late.", "We go."],
    ),
    (
        "opened again, an apostrophe between",
        '"It\'s late. "We\'ll go."',
        ["It's late.", "We'll go."],
    ),
    ("not opened again: somebody is told", '"We sail, said Oda. "It is late."', ["It is late."]),
    ("not opened again: no new sentence", 'He saw "the sea and "the boats".', ["the boats"]),
    (
        "not opened again: told on both sides",
        'He said: "We sail. Oda sat down. "It is late," she said.',
        ["It is late,"],
    ),
    ("a closing mark alone", "It was late.” He left.", []),
    ("an opening mark before the end", "It was late. “", []),
    ("a mark inside a word", 'It was un"likely that "rain" fell.', ["rain"]),
    ("closed by a single mark", "“Now,’ he said. “Later,” she said.", ["Now,", "Later,"]),
    ("a space before the closing mark", "“Now, ” he said.", ["Now,"]),
    ("a lone opening single mark", "He said ‘now and left.", []),
    (
        "never closed, so it runs to the end of its paragraph",
        "He said: “We sail at dawn.\nThey did.",
        ["We sail at dawn."],
    ),
    (
        "odd marks of one paragraph do not shift those of the next",
        'A 2" gap, and "one more.\n"Two," he said. "Three."',
        ["one more.", "Two,", "Three."],
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), DOUBLE)
def test_double_marks_enclose_what_a_reader_would_say(
    why: str, text: str, expected: list[str]
) -> None:
    assert expected == segments(text), why
    assert not any(m.single for m in marked(text)), why


@pytest.mark.parametrize(("why", "text", "expected"), SINGLE)
def test_single_marks_are_told_from_apostrophes(
    why: str, text: str, expected: list[str] | None
) -> None:
    whole = expected if expected is not None else [text[1 : text.rindex("'")]]
    assert whole == segments(text), why
    assert all(m.single for m in marked(text)), why


@pytest.mark.parametrize(("why", "text"), NO_MARKS)
def test_signs_that_mark_no_words_give_nothing(why: str, text: str) -> None:
    assert segments(text) == [], why


@pytest.mark.parametrize(("why", "text", "expected"), NESTED)
def test_nested_marks_give_the_outer_before_the_inner(
    why: str, text: str, expected: list[str]
) -> None:
    assert expected == segments(text), why
    found = marked(text)
    for m in found[1:]:
        if m.parent is not None:
            outer = found[m.parent]
            assert outer.inner_start <= m.start < m.end <= outer.inner_end, why


@pytest.mark.parametrize(("why", "text", "expected"), UNBALANCED)
def test_unbalanced_marks_harm_nothing_around_them(
    why: str, text: str, expected: list[str]
) -> None:
    assert expected == segments(text), why


def test_a_nested_stretch_names_the_innermost_one_around_it() -> None:
    found = marked("“I heard ‘the “Heron” sank’,” he said. “Yes.”")
    assert [m.parent for m in found] == [None, 0, 1, None]
    assert [m.single for m in found] == [False, True, False, False]


def test_the_outer_offsets_take_in_the_marks_and_the_inner_ones_do_not() -> None:
    text = "He said: « Oui » ."
    (m,) = marked(text)
    assert text[m.start : m.end] == "« Oui »"
    assert text[m.inner_start : m.inner_end] == "Oui"


def test_marks_in_page_furniture_are_found_too() -> None:
    text = "Advertisement\nPhoto: The “Heron” at sea"
    assert segments(text) == ["Heron"]
