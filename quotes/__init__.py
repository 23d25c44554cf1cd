"""Who said what: quotations in news text, with their speakers.

>>> import quotes
>>> quotes.extract("“It will open in May,” said Ada Marsh, the mayor.")[0].speaker.name
'Ada Marsh'
"""

from typing import TYPE_CHECKING

from quotes.api import Extractor, check, extract, extract_many, normalise, verify
from quotes.errors import FormatError, InputError, ModelError, OptionError, QuotesError
from quotes.types import (
    Affiliation,
    Article,
    ArticleSpan,
    ArticleSpeaker,
    Check,
    CheckStatus,
    Difference,
    DifferenceKind,
    Feature,
    Kind,
    Link,
    Marking,
    MergedAffiliation,
    MergedSpeaker,
    Method,
    Place,
    Quote,
    QuoteRef,
    Reason,
    Span,
    Speaker,
    SpeakerCheck,
    SpeakerKind,
    SpeakerMatch,
    Unresolved,
    Utterance,
    Verification,
    VerificationStatus,
    VerificationWarning,
    Version,
    VersionRelation,
)

if TYPE_CHECKING:
    from quotes.utterances import Utterances
    from quotes.verification import Verifier

__all__ = [
    "Affiliation",
    "Article",
    "ArticleSpan",
    "ArticleSpeaker",
    "Check",
    "CheckStatus",
    "Difference",
    "DifferenceKind",
    "Extractor",
    "Feature",
    "FormatError",
    "InputError",
    "Kind",
    "Link",
    "Marking",
    "MergedAffiliation",
    "MergedSpeaker",
    "Method",
    "ModelError",
    "OptionError",
    "Place",
    "Quote",
    "QuoteRef",
    "QuotesError",
    "Reason",
    "Span",
    "Speaker",
    "SpeakerCheck",
    "SpeakerKind",
    "SpeakerMatch",
    "Unresolved",
    "Utterance",
    "Utterances",
    "Verification",
    "VerificationStatus",
    "VerificationWarning",
    "Verifier",
    "Version",
    "VersionRelation",
    "check",
    "extract",
    "extract_many",
    "normalise",
    "verify",
]


def __getattr__(name: str) -> object:
    """Load what is large at first use: `import quotes` stays instant."""
    if name == "Utterances":
        from quotes.utterances import Utterances

        return Utterances
    if name == "Verifier":
        from quotes.verification import Verifier

        return Verifier
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, those that are loaded later among them."""
    return sorted({*globals(), *__all__})
