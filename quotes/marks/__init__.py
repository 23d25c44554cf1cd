"""The grammar of quotation marks: which words stand between marks, and how the marks nest."""

from quotes.marks.spans import Marked, find

__all__ = ["Marked", "find"]
