"""Mails that no person wrote: bounces, automatic answers, letters to many."""

import zlib
from collections.abc import Mapping
from email.message import EmailMessage
from types import MappingProxyType

from bot.demo.play import Post

AUTOMATIC: Mapping[str, str] = MappingProxyType({"Auto-Submitted": "auto-replied"})


def bounce_of(mail: Post, status: str = "5.1.1") -> bytes:
    """The report that a mail of ours could not be delivered, as RFC 3464 has it."""
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.post.example>\n"
        "To: info.gavle@allkontor.example\n"
        "Subject: Undelivered Mail Returned to Sender\n"
        f"Message-ID: <report.{mail.mail.message_id}>\n"
        "Return-Path: <>\n"
        "Auto-Submitted: auto-replied\n"
        "MIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=utf-8\n\nKunde inte levereras.\n"
        "--b\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mx.post.example\n\nFinal-Recipient: rfc822; {mail.to}\n"
        f"Action: failed\nStatus: {status}\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{mail.mail.message_id}>\n\n"
        "--b--\n"
    ).encode()


def written(
    sender: str,
    subject: str,
    body: str,
    fields: Mapping[str, str] = MappingProxyType({}),
    answers: Post | None = None,
) -> bytes:
    """A mail with further header fields; the same words give the same bytes."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "info.gavle@allkontor.example"
    mail["Subject"] = subject
    mail["Message-ID"] = f"<{zlib.crc32(f'{sender}{subject}{body}'.encode())}@post.example>"
    for name, value in fields.items():
        mail[name] = value
    if answers is not None:
        mail["In-Reply-To"] = f"<{answers.mail.message_id}>"
    mail.set_content(body)
    return mail.as_bytes()
