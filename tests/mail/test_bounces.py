import pytest
from raw_letters import PLAIN, letter, multipart

from bot.mail.incoming import parse
from bot.mail.shapes import Bounce

OURS = "k7.17@rightsbot.example"
ORIGINAL = f"From: info@allkontor.example\nMessage-ID: <{OURS}>\nReferences: <x@example.com>\n\nHej"
DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example.com>"


def report(action: str, status: str, original: str = "message/rfc822") -> bytes:
    """A delivery report with a form, as RFC 3464 has it."""
    form = f"Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; maja\n{action}Status: {status}\n"
    return multipart(
        (PLAIN, "Kunde inte levereras"),
        ("message/delivery-status", form),
        (original, ORIGINAL),
        kind="report; report-type=delivery-status",
        From=DAEMON,
        Return_Path="<>",
    )


@pytest.mark.parametrize(
    ("raw", "permanent"),
    [
        (report("Action: failed\n", "5.1.1"), True),
        (report("Action: Failed (no mailbox)\n", "5.1.1", "text/rfc822-headers"), True),
        (report("Action: failed\n", "4.4.7"), True),
        (report("Action: delayed\n", "4.4.1"), False),
        (report("", "5.0.0"), True),
        (report("", "4.0.0"), False),
    ],
)
def test_a_report_names_our_mail_and_whether_it_is_final(raw: bytes, *, permanent: bool) -> None:
    """The mail is the one in the report, not those it answers; `failed` means given up."""
    assert parse(raw).bounce == Bounce((OURS,), permanent)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    """That a mail arrived stops nothing; it is only a machine's mail."""
    mail = parse(report(f"Action: {action}\n", "2.0.0"))
    assert mail.bounce is None
    assert mail.machine_signals


@pytest.mark.parametrize(
    ("raw", "bounce"),
    [
        (
            letter(
                "Hi. This is the qmail-send program at mx.example.com.\n550 no mailbox\n\n"
                f"--- Below this line is a copy of the message.\n\nMessage-ID: <{OURS}>\n",
                From=DAEMON,
                Subject="failure notice",
                Return_Path="<>",
            ),
            Bounce((OURS,), permanent=True),
        ),
        (
            letter(
                "Det gick inte att leverera till maja.ek@example.com. 5.1.10 RecipientNotFound",
                From="postmaster@example.com",
                Subject="Olevererbart: Din begäran",
                In_Reply_To=f"<{OURS}>",
                Return_Path="<>",
            ),
            Bounce((OURS,), permanent=True),
        ),
        (
            letter(
                "The message has not been delivered yet and the server will continue to try.",
                From=DAEMON,
                Subject="Warning: message delayed 24 hours",
                References=f"<{OURS}>",
            ),
            Bounce((OURS,), permanent=False),
        ),
        (
            letter("Mail delivery failed", X_Failed_Recipients="maja.ek@example.com"),
            Bounce((), permanent=True),
        ),
    ],
)
def test_a_bounce_without_a_form_is_known(raw: bytes, bounce: Bounce) -> None:
    """Servers that write in their own words are understood by what they add."""
    assert parse(raw).bounce == bounce


@pytest.mark.parametrize(
    "raw",
    [
        letter(),
        letter(Subject="Undeliverable: Registerutdrag"),
        letter("Ert brev kom i retur med 550.", Subject="Returned mail"),
        multipart((PLAIN, "Läst"), kind="report; report-type=disposition-notification"),
        letter(Return_Path="<>", Subject="Autosvar"),
    ],
)
def test_what_people_write_about_bounces_is_none(raw: bytes) -> None:
    """A person's own words about a bounce, a read receipt, an auto-reply: no bounce."""
    assert parse(raw).bounce is None
