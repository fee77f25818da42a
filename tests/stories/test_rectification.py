"""A correction, as letters: spelling at once, contact data only behind a second channel."""

from datetime import date

import pytest
from correspondence import DAHL, Correspondence, Tell, flat
from handwork import BOXES, Hands, asked
from secrecy import holds
from ways import only_read, rows

from bot.config import OWN_LEDGER
from bot.core.addresses import block_hashes
from bot.demo.people import KARIN
from bot.shell.blocks import block

SPELLING = """Hej!

Mitt efternamn är felstavat hos er. Rätta det enligt artikel 16: det ska vara Forsbäck.

Med vänlig hälsning"""
TELEPHONE = """Hej!

Ni har fel telefonnummer till mig. Rätta det, tack. Det ska vara 070-174 06 99.

Med vänlig hälsning"""
NEW_NUMBER = "070-174 06 99"
OLD_ADDRESS, NEW_ADDRESS = "karin.f@gammalpost.example", "karin.f@nypost.example"
DAY = date(2025, 1, 7)
MARKED = {
    "gavle": "SELECT customer_no FROM customers WHERE restricted = 1",
    "borlange": "SELECT kundnr FROM kund WHERE begransad = 'J'",
    "mora": "SELECT member_no FROM restrictions",
}
CALLED = {
    "gavle": "SELECT customer_no, last_name FROM customers",
    "borlange": "SELECT kundnr, namn FROM kund",
    "mora": "SELECT member_no, full_name FROM members",
}
RUNG = {
    "gavle": "SELECT customer_no, phone FROM contacts JOIN customers c ON c.id = customer_id"
    " WHERE phone IS NOT NULL",
    "borlange": "SELECT kundnr, telefon FROM kund",
    "mora": "SELECT member_no, mobile FROM contacts",
}


def of_karin(story: Correspondence, statements: dict[str, str]) -> dict[str, tuple[object, ...]]:
    """What each register holds of her, of rows that begin with a customer's number."""
    found = {
        (name, str(number)): tuple(rest)
        for name, statement in statements.items()
        for number, *rest in rows(story, name, statement)
    }
    numbers = {name: KARIN.customer_number(name) for name in statements}
    return {name: found[name, one] for name, one in numbers.items() if (name, one) in found}


def restricted(story: Correspondence) -> set[str]:
    """The registers in which she is marked; nobody else is anywhere."""
    marked = of_karin(story, MARKED)
    assert sum(len(rows(story, name, one)) for name, one in MARKED.items()) == len(marked)
    return set(marked)


def names(story: Correspondence) -> dict[str, object]:
    """What she is called in each register."""
    return {name: called for name, (called,) in of_karin(story, CALLED).items()}


def phones(story: Correspondence) -> set[object]:
    """Her telephone numbers in all registers."""
    return {phone for (phone,) in of_karin(story, RUNG).values()}


@pytest.mark.law("L42", "L43", "L44", "L61")
def test_a_name_is_spelt_right_in_all_three_companies(story: Correspondence) -> None:
    """Restricted as soon as the code is back; corrected by each register; answered with stars."""
    hands, karin = Hands(story), story.customer(KARIN)
    booked = rows(story, "gavle", "SELECT * FROM invoices")
    karin.writes(SPELLING)
    led_to = karin.returns_code()
    assert restricted(story) == {"gavle", "borlange", "mora"}
    assert [one for one in led_to if one.to == KARIN.address] == []

    story.erik.answers(asked(story.erik, "vad ska rättas"), "RÄTTA UPPGIFT\nForsbeck -> Forsbäck")
    assert hands.open_tasks() == []
    assert names(story) == {"gavle": "Forsbäck", "borlange": "Forsbäck, Karin",
                            "mora": "Karin Forsbäck"}  # fmt: skip
    assert rows(story, "gavle", "SELECT * FROM invoices") == booked
    answer = karin.last
    assert answer.subject == "Dina uppgifter är rättade (ärende 2026-0001)"
    for words in (
        "rättade vi det här hos alla tre bolagen",
        "F*** → F***",
        "Det gör vi igen från och med nu",
        "Kontorsmolnet Drift AB",
    ):
        assert words in flat(answer)
    assert not any(holds(one.text, "Forsbäck") for one in story.mail)
    assert restricted(story) == set()


