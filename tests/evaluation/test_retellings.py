"""Retold utterances: how they are made and how what was made of them is scored."""

from __future__ import annotations

import collections
from collections.abc import Callable, Hashable

import pytest

from quotes.evaluation.retelling import (
    Change,
    Miss,
    Retellings,
    Retold,
    generate,
    score_retellings,
)
from quotes.evaluation.retelling.changes import edited, fragment, negated, renumbered, trimmed
from quotes.evaluation.retelling.dice import Dice
from quotes.evaluation.retelling.grammar import (
    Wording,
    by_voice,
    parsed,
    plural,
    scene,
    speech,
    thought,
    worded,
)
from quotes.evaluation.retelling.inflection import gerund, participle, past, synonyms, third
from quotes.evaluation.retelling.reporting import reported
from quotes.evaluation.retelling.sayings import families
from quotes.lexicons import load_pairs
from quotes.types import Kind, Quote, QuoteRef, Reason, Utterance, Version, VersionRelation

NEWS = generate(3000, seed=11)
QUOTES = {
    (article.id, quote.id): quote
    for article, quotes in zip(NEWS.articles, NEWS.quotes, strict=True)
    for quote in quotes
}


def _quote(one: Retold) -> Quote:
    return QUOTES[one.article_id, one.quote_id]


def _utterances(key: Callable[[Retold], Hashable]) -> list[Utterance]:
    groups: dict[Hashable, list[Version]] = collections.defaultdict(list)
    for one in NEWS.retold:
        version = Version(one.article_id, None, _quote(one), VersionRelation.VERBATIM, 1.0)
        groups[key(one)].append(version)
    ref = QuoteRef("a", "q1")
    return [
        Utterance(str(n), "", Reason.ONLY, ref, None, tuple(versions))
        for n, versions in enumerate(groups.values())
    ]


def _by_utterance() -> dict[int, list[Retold]]:
    found: dict[int, list[Retold]] = collections.defaultdict(list)
    for one in NEWS.retold:
        found[one.utterance].append(one)
    return found


def test_the_same_seed_gives_the_same_retellings_and_another_seed_others() -> None:
    assert generate(200, seed=5) == generate(200, seed=5)
    assert generate(200, seed=5) != generate(200, seed=6)


def test_fewer_quotes_are_the_beginning_of_more() -> None:
    few, more = generate(100, seed=5), generate(400, seed=5)

    assert more.articles[: len(few.articles)] == few.articles
    assert more.retold[: len(few.retold)] == few.retold


def test_there_are_at_least_as_many_quotes_as_were_asked_for() -> None:
    assert 3000 <= len(NEWS.retold) < 3060
    assert generate(0) == Retellings((), (), (), ())


def test_a_negative_number_of_quotes_is_an_error() -> None:
    with pytest.raises(ValueError, match="-1 quotes"):
        generate(-1)


def test_every_span_holds_its_words() -> None:
    for article, quotes in zip(NEWS.articles, NEWS.quotes, strict=True):
        for quote in quotes:
            assert quote.speaker is not None
            spans = [*quote.segments, *quote.content, *quote.speaker.mentions]
            spans += [span for span in (quote.cue, quote.source, quote.via) if span is not None]
            spans += [affiliation.as_written for affiliation in quote.speaker.affiliations]
            assert [article.text[s.start : s.end] for s in spans] == [s.text for s in spans]


def test_the_gold_names_every_quote_once_and_in_order() -> None:
    given = [(one.article_id, one.quote_id) for one in NEWS.retold]

    assert given == list(QUOTES)
    assert all(quote.article_id == article for (article, _), quote in QUOTES.items())


def test_quotes_stand_in_text_order() -> None:
    for quotes in NEWS.quotes:
        starts = [quote.content[0].start for quote in quotes]
        assert starts == sorted(starts)


def test_marks_decide_the_kind_of_a_quote() -> None:
    for quote in QUOTES.values():
        assert (quote.kind is Kind.INDIRECT) == (not quote.segments)
        if quote.kind is Kind.DIRECT:
            quoted = sum(span.end - span.start + 2 for span in quote.segments)
            assert sum(span.end - span.start for span in quote.content) == quoted


