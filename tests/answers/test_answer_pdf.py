import io
from pathlib import Path

import pikepdf
import pytest
from answers_world import extract, page_text

from bot.answers.extract import build
from bot.answers.pdf import TEMPLATES, TypesettingError, compile_typst, encrypt
from bot.core.vocabulary import Language

PHRASE = "TALL-7K2M-9QXW-4HRD"


@pytest.mark.parametrize("language", Language)
def test_a_screen_reader_finds_structure_language_and_title(language: Language) -> None:
    """The file is tagged, says its language, and has a title."""
    with pikepdf.open(io.BytesIO(build(extract(language=language)))) as document:
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == language
        assert "2026-0001" in str(document.docinfo["/Title"])


@pytest.mark.law("L70")
def test_only_the_passphrase_opens_a_sealed_file() -> None:
    """AES-256 of revision 6; no empty and no wrong passphrase opens it."""
    sealed = encrypt(build(extract()), PHRASE)
    for wrong in ("", PHRASE.lower(), PHRASE + " "):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(sealed), password=wrong)
    with pikepdf.open(io.BytesIO(sealed), password=PHRASE) as document:
        assert document.encryption.R == 6
        assert document.encryption.stream_method.name == "aesv3"
        assert document.encryption.string_method.name == "aesv3"
        assert document.allow.accessibility
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == "sv"


@pytest.mark.law("L70")
def test_a_sealed_file_shows_nothing_outside() -> None:
    """Neither the title nor a value can be read from its bytes; what it says is the same."""
    plain = build(extract())
    sealed = encrypt(plain, PHRASE)
    assert b"2026-0001" in plain
    assert b"2026-0001" not in sealed
    assert page_text(sealed, "-raw", "-upw", PHRASE) == page_text(plain)


def test_a_file_is_not_sealed_without_a_passphrase() -> None:
    """An empty passphrase would open it to everybody."""
    with pytest.raises(ValueError, match="open to everybody"):
        encrypt(b"%PDF-1.7", "")


def test_data_are_read_and_never_run(tmp_path: Path) -> None:
    """A value that is a program, or the end of one, comes out as it went in."""
    (tmp_path / "page.typ").write_text("#json(bytes(sys.inputs.data)).said", "utf-8")
    said = '"); #panic() //'
    assert page_text(compile_typst(tmp_path / "page.typ", {"said": said}, tmp_path)) == said


@pytest.mark.parametrize(
    "source",
    [
        '#read("/../secret.txt")',
        '#read("../secret.txt")',
        '#panic("Låtsasson")',
        "#sys.inputs.none",
    ],
)
def test_a_template_that_fails_names_itself_alone(tmp_path: Path, source: str) -> None:
    """Nothing outside the folder is read, and no value stands in the error."""
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.txt").write_text("hemligt")
    (root / "page.typ").write_text(source, "utf-8")
    with pytest.raises(TypesettingError) as caught:
        compile_typst(root / "page.typ", {"said": "Låtsasson"}, root)
    assert str(caught.value) == "mail_templates/page.typ"
    assert caught.value.__cause__ is None


def test_a_sign_that_no_text_may_hold_is_not_told_on(tmp_path: Path) -> None:
    """Half a surrogate pair stops the document, and the error keeps the values to itself."""
    (tmp_path / "page.typ").write_text("#json(bytes(sys.inputs.data)).said", "utf-8")
    with pytest.raises(TypesettingError, match=r"^mail_templates/page\.typ$") as caught:
        compile_typst(tmp_path / "page.typ", {"said": "Låtsasson \ud800"}, tmp_path)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_each_document_is_written_in_every_language() -> None:
    """A template in one language has its sibling in the other."""
    names = {
        language: sorted(each.name for each in (TEMPLATES / language).glob("*.typ"))
        for language in Language
    }
    assert names[Language.SV] == names[Language.EN]
    assert len(names[Language.SV]) == 3
