"""Whether given words stand in an article: the words and marks decide, no model is asked."""

from quotes.verification.given import has_words
from quotes.verification.verifier import Verifier

__all__ = ["Verifier", "has_words"]
