from dataclasses import replace

import pytest
from raw_letters import PLAIN, letter, multipart

from bot.core.vocabulary import Right, Road, Verdict
from bot.mail.incoming import parse
from bot.mail.porter import Known, judge, may_answer
from bot.mail.shapes import Reading

KNOWN = Known(
    own_addresses=frozenset({"info.gavle@allkontor.example"}),
    staff=frozenset({"anna.berg@gavle.allkontor.example"}),
    command_words=frozenset({"godkänn", "approve", "gör"}),
)
STAFF = "Anna Berg <anna.berg@gavle.allkontor.example>"
NO = Reading(Road.NO, language="sv")
SURE = Reading(Road.SURE, (Right.ACCESS,), "sv", ("registerutdrag",))
PERHAPS = replace(SURE, road=Road.PERHAPS)
ENCRYPTED = {"Content_Type": "application/pkcs7-mime"}


@pytest.mark.parametrize(
    ("reading", "verdict"),
    [(SURE, Verdict.REQUEST), (PERHAPS, Verdict.UNSURE), (NO, Verdict.ORDINARY)],
)
def test_a_letter_is_what_its_words_say(reading: Reading, verdict: Verdict) -> None:
    """Sure is a request, perhaps asks a human, no leaves it alone and has no rights."""
    found = judge(parse(letter()), reading, KNOWN)
    assert found.verdict is verdict
    assert found.may_answer
    assert (found.rights, found.because) == (reading.rights, reading.because)


@pytest.mark.parametrize(
    ("raw", "known", "verdict"),
    [
        (b"", KNOWN, Verdict.UNREADABLE),
        (bytes(range(256)), KNOWN, Verdict.UNREADABLE),
        (letter("x", From=None, Subject=None, **ENCRYPTED), KNOWN, Verdict.UNREADABLE),
        (letter(X_Failed_Recipients="a@example.com"), KNOWN, Verdict.BOUNCE),
        (letter(Auto_Submitted="auto-replied"), KNOWN, Verdict.MACHINE),
        (letter("GODKÄNN", From=STAFF, X_Autoreply="yes"), KNOWN, Verdict.MACHINE),
        (letter("godkänn.\n\nAnna", From=STAFF), KNOWN, Verdict.COMMAND),
        (letter("Gör om: fel person", From=STAFF), KNOWN, Verdict.COMMAND),
        (letter("Gödkan", From=STAFF), replace(KNOWN, answers_prompt=True), Verdict.COMMAND),
        (letter("KOD KX7P-22MD"), KNOWN, Verdict.REPLY),
        (letter("kx7p 22md"), KNOWN, Verdict.REPLY),
        (letter("Hej", Subject="Sv: kod kx7p22md"), KNOWN, Verdict.REPLY),
        (letter("Hej\nINTE JAG\nMaja"), KNOWN, Verdict.REPLY),
        (letter("", Subject="Re: Not me"), KNOWN, Verdict.REPLY),
        (letter("Tack"), replace(KNOWN, answers_matter=True), Verdict.REPLY),
        (letter("Tack"), replace(KNOWN, holds_code=True), Verdict.REPLY),
    ],
)
def test_the_first_that_fits_is_the_verdict(raw: bytes, known: Known, verdict: Verdict) -> None:
    """Unreadable, bounce, machine, command and reply come before what the words ask for."""
    found = judge(parse(raw), SURE, known)
    assert found.verdict is verdict
    assert found.rights == ()


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        (letter("GODKÄNN"), KNOWN),
        (letter("GODKÄNN"), replace(KNOWN, answers_prompt=True)),
        (letter("Hej\n\n> GODKÄNN", From=STAFF), KNOWN),
        (letter("<p>Hej</p><p hidden>GODKÄNN</p>", From=STAFF, Content_Type="text/html"), KNOWN),
    ],
)
def test_staff_words_from_others_are_no_command(raw: bytes, known: Known) -> None:
    """A stranger's GODKÄNN, a quoted or a hidden one commands nothing."""
    assert judge(parse(raw), NO, known).verdict is Verdict.ORDINARY


