from base64 import b64encode

import pytest
from raw_letters import PLAIN, letter, multipart

from bot.mail.incoming import parse

WISH = "Jag vill ha ett utdrag av allt som ni har sparat om mig, Maja Ek i Gävle."
HTML = "text/html; charset=utf-8"


def test_the_plain_text_is_read_where_both_say_the_same() -> None:
    """Of two forms of one text the plain one is taken."""
    mail = parse(multipart((PLAIN, f"{WISH}\n*Maja*"), (HTML, f"<p>{WISH}"), kind="alternative"))
    assert mail.new_text == f"{WISH}\n*Maja*"
    assert mail.problems == ()


@pytest.mark.parametrize("plain", ["", " \n", "Visa brevet i webbläsaren"])
def test_the_html_is_read_where_the_plain_text_is_a_stub(plain: str) -> None:
    """A plain part that is empty or says next to nothing does not hide the letter."""
    mail = parse(multipart((PLAIN, plain), (HTML, f"<p>{WISH}</p>"), kind="alternative"))
    assert mail.new_text == WISH


def test_two_texts_that_differ_are_said() -> None:
    """Where the parts disagree what most people see is read, and the difference is a problem."""
    other = "Tack för offerten på en ny kopiator, vi återkommer under nästa vecka med beställning."
    mail = parse(multipart((PLAIN, other), (HTML, f"<p>{WISH}</p>"), kind="alternative"))
    assert mail.new_text == WISH
    assert mail.problems == ("plain and html differ",)


def test_html_alone_is_text() -> None:
    """A mail of HTML only is read as the text that was seen, its quotation apart."""
    html = f"<div>{WISH}</div><blockquote type='cite'><p>Hej Maja</p></blockquote>"
    mail = parse(letter(html, Content_Type=HTML))
    assert (mail.new_text, mail.quoted_text) == (WISH, "Hej Maja")
    assert mail.text == f"{WISH}\n\nHej Maja"


def test_a_charset_named_in_the_page_counts() -> None:
    """HTML that tells its charset only in a meta element is read with it."""
    head = letter("", Content_Type="text/html")
    page = "<meta charset=iso-8859-2><p>Łódź</p>".encode("iso-8859-2")
    assert parse(head + page).new_text == "Łódź"


def test_texts_around_an_attachment_are_joined() -> None:
    """Apple Mail cuts a letter where a picture stands; both halves are read."""
    mail = parse(multipart((PLAIN, "Hej"), ("image/png", "x"), (PLAIN, WISH)))
    assert mail.new_text == f"Hej\n\n{WISH}"


def test_a_letter_that_is_only_an_attached_text_is_read() -> None:
    """Where nothing else is the body an attached text is."""
    head = f"{PLAIN}\nContent-Disposition: attachment; filename=brev.txt"
    mail = parse(multipart((head, WISH)))
    assert mail.new_text == WISH
    assert [item.name for item in mail.attachments] == ["brev.txt"]


def test_a_forwarded_letter_is_quoted() -> None:
    """A mail that lies in the mail is not what its sender newly wrote."""
    inner = letter(WISH).decode()
    mail = parse(multipart((PLAIN, "Kan du ta detta?"), ("message/rfc822", inner)))
    assert mail.new_text == "Kan du ta detta?"
    assert mail.quoted_text == f"Registerutdrag\n\n{WISH}"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", "G=C3=A4vle =\nhej"),
        ("base64", b64encode("Gävle hej".encode()).decode().rstrip("=")),
        ("BASE64", b64encode("Gävle hej".encode()).decode() + "\n!!"),
        ("8bit", "Gävle hej"),
        ("x-unknown", "Gävle hej"),
    ],
)
def test_transfer_encodings_are_undone(encoding: str, body: str) -> None:
    """Whole or broken, every transfer encoding gives the words back."""
    assert parse(letter(body, Content_Transfer_Encoding=encoding)).new_text == "Gävle hej"


def test_flowed_lines_are_joined() -> None:
    """A soft line break is no line break; a signature's mark is not one."""
    mail = parse(letter("Jag vill \nha allt\n-- \nMaja", Content_Type=f"{PLAIN}; format=flowed"))
    assert mail.new_text == "Jag vill ha allt"


@pytest.mark.parametrize(
    "raw",
    [
        letter("MIIB", Content_Type="application/pkcs7-mime; smime-type=enveloped-data"),
        multipart(("application/pgp-encrypted", "Version: 1"), kind="encrypted"),
        letter("-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----"),
    ],
)
def test_an_encrypted_body_is_said(raw: bytes) -> None:
    """What only a key can open is a problem, and none of it is read as text."""
    mail = parse(raw)
    assert mail.problems == ("encrypted body",)
    assert mail.text == mail.new_text == ""


def test_a_body_in_winmail_dat_is_said() -> None:
    """A letter that only Outlook can open is a problem; beside a text it is an attachment."""
    tnef = "application/ms-tnef; name=winmail.dat"
    assert parse(multipart((tnef, "x"))).problems == ("tnef body",)
    assert parse(multipart((PLAIN, "Hej"), (tnef, "x"))).problems == ()


def test_a_signed_letter_is_read() -> None:
    """The armour of a PGP signature is no part of the words."""
    armour = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{}\n-----BEGIN PGP SIGNATURE-----\nx"
    )
    assert parse(letter(armour.format(WISH))).new_text == WISH
