"""Holders of offices and nationals who are written like names: *the DCP*, *the Dutchman*."""

from __future__ import annotations

from quotes.lexicons import of_class
from quotes.lexicons.persons import Sort
from quotes.names.nationals import national as one_of_a_people
from quotes.speakers.mentions import Reference
from quotes.speakers.nouns import is_person_noun, role_kind, singular

_OFFICES = of_class("closing_offices")
"""Offices that close a title of several words."""
_PARTS = of_class("parts_of_countries")


def office(reference: Reference) -> int | None:
    """The head noun of a mention in capitals that names the holder of an office, no institution.

    *The Commissioner for Ports*, *the Harbour Relations Officer*, *the DCP*; else None.
    """
    sentence, head, name = reference.sentence, reference.head, reference.name
    if head is None or name is None:
        return None
    words = sentence.words
    own = any(w.xpos == "POS" for w in words[reference.first : name[0]])
    if not own and words[reference.first].lower != "the":
        return None
    over = next((k for k in range(name[0] + 1, name[1]) if words[k].lower in {"of", "for"}), None)
    head = head if over is None else over - 1
    key = singular(words[head].text)
    plural = words[head].xpos in {"NNS", "NNPS"}
    if plural or role_kind(key) is not Sort.ROLE or not is_person_noun(sentence, head):
        return None
    if over is not None:
        return head
    if name[1] - name[0] == 1:
        short = words[head].text.isupper() and len(words[head].text) > 1
        return head if short else None
    return head if key in _OFFICES else None


def national(reference: Reference) -> tuple[str, str | None] | None:
    """What alone means a person, and the sex it shows: *the Dutchman*, *the mother of two*."""
    words, first = reference.sentence.words, reference.first
    size = reference.stop - first
    if words[first].lower != "the" or size < 2:
        return None
    phrase = [w.lower for w in words[first + 1 : reference.stop]]
    if phrase[0].split("-")[0].isdigit() and "".join(phrase[-5:]).endswith("-year-old"):
        return phrase[0].split("-")[0], None
    if phrase[0].isdigit() and "".join(phrase[:5]).endswith("-year-old"):
        size -= 5  # *the 51-year-old Dutchman*
    if size > 3 or (size == 3 and phrase[0] not in _PARTS):
        return None
    last = words[reference.stop - 1]
    if last.xpos == "NNPS" or not last.text[:1].isupper():
        return None
    return one_of_a_people(last.text)
