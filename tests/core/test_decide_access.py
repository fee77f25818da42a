import pytest
from core.roads import sent
from core.worlds import REGISTERS, Story, house

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Right

#: what the registers may find that only a person can take further
HUMAN_BRANCHES = (Finding.SHARED, Finding.SEVERAL_POSTAL)


@pytest.fixture
def story() -> Story:
    """A mail that asks for access and nothing else."""
    told = Story()
    told.begin(Right.ACCESS)
    return told


def to_rest(story: Story) -> None:
    """The whole road to an answer that the server has accepted."""
    story.to_approval()
    story.command(Event.APPROVED, Verb.APPROVE)
    story.happen(Event.ANSWER_ACCEPTED, f.MailAccepted(mail=Mail.ANSWER))


@pytest.mark.people("P11")
def test_unproved_senders_are_all_alike(story: Story) -> None:
    """Until a code is back no register speaks, and nothing that goes to the sender differs."""
    other = Story()
    other.begin(Right.ACCESS)
    other.happen(Event.OTHER_ADDRESS)
    for one in (story, other):
        one.ring(one.dates(Event.CODE_LAPSED)[-1])
        assert not {Kind.LOOK_UP, Kind.COLLECT} & {effect.kind for effect in one.effects.values()}
    to_sender = [mail for mail in other.mails if mail[1] == "requester"]
    assert story.mails == to_sender == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.stages == other.stages == ["unproved"]


@pytest.mark.people("P29")
def test_a_sure_case_asks_each_member_of_staff_twice(story: Story) -> None:
    """The letter and the approval; another company's staff nothing."""
    to_rest(story)
    assert story.prompts("anna") == story.prompts("bo") == [Mail.POST_LETTER, Mail.APPROVE]
    assert story.prompts("eva") == []


def test_the_matter_ends_five_working_days_after_posting(story: Story) -> None:
    """The letter has surely arrived, and a bounce would have come."""
    to_rest(story)
    (quiet,) = story.dates(Event.QUIET_OVER)
    assert quiet.at.isoformat() == "2026-03-12T23:59:00+01:00"
    assert not story.matter.closed
    story.ring(quiet)
    assert story.stages == ["answered"]
    assert story.matter.closed


@pytest.mark.people("P11")
@pytest.mark.parametrize("found", [Finding.NOTHING, Finding.ELSEWHERE])
def test_that_nothing_is_held_is_said_of_a_proved_address_by_a_human(
    story: Story, found: Finding
) -> None:
    """In the same answer as everything else, and the matter ends when it was taken."""
    story.code_back()
    story.looked_up(found)
    assert sent(story, Mail.ANSWER) == []
    story.command(Event.APPROVED, Verb.APPROVE)
    assert [(one.to, one.reason) for one in sent(story, Mail.ANSWER)] == [
        ("proved", "nothing_held")
    ]
    story.happen(Event.ANSWER_ACCEPTED)
    assert story.matter.closed


@pytest.mark.people("P11")
@pytest.mark.parametrize("branch", HUMAN_BRANCHES)
def test_what_only_a_human_can_take_further_is_said_after_the_code(
    story: Story, branch: Finding
) -> None:
    """The customer hears that a person takes over, staff why."""
    story.code_back()
    story.looked_up(branch)
    assert story.matter.cases[0].reason == branch.value
    assert story.mails[-1] == (Mail.WITH_A_PERSON, "proved")
    assert story.prompts() == [Mail.BY_HAND]


@pytest.mark.law("L77")
@pytest.mark.people("P05")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.ERASURE, Right.RESTRICTION])
def test_a_protected_identity_is_left_to_a_human_in_silence(right: Right) -> None:
    """Whatever is asked: staff are, and no mail and no letter goes to an address on file."""
    story = Story()
    story.begin(right)
    story.code_back()
    before = len(story.effects)
    story.looked_up(Finding.PROTECTED)
    assert story.stages == ["with a person"]
    assert story.matter.cases[0].reason == "protected"
    ordered = list(story.effects.values())[before:]
    assert {effect.kind for effect in ordered} == {Kind.PROMPT}
    assert story.prompts() == [Mail.BY_HAND]


def test_a_lapse_date_of_an_earlier_code_says_nothing_of_a_later(story: Story) -> None:
    """A case that started over has the new code's seven days."""
    first = story.dates(Event.CODE_LAPSED)[0]
    story.happen(Event.TRIES_SPENT)
    story.wait(days=2)
    story.command(Event.REDO, Verb.REDO)
    story.ring(first)
    assert story.stages == ["address code"]
    story.ring(story.dates(Event.CODE_LAPSED)[-1])
    assert story.stages == ["unproved"]