def test_an_utterance_has_one_speaker_and_one_original() -> None:
    for group in _by_utterance().values():
        assert len({one.speaker for one in group}) == 1
        assert [one.change for one in group].count(None) == 1


def test_every_change_and_every_near_miss_occurs() -> None:
    assert {one.change for one in NEWS.retold} == {None, *Change}
    assert {miss.sort for miss in NEWS.near_misses} == set(Miss)


def test_verbatim_versions_have_the_words_of_the_original_and_fragments_few_of_them() -> None:
    def words(one: Retold) -> list[str]:
        return [word.strip(".,;:").casefold() for word in _plain(_quote(one).text).split()]

    for group in _by_utterance().values():
        original = next(words(one) for one in group if one.change is None)
        for one in group:
            if one.change is Change.VERBATIM:
                assert words(one) == original
            elif one.change is Change.FRAGMENT:
                start, end = one.part
                assert words(one) == original[start:end]
                assert 2 <= end - start <= 6


def _plain(text: str) -> str:
    return text.replace("’", "'")


def test_near_misses_are_of_different_utterances_and_by_the_speakers_that_their_sort_says() -> None:
    speaker = {one.utterance: one.speaker for one in NEWS.retold}

    for miss in NEWS.near_misses:
        assert miss.a != miss.b
        if miss.sort is Miss.SPEAKER:
            assert speaker[miss.a] != speaker[miss.b]
        elif miss.sort is Miss.MATTER:
            assert speaker[miss.a] == speaker[miss.b]


def test_two_speakers_of_one_article_are_told_apart_by_their_ids() -> None:
    for quotes in NEWS.quotes:
        numbers = collections.defaultdict(set)
        for quote in quotes:
            assert quote.article_id is not None
            assert quote.speaker is not None
            one = NEWS_BY_QUOTE[quote.article_id, quote.id]
            numbers[one.speaker].add(quote.speaker.id)
        assert all(len(ids) == 1 for ids in numbers.values())
        assert len(set.union(*numbers.values())) == len(numbers)


NEWS_BY_QUOTE = {(one.article_id, one.quote_id): one for one in NEWS.retold}


def test_the_gold_itself_scores_one_for_every_change() -> None:
    score = score_retellings(NEWS, _utterances(lambda one: one.utterance))

    assert score.pairs.f1 == 1.0
    assert [change for change, _ in score.by_change] == list(Change)
    assert all(part.f1 == 1.0 and part.gold for _, part in score.by_change)
    assert all(merged.right == 0 < merged.gold for _, merged in score.merged)


def test_one_utterance_of_all_quotes_merges_every_near_miss() -> None:
    score = score_retellings(NEWS, _utterances(lambda one: 0))

    assert score.pairs.recall == 1.0
    assert score.pairs.precision < 0.01
    assert all(merged.recall == 1.0 for _, merged in score.merged)


def test_joining_equal_words_finds_what_is_verbatim_and_falls_for_stock_phrases() -> None:
    score = score_retellings(
        NEWS, _utterances(lambda one: _plain(_quote(one).text).strip(".,").casefold())
    )
    changes, misses = dict(score.by_change), dict(score.merged)

    assert changes[Change.VERBATIM].recall == 1.0
    assert changes[Change.RETRANSLATED].recall < 0.2
    assert misses[Miss.PHRASE].recall == 1.0
    assert misses[Miss.NUMBER].recall == 0.0


def test_scores_add_up() -> None:
    score = score_retellings(NEWS, _utterances(lambda one: one.utterance))

    assert (score + score).pairs.gold == 2 * score.pairs.gold
    assert (score + score).by_change[0][1].gold == 2 * score.by_change[0][1].gold


def test_a_version_of_another_set_is_an_error() -> None:
    with pytest.raises(ValueError, match="not among the retellings"):
        score_retellings(generate(10, seed=99), _utterances(lambda one: one.utterance))


