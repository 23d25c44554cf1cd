"""Who said what: quotations in news text, with their speakers.

>>> import quotes
>>> quotes.extract("“It will open in May,” said Ada Marsh, the mayor.")[0].speaker.name
'Ada Marsh'
"""

from typing import TYPE_CHECKING

from quotes.api import Extractor, check, extract, extract_many, normalise, sources, verify
from quotes.errors import (
    ArchiveError,
    ArticleError,
    FormatError,
    InputError,
    ModelError,
    OptionError,
    QuotesError,
)
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
    KnownEntity,
    KnownPart,
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
    from quotes.archive import Archive
    from quotes.audit import Gender, Source, Sources, Summary, Tally
    from quotes.reading import read_known
    from quotes.text.debris import repair
    from quotes.utterances import Utterances
    from quotes.verification import Verifier

    __version__: str

_LATER = {
    "Archive": "quotes.archive",
    "Utterances": "quotes.utterances",
    "Verifier": "quotes.verification",
    "read_known": "quotes.reading",
    "repair": "quotes.text.debris",
    **dict.fromkeys(("Gender", "Source", "Sources", "Summary", "Tally"), "quotes.audit"),
}
"""Where the names stand that are loaded at first use."""

__all__ = [
    "Affiliation",
    "Archive",
    "ArchiveError",
    "Article",
    "ArticleError",
    "ArticleSpan",
    "ArticleSpeaker",
    "Check",
    "CheckStatus",
    "Difference",
    "DifferenceKind",
    "Extractor",
    "Feature",
    "FormatError",
    "Gender",
    "InputError",
    "Kind",
    "KnownEntity",
    "KnownPart",
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
    "Source",
    "Sources",
    "Span",
    "Speaker",
    "SpeakerCheck",
    "SpeakerKind",
    "SpeakerMatch",
    "Summary",
    "Tally",
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
    "read_known",
    "repair",
    "sources",
    "verify",
]


def _version() -> str:
    """The version that is installed; empty where the package only lies on the path."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("quotes-nlp")
    except PackageNotFoundError:
        return ""


def __getattr__(name: str) -> object:
    """Load what is large at first use: `import quotes` stays instant."""
    if name == "__version__":
        return _version()
    if name in _LATER:
        import importlib

        return getattr(importlib.import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, those that are loaded later among them."""
    return sorted({*globals(), *__all__})
