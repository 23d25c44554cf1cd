"""The page in a real browser: filters, keys, details, hostile text, narrow windows, print."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from quotes.render import page
from quotes.types import Article, Quote
from tests.browser.conftest import Open, logged
from tests.render.pages import ARTICLE, MARSH, OUTER, QUOTES, hostile
from tests.utterances.building import normalised, story

OTHER = attrs.evolve(ARTICLE, id="b", title="Second article")
PAGE = page([ARTICLE, OTHER], [QUOTES, [OUTER]])


def one(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def marked(browser: Chrome) -> list[str]:
    """The anchors of the quotes that are marked, whole and not filtered away."""
    shown = browser.find_elements(By.CSS_SELECTOR, ".text mark[id]:not(.off)")
    return [mark.get_attribute("id") or "" for mark in shown if mark.is_displayed()]


def press(browser: Chrome, *keys: str) -> None:
    ActionChains(browser).send_keys(*keys).perform()


def current(browser: Chrome) -> str:
    return str(browser.execute_script("return location.hash"))


def errors(browser: Chrome) -> list[Any]:
    """What the browser complained of: errors of scripts and breaches of the policy."""
    return [entry["message"] for entry in logged(browser, "browser")]


def requested(browser: Chrome) -> set[str]:
    """The addresses that the browser asked for."""
    told = (json.loads(entry["message"])["message"] for entry in logged(browser, "performance"))
    sent = [t["params"] for t in told if t["method"] == "Network.requestWillBeSent"]
    return {params["request"]["url"].partition(":")[0] for params in sent}


def test_a_kind_that_is_switched_off_is_no_longer_marked(opened: Open) -> None:
    browser = opened(PAGE)
    button = one(browser, "[data-kind=direct].pick")
    assert marked(browser) == ["a1q1", "a1q2", "a1q1-2", "a1q3", "a1q4", "a2q1", "a2q1-2"]

    button.click()

    assert button.get_attribute("aria-pressed") == "false"
    assert marked(browser) == ["a1q2", "a1q3"]
    assert one(browser, "#status").text == "2 quotes in 1 of 2 articles"
    assert not one(browser, "#a2").is_displayed()
    one(browser, "#all").click()
    assert len(marked(browser)) == 7
    assert errors(browser) == []


def test_quoted_words_that_are_not_speech_are_marked_when_asked_for(opened: Open) -> None:
    browser = opened(PAGE)

    one(browser, "[data-kind=other].pick").click()

    assert "a1q5" in marked(browser)


def test_only_the_doubtful_can_be_looked_at(opened: Open) -> None:
    browser = opened(PAGE)

    for name in ("sure", "likely", "open"):
        one(browser, f"[data-sure={name}].pick").click()

    assert marked(browser) == ["a1q2"]
    outline = one(browser, "#a1q2").value_of_css_property("outline-style")
    assert outline == "dashed"


def test_a_speaker_of_the_list_filters_all_articles(opened: Open) -> None:
    browser = opened(PAGE)

    one(browser, "#a1 .cast .person").click()

    assert marked(browser) == ["a1q1", "a1q1-2", "a2q1", "a2q1-2"]
    pressed = browser.find_elements(By.CSS_SELECTOR, ".person[aria-pressed=true]")
    assert {button.text.split("\n")[-1].partition(" 2")[0] for button in pressed} == {"Ada Marsh"}
    one(browser, "#a2 .cast .person").click()
    assert len(marked(browser)) == 7


def test_the_list_of_speakers_can_be_searched(opened: Open) -> None:
    browser = opened(PAGE)

    one(browser, "#seek").send_keys("clerk")

    shown = [e.text for e in browser.find_elements(By.CSS_SELECTOR, ".people .name")]
    assert [name for name in shown if name] == ["a clerk"]


def test_keys_step_from_quote_to_quote_and_open_details(opened: Open) -> None:
    browser = opened(PAGE)
    anchors = []

    for key in ("j", "j", Keys.ARROW_RIGHT, "k", Keys.ARROW_LEFT, "k"):
        press(browser, key)
        anchors.append(current(browser))

    assert anchors == ["#a1q1", "#a1q2", "#a1q3", "#a1q2", "#a1q1", "#a2q1"]
    press(browser, "j", "j", Keys.ENTER)
    card = one(browser, "#card")
    assert card.is_displayed()
    assert "a clerk" in card.text
    assert "doubtful" in card.text
    press(browser, "j")
    assert "Joel Fenn" in card.text
    press(browser, Keys.ESCAPE)
    assert not card.is_displayed()
    assert errors(browser) == []


def test_the_parts_of_a_split_quote_are_shown_together_and_linked(opened: Open) -> None:
    browser = opened(PAGE)

    press(browser, "j")

    at = [m.get_attribute("id") for m in browser.find_elements(By.CSS_SELECTOR, "mark.at")]
    assert at == ["a1q1", "a1q1-2"]
    one(browser, "#a1q1 + sup > .jump").click()
    assert current(browser) == "#a1q1-2"


def test_keys_that_are_switched_off_do_nothing(opened: Open) -> None:
    browser = opened(PAGE)

    press(browser, "?")
    one(browser, "#keys").click()
    one(browser, "#done").click()
    press(browser, "j")

    assert current(browser) == ""


def test_keys_are_left_alone_while_one_writes(opened: Open) -> None:
    browser = opened(PAGE)

    one(browser, "#seek").send_keys("jk?")

    assert current(browser) == ""
    assert not browser.execute_script("return document.getElementById('help').open")


def test_details_come_by_a_click_on_the_words_and_the_inner_quote_is_nearer(opened: Open) -> None:
    browser = opened(PAGE)
    card = one(browser, "#card")

    one(browser, "#a1q2").click()

    assert "a clerk" in card.text
    one(browser, "#a1q1-2").click()
    assert "Ada Marsh, mayor" in card.text
    assert "Lowmere Board, as written" in card.text
    assert "probability 0.97" in card.text
    one(browser, "#close").click()
    assert not card.is_displayed()


def test_a_doubtful_inner_quote_is_drawn_inside_the_outer_one(opened: Open) -> None:
    browser = opened(PAGE)
    inner, outer = one(browser, "#a1q2"), one(browser, "#a1q1")

    assert inner.find_element(By.XPATH, "ancestor::mark").get_attribute("id") == "a1q1"
    words = inner.find_element(By.CSS_SELECTOR, ".words")
    colours = {e.value_of_css_property("background-color") for e in (words, outer)}
    assert len(colours) == 2


def test_an_address_with_an_anchor_leads_to_the_quote(opened: Open) -> None:
    browser = opened(PAGE)

    browser.execute_script("location.hash = 'a1q3'")

    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert "at" in (one(browser, "#a1q3").get_attribute("class") or "").split()


def test_hostile_text_does_nothing_and_is_shown_as_text(opened: Open) -> None:
    article, found = hostile()

    browser = opened(page([article, ARTICLE], [found, QUOTES], title=article.title))
    press(browser, "j", Keys.ENTER)
    one(browser, "#seek").send_keys("<script>")

    assert browser.execute_script("return window.broken") is None
    assert browser.find_elements(By.CSS_SELECTOR, "img, iframe, .text script") == []
    assert browser.find_elements(By.CSS_SELECTOR, "a[href^='javascript']") == []
    text = one(browser, "#a1 .text").text
    assert "<script>window.broken = 1</script>" in text
    assert "&lt;b&gt;{{ 7 * 7 }}\ufffd\ufffdtxet" in text
    assert errors(browser) == []


def test_the_page_asks_for_nothing_but_itself(opened: Open) -> None:
    browser = opened(PAGE)

    assert requested(browser) <= {"file", "data", "about"}


def test_without_its_script_the_page_can_still_be_read(opened: Open) -> None:
    browser = opened(PAGE.replace("(() => {", "(() => { return;", 1))

    assert errors(browser)  # the policy stops a script that is not the page's own
    assert len(marked(browser)) == 8
    assert one(browser, "#a1q1 + sup").text.startswith("1")


@pytest.mark.parametrize("width", [320, 400])
def test_the_page_fits_a_phone(opened: Open, width: int) -> None:
    browser = opened(PAGE)
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 700, "deviceScaleFactor": 1, "mobile": True},
    )

    assert browser.execute_script("return document.documentElement.scrollWidth") == width
    one(browser, "#next").click()
    one(browser, "#a1q1 + sup > .num").click()
    assert one(browser, "#card").size["width"] == width


def test_the_reader_s_choice_of_dark_colours_is_followed(opened: Open) -> None:
    browser = opened(PAGE)
    light = one(browser, "html").value_of_css_property("background-color")

    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": dark})

    assert one(browser, "html").value_of_css_property("background-color") != light


def test_print_has_the_notes_and_none_of_the_buttons(opened: Open) -> None:
    browser = opened(PAGE)
    note = one(browser, "#a1q2n")
    assert not note.is_displayed()

    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})

    assert not one(browser, ".bar").is_displayed()
    assert "a clerk" in note.text
    assert "probability 0.55" in note.text
    assert "doubtful" in note.text


def test_utterances_are_sorted_by_speaker_and_by_spread(opened: Open) -> None:
    rows = [
        ("a", "⟦quill: “We were never asked about it,”⟧ said Nora Quill."),
        ("b", "⟦quill: “We were never asked about it,”⟧ said Nora Quill."),
        ("c", "⟦marsh: “The wall is going to hold,”⟧ said Ada Marsh."),
    ]
    stories = [story(id, text, outlet=id, day=9 - n) for n, (id, text) in enumerate(rows)]
    found = normalised(*stories)
    browser = opened(page([s.article for s in stories], [s.quotes for s in stories], found))

    def order() -> list[str]:
        return [e.text for e in browser.find_elements(By.CSS_SELECTOR, ".saying .name")]

    one(browser, "[data-sort=speaker]").click()
    assert order() == ["Ada Marsh", "Nora Quill"]
    one(browser, "[data-sort=spread]").click()
    assert order() == ["Nora Quill", "Ada Marsh"]
    one(browser, ".versions a").click()
    assert current(browser).startswith("#a")


def test_a_hundred_articles_have_one_listener_for_all_clicks_and_keep_far_ones_unlaid(
    opened: Open,
) -> None:
    articles = [Article(ARTICLE.text, id=f"a{n}", title=f"Article {n}") for n in range(100)]
    found: list[list[Quote]] = [QUOTES] * 100
    browser = opened(page(articles, found))

    one(browser, ".people .person").click()
    assert one(browser, "#status").text == "100 quotes in 100 of 100 articles"
    browser.execute_script("location.hash = 'a77q1'")
    browser.execute_async_script("setTimeout(arguments[0], 300)")

    top = one(browser, "#a77q1").rect["y"] - browser.execute_script("return scrollY")
    assert 0 < top < 1000
    assert MARSH.name in one(browser, ".people .person").text
