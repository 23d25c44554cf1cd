"""What `import quotes` loads of this room, and when."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quotes
from quotes.utterances import Utterances


def _ends_well(code: str) -> bool:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr == b""
    return done.returncode == 0


def test_import_quotes_does_not_load_the_room() -> None:
    assert _ends_well("import quotes, sys; sys.exit('quotes.utterances' in sys.modules)")


def test_utterances_are_loaded_when_they_are_asked_for_and_without_models() -> None:
    assert _ends_well(
        "import quotes, sys; quotes.Utterances({}); "
        "sys.exit('torch' in sys.modules or 'stanza' in sys.modules)"
    )


def test_articles_with_their_quotes_are_brought_together_without_models() -> None:
    assert _ends_well(
        "import quotes, sys; quotes.normalise(['Rain.'], quotes=[[]]).at(0.7); "
        "sys.exit('torch' in sys.modules or 'stanza' in sys.modules)"
    )


def test_the_class_of_results_is_one_of_the_public_names() -> None:
    assert quotes.Utterances is Utterances
    assert "Utterances" in quotes.__all__
    assert isinstance(quotes.normalise([]), quotes.Utterances)


def test_every_public_name_is_there() -> None:
    assert all(hasattr(quotes, name) for name in quotes.__all__)


def test_every_public_name_is_offered_before_it_is_loaded() -> None:
    assert _ends_well("import quotes, sys; sys.exit(not set(quotes.__all__) <= set(dir(quotes)))")


def test_what_is_no_public_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Utterence'"):
        quotes.Utterence  # noqa: B018
