"""From a template and data to a tagged PDF, and from a PDF to one that a passphrase opens."""

import io
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pikepdf
import typst

TEMPLATES: Final = Path(str(files("mail_templates")))


class TypesettingError(Exception):
    """A document could not be typeset. The message names the template, never what it was to say."""


def compile_typst(template: Path, data: Mapping[str, Any], root: Path = TEMPLATES) -> bytes:
    """A tagged PDF of a template below `root`, which is also the only folder that it may read.

    `data` is plain JSON matter. The template gets it as `sys.inputs.data`, as text that is read
    and never run. Equal data give equal bytes. Only typst's own typefaces are used, so that every
    machine sets the same page. Raises TypesettingError.
    """
    written = json.dumps(data, ensure_ascii=False)
    try:
        made = typst.compile(
            str(template),
            root=str(root),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": written},
            pdf_tags=True,
        )
    except (typst.TypstError, UnicodeEncodeError):
        # both quote what they stumbled on, which may be a person's
        raise TypesettingError(f"mail_templates/{template.relative_to(root)}") from None
    return bytes(made)


def encrypt(data: bytes, passphrase: str) -> bytes:
    """The same PDF under AES-256 (ISO 32000-2, revision 6); ValueError without a passphrase.

    Who has the passphrase may do everything with the file, and screen readers may read it.
    """
    if not passphrase:
        raise ValueError("a file without a passphrase is open to everybody")
    sealed = io.BytesIO()
    lock = pikepdf.Encryption(
        owner=passphrase, user=passphrase, R=6, allow=pikepdf.Permissions(accessibility=True)
    )
    with pikepdf.open(io.BytesIO(data)) as document:
        # packing the structure tree makes a fifth of it
        document.save(sealed, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return sealed.getvalue()