def test_every_thought_can_be_worded_in_every_way_without_a_slot_left() -> None:
    dice = Dice(1)
    place = scene(dice, 0)
    who = place.cast[0]
    for family, (_, wordings) in enumerate(families()):
        words = speech(dice, place, who, thought(dice, place, who, family))
        for variant in range(len(wordings)):
            text = " ".join(worded(words, variant).words)
            assert not set("{}|\x01\x02") & set(text)


def test_every_voice_has_something_to_say() -> None:
    assert all(len(by_voice(voice)) >= 10 for voice in "ocewpn")


def test_marked_up_text_becomes_words_with_cuts_and_a_phrase() -> None:
    wording = parsed("it is \x01a new dawn\x02, | they say. we wait.")

    assert wording.words == ("It", "is", "a", "new", "dawn,", "they", "say.", "We", "wait.")
    assert wording.cuts == (5, 7)
    assert wording.phrase == (2, 5)


def test_a_trimmed_wording_ends_at_a_cut() -> None:
    wording = parsed("the mill burned down | before anyone could help")

    assert {trimmed(wording, Dice(seed)) for seed in range(20)} <= {(0, 4), (4, 8)}


def test_a_fragment_is_never_taken_from_words_it_shall_avoid() -> None:
    wording = Wording(("They", "left", "the", "frozen", "harbour", "in", "silence."), (), (2, 5))

    assert fragment(wording, Dice(1), "") is not None
    for seed in range(30):
        found = fragment(wording, Dice(seed), "the frozen harbour")
        assert found is None or found not in ((2, 5), (3, 5))


def test_an_edit_leaves_a_sentence() -> None:
    words = "We are really certain that the harbour is open now.".split()

    for seed in range(50):
        found = edited(words, Dice(seed), "the port")
        assert found[0][0].isupper()
        assert found[-1].endswith(".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we will wait", "we will not wait"),
        ("they are not here", "they are here"),
        ("nobody was there", None),
        ("go home", None),
    ],
)
def test_a_negation_is_put_in_or_taken_out(text: str, expected: str | None) -> None:
    found = negated(text.split())

    assert (" ".join(found) if found is not None else None) == expected


def test_another_number_takes_the_place_of_the_first() -> None:
    found = renumbered("At least 40 boats, and 7 rafts.".split(), Dice(1))

    assert found is not None
    assert found[2].isdigit()
    assert found[2] != "40"
    assert found[5] == "7"
    assert renumbered("No boats".split(), Dice(1)) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I am tired and my feet hurt", "she was tired and her feet hurt"),
        ("we will go, we have to", "they would go, they had to"),
        ("we want to have it", "they wanted to have it"),
        ("I'm glad it's over.", "she was glad it was over."),
        ("they could do more", "they could do more"),
    ],
)
def test_reported_speech_shifts_persons_and_tenses(said: str, expected: str) -> None:
    assert " ".join(reported(said.split(), female=True)) == expected


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", ("stops", "stopped", "stopped", "stopping")),
        ("carry on", ("carries on", "carried on", "carried on", "carrying on")),
        ("write", ("writes", "wrote", "written", "writing")),
        ("open", ("opens", "opened", "opened", "opening")),
        ("lie", ("lies", "lied", "lied", "lying")),
    ],
)
def test_verbs_are_inflected_at_their_first_word(base: str, forms: tuple[str, ...]) -> None:
    assert (third(base), past(base), participle(base), gerund(base)) == forms


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("birds and seals", True), ("lack of pumps", False), ("canvas", False), ("people", True)],
)
def test_the_head_of_a_phrase_decides_its_number(phrase: str, expected: bool) -> None:
    assert plural(phrase) is expected


def test_no_synonym_is_the_word_itself() -> None:
    table = {word: others.split("|") for word, others in load_pairs("synonyms").items()}

    assert [word for word, others in table.items() if word in others or "" in others] == []
    assert synonyms()["announced"] == ("declared", "proclaimed")
