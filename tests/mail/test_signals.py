import pytest
from raw_letters import PLAIN, letter, multipart

from bot.mail.incoming import parse

MACHINES = [
    letter(Auto_Submitted="auto-replied"),
    letter(Auto_Submitted="(no) Auto-Generated; owner-email=a@example.com"),
    letter(X_Autoreply="yes"),
    letter(X_Autorespond="Frånvaro"),
    letter(X_Auto_Response="1"),
    letter(X_POST_MessageClass="9; Autoresponder"),
    letter(X_MS_Exchange_Inbox_Rules_Loop="info.gavle@allkontor.example"),
    letter(Precedence="auto_reply"),
    letter(Return_Path="<>"),
    letter(From="<>"),
    letter(From="Mail Delivery System <MAILER-DAEMON@mx.example.com>"),
    letter(From="postmaster@example.com", Return_Path="<>"),
    letter(X_Rightsbot="17"),
    letter("BEGIN:VCALENDAR\nMETHOD:REPLY", Content_Type="text/calendar"),
    multipart((PLAIN, "Ja"), ("text/calendar; method=REQUEST", "x"), kind="alternative"),
    multipart((PLAIN, "Läst"), ("message/disposition-notification", "x"), kind="report"),
    letter(Subject="Autosvar: Registerutdrag"),
    letter(Subject="Automatiskt svar: Registerutdrag"),
    letter(Subject="Frånvaro"),
    letter(Subject="Frånvaromeddelande från Maja Ek"),
    letter(Subject="Out of Office AutoReply: Registerutdrag"),
    letter(Subject="Automatic reply: Registerutdrag"),
]

PEOPLE = [
    letter(),
    letter(Auto_Submitted="no"),
    letter(Auto_Submitted="No (auto-replied is what I am not)"),
    letter(X_Autoreply="no"),
    letter(Return_Path="<maja.ek@example.com>"),
    letter(From="postmaster@example.com"),
    letter(Subject="Sv: Autosvar: Registerutdrag"),
    letter(Subject="Autosvar är inget svar på min begäran"),
    letter(Subject="Automatiskt beslut om kredit"),
    letter(Subject="Frånvaron av svar"),
    multipart((PLAIN, "Hej"), ("text/calendar\nContent-Disposition: attachment", "METHOD:X")),
]

BULK = [
    letter(Precedence="bulk"),
    letter(Precedence="List"),
    letter(Precedence="junk"),
    letter(List_Id="Nyhetsbrev <nytt.example.com>"),
    letter(List_Unsubscribe="<mailto:av@example.com>"),
    letter(Feedback_ID="1:2:3:x"),
    letter(X_Auto_Response_Suppress="OOF, AutoReply"),
    letter(From="no-reply@example.com"),
    letter(From="noreply+4711@example.com"),
    letter(From="kundtjanst.noreply@example.com"),
    letter(From="do_not_reply@example.com"),
    letter(From="svara-inte@example.com"),
]


@pytest.mark.parametrize("raw", MACHINES)
def test_a_machine_is_known(raw: bytes) -> None:
    """Every mark by which programs own up to writing is a hard signal."""
    assert parse(raw).machine_signals


@pytest.mark.parametrize("raw", PEOPLE)
def test_a_person_is_no_machine(raw: bytes) -> None:
    """A person who mentions an auto-reply, or whose program says `no`, is none."""
    mail = parse(raw)
    assert mail.machine_signals == ()
    assert mail.bulk_signals == ()


@pytest.mark.parametrize("raw", BULK)
def test_a_letter_to_many_is_no_machine(raw: bytes) -> None:
    """Lists, bulk and no-reply senders keep us silent and are no reason to refuse the mail."""
    mail = parse(raw)
    assert mail.bulk_signals
    assert mail.machine_signals == ()


@pytest.mark.parametrize("local", ["nora", "reply", "norbert.reply", "donotello", "info"])
def test_a_name_that_begins_alike_is_a_person(local: str) -> None:
    """Nora is not no-reply."""
    assert parse(letter(From=f"{local}@example.com")).bulk_signals == ()
