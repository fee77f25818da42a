"""Before a code is back nobody who writes to us learns whom we know (P11)."""

import pytest
from correspondence import ACCESS, BORLANGE, DPO, Correspondence, code_in
from secrecy import neutral
from ways import decider

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
)
from bot.demo.unusual import SHIELDED

BY_HAND, LEVEL_3, OLD_ADDRESS = "with a person", "stronger proof", "age of the address"
BRANCHES = (
    (BO, BY_HAND, "shared", "kan höra till fler än en person"),
    (NILS, LEVEL_3, "sensitive", "måste skyddas extra väl"),
    (MOVED, BY_HAND, "several_postal", "fler än en postadress"),
    (CHANGED, LEVEL_3, "contact_fresh", "kan ha ändrats nyligen"),
    (UNDATED, OLD_ADDRESS, "contact_unknown", "inte när kontaktuppgifterna ändrades"),
    (FATHER, LEVEL_3, "other_records", "på fler ställen"),
    (SON, LEVEL_3, "other_records", "på fler ställen"),
)


@pytest.mark.law("L24")
@pytest.mark.people("P11")
@pytest.mark.law("L15")
@pytest.mark.law("L23")
def test_known_and_unknown_get_the_same_bytes_in_the_same_minute(story: Correspondence) -> None:
    """Every kind of customer and a stranger: one acknowledgement, byte-equal but for the mask."""
    everybody = (KARIN, UNKNOWN, THIEF, SIRI, *(who for who, *_ in BRANCHES))
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
@pytest.mark.people("P28")
def test_what_only_a_human_can_take_further_is_said_after_the_code(story: Correspondence) -> None:
    """No letter, no extract; staff are told why, the customer too, but only then."""
    for number, (who, stage, found, said) in enumerate(BRANCHES, 1):
        customer, matter = story.customer(who), f"2026-{number:04}"
        customer.writes(ACCESS)
        assert said not in customer.heard
        before = len(story.mail)
        customer.returns_code()
        assert (story.case(matter).stage, story.case(matter).reason) == (stage, found)
        assert said in customer.heard
        prompts = [mail.to for mail in story.mail[before:] if "KLAR" in mail.text]
        assert decider(story, matter).address in prompts
        assert story.matter(matter).snapshots == {}
    assert not (story.stage.folder / "print").exists()


@pytest.mark.law("L77")
@pytest.mark.people("P05")
def test_a_protected_identity_is_met_in_silence(story: Correspondence) -> None:
    """After the code nothing reaches any address on file; a person is asked, and told why."""
    ylva = story.customer(SHIELDED)
    ylva.writes(ACCESS)
    heard = len(ylva.mail)
    ylva.returns_code()
    assert (story.case().stage, story.case().reason) == (BY_HAND, "protected")
    assert len(ylva.mail) == heard
    assert "skyddade personuppgifter" in decider(story, "2026-0001").heard
    assert not (story.stage.folder / "print").exists()


@pytest.mark.people("P01")
def test_a_thief_gets_nothing_of_his_victim(story: Correspondence) -> None:
    """The account in Nils's name proves the thief's own mailbox and opens nothing."""
    thief = story.customer(THIEF)
    thief.writes(f"{ACCESS}\nkundnr {NILS.customer_number('gavle')}")
    thief.returns_code()
    assert story.case().stage == LEVEL_3
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
