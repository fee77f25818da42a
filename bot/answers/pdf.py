"""From a PDF to one that carries files, and to one that a passphrase opens."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pikepdf

from bot.answers.typesetting import TEMPLATES, TypesettingError, compile_typst

__all__ = [
    "TEMPLATES",
    "TypesettingError",
    "compile_typst",
    "encrypt",
    "stamped",
    "with_attachments",
]

_MIME_TYPES: Final = {".json": "application/json", ".csv": "text/csv"}


def with_attachments(data: bytes, attached: Mapping[str, bytes]) -> bytes:
    """The same PDF with files inside, which a reader lists when it opens; not locked yet.

    `attached` are the files by name (ISO 32000-2, 7.11.4); no archive, since common readers open
    none. `encrypt` locks them with the rest. ValueError without a file. Equal input, equal bytes.
    """
    if not attached:
        raise ValueError("no file to attach")
    with pikepdf.open(io.BytesIO(data)) as document:
        for name, content in attached.items():
            kind = _MIME_TYPES.get(Path(name).suffix, "application/octet-stream")
            document.attachments[name] = pikepdf.AttachedFileSpec(
                document,
                content,
                description="",
                filename=name,
                mime_type=kind,
                creation_date="",
                mod_date="",
            )
        document.Root.PageMode = pikepdf.Name.UseAttachments
        return _saved(document)


def stamped(data: bytes, words: str) -> bytes:
    """The same PDF with words among its properties, which say whose it is; not locked yet."""
    with pikepdf.open(io.BytesIO(data)) as document:
        document.docinfo["/Keywords"] = words
        return _saved(document)


def encrypt(data: bytes, passphrase: str, words: str = "") -> bytes:
    """The same PDF under AES-256 (ISO 32000-2, revision 6); ValueError without a passphrase.

    Who has the passphrase may do everything with the file, and screen readers may read it. `words`
    are as `stamped` sets them: a long document is read into memory once for both.
    """
    if not passphrase:
        raise ValueError("a file without a passphrase is open to everybody")
    sealed = io.BytesIO()
    lock = pikepdf.Encryption(
        owner=passphrase, user=passphrase, R=6, allow=pikepdf.Permissions(accessibility=True)
    )
    with pikepdf.open(io.BytesIO(data)) as document:
        if words:
            document.docinfo["/Keywords"] = words
        # packing the structure tree makes a fifth of it
        document.save(sealed, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return sealed.getvalue()


def _saved(document: pikepdf.Pdf) -> bytes:
    """Equal input, equal bytes."""
    made = io.BytesIO()
    document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()