@pytest.mark.law("L42", "L61")
def test_where_registers_are_only_read_each_company_does_it(tell: Tell) -> None:
    """By hand: told what to restrict and to correct, never the new value, and lifted last."""
    story = tell(adjust=only_read)
    hands, karin = Hands(story), story.customer(KARIN)
    karin.writes(SPELLING)
    karin.returns_code()
    tasks = hands.open_tasks()
    assert {one.to for one in tasks} == BOXES.keys()
    assert all("begränsa uppgifter" in one.subject for one in tasks)
    hands.say_done()
    story.erik.answers(asked(story.erik, "vad ska rättas"), "RÄTTA UPPGIFT\nForsbeck -> Forsbäck")
    tasks = hands.open_tasks()
    assert all("rätta uppgifter" in one.subject for one in tasks)
    assert "Skriv aldrig över något i bokföringen" in flat(tasks[0])
    assert not any(holds(one.text, "Forsbäck") for one in story.mail if one.to in BOXES)
    before = len(karin.mail)
    assert karin.mail[before - 1].subject.startswith("Vi har fått ditt mejl")
    hands.say_done()
    tasks = hands.open_tasks()
    assert all("häv en begränsning" in one.subject for one in tasks)
    assert story.mail.index(tasks[0]) > story.mail.index(karin.last)


@pytest.mark.law("L42", "L51")
def test_what_no_register_holds_is_looked_for_by_people(story: Correspondence) -> None:
    """Staff wrote the old name otherwise than it stands: nobody is told that it is corrected.

    A no to marketing that an old address once said holds for the new one all the same (L51).
    """
    hands, karin, works = Hands(story), story.customer(KARIN), story.stage.play.works
    with works.premises.ledger() as ledger:
        block(ledger.session, [OLD_ADDRESS], DAY, "gavle")
    karin.writes(SPELLING)
    karin.returns_code()
    before = len(karin.mail)
    said = f"RÄTTA UPPGIFT\nForsbek -> Forsbäck\n{OLD_ADDRESS} -> {NEW_ADDRESS}"
    story.erik.answers(asked(story.erik, "vad ska rättas"), said)
    assert works.premises.is_blocked(NEW_ADDRESS)
    file = works.settings.blocking.file
    assert file is not None
    assert block_hashes(NEW_ADDRESS) <= {*file.read_text().splitlines()}
    assert {one.to for one in hands.open_tasks()} == BOXES.keys()
    assert len(karin.mail) == before
    hands.say_done()
    assert karin.last.subject.startswith("Dina uppgifter är rättade")


def test_a_task_that_was_overtaken_can_still_be_said_done(tell: Tell) -> None:
    """The correction is ordered before anybody had time to restrict."""
    story = tell(adjust=only_read)
    hands, karin = Hands(story), story.customer(KARIN)
    karin.writes(SPELLING)
    karin.returns_code()
    restricting = hands.open_tasks()
    story.anna.answers(asked(story.anna, "vad ska rättas"), "RÄTTA UPPGIFT\nForsbeck -> Forsbäck")
    for task in restricting:
        story.customer(task.to).answers(task, "KLAR märkt", to=BOXES[task.to])
    assert story.case().acted == {OWN_LEDGER}
    hands.say_done()
    assert karin.last.subject.startswith("Dina uppgifter är rättade")


@pytest.mark.law("L46")
@pytest.mark.people("P02", "P05")
def test_a_telephone_number_waits_for_a_letter_and_for_the_old_address(
    story: Correspondence,
) -> None:
    """A letter to the home on file; then every address hears that, not what, will be changed."""
    hands, karin = Hands(story), story.customer(KARIN)
    hands.second_address(KARIN, OLD_ADDRESS)
    karin.writes(TELEPHONE)
    karin.returns_code()
    said = f"RÄTTA KONTAKT\ntelefon {KARIN.phone} -> {NEW_NUMBER}"
    story.erik.answers(asked(story.erik, "vad ska rättas"), said)
    assert karin.last.subject.startswith("Tack, nu kommer ett brev")
    letter = story.letter()
    story.anna.answers(asked(story.anna, "posta ett brev"), "POSTAT")
    karin.writes(f"KOD {letter.code}", "Koden")

    old = story.customer(OLD_ADDRESS)
    for told in (karin.last, old.last):
        assert told.subject == "Någon vill ändra en kontaktuppgift (ärende 2026-0001)"
        assert "Det gör vi den 13 mars 2026" in flat(told)
        assert "INTE JAG" in told.text
        for secret in (NEW_NUMBER, KARIN.phone, "Påhittsgatan", KARIN.family):
            assert not holds(told.text, secret)
    assert phones(story) == {KARIN.phone}

    story.winds(days=3)
    assert phones(story) == {NEW_NUMBER}
    assert hands.open_tasks() == []
    assert karin.last.subject.startswith("Dina uppgifter är rättade")
    assert "t*** → 0***" in karin.last.text
    assert len(old.mail) == 1
    assert story.dahl.address == DAHL
