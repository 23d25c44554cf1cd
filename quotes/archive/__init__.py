"""An archive on disk: articles as they come, with their quotes, utterances and speakers."""

from quotes.archive.store import Archive
from quotes.archive.values import Added, Found, KnownSpeaker, Wording

__all__ = ["Added", "Archive", "Found", "KnownSpeaker", "Wording"]
