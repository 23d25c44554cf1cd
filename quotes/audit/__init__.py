"""Who gets quoted, and how much: named or not, women and men, officials, bodies."""

from quotes.audit.result import Sources
from quotes.audit.values import Gender, Source, Summary, Tally

__all__ = ["Gender", "Source", "Sources", "Summary", "Tally"]
