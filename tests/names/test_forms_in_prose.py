"""The forms of a name that an article uses for one person, and who else shares them."""

from __future__ import annotations

import pytest

import quotes
from tests.told import speaker

pytestmark = pytest.mark.models

FORMS = {
    "Mara Oduya came. “It is safe,” Oduya said.": [
        "Mara Oduya",
    ],
    "“It is safe,” Oduya said. Mara Oduya built the bridge.": [
        "Mara Oduya",
    ],
    "Mara J. Oduya came. “It is safe,” Mara Oduya said.": [
        "Mara J. Oduya",
    ],
    "Mara Oduya-Lund came. “It is safe,” Oduya-Lund said.": [
        "Mara Oduya-Lund",
    ],
    "Jan van der Meulen came. “It is safe,” van der Meulen said.": [
        "Jan van der Meulen",
    ],
    "Jan van der Meulen came. “It is safe,” Van der Meulen said.": [
        "Jan van der Meulen",
    ],
    "Luca de Santis came. “It is safe,” De Santis said.": [
        "Luca de Santis",
    ],
    "Omar al-Haddad came. “It is safe,” al-Haddad said.": [
        "Omar al-Haddad",
    ],
    "Omar al-Haddad came. “It is safe,” Haddad said.": [
        "Omar al-Haddad",
    ],
    "Sean O'Malloran came. “It is safe,” O'Malloran said.": [
        "Sean O'Malloran",
    ],
    "Roe Seung-hoon came. “It is safe,” Roe said.": [
        "Roe Seung-hoon",
    ],
    "Kwan Tse-ling came. “It is safe,” Ms Kwan said.": [
        "Kwan Tse-ling",
    ],
    "Robert “Bob” Tilley came. “It is safe,” Bob Tilley said.": [
        "Robert Tilley",
    ],
    "William Tilley came. “It is safe,” Bill Tilley said.": [
        "William Tilley",
    ],
    "Hugo Brandt Jr. came. “It is safe,” Brandt said.": [
        "Hugo Brandt Jr.",
    ],
    "Hugo Brandt III came. “It is safe,” Brandt said.": [
        "Hugo Brandt III",
    ],
    "J.R. Calloway came. “It is safe,” Calloway said.": [
        "J.R. Calloway",
    ],
    "José Ibáñez came. “It is safe,” Ibanez said.": [
        "José Ibáñez",
    ],
    "Mara Oduya came. “It is safe,” Mara said.": [
        "Mara Oduya",
    ],
    "Mara Oduya came with her husband Piet Oduya. “It is safe,” Mara Oduya said.": [
        "Mara Oduya",
    ],
    (
        "Mara Oduya came with her husband Piet Oduya. “It is safe,” Mrs Oduya said. “It is,”"
        " Mr Oduya said."
    ): [
        "Mara Oduya",
        "Piet Oduya | husband",
    ],
    "Mara Oduya came with her son Piet. “It is safe,” Piet said.": [
        "Piet",
    ],
    "Mara Oduya came with her son, Piet. “It is safe,” Piet Oduya said.": [
        "Piet Oduya",
    ],
    "Piet Oduya, no relation to Mara Oduya, came. “It is safe,” Piet Oduya said.": [
        "Piet Oduya",
    ],
    "Mara Oduya opened the Oduya Foundation. “It is safe,” Oduya said.": [
        "Mara Oduya",
    ],
    "Lowell praised the Petra Lowell School. “It is safe,” Petra Lowell said.": [
        "Petra Lowell",
    ],
    "The late Mara Oduya said: “It is safe.”": [
        "Mara Oduya",
    ],
    "Pope Anselm came. “It is safe,” the pope said.": [
        "Anselm | Pope",
    ],
    "King Osric came. “It is safe,” the king said.": [
        "Osric | King",
    ],
    "The singer Zuna came. “It is safe,” Zuna said.": [
        "Zuna | singer",
    ],
}


@pytest.fixture(scope="module")
def found(one_thread: None) -> dict[str, list[str]]:
    """What was found in each text, extracted together."""
    texts = list(FORMS)
    lists = quotes.extract_many(texts)
    return {t: [speaker(q) for q in row] for t, row in zip(texts, lists, strict=True)}


@pytest.mark.parametrize(("text", "expected"), FORMS.items())
def test_every_form_of_a_name_leads_to_the_fullest(
    text: str, expected: list[str], found: dict[str, list[str]]
) -> None:
    assert found[text] == expected
