"""Whoever stays unproved: the same words at the same minute for a customer and a stranger (P11)."""

from datetime import UTC, date, datetime

import pytest
from correspondence import ACCESS, ERASE, Correspondence, Writer, code_in, flat
from secrecy import neutral
from ways import decider

from bot.demo.people import KARIN, NILS, SIRI, UNKNOWN
from bot.demo.play import Post

REASONS = "Vi har sökt noga i alla tre registren, och hittar ingenting som stämmer."
CLOSES = datetime(2026, 4, 8, 13, tzinfo=UTC)
"""15:00 in Sweden, two working days before 10 April."""


def asked_of(person: Writer, number: str, words: str = "vi vet inte vem") -> Post:
    """The last question to a member of staff about a matter."""
    return next(
        mail for mail in reversed(person.mail) if number in mail.subject and words in mail.subject
    )


@pytest.mark.law("L75")
@pytest.mark.law("L24")
@pytest.mark.people("P11")
def test_the_last_answer_is_no_oracle(story: Correspondence) -> None:
    """One customer, one whose data are sensitive, one subscriber, one stranger.

    Staff decide on different days, and one of them gets a second code first: each hears the same,
    byte for byte, at 15:00 two working days before the last day; and nothing between.
    """
    everybody = (KARIN, NILS, SIRI, UNKNOWN)
    for who in everybody:
        story.customer(who).writes(ACCESS, "Registerutdrag")
    story.winds(days=7, hours=1)
    story.anna.answers(asked_of(story.anna, "2026-0001"), "AVSLÅ OIDENTIFIERAD")
    story.anna.answers(asked_of(story.anna, "2026-0002"), "GÖR OM")
    story.winds(days=3)
    story.anna.answers(asked_of(story.anna, "2026-0003"), "AVSLÅ OIDENTIFIERAD")
    story.anna.answers(asked_of(story.anna, "2026-0004"), "AVSLÅ OIDENTIFIERAD")
    story.winds(days=8)
    story.anna.answers(asked_of(story.anna, "2026-0002"), "AVSLÅ OIDENTIFIERAD")
    assert {len(story.customer(who).mail) for who in (KARIN, SIRI, UNKNOWN)} == {1}
    story.winds_to(CLOSES)
    last = [story.customer(who).last for who in everybody]
    assert {mail.at for mail in last} == {CLOSES}
    assert len({neutral(mail) for mail in last}) == 1
    for word in ("får alla när vi inte säkert vet", "Integritetsskyddsmyndigheten", "domstol"):
        assert word in flat(last[0])
    assert all(story.matter(number).closed for number in story.matters())


@pytest.mark.people("P11")
@pytest.mark.law("L18")
def test_no_other_refusal_is_possible_before_a_proof(story: Correspondence) -> None:
    """Another ground would say that the address is known; a handler may not refuse at all."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    story.winds(days=8)
    story.anna.answers(asked_of(story.anna, "2026-0001"), f"AVSLÅ ORIMLIG {REASONS}")
    assert "lika för alla: AVSLÅ OIDENTIFIERAD" in story.anna.heard
    story.erik.answers(asked_of(story.erik, "2026-0001"), "AVSLÅ OIDENTIFIERAD")
    assert "beslutsfattare" in story.erik.heard
    assert story.case().stage == "unproved"
    assert len(karin.mail) == 1


def test_a_code_that_comes_late_begins_again(story: Correspondence) -> None:
    """It opens nothing; a new one goes out, also while the refusal waits for its minute."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    first = code_in(karin.last)
    story.winds(days=9)
    story.anna.answers(asked_of(story.anna, "2026-0001"), "AVSLÅ OIDENTIFIERAD")
    karin.writes(f"KOD {first}")
    assert story.matter().level == 0
    assert karin.last.subject.startswith("Är det du som frågar?")
    assert code_in(karin.last) != first
    karin.returns_code()
    assert story.case().stage == "letter to post"
    story.winds_to(CLOSES)
    assert not any("Svar på det du bad om" in mail.subject for mail in karin.mail)


@pytest.mark.people("P11")
def test_after_the_refusal_a_reply_gives_a_new_code(story: Correspondence) -> None:
    """As the refusal promises: for all that was asked, with a month of its own."""
    vera = story.customer(UNKNOWN)
    vera.writes(f"{ACCESS}\n\n{ERASE}")
    story.winds(days=8)
    story.anna.answers(asked_of(story.anna, "2026-0001"), "AVSLÅ OIDENTIFIERAD")
    story.winds_to(CLOSES)
    [asked, refused] = vera.mail
    assert story.matter().closed
    story.customer("annan@post.example").answers(refused, "Jag vill gå vidare.")
    assert story.matters() == ["2026-0001"]
    vera.answers(refused, "Ja, jag vill gå vidare.")
    assert code_in(vera.last) != code_in(asked)
    again = story.matter("2026-0002")
    assert {case.right for case in again.cases} == {"access", "erasure"}
    assert again.due.received == date(2026, 4, 8)
    vera.returns_code()
    assert story.matter("2026-0002").level == 1


def test_two_cases_of_one_stranger_share_one_question_and_one_refusal(
    story: Correspondence,
) -> None:
    """Access and erasure: staff answer once, she is refused once."""
    vera = story.customer(UNKNOWN)
    vera.writes(f"{ACCESS}\n\n{ERASE}")
    story.winds(days=8)
    asked = [mail for mail in story.anna.mail if "vi vet inte vem" in mail.subject]
    assert len(asked) == 1
    person = decider(story)
    person.answers(asked[0], "AVSLÅ OIDENTIFIERAD")
    assert {case.stage for case in story.matter().cases} == {"closing unproved"}
    story.winds_to(CLOSES)
    assert len(vera.mail) == 2
