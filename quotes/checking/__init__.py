"""Every quotation of a draft against its sources: the words by `verification`, the speaker by the
quotes of the source.

The room is not called `check`: a submodule of that name would replace the function.
"""

from quotes.checking.checker import Checker

__all__ = ["Checker"]
