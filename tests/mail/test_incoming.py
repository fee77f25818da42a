import hashlib
import tarfile
import time
from base64 import b64encode, encodebytes
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_letters import letter, multipart

from bot.mail.incoming import parse
from bot.mail.shapes import Attachment

KINDS = [
    b"text/plain",
    b"text/html; charset=utf-16",
    b"multipart/alternative; boundary=a",
    b"multipart/report",
    b"message/rfc822",
    b"application/ms-tnef",
]
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "mails.tar.xz"


def test_an_ordinary_letter_is_read_whole() -> None:
    """Ids lose their brackets, addresses their capitals, and the words stand as written."""
    mail = parse(
        letter(
            "Hej!\nJag vill veta allt.\n\nDen 5 mars skrev Allkontor:\n> Tack för ordern",
            From='"Ek, Maja" <Maja.EK@Example.com>',
            To="Info.Gavle@allkontor.example, Info <info.mora@allkontor.example>",
            Cc="bo@example.net",
            Subject="=?utf-8?q?=C3=85_=C3=84?= =?iso-8859-1?q?_=D6?=",
            In_Reply_To="<b@rightsbot.example>",
            References="<a@rightsbot.example>\n <b@rightsbot.example>",
        )
    )
    assert (mail.message_id, mail.sender, mail.sender_name) == (
        "m1@example.com",
        "maja.ek@example.com",
        "Ek, Maja",
    )
    assert mail.to == ("info.gavle@allkontor.example", "info.mora@allkontor.example")
    assert mail.cc == ("bo@example.net",)
    assert mail.subject == "Å Ä Ö"
    assert mail.thread == ("b@rightsbot.example", "a@rightsbot.example")
    assert mail.new_text == "Hej!\nJag vill veta allt."
    assert mail.quoted_text == "Den 5 mars skrev Allkontor:\n> Tack för ordern"
    assert mail.problems == ()


def test_an_encoded_line_break_never_reaches_a_header() -> None:
    """A subject or a name that hides `Bcc:` behind an encoded line break comes out as one line."""
    evil = "=?utf-8?q?Hej=0D=0ABcc:_ond=40example.net?="
    mail = parse(letter(Subject=evil, From=f"{evil} <maja.ek@example.com>"))
    assert mail.subject == mail.sender_name == "Hej Bcc: ond@example.net"
    assert mail.sender == "maja.ek@example.com"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (letter(From=None), "no sender"),
        (letter(From="Maja Ek"), "invalid sender address"),
        (letter(From="maja.ek@example.com, bo@example.net"), "several senders"),
        (letter(Content_Type="text/plain; charset=x-foo"), "unknown charset x-foo"),
        (letter(Content_Type="multipart/mixed"), "no boundary"),
        (letter(Content_Type="multipart/mixed; boundary=b"), "multipart without parts"),
        (letter("--b\n\nHej", Content_Type="multipart/mixed; boundary=b"), "no closing boundary"),
        (letter("--c\n\nHej\n--c--", Content_Type="multipart/mixed; boundary=b"), "wrong boundary"),
        (letter(X_Long="x" * 300_000), "header too long"),
        (letter("Hej hopp\n" * 40_000), "text cut"),
        (b"\x00\xff\xfe", "no headers"),
    ],
)
def test_what_is_wrong_is_said(raw: bytes, problem: str) -> None:
    """Each fault that a mail can have is named in its problems."""
    assert problem in parse(raw).problems


@pytest.mark.parametrize(
    "raw",
    [
        letter(From="Maja Ek maja.ek@example.com"),
        letter(From="maja.ek@example.com (Maja Ek (Gävle))"),
        letter(From="Ek, Maja <maja.ek@example.com>"),
        letter(From="Kunder: maja.ek@example.com;"),
        letter(From="=?utf-8?q?Maja_=3Cmaja=2Eek=40example=2Ecom=3E?="),
        letter(From="\n <maja.ek@example.com>"),
        letter(Date="Thu, 99 Foo 99999 99:99:99"),
        letter(Subject="=?utf-8?b?===?= =?x?q?=ZZ?= =?"),
        letter(Content_Type="text"),
        letter(Content_Type='text/plain; charset="; =?'),
        letter(Content_Type="text/plain; charset*0*=utf-8''%FF; charset*x=1"),
        letter(Content_Transfer_Encoding="8bit, please"),
        b"From MAILER-DAEMON Thu Mar  5 09:12:00 2026\n" + letter(),
        b"\n\n" + letter(),
        b"\xef\xbb\xbf" + letter(),
        letter().replace(b"\n", b"\r\n"),
        letter().replace(b"\n", b"\r"),
        letter("Hej\0, jag vill ha ett register\0utdrag."),
    ],
)
def test_broken_letters_are_read_all_the_same(raw: bytes) -> None:
    """Bad names, groups, dates, words, types and line ends cost neither sender nor text."""
    mail = parse(raw)
    assert mail.sender == "maja.ek@example.com"
    assert mail.new_text == "Hej, jag vill ha ett registerutdrag."


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n",
        b":",
        b"\x00" * 1_000,
        bytes(range(256)) * 100,
        letter(Content_Type="message/rfc822"),
        letter("=", Content_Transfer_Encoding="quoted-printable"),
        letter("A", Content_Transfer_Encoding="base64"),
        letter("begin 644 x\n#86%\n`\nend", Content_Transfer_Encoding="x-uuencode"),
        letter("<" * 5_000, Content_Type="text/html"),
        letter("", Content_Type="text/html"),
        letter("<?xml version='1.0' encoding='utf-16'?><p>Hej</p>", Content_Type="text/html"),
    ],
)
def test_nothing_raises(raw: bytes) -> None:
    """Whatever comes in, a mail comes out, with a digest."""
    assert len(parse(raw).content_digest) == 64


