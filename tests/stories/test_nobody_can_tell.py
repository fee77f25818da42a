"""Before a code is back nobody who writes to us learns whom we know (P11)."""

import re

import pytest
from correspondence import ACCESS, BORLANGE, DPO, Correspondence, code_in

from bot.demo.people import (
    BO,
    CHANGED,
    FATHER,
    KARIN,
    MOVED,
    NILS,
    SIRI,
    SON,
    THIEF,
    UNDATED,
    UNKNOWN,
    DemoPerson,
)
from bot.demo.play import Post

BRANCHES = (
    (BO, "shared", "kan höra till fler än en person"),
    (NILS, "sensitive", "måste skyddas extra väl"),
    (SIRI, "no_postal", "ingen postadress som hör till"),
    (MOVED, "several_postal", "fler än en postadress"),
    (CHANGED, "contact_fresh", "kan ha ändrats nyligen"),
    (UNDATED, "contact_fresh", "kan ha ändrats nyligen"),
    (FATHER, "other_records", "på fler ställen"),
    (SON, "other_records", "på fler ställen"),
)


def neutral(mail: Post) -> bytes:
    """A mail's bytes with addressee, number, code, ids and the transport's stamps masked."""
    raw = mail.raw.decode()
    raw = raw.replace(mail.to, "someone@somewhere.example")
    raw = raw.replace(code_in(mail), "AAAA-AAAA")
    raw = re.sub(r"\d{4}-\d{4}(?=[ ):.\n\r]|$)", "2026-0000", raw, flags=re.MULTILINE)
    kept = [
        line for line in raw.splitlines() if not line.startswith(("Message-ID:", "References:"))
    ]
    kept = [line for line in kept if not line.startswith(("In-Reply-To:", "Received:", "Return-P"))]
    return "\n".join(line for line in kept if not re.match(r"\s+(<|\w{3}, )", line)).encode()


@pytest.mark.law("L24")
@pytest.mark.people("P11")
def test_known_and_unknown_get_the_same_bytes_in_the_same_minute(story: Correspondence) -> None:
    """Every kind of customer and a stranger: one acknowledgement, byte-equal but for the mask."""
    everybody = (KARIN, UNKNOWN, THIEF, *(who for who, _, _ in BRANCHES))
    for who in everybody:
        story.customer(who).writes(ACCESS, "Registerutdrag")
    mails = [story.customer(who).mail for who in everybody]
    assert [len(one) for one in mails] == [1] * len(everybody)
    assert len({neutral(one[0]) for one in mails}) == 1
    assert len({one[0].at for one in mails}) == 1


@pytest.mark.people("P11")
def test_known_and_unknown_hear_equally_little_of_a_customer_number(story: Correspondence) -> None:
    """A number of Karin's and one of nobody's: the writer's own mail does not tell them apart."""
    for address, number in (("a@spion.example", "G-20001"), ("b@spion.example", "G-99999")):
        story.customer(address).writes(f"{ACCESS}\nkundnr {number}", "Registerutdrag")
    one, other = (story.customer(f"{name}@spion.example").mail for name in "ab")
    assert (len(one), len(other)) == (1, 1)
    assert neutral(one[0]) == neutral(other[0])


@pytest.mark.people("P01")
@pytest.mark.people("P11")
@pytest.mark.parametrize(("who", "found", "said"), BRANCHES)
def test_what_only_a_human_can_take_further_is_said_after_the_code(
    story: Correspondence, who: DemoPerson, found: str, said: str
) -> None:
    """No letter, no extract; staff are told why, the customer too, but only then."""
    customer = story.customer(who)
    customer.writes(ACCESS)
    assert story.anna.mail == []
    assert said not in customer.heard
    customer.returns_code()
    assert story.case().stage == "with a person"
    assert story.case().reason == found
    assert said in customer.heard
    assert "KLAR" in story.anna.heard
    assert not (story.stage.folder / "print").exists()
    assert story.matter().snapshots == {}


@pytest.mark.people("P01")
def test_a_thief_gets_nothing_of_his_victim(story: Correspondence) -> None:
    """The account in Nils's name proves the thief's own mailbox and opens nothing."""
    thief = story.customer(THIEF)
    thief.writes(f"{ACCESS}\nkundnr {NILS.customer_number('gavle')}")
    thief.returns_code()
    assert story.case().stage == "with a person"
    assert not any(list(mail.attachments()) for mail in thief.mail)
    assert story.customer(NILS).mail == []


def test_a_second_code_goes_to_the_address_that_a_number_leads_to(story: Correspondence) -> None:
    """Karin writes from work with her customer number: the code on file proves the one on file."""
    work = story.customer("karin@arbetet.example")
    work.writes(f"{ACCESS}\nMitt kundnr: {KARIN.customer_number('gavle')}")
    karin = story.customer(KARIN)
    assert len(work.mail) == len(karin.mail) == 1
    assert karin.last.subject == "Är det du som frågar? (ärende 2026-0001)"
    assert "karin@arbetet" not in karin.heard
    work.writes(f"KOD {code_in(karin.last)}")
    assert karin.last.subject.startswith("Tack, nu kommer ett brev")
    assert len(work.mail) == 1


def test_without_a_number_no_other_address_hears_of_it(story: Correspondence) -> None:
    """A name alone leads nowhere."""
    story.customer("karin@arbetet.example").writes(f"{ACCESS}\n{KARIN.name}")
    assert story.customer(KARIN).mail == []


@pytest.mark.people("P12")
def test_not_me_stops_everything_and_tells_the_asker_nothing(story: Correspondence) -> None:
    """Staff and DPO are told, codes are void; who answered is thanked, who asked hears nothing."""
    asker = story.customer("spion@arbetet.example")
    asker.writes(f"{ACCESS}\nkundnr {KARIN.customer_number('gavle')}")
    karin = story.customer(KARIN)
    code = code_in(karin.last)
    led_to = karin.answers(karin.last, "INTE JAG")
    assert karin.last.subject == "Vi har stoppat ärendet (2026-0001)"
    assert {mail.to for mail in led_to} == {
        karin.address,
        story.anna.address,
        story.erik.address,
        DPO,
    }
    assert "INTE JAG" in story.anna.mail[0].text
    assert len(asker.mail) == 1
    asker.answers(asker.last, f"KOD {code}")
    assert story.case().stage == "with a person"
    assert story.matter().level == 0
    assert not story.matter().closed


@pytest.mark.people("P12")
def test_not_me_after_the_letter_stops_too(story: Correspondence) -> None:
    """The letter's code and the passphrase open nothing any more."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS, to=BORLANGE)
    karin.returns_code()
    letter = story.letter()
    karin.answers(karin.last, "Det var inte jag!")
    story.winds(hours=1)
    karin.writes(f"KOD {letter.code}")
    assert story.case().stage == "with a person"
    assert story.matter().snapshots == {}