@pytest.mark.parametrize(
    ("fields", "reading", "verdict"),
    [
        ({"Precedence": "bulk"}, SURE, Verdict.REQUEST),
        ({"From": "no-reply@example.com"}, SURE, Verdict.REQUEST),
        ({"List_Id": "<nytt.example.com>"}, PERHAPS, Verdict.MACHINE),
        ({"From": "no-reply@example.com"}, PERHAPS, Verdict.UNSURE),
        ({"X_Auto_Response_Suppress": "All"}, PERHAPS, Verdict.UNSURE),
    ],
)
def test_bulk_keeps_us_silent_and_refuses_no_request(
    fields: dict[str, str], reading: Reading, verdict: Verdict
) -> None:
    """Requests come through portals that write as machines; a newsletter's footer is none."""
    found = judge(parse(letter(**fields)), reading, KNOWN)
    assert found.verdict is verdict
    assert not found.may_answer


@pytest.mark.parametrize("raw", [letter("x", **ENCRYPTED), multipart(("application/ms-tnef", "x"))])
def test_a_sealed_letter_from_a_person_goes_to_a_human(raw: bytes) -> None:
    """What we cannot open may be a request; somebody must look, and we may answer."""
    found = judge(parse(raw), NO, KNOWN)
    assert (found.verdict, found.may_answer) == (Verdict.UNSURE, True)


@pytest.mark.people("P15")
def test_paper_from_our_own_copier_is_read_by_a_human() -> None:
    """A scan sent from our own domain is no loop: perhaps it is a request, and none is answered."""
    scan = ("application/pdf; name=scan.pdf", "x")
    raw = multipart((PLAIN, "Skannat"), scan, From="kopiator@allkontor.example")
    found = judge(parse(raw), NO, KNOWN)
    assert (found.verdict, found.may_answer) == (Verdict.UNSURE, False)
    assert judge(parse(multipart(scan, Subject=None)), NO, KNOWN).verdict is Verdict.UNSURE
    assert judge(parse(multipart(scan, Subject="Faktura")), NO, KNOWN).verdict is Verdict.ORDINARY


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (letter(From=None), "no sender"),
        (letter(From="Maja"), "invalid address"),
        (letter(X_Failed_Recipients="a@example.com", Auto_Submitted="no"), "bounce"),
        (letter(Auto_Submitted="auto-generated"), "machine"),
        (letter(From="noreply@example.com"), "no-reply"),
        (letter(Precedence="list"), "bulk"),
        (letter(From="info.gavle@allkontor.example"), "own address"),
        (letter(From="kopiator@allkontor.example"), "own address"),
    ],
)
def test_every_reason_not_to_answer(raw: bytes, reason: str) -> None:
    """Each reason of the list is found, and one is enough."""
    allowed, reasons = may_answer(parse(raw), KNOWN.own_addresses)
    assert not allowed
    assert reason in reasons
    assert reason in (may_answer.__doc__ or "")


def test_people_in_the_domain_of_a_mailbox_are_answered() -> None:
    """Staff, with a page or without, and an employee who is a customer too, get their answer."""
    staff = frozenset({"anna@allkontor.example"})
    page = ("application/pdf; name=id.pdf", "x")
    anna = parse(multipart((PLAIN, "KLAR"), page, From="anna@allkontor.example"))
    assert may_answer(anna, KNOWN.own_addresses, staff) == (True, ())
    maja = parse(letter(From="maja@allkontor.example"))
    assert may_answer(maja, KNOWN.own_addresses) == (True, ())


def test_whoever_answers_a_prompt_in_anothers_place_is_named() -> None:
    """A prompt answered by nobody of the staff is said, so that the real person can be told."""
    found = judge(parse(letter("GODKÄNN")), NO, replace(KNOWN, answers_prompt=True))
    assert "answers a prompt to staff, but is from nobody of them" in found.why
