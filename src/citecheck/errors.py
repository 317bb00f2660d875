"""What can stop a run: every exception that citecheck raises on purpose.

A broken passage of a document is never an exception (it becomes a value that the report carries); these are for the
environment, the configuration and the command itself.
"""

from __future__ import annotations


class CitecheckError(Exception):
    """A run cannot go on. The text is one line for a person: what is wrong, where, and what to do."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The text, one line for each thing that is wrong."""
        return (str(self),)


class InputError(CitecheckError):
    """A document cannot be read: it is missing, a directory, binary, or there is none at all."""


class MissingFileError(InputError):
    """A file that was named does not exist."""


class ConfigError(CitecheckError):
    """The configuration is wrong; a line for each mistake names the file, the line and the nearest valid key.

    ``ui`` is the language of the interface that the same configuration names, in which to say so."""

    def __init__(self, *problems: str, ui: str | None = None) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.ui = ui

    @property
    def lines(self) -> tuple[str, ...]:
        """Each mistake by itself."""
        return self.problems


class UsageError(CitecheckError):
    """The command line is wrong in a way that only shows when it is carried out (an unknown rule code, for
    instance)."""


class NetworkError(CitecheckError):
    """There is no network at all, so that nothing could be checked."""
