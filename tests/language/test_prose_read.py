"""How the bundled models read plain prose: sentences, words, tags, lemmas, names and syntax."""

from __future__ import annotations

import pytest

from quotes.language.packages import find
from quotes.language.sentences import Reading, Sentence
from quotes.language.stanza_analyser import StanzaAnalyser

pytestmark = pytest.mark.models

SENTENCES = {
    "Maj. Arlo Pell left. He was tired.": ["Maj. Arlo Pell left.", "He was tired."],
    "The board of Acme Inc. met. It was late.": ["The board of Acme Inc. met.", "It was late."],
    "He came to the U.S. in May.": ["He came to the U.S. in May."],
    "It closed at 6 p.m. on Monday.": ["It closed at 6 p.m. on Monday."],
    "It rose 4.5 percent. It fell 2,500 points.": ["It rose 4.5 percent.", "It fell 2,500 points."],
    "He paid $4.5 million. She paid nothing.": ["He paid $4.5 million.", "She paid nothing."],
    "“Why?” he asked. She left.": ["“Why?” he asked.", "She left."],
    "“It is late.” He left.": ["“It is late.”", "He left."],
    "“It is late,” he said. “We are tired.”": ["“It is late,” he said.", "“We are tired.”"],
    "See www.harbour.example/road for more. It is long.": [
        "See www.harbour.example/road for more.",
        "It is long.",
    ],
    "Write to ada.marsh@harbour.example today. It is late.": [
        "Write to ada.marsh@harbour.example today.",
        "It is late.",
    ],
    "Mr. and Mrs. Pell left. They were tired.": ["Mr. and Mrs. Pell left.", "They were tired."],
    "The Rev. Ada Marsh prayed. All sang.": ["The Rev. Ada Marsh prayed.", "All sang."],
    "St. Ann's burned. Nobody was hurt.": ["St. Ann's burned.", "Nobody was hurt."],
    "No. 7 won. No. It lost.": ["No. 7 won.", "No.", "It lost."],
    "Gov. Ada Marsh, Sen. Odo Pell and Lt. Col. Bo Hale met. They ate.": [
        "Gov. Ada Marsh, Sen. Odo Pell and Lt. Col. Bo Hale met.",
        "They ate.",
    ],
    "It was Jan. 5. It snowed.": ["It was Jan. 5.", "It snowed."],
    "He said: “No.” She said yes.": ["He said: “No.”", "She said yes."],
    "Wait... She left! Did he? Yes.": ["Wait...", "She left!", "Did he?", "Yes."],
    "Odo Pell Jr. left. His son stayed.": ["Odo Pell Jr. left.", "His son stayed."],
    "She met Odo Pell Jr. He was tired.": ["She met Odo Pell Jr.", "He was tired."],
    "J. R. Pell left. A. Marsh stayed.": ["J. R. Pell left.", "A. Marsh stayed."],
    "He has a Ph.D. She has none.": ["He has a Ph.D.", "She has none."],
    "He won 3-2. She lost.": ["He won 3-2.", "She lost."],
    "A bridge (it is old) fell. (It was late.) He left.": [
        "A bridge (it is old) fell.",
        "(It was late.)",
        "He left.",
    ],
    "He left; she stayed. It rained - and it snowed.": [
        "He left; she stayed.",
        "It rained - and it snowed.",
    ],
    "Prof. Marsh vs. Dr. Pell was short. It ended.": [
        "Prof. Marsh vs. Dr. Pell was short.",
        "It ended.",
    ],
}
WORDS = {
    "We can't go, they've left and I'm cold.": "We ca n't go , they 've left and I 'm cold .",
    "Ada Marsh's well-known ferrymen's votes.": "Ada Marsh 's well - known ferrymen 's votes .",
    "O'Hara didn't say it's the builders' wall.": "O'Hara did n't say it 's the builders ' wall .",
    "He paid $2,500.75 (about 40%) at 6:30.": "He paid $ 2,500.75 ( about 40 % ) at 6:30 .",
    "It is 1990s' rock 'n' roll -- loud.": "It is 1990s ' rock 'n' roll -- loud .",
    "Write to a.b@c.org or see http://x.example/y, now.": (
        "Write to a.b@c.org or see http://x.example/y, now ."
    ),
    "Ma'am, who'd've known?": "Ma'am , who'd 've known ?",
    "“Yes,” she said—and left.": '" Yes , " she said - and left .',
    "Marsh/Pell won; AC/DC lost.": "Marsh / Pell won ; AC / DC lost .",
    "The 3-year-old's well.": "The 3 - year - old 's well .",
    "Cannot, gonna, won't.": "Cannot , gonna , wo n't .",
}
TAGS = {
    "The ferries were leaving and the men sang.": (
        "DT NNS VBD VBG CC DT NNS VBP .",
        "the ferry be leave and the man sing .",
    ),
    "She told us that he has written two books.": (
        "PRP VBD PRP IN PRP VBZ VBN CD NNS .",
        "she tell we that he have write two book .",
    ),
    "Ada Marsh and Odo Pell met in Paris on Monday.": (
        "NNP NNP CC NNP NNP VBD IN NNP IN NNP .",
        "Ada Marsh and Odo Pell meet in Paris on Monday .",
    ),
    "The Harbour Board of Norbury met the United Nations in Geneva.": (
        "DT NNP NNP IN NNP VBD DT NNP NNPS IN NNP .",
        "the Harbour Board of Norbury meet the Unite Nation in Geneva .",
    ),
    "French police arrested two Germans near the Eiffel Tower.": (
        "JJ NN VBD CD NNPS IN DT NNP NNP .",
        "French police arrest two German near the Eiffel Tower .",
    ),
    "Pell gave her the keys and left quickly.": (
        "NNP VBD PRP DT NNS CC VBD RB .",
        "Pell give her the key and leave quickly .",
    ),
}
NAMES: dict[str, list[tuple[str, str]]] = {
    "The ferries were leaving and the men sang.": [],
    "She told us that he has written two books.": [],
    "Ada Marsh and Odo Pell met in Paris on Monday.": [
        ("Ada Marsh", "Person"),
        ("Odo Pell", "Person"),
        ("Paris", "Location"),
        ("Monday", "Date"),
    ],
    "The Harbour Board of Norbury met the United Nations in Geneva.": [
        ("Harbour Board of Norbury", "Organization"),
        ("United Nations", "Organization"),
        ("Geneva", "Location"),
    ],
    "French police arrested two Germans near the Eiffel Tower.": [
        ("French", "NORP"),
        ("Germans", "NORP"),
        ("Eiffel Tower", "Location"),
    ],
    "Pell gave her the keys and left quickly.": [("Pell", "Person")],
}
SYNTAX = {
    "The ferries were leaving and the men sang.": (
        "det(ferries,The) nsubj(leaving,ferries) aux(leaving,were) root(ROOT,leaving) "
        "cc(sang,and) det(men,the) nsubj(sang,men) conj(leaving,sang) punct(leaving,.)"
    ),
    "She told us that he has written two books.": (
        "nsubj(told,She) root(ROOT,told) iobj(told,us) mark(written,that) "
        "nsubj(written,he) aux(written,has) ccomp(told,written) nummod(books,two) "
        "obj(written,books) punct(told,.)"
    ),
    "Ada Marsh and Odo Pell met in Paris on Monday.": (
        "nsubj(met,Ada) flat(Ada,Marsh) cc(Odo,and) conj(Ada,Odo) flat(Ada,Pell) "
        "root(ROOT,met) case(Paris,in) obl(met,Paris) case(Monday,on) obl(met,Monday) "
        "punct(met,.)"
    ),
    "The Harbour Board of Norbury met the United Nations in Geneva.": (
        "det(Board,The) compound(Board,Harbour) nsubj(met,Board) case(Norbury,of) "
        "nmod(Board,Norbury) root(ROOT,met) det(Nations,the) amod(Nations,United) "
        "obj(met,Nations) case(Geneva,in) obl(met,Geneva) punct(met,.)"
    ),
    "French police arrested two Germans near the Eiffel Tower.": (
        "amod(police,French) nsubj(arrested,police) root(ROOT,arrested) "
        "nummod(Germans,two) obj(arrested,Germans) case(Tower,near) det(Tower,the) "
        "compound(Tower,Eiffel) obl(arrested,Tower) punct(arrested,.)"
    ),
    "Pell gave her the keys and left quickly.": (
        "nsubj(gave,Pell) root(ROOT,gave) iobj(gave,her) det(keys,the) obj(gave,keys) "
        "cc(left,and) conj(gave,left) advmod(left,quickly) punct(gave,.)"
    ),
}


