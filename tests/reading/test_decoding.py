"""From the bytes of a file to its text (`quotes/reading/decoding.py`)."""

from __future__ import annotations

import pytest

from quotes.errors import OptionError, QuotesError
from quotes.reading.decoding import decoded

TEXT = "“It held,” said André Müller.\r\nRain — at last."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_and_utf8_need_no_encoding(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("encoding", "guess"),
    [
        ("cp1252", "windows-1252: --encoding cp1252"),
        ("mac_roman", "mac-roman: --encoding mac_roman"),
        ("utf-16-le", "UTF-16: --encoding utf-16-le"),
        ("utf-16-be", "UTF-16: --encoding utf-16-be"),
    ],
)
def test_what_is_not_utf8_is_told_with_a_guess_that_reads_it(encoding: str, guess: str) -> None:
    with pytest.raises(QuotesError, match=rf"^is not UTF-8; it looks like {guess}$"):
        decoded(TEXT.encode(encoding))

    assert decoded(TEXT.encode(encoding), guess.split()[-1]) == TEXT


def test_a_file_that_does_not_fit_its_encoding_is_refused() -> None:
    with pytest.raises(QuotesError, match=r"^is not ascii: byte 0 does not fit$"):
        decoded(TEXT.encode("cp1252"), "ascii")


@pytest.mark.parametrize("name", ["klingon", "rot13", "a\0b"])
def test_an_encoding_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(OptionError, match=r"^encoding: expected the name of an encoding"):
        decoded(b"It held.", name)


def test_only_a_page_is_read_as_it_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>“It held.”'.encode("cp1252")

    assert decoded(page, page=True).endswith("“It held.”")
    with pytest.raises(QuotesError):
        decoded(page)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(QuotesError, match=r"^is not a text file: save it as plain text"):
        decoded(b"\x01\x00\x02\x00\x00\xff" * 40)
