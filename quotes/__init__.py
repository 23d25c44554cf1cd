"""Who said what: quotations in news text, with their speakers.

>>> import quotes
>>> quotes.extract("“It will open in May,” said Ada Marsh, the mayor.")[0].speaker.name
'Ada Marsh'
"""

from quotes.api import Extractor, extract, extract_many
from quotes.errors import FormatError, InputError, ModelError, OptionError, QuotesError
from quotes.types import (
    Affiliation,
    Article,
    Kind,
    Method,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Unresolved,
)

__all__ = [
    "Affiliation",
    "Article",
    "Extractor",
    "FormatError",
    "InputError",
    "Kind",
    "Method",
    "ModelError",
    "OptionError",
    "Quote",
    "QuotesError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Unresolved",
    "extract",
    "extract_many",
]
