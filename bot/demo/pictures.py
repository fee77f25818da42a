"""The pages of a PDF as pictures, so that a page on the screen shows what a printer would."""

import io
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pikepdf
import typst

MOST_PAGES: Final = 20
_SHARPNESS: Final = 110.0
_PAGE: Final = """
#set page(width: auto, height: auto, margin: 0pt)
#for n in range(int(sys.inputs.pages)) { page(image("/open.pdf", page: n + 1)) }
"""


def pictures(pdf: bytes, passphrase: str = "") -> tuple[bytes, ...]:
    """PNG files, one a page, the first `MOST_PAGES` of them; none when the PDF does not open."""
    try:
        opened = _opened(pdf, passphrase)
        with TemporaryDirectory() as folder, pikepdf.open(io.BytesIO(opened)) as document:
            Path(folder, "open.pdf").write_bytes(opened)
            Path(folder, "pages.typ").write_text(_PAGE, "utf-8")
            made = typst.compile(
                str(Path(folder, "pages.typ")),
                root=folder,
                format="png",
                ppi=_SHARPNESS,
                ignore_system_fonts=True,
                sys_inputs={"pages": str(len(document.pages))},
            )
    except (pikepdf.PasswordError, pikepdf.PdfError, typst.TypstError):
        return ()
    return tuple(made) if isinstance(made, list) else (made,) if made else ()


def _opened(pdf: bytes, passphrase: str) -> bytes:
    """The first pages without encryption; pikepdf warns of a password that nobody needs."""
    try:
        document = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PasswordError:
        document = pikepdf.open(io.BytesIO(pdf), password=passphrase)
    plain = io.BytesIO()
    with document, pikepdf.new() as shown:
        shown.pages.extend(islice(document.pages, MOST_PAGES))
        shown.save(plain)
    return plain.getvalue()
