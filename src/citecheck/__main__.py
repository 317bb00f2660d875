"""The command ``citecheck``. The version is answered here, before the libraries of the command line are imported.

Only the command imports this module: from then on an interruption ends it at once, until `run` hears of it.
"""

from __future__ import annotations

INTERRUPTED, USAGE = 130, 2

try:
    import os
    import signal
    import sys
    from types import FrameType
except KeyboardInterrupt:
    raise SystemExit(INTERRUPTED) from None


def _leave(number: int, frame: FrameType | None) -> None:
    """Ends at once and without a word: while Python starts or ends, nothing is there to be put in order."""
    os._exit(INTERRUPTED)


# A shell that starts a command in the background may have it ignore Ctrl-C, and so it stays.
HEEDED = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if HEEDED:
    signal.signal(signal.SIGINT, _leave)


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    try:
        status = _answered(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def _answered(words: list[str]) -> int:
    """The exit status of the command that the words are."""
    if words == ["--version"]:
        from citecheck import __version__

        return _written(f"citecheck {__version__}\n", 0)
    import gc

    # Most of what a run makes lives to its end: looking through it for cycles again and again finds nothing.
    gc.set_threshold(100_000, 20, 50)
    from citecheck.cli import run

    try:
        if HEEDED:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return _written("", run(words))
    finally:
        if HEEDED:
            signal.signal(signal.SIGINT, _leave)
        # Nor when the process ends, which frees all of it at once.
        gc.freeze()


def _written(text: str, status: int) -> int:
    """Writes a last text and all that standard output still holds, and returns the exit status.

    What cannot be written is dropped, since Python would try again when it ends.
    """
    if sys.stdout is None:
        return status
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            if sys.stderr is not None:
                sys.stderr.write(f"citecheck: standard output: cannot be written ({error.strerror or error})\n")
            return USAGE
    return status


if __name__ == "__main__":
    main()
