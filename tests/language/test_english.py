"""Which texts are read as English."""

from __future__ import annotations

import pytest

from quotes.language.english import is_english

ENGLISH = (
    "The bridge over the Elm was closed on Tuesday after the river rose, and the mayor said that "
    "it would be some time before it could be opened to the people who live on the other side."
)
OTHERS = {
    "German": "Die Brücke über die Elm wurde am Dienstag gesperrt, nachdem der Fluss gestiegen "
    "war, und die Bürgermeisterin sagte, es werde einige Zeit dauern, bis die Leute auf der "
    "anderen Seite sie wieder benutzen können.",
    "French": "Le pont sur l'Elm a été fermé mardi après la montée de la rivière, et la maire a "
    "dit qu'il faudrait du temps avant que les gens de l'autre rive puissent le traverser à "
    "nouveau avec leurs voitures et leurs chevaux.",
    "Spanish": "El puente sobre el río fue cerrado el martes después de la crecida, y la alcaldesa "
    "dijo que pasaría algún tiempo antes de que los vecinos de la otra orilla pudieran cruzarlo "
    "de nuevo con sus coches y sus caballos.",
    "Danish": "Broen over åen blev lukket i tirsdags, efter at vandet steg, og borgmesteren sagde, "
    "at der ville gå nogen tid, før de, der bor på den anden side, igen kunne komme over den med "
    "deres biler og heste.",
    "Russian": "Мост через реку закрыли во вторник после того как поднялась вода и мэр сказала "
    "что пройдёт время прежде чем жители другого берега снова смогут по нему проехать на своих "
    "машинах и лошадях в город на рынок и домой",
    "Chinese": "星期二 河水 上涨 之后 桥 被 关闭 市长 说 要 过 一段 时间 居民 才 能 再次 通过",
}


def test_english_prose_is_english() -> None:
    assert is_english(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_prose_in_another_language_is_not(language: str) -> None:
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("text", ["", "“Yes,” said Ada Marsh.", "Ada Marsh: “No.”", "42", "?!"])
def test_a_short_text_in_latin_letters_or_without_words_passes(text: str) -> None:
    assert is_english(text)


def test_a_short_text_in_other_letters_does_not() -> None:
    assert not is_english("Мост закрыт, сказала мэр")


def test_a_foreign_name_or_phrase_does_not_make_a_text_foreign() -> None:
    assert is_english(f"{ENGLISH} The mayor, Šárka Dvořáková, called it “une catastrophe totale”.")


def test_many_names_do_not_make_a_text_foreign() -> None:
    names = "Adaeze Okonjo-Bello, Chukwuemeka Nwachukwu, Oluwaseun Adebanjo, Ngozi Uzoamaka, "
    text = (
        f"{names * 3}Ifeanyichukwu Ezenwa Obiora and Tochukwu Madueke Onyema walked out. "
        f"{names * 2}Ifeanyichukwu Ezenwa Obiora and Tochukwu Madueke Onyema want the Elmford "
        "Bridge to be mended before the rain. “We have asked for it since the flood,” "
        "Okonjo-Bello told the Lowmere Herald, which had sent Ngozi Uzoamaka to see it for a day."
    )
    assert is_english(text)


def test_one_language_quoted_in_the_other_is_decided_by_the_larger_part() -> None:
    assert is_english(f"{ENGLISH} {ENGLISH} {ENGLISH} “{OTHERS['German']}”")
    assert not is_english(f"{OTHERS['German']} {OTHERS['Russian']} “The bridge is closed.”")