@pytest.fixture(scope="module")
def analyser(one_thread: None) -> StanzaAnalyser:
    """An analyser of the bundled models."""
    return StanzaAnalyser(find("bundled"))


@pytest.fixture(scope="module")
def readings(analyser: StanzaAnalyser) -> dict[str, Reading]:
    """The reading of each text, read together."""
    texts = [*SENTENCES, *WORDS, *TAGS]
    return dict(zip(texts, analyser.read(texts), strict=True))


@pytest.fixture(scope="module")
def parsed(analyser: StanzaAnalyser, readings: dict[str, Reading]) -> dict[str, Sentence]:
    """The parse of each text of one sentence."""
    rows = analyser.parse([sentence for text in TAGS for sentence in readings[text].sentences])
    return dict(zip(TAGS, rows, strict=True))


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_a_text_is_split_where_its_sentences_end(
    text: str, expected: list[str], readings: dict[str, Reading]
) -> None:
    assert [text[s.start : s.end] for s in readings[text].sentences] == expected


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_clitics_signs_and_hyphens_are_words_and_addresses_and_numbers_are_whole(
    text: str, expected: str, readings: dict[str, Reading]
) -> None:
    words = [word for sentence in readings[text].sentences for word in sentence.words]

    assert " ".join(word.text for word in words) == expected


@pytest.mark.parametrize(("text", "expected"), TAGS.items())
def test_every_word_has_its_tag_and_its_lemma(
    text: str, expected: tuple[str, str], readings: dict[str, Reading]
) -> None:
    [sentence] = readings[text].sentences

    tags, lemmas = expected
    assert " ".join(word.xpos for word in sentence.words) == tags
    assert " ".join(word.lemma for word in sentence.words) == lemmas


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_names_have_their_kind(
    text: str, expected: list[tuple[str, str]], readings: dict[str, Reading]
) -> None:
    [sentence] = readings[text].sentences

    assert [
        (text[sentence.words[e.first].start : sentence.words[e.stop - 1].end], e.kind)
        for e in sentence.entities
    ] == expected


@pytest.mark.parametrize(("text", "expected"), SYNTAX.items())
def test_every_word_hangs_on_its_head(
    text: str, expected: str, parsed: dict[str, Sentence]
) -> None:
    words = parsed[text].words

    assert (
        " ".join(
            f"{w.deprel}({words[w.head].text if w.head >= 0 else 'ROOT'},{w.text})" for w in words
        )
        == expected
    )
