"""The one family of exceptions: everything the library raises on purpose is a `QuotesError`."""


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
