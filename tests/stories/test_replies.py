"""What else people answer, and what their servers say."""

import pytest
from correspondence import ACCESS, BORLANGE, DPO, ERASE, GAVLE, START, Correspondence, Tell, code_in
from machines import bounce_of, written
from stages import DovecotOffice
from ways import to_the_answer, to_the_letter

from bot.demo.people import KARIN

ENGLISH = "Hello,\n\nPlease send me a copy of all personal data you hold about me.\n\nKind regards"


@pytest.mark.people("P12")
def test_not_me_without_a_thread_stops_the_writers_matter(story: Correspondence) -> None:
    """As the letter says: the two words, mailed to the box, from the address that was used."""
    to_the_letter(story)
    karin = story.customer(KARIN)
    karin.writes("INTE JAG", "Brevet")
    assert story.case().reason == "not_me"
    assert karin.last.subject == "Vi har stoppat ärendet (2026-0001)"
    assert story.dpo.last.to == DPO


@pytest.mark.people("P12")
def test_not_me_from_the_other_address_on_file_stops_too(story: Correspondence) -> None:
    """Karin got a code that somebody else asked for, and writes a new mail."""
    story.customer("spion@arbetet.example").writes(f"{ACCESS}\nkundnr G-20001")
    story.customer(KARIN).writes("Inte jag!", "Koden", to=BORLANGE)
    assert story.case().reason == "not_me"


@pytest.mark.people("P12")
def test_not_me_from_nobody_we_know_is_read_by_people(story: Correspondence) -> None:
    """The letter reached somebody who writes from an address of her own: never dropped."""
    to_the_letter(story)
    story.customer("granne@annat.example").writes("INTE JAG", "Ert brev")
    assert story.matters() == ["2026-0001", "2026-0002"]
    assert story.case("2026-0002").stage == "asking staff"
    assert story.case("2026-0001").stage == "letter to post"
    assert ("Ert brev", False) in story.lies_in(GAVLE)


def test_an_english_letter_is_answered_in_english(story: Correspondence) -> None:
    """The customer in her language, staff in Swedish."""
    story.customer(KARIN).writes(ENGLISH, "My data")
    karin = story.customer(KARIN)
    assert "We received your email" in karin.heard or "Hello" in karin.heard
    karin.writes(f"CODE {karin.heard.partition('CODE ')[2][:9]}")
    assert story.matter().level == 1
    assert "POSTAT" in story.anna.last.text


def test_staff_may_answer_into_any_of_the_boxes(story: Correspondence) -> None:
    """The token says which prompt it is, not the box."""
    to_the_letter(story)
    story.anna.answers(story.anna.last, "POSTAT", to=BORLANGE)
    assert story.case().stage == "letter code"


def test_a_right_in_a_reply_is_not_dropped(story: Correspondence) -> None:
    """She answers the acknowledgement with an erasure: a matter of its own."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    karin.answers(karin.last, ERASE)
    rights = {case.right for number in story.matters() for case in story.matter(number).cases}
    assert rights == {"access", "erasure"}


@pytest.mark.people("P23")
def test_the_same_mail_in_two_boxes_at_one_time_is_one_matter(story: Correspondence) -> None:
    """Both are read in the same round."""
    raw = written(KARIN.address, "Utdrag", ACCESS)
    for box in (GAVLE, BORLANGE):
        story.stage.office.deliver(box, raw)
    story.settle()
    assert story.matters() == ["2026-0001"]
    assert len(story.customer(KARIN).mail) == 1


def test_a_code_that_the_server_refuses_for_good_goes_to_a_human(tell: Tell) -> None:
    """550 at once, instead of a bounce later."""
    story = tell(server="dovecot")
    office = story.stage.office
    assert isinstance(office, DovecotOffice)
    office.mta.answers["DATA"] = "550 5.1.1 nobody here"
    story.customer(KARIN).writes(ACCESS)
    office.mta.answers.clear()
    story.winds(hours=1)
    assert story.case().reason == "undeliverable"


def test_a_server_that_is_busy_delays_and_loses_nothing(tell: Tell) -> None:
    """451 for an hour: then exactly one acknowledgement, with its code still good."""
    story = tell(server="dovecot")
    office = story.stage.office
    assert isinstance(office, DovecotOffice)
    office.mta.answers["RCPT"] = "451 4.3.0 later"
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    assert karin.mail == []
    office.mta.answers.clear()
    for _ in range(4):
        story.winds(minutes=20)
    assert len(karin.mail) == 1
    karin.writes(code_in(karin.last))
    assert story.matter().level == 1
    assert story.matter().received_at == START


def test_a_bounce_after_the_end_reaches_people(story: Correspondence) -> None:
    """Ten days later the answer comes back after all."""
    to_the_answer(story)
    answer = story.customer(KARIN).last
    story.winds(days=10)
    assert story.matter().closed
    story.receives(bounce_of(answer))
    assert "gick inte fram" in story.anna.heard