def test_starting_over_takes_a_fresh_code_and_no_old_proof(story: Story) -> None:
    """What the first round proved and collected counts no longer."""
    story.to_approval()
    story.happen(Event.UNDELIVERABLE)
    story.command(Event.REDO, Verb.REDO)
    matter = story.matter
    assert (matter.level, matter.proved, matter.sightings) == (0, "", ())
    assert not matter.snapshots
    assert story.mails[-1] == (Mail.CODE, "requester")
    assert [mail for mail, _ in story.mails].count(Mail.ACKNOWLEDGEMENT) == 1


def test_the_quiet_of_an_earlier_answer_ends_no_later_one(story: Story) -> None:
    """The second answer has its own time for a bounce."""
    to_rest(story)
    first = story.dates(Event.QUIET_OVER)[0]
    story.happen(Event.UNDELIVERABLE)
    story.command(Event.REDO, Verb.REDO)
    to_rest(story)
    story.ring(first)
    assert story.stages == ["resting"]


def test_not_me_stops_and_everybody_is_told(story: Story) -> None:
    """The writer, the owner's staff and the officer; the proof is void."""
    story.to_approval()
    story.happen(Event.NOT_ME)
    assert story.stages == ["with a person"]
    assert story.matter.level == 0
    assert story.mails[-4:] == [
        (Mail.STOPPED, "writer"),
        (Mail.STAFF_NOT_ME, "staff:anna"),
        (Mail.STAFF_NOT_ME, "staff:bo"),
        (Mail.DPO_NOT_ME, "dpo"),
    ]


def test_a_late_snapshot_of_an_earlier_round_counts_for_nothing(story: Story) -> None:
    """Data that was collected for an earlier proof is never part of a later answer."""
    story.to_approval()
    story.command(Event.REDO, Verb.REDO)
    story.one_collected("gavle", "purchases", 3, turn=2)
    story.one_collected("mora", "purchases", 9, turn=1)
    assert set(story.matter.snapshots) == {"gavle"}
    story.one_collected("borlange", "purchases", 3, turn=2)
    story.one_collected("mora", "purchases", 3, turn=2)
    assert story.stages == ["approval"]


def test_registers_that_were_silent_are_asked_again(story: Story) -> None:
    """A round in which nobody answered and the next have effects of their own."""
    story.code_back()
    story.looked_up(Finding.ORDINARY)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    story.letter_back()
    story.silent(*REGISTERS)
    assert story.stages == ["with a person"]
    story.command(Event.REDO, Verb.REDO)
    story.to_approval()
    asked = [effect for effect in story.effects.values() if effect.kind is Kind.COLLECT]
    assert len(asked) == 2 * len(REGISTERS)
    assert story.stages == ["approval"]


def test_a_second_letter_is_not_yet_posted(story: Story) -> None:
    """The first one's day of posting says nothing of it."""
    story.to_approval()
    story.happen(Event.UNDELIVERABLE)
    story.command(Event.REDO, Verb.REDO)
    story.code_back()
    story.looked_up(Finding.ORDINARY)
    assert story.matter.posted_on is None


def test_where_nothing_personal_may_leave_a_human_answers() -> None:
    """No code, no letter: acknowledged, prompted, clocked."""
    story = Story(house(releases=False))
    story.begin(Right.ACCESS)
    assert story.stages == ["with a person"]
    assert story.matter.codes == 0
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.prompts() == [Mail.BY_HAND]


def test_a_mail_that_may_not_be_answered_gets_no_code() -> None:
    """A human sees it; nothing goes to the address."""
    story = Story()
    story.begin(Right.ACCESS, may_answer=False)
    assert story.mails == []
    assert story.prompts() == [Mail.BY_HAND]
    assert story.stages == ["with a person"]


def test_a_bounce_after_the_end_opens_the_matter_again(story: Story) -> None:
    """The answer reached nobody: it is open, and a prompt that can be obeyed is out."""
    to_rest(story)
    story.ring(story.dates(Event.QUIET_OVER)[0])
    story.happen(Event.UNDELIVERABLE, f.MailUndeliverable(mail=Mail.ANSWER))
    assert not story.matter.closed
    assert story.stages == ["answered", "with a person"]
    assert story.prompts()[-1] is Mail.BY_HAND
    story.command(Event.DONE, Verb.DONE, case=2)
    assert story.matter.closed


def test_not_me_after_the_end_alarms_and_changes_nothing(story: Story) -> None:
    """Staff and the officer are told that the wrong person may have had an answer."""
    to_rest(story)
    story.ring(story.dates(Event.QUIET_OVER)[0])
    story.happen(Event.NOT_ME)
    assert story.matter.closed
    assert (Mail.DPO_NOT_ME, "dpo") in story.mails
