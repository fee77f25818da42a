import pytest
from core.roads import by_letter, proved, sent
from core.worlds import SEEN, Story

from bot.core import facts as f
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.identity import Sighting
from bot.core.vocabulary import Mail, Right


def owned_by(company: str) -> Story:
    """Gävle got the mail; the latest relation is a company's."""
    story = Story()
    story.begin(Right.ACCESS)
    story.code_back()
    rest = [Sighting(register_name=name) for name in ("borlange", "mora")]
    seen = f.LookedUp(sightings=(SEEN[Finding.ORDINARY], *rest), owner=company)
    story.happen(Event.LOOKED_UP, seen)
    return story


@pytest.mark.people("P29")
def test_the_company_with_the_latest_relation_takes_the_matter_over() -> None:
    """Its people post the letter and approve; the receiver's are asked nothing more."""
    story = owned_by("mora")
    assert story.matter.company == "mora"
    by_letter_of_eva(story)
    assert story.prompts("eva") == [Mail.POST_LETTER, Mail.APPROVE]
    assert story.prompts("anna") == []


@pytest.mark.people("P29")
def test_where_no_relation_is_known_the_receiver_keeps_it() -> None:
    """Also when nothing is held at all."""
    assert owned_by("").matter.company == "gavle"


@pytest.mark.law("L78")
@pytest.mark.people("P29")
def test_the_mailbox_stays_the_one_she_wrote_to() -> None:
    """She is sent to nobody, whoever owns the matter."""
    story = owned_by("mora")
    assert story.matter.mailbox == "gavle"
    assert {to for _, to in story.mails} <= {"requester", "proved"}


@pytest.mark.people("P11")
def test_before_a_proof_the_owner_tells_nothing() -> None:
    """No register has been asked, so nobody's people but the receiver's are."""
    story = Story()
    story.begin(Right.ACCESS)
    story.ring(story.dates(Event.CODE_LAPSED)[0])
    assert {one.to for one in sent(story, Mail.UNPROVED)} == {"staff:anna", "staff:bo"}


@pytest.mark.people("P29")
def test_the_alarms_of_the_owner_follow_it() -> None:
    """INTE JAG is told to the people who have the matter."""
    story = owned_by("mora")
    story.happen(Event.NOT_ME)
    assert [one.to for one in sent(story, Mail.STAFF_NOT_ME)] == ["staff:eva"]


@pytest.mark.law("L36")
@pytest.mark.law("L78")
def test_every_register_is_asked_whoever_owns_the_matter() -> None:
    """A request to one company is a request to all three."""
    story = proved(Right.ACCESS)
    by_letter(story)
    asked = [one.register for one in story.effects.values() if one.kind is Kind.COLLECT]
    assert asked == ["gavle", "borlange", "mora"]


def by_letter_of_eva(story: Story) -> None:
    """The letter comes back, and the registers give what they hold."""
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    story.happen(Event.POSTED, case=1, person="eva")
    story.letter_back()
    story.collected()
