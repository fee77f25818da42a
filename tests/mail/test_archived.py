"""Whose a mail in an archive is, in every spelling of an address, and what a copy of it says."""

import pytest

from bot.mail.archived import header_of, read_heading, read_letter

KARIN = "karin@post.example"


@pytest.mark.people("P20")
@pytest.mark.parametrize(
    "written",
    [
        "karin@post.example",
        "<KARIN@Post.Example>",
        '"Ek, Karin" <karin@post.example>',
        "=?utf-8?Q?Karin_=C3=85ker?= <karin@post.example>",
        "=?utf-8?Q?Karin_<karin@post.example>?=",
        "=?utf-8?B?a2FyaW5AcG9zdC5leGFtcGxl?=",
        "Kunder: nils@post.example, Karin <karin@post.example>;",
        "karin@post.example (Karin, hemma)",
        "Karin\r\n <karin@post.example>",
        "nils@post.example,\r\n\tkarin@post.example",
        "<@relay.example:karin@post.example>",
        '"karin"@post.example',
        "Karin karin@post.example",
    ],
)
def test_an_address_is_known_in_every_spelling(written: str) -> None:
    """Display names, encoded words, groups, comments, folded lines, routes: one address."""
    for field in ("From", "To", "Cc", "CC ", "from"):
        heading = read_heading(f"{field}: {written}\r\nSubject: x\r\n\r\n".encode())
        assert KARIN in heading.senders | heading.recipients, field


@pytest.mark.people("P20")
@pytest.mark.parametrize(
    "written",
    [
        '"karin@post.example" <thief@other.example>',
        "=?utf-8?Q?karin=40post.example?= <thief@other.example>",
        "karin+shop@post.example",
        "karin@post.example.net",
        "xkarin@post.example",
        "thief@other.example (karin@post.example)",
    ],
)
def test_what_only_looks_like_an_address_is_none(written: str) -> None:
    """A name that holds her address, a longer address, a comment: somebody else's mail."""
    heading = read_heading(f"From: {written}\r\n\r\n".encode())
    assert KARIN not in heading.senders | heading.recipients


def test_she_is_found_behind_a_thousand_others() -> None:
    """A mail to everybody in one field is read to its end, commas in names or not."""
    crowd = [f'"Kund, nr {number}" <kund{number}@post.example>' for number in range(2000)]
    block = "From: info@shop.example\r\nTo: " + ",\r\n ".join([*crowd, KARIN]) + "\r\n\r\n"
    heading = read_heading(block.encode())
    assert KARIN in heading.recipients
    assert len(heading.recipients) == 2001


def test_several_fields_of_one_name_are_all_read() -> None:
    """A second From or To hides nobody."""
    heading = read_heading(f"To: a@x.example\nTo: {KARIN}\nFrom: b@x.example\n\n".encode())
    assert heading.recipients == {"a@x.example", KARIN}
    assert heading.senders == {"b@x.example"}


def test_a_header_ends_where_the_text_begins() -> None:
    """What a mail quotes in its text is no header of its own; empty lines above it are."""
    raw = f"\r\n\r\nFrom: a@x.example\r\n\r\nFrom: {KARIN}\r\nTo: {KARIN}\r\n".encode()
    heading = read_heading(header_of(raw))
    assert heading.senders == {"a@x.example"}
    assert heading.recipients == frozenset()


def test_a_letter_says_what_a_person_would_read() -> None:
    """Decoded lines, the text, the names of what hangs on it, and who stands beside."""
    raw = (
        b"From: =?utf-8?Q?Karin_=C3=85ker?= <karin@post.example>\r\nTo: a@x.example\r\n"
        b"Bcc: b@x.example\r\nSubject: =?iso-8859-1?Q?R=E4kning?=\r\nMessage-ID: <1@x.example>\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n"
        b"--q\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nHej d=C3=A4r\r\n"
        b"--q\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b'Content-Disposition: attachment; filename="bild.png"\r\n\r\nAAAA\r\n--q--\r\n'
    )
    letter = read_letter(raw)
    assert letter.sender == "Karin Åker <karin@post.example>"
    assert (letter.subject, letter.text.strip()) == ("Räkning", "Hej där")
    assert letter.attachments == ("bild.png",)
    assert letter.beside == "b@x.example"
    assert (letter.message_id, letter.unread) == ("1@x.example", "")


def test_a_letter_that_was_not_read_whole_says_so() -> None:
    """Too long a text, and an encrypted one: the copy never passes for more than it is."""
    long = b"From: a@x.example\r\n\r\n" + b"ord " * 60_000
    assert read_letter(long).unread == "cut"
    sealed = (
        b"From: a@x.example\r\nContent-Type: multipart/encrypted; boundary=q\r\n\r\n"
        b"--q\r\nContent-Type: application/octet-stream\r\n\r\nxx\r\n--q--\r\n"
    )
    assert read_letter(sealed).unread == "sealed"
    assert read_letter(b"").unread == ""
