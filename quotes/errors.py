"""The one family of exceptions: everything the library raises on purpose is a `QuotesError`."""

from __future__ import annotations

import pickle


class QuotesError(Exception):
    """Base of every error that this library raises on purpose."""


class InputError(QuotesError, TypeError):
    """The input is of a type that cannot be read as an article (bytes, None, a number ...)."""


class OptionError(QuotesError, ValueError):
    """An option has a value outside what it allows; the message names the option and the values."""


class ModelError(QuotesError, RuntimeError):
    """A model is missing, damaged or of the wrong kind; the message says what to do about it."""


class FormatError(QuotesError, ValueError):
    """A dictionary or file does not have the documented shape."""


class ArchiveError(QuotesError):
    """An archive cannot be opened, read or written; the message names the file and says why."""


class ArticleError(QuotesError):
    """Something went wrong inside one article; other articles are not affected.

    Attributes:
        article_id: the `id` of the article, None if it has none.

    What went wrong is the `__cause__`, which is kept when the error comes from another process.
    """

    def __init__(self, message: str, article_id: str | None = None) -> None:
        super().__init__(message)
        self.article_id = article_id

    def __reduce__(self) -> tuple[object, ...]:
        cause = portable(self.__cause__) if self.__cause__ is not None else None
        return _article_error, (type(self), str(self), self.article_id, cause)


def _article_error(
    kind: type[ArticleError], message: str, article_id: str | None, cause: BaseException | None
) -> ArticleError:
    error = kind(message, article_id)
    error.__cause__ = cause
    return error


def portable(error: BaseException) -> BaseException:
    """The error if it can be pickled, else a `QuotesError` that names its type and message."""
    try:
        restored = pickle.loads(pickle.dumps(error))
    except Exception:  # whatever the classes of others do when they are pickled
        restored = None
    return error if type(restored) is type(error) else QuotesError(described(error))


def described(error: BaseException) -> str:
    """The type and the message of an error, on one line."""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
