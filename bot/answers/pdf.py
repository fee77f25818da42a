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
_MIME_TYPES: Final = {".json": "application/json", ".csv": "text/csv"}


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


def with_attachments(data: bytes, attached: Mapping[str, bytes]) -> bytes:
    """The same PDF with files inside, which a reader lists when it opens; not locked yet.

    `attached` are the files by name (ISO 32000-2, 7.11.4); no archive, since common readers open
    none. `encrypt` locks them with the rest. ValueError without a file. Equal input, equal bytes.
    """
    if not attached:
        raise ValueError("no file to attach")
    made = io.BytesIO()
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
        document.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return made.getvalue()


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
