"""Documents that are zip archives of XML files: Word, OpenDocument, EPUB. Nothing is read before it is known how much it is."""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError
from typing import TYPE_CHECKING
from zlib import error as ZlibError

from citecheck.errors import InputError
from citecheck.read.files import LARGEST

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Archive", "xml_root"]

DECLARES = "{name} declares a document type, which such a file never needs: it is not read"
DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, ZlibError, LZMAError, NotImplementedError, RuntimeError, OSError, EOFError, KeyError,
    ValueError, OverflowError, StructError,
)  # fmt: skip
"""What reading an archive that is damaged may raise."""
EXTRA = 'pip install "citecheck-toolkit[documents]"'


class Archive:
    """The parts of a document, each read when it is asked for.

    Raises InputError where the bytes are no such archive, or its parts would be larger than a file may be.
    """

    def __init__(self, path: str, raw: bytes, what: str) -> None:
        self.path, self.what = path, what
        if find_spec("lxml") is None:
            raise InputError(f"{path} is a {what}, for which a library is not installed: {EXTRA}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
            entries = self._zip.infolist()
        except DAMAGED:
            raise InputError(
                f"{path} is no {what} that can be opened: it is cut off, or something else under that name"
            ) from None
        self.names = frozenset(entry.filename for entry in entries)
        total = sum(entry.file_size for entry in entries)
        if total > LARGEST:
            raise InputError(
                f"{path} would unpack to {total // 1_000_000} MB, and citecheck reads up to {LARGEST // 1_000_000} MB"
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise InputError(f"{path} is encrypted: save it without a password")

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises InputError where it is damaged."""
        try:
            return self._zip.read(name)
        except DAMAGED as error:
            raise InputError(f"{self.path}: its part {name} is damaged ({error}): save the {self.what} anew") from None

    def root(self, name: str) -> _Element | None:
        """The root element of a part; None where there is no such part."""
        return xml_root(self.read(name), f"{self.path}: {name}") if name in self.names else None


def xml_root(raw: bytes, name: str) -> _Element:
    """The root element of XML that may come from anywhere: no entity is resolved, nothing is fetched.

    Raises InputError where it is no XML, or declares a document type: in these formats none has a use.
    """
    from lxml import etree

    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise InputError(DECLARES.format(name=name))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name} is damaged ({error}): save the document anew") from None
    return root