@settings(database=None, deadline=None, max_examples=200)
@given(head=st.binary(max_size=300), body=st.binary(max_size=300), kind=st.sampled_from(KINDS))
def test_no_bytes_at_all_raise(head: bytes, body: bytes, kind: bytes) -> None:
    """Any bytes in header and body, under any content type, become a mail without an escape."""
    raw = b"From: " + head + b"\nSubject: " + head + b"\nContent-Type: " + kind + b"\n\n" + body
    mail = parse(raw)
    assert not [said for said in mail.problems if said.startswith(("unparsed", "body"))]
    assert "\n" not in mail.subject + mail.sender_name + (mail.sender or "")


BOMBS = {
    "messages in messages": letter(
        "Content-Type: message/rfc822\n\n" * 1_000, Content_Type="message/rfc822"
    ),
    "parts in parts": b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(1_000)
    ),
    "many parts": letter("--b\n\nx\n" * 10_000, Content_Type="multipart/mixed; boundary=b"),
    "false boundaries": letter("\n--bX" * 1_000_000, Content_Type="multipart/mixed; boundary=b"),
    "thirty megabytes": multipart(
        ("text/plain", "Hej"),
        (
            "application/pdf\nContent-Transfer-Encoding: base64",
            encodebytes(bytes(22_000_000)).decode(),
        ),
    ),
    "long table": letter(
        f"<table><tr><td>{'x<br>' * 20_000}</td><td>{'y' * 200_000}</td></tr></table>",
        Content_Type="text/html",
    ),
    "spaces": letter("&nbsp;" * 60_000, Content_Type="text/html"),
    "margins": letter("<p style='margin-top:999999999em'>Hej", Content_Type="text/html"),
    "elements": letter("<li>x" * 80_000, Content_Type="text/html"),
    "brackets": letter(From="(" * 100_000),
    "encoded words": letter(Subject="=?a?q?" * 50_000),
    "parameters": letter(Content_Type="text/plain" + ";" * 100_000),
    "punycode": letter("a-" * 100_000, Content_Type="text/plain; charset=punycode"),
}


@pytest.mark.parametrize("raw", BOMBS.values(), ids=BOMBS)
def test_a_bomb_takes_bounded_time(raw: bytes) -> None:
    """Mails made to exhaust a reader are read within two seconds of work."""
    begun = time.thread_time()
    parse(raw)
    assert time.thread_time() - begun < 2


def test_what_was_cut_off_is_said() -> None:
    """Depth and number of parts have an end, and the mail says that it was reached."""
    assert "too deep" in parse(BOMBS["messages in messages"]).problems
    assert "too deep" in parse(BOMBS["parts in parts"]).problems
    assert "too many parts" in parse(BOMBS["many parts"]).problems


def test_attachments_are_measured_and_named() -> None:
    """An attachment keeps its name without folders, its type, and the size of what it holds."""
    data = b64encode(bytes(1_000)).decode()
    head = "application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; "
    mail = parse(
        multipart(
            ("text/plain", "Hej"),
            (head + 'filename="../../etc/=?utf-8?q?p=C3=A5se?=.pdf"', data),
            (head + "filename*0*=utf-8''%C3%A5; filename*1=rsbok.pdf", data),
        )
    )
    assert mail.attachments == (
        Attachment("påse.pdf", "application/pdf", 1_000),
        Attachment("årsbok.pdf", "application/pdf", 1_000),
    )


@pytest.mark.people("P23")
def test_copies_in_two_mailboxes_have_one_digest() -> None:
    """Trace headers, folding and line ends differ between copies; the digest does not."""
    copy = b"Received: from x by mx2.allkontor.example; Thu, 5 Mar 2026 09:13:00 +0100\n" + letter(
        Subject="Register\n utdrag", Message_ID="<other@example.com>"
    )
    digest = parse(letter(Subject="Register utdrag")).content_digest
    assert parse(copy.replace(b"\n", b"\r\n")).content_digest == digest


@pytest.mark.parametrize(
    "raw",
    [
        letter("Hej, jag vill ha två registerutdrag."),
        letter(Subject="Annat"),
        letter(From="bo@example.net"),
        letter(To="info.mora@allkontor.example"),
        letter(Date="Fri, 6 Mar 2026 09:12:00 +0100"),
    ],
)
def test_another_letter_has_another_digest(raw: bytes) -> None:
    """Who borrows a Message-ID cannot pass for the mail it belongs to."""
    assert parse(raw).content_digest != parse(letter()).content_digest


def test_a_mail_that_cannot_be_read_keeps_a_digest_of_its_bytes() -> None:
    """Even then the same mail is known again."""
    raw = letter()
    assert parse(raw).content_digest != hashlib.sha256(raw).hexdigest()


def corpus() -> Iterator[tuple[str, bytes]]:
    """The odd mails of the shared corpus, read in place and never unpacked into the repository."""
    with tarfile.open(CORPUS) as archive:
        for member in archive:
            if member.isfile() and (file := archive.extractfile(member)):
                yield member.name, file.read()


@pytest.mark.skipif(not CORPUS.exists(), reason=f"needs {CORPUS.name} of the shared corpus")
def test_every_odd_mail_of_the_corpus_is_read() -> None:
    """Of 661 odd and hostile mails none escapes, none is left unread and none takes two seconds."""
    slowest = 0.0
    for name, raw in corpus():
        begun = time.thread_time()
        mail = parse(raw)
        slowest = max(slowest, time.thread_time() - begun)
        assert not [said for said in mail.problems if said.startswith(("unparsed", "body"))], name
    assert slowest < 2
