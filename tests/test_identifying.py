"""Whoever shows who they are by electronic identification; registers and ledger are real."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from identity_counter import NUMBER, Counter, open_counter

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.table_faults import reachable
from bot.core.vocabulary import Language, Mail, Right
from bot.deeds.identifying import LABEL, Identifying, invited
from bot.demo.people import GUEST, LEAP, NILS, ON_CREDIT, THIEF, UNDATED, DemoPerson
from bot.errands import Job, Report
from bot.shell.identity_provider import (
    Assurance,
    Failed,
    FakeIdentityProvider,
    Identified,
    IdentityPending,
    Invitation,
    Outcome,
)
from workflows import ALL

GUESTS, WHERE = "UPDATE contacts", "WHERE email = ?"
MOVES_IN = "UPDATE contacts SET e_mail = ? WHERE e_mail = ?"
WORDS = Invitation("Öppna appen och tryck på Legitimera.", "Open the app and tap Identify.")
Open = Callable[[FakeIdentityProvider | None], Counter]


def shows(who: DemoPerson, assurance: Assurance = Assurance.SUBSTANTIAL) -> Identified:
    """A person identifies with an electronic identity of her own."""
    return Identified(assurance, who.personal_number.replace("-", ""), who.name)


@pytest.fixture
def fake() -> FakeIdentityProvider:
    """A provider with whom nobody has begun."""
    return FakeIdentityProvider("Exempellegget", WORDS)


@pytest.fixture
def opens(registers_of: Callable[[date], Path], tmp_path: Path) -> Open:
    """Opens a house with a provider, or without."""
    copytree(registers_of(date(2026, 3, 10)), tmp_path / "registers")
    return partial(open_counter, tmp_path)


@pytest.fixture
def counter(opens: Open, fake: FakeIdentityProvider) -> Counter:
    """A house with the provider."""
    return opens(fake)


@pytest.mark.people("P02")
@pytest.mark.parametrize("who", [NILS, GUEST, LEAP], ids=["number", "coordination", "ten digits"])
def test_whoever_holds_the_record_and_identifies_has_proved_level_3(
    counter: Counter, fake: FakeIdentityProvider, who: DemoPerson
) -> None:
    """The invitation goes to the proved address; then the case goes on without a letter."""
    counter.asks(who)
    [mail] = counter.ordered(Kind.SEND, Mail.E_IDENTIFY)
    assert mail.to == "proved"
    said = invited(counter.premises, NUMBER)
    assert said.provider == fake.name
    assert said.instruction == {Language.SV: WORDS.sv, Language.EN: WORDS.en}
    assert not {NUMBER, who.address, who.name} & set(fake.begun)
    fake.ends(shows(who))
    counter.waits(hours=1)
    assert (counter.matter.level, counter.matter.proved) == (3, "requester")
    assert counter.ordered(Kind.PRINT)
    assert not any(letter.code for letter in counter.ordered(Kind.PRINT))


def test_it_opens_an_erasure_where_the_address_is_fresh(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """What a letter could not prove."""
    counter.change("gavle", f"{GUESTS} SET changed_on = '2026-03-01' {WHERE}", GUEST.address)
    counter.asks(GUEST, Right.ERASURE)
    fake.ends(shows(GUEST, Assurance.HIGH))
    counter.waits(hours=1)
    assert counter.matter.level == 3
    assert counter.ordered(Kind.PLAN)


@pytest.mark.people("P01")
@pytest.mark.parametrize(
    ("outcome", "noted"),
    [
        (shows(NILS), 1),
        (Identified(Assurance.HIGH, "", ""), 1),
        (shows(GUEST, Assurance.LOW), 0),
        (Failed(), 0),
    ],
    ids=["somebody else", "nobody", "hardly anybody", "broken off"],
)
def test_whoever_is_not_the_one_on_file_has_proved_nothing(
    counter: Counter, fake: FakeIdentityProvider, outcome: Outcome, noted: int
) -> None:
    """Nobody is told why, the question to staff stands, and an identity document still counts."""
    counter.asks(GUEST)
    told = counter.ordered(Kind.SEND)
    fake.ends(outcome)
    counter.waits(days=1)
    assert counter.matter.level == 1
    assert counter.ordered(Kind.SEND) == told
    assert counter.left() == []
    assert len(counter.noted()) == noted
    assert counter.matter.cases[0].asked is Mail.IDENTIFY
    counter.shows_document()
    assert counter.matter.level == 3


@pytest.mark.people("P01")
def test_an_address_that_two_people_hold_by_now_is_nobodys(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """The registers are asked when somebody identified, not when it began."""
    counter.asks(GUEST)
    counter.change("mora", MOVES_IN, GUEST.address, UNDATED.address)
    fake.ends(shows(GUEST))
    counter.waits(hours=1)
    assert counter.matter.level == 1
    assert len(counter.noted()) == 1


def test_nobody_is_invited_whom_the_registers_could_not_know_again(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """No personal number on file: none is asked for (lag 2018:218, 3:10), and staff are."""
    counter.asks(ON_CREDIT)
    assert counter.ordered(Kind.E_IDENTIFY)
    assert fake.begun == ()
    assert counter.left() == []
    assert counter.matter.cases[0].asked is Mail.IDENTIFY


def test_two_registers_that_contradict_each_other_know_nobody(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """One address and name, two personal numbers."""
    counter.change("mora", MOVES_IN, NILS.address, THIEF.address)
    counter.change("mora", "UPDATE members SET personal_id = ? WHERE personal_id = ?",
                   GUEST.personal_number, THIEF.personal_number)  # fmt: skip
    counter.asks(NILS)
    assert counter.ordered(Kind.E_IDENTIFY)
    assert fake.begun == ()


def test_no_personal_number_is_written_down(
    counter: Counter, fake: FakeIdentityProvider, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither hers nor another's, in no fact, content, error or log."""
    caplog.set_level(0)
    counter.asks(GUEST)
    fake.ends(shows(NILS))
    counter.waits(hours=1)
    counter.start_over()
    fake.ends(shows(GUEST))
    counter.waits(hours=1)
    assert counter.matter.level == 3
    kept = b"".join(file.read_bytes() for file in counter.folder.glob("ledger.sqlite*"))
    for who in (NILS, GUEST):
        assert who.personal_number[-4:] not in caplog.text
        assert who.personal_number.encode() not in kept
        assert who.personal_number.replace("-", "").encode() not in kept


def test_somebody_may_take_days(counter: Counter, fake: FakeIdentityProvider) -> None:
    """However often it was looked."""
    counter.asks(GUEST)
    for _ in range(100):
        counter.waits(hours=1)
    assert counter.matter.level == 1
    fake.ends(shows(GUEST))
    counter.waits(hours=1)
    assert counter.matter.level == 3


def test_an_invitation_ends_quietly_after_a_week(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """Nothing is left of it, and the other ways stand open."""
    counter.asks(GUEST)
    counter.waits(days=6, hours=23)
    assert len(counter.left()) == 1
    counter.waits(hours=1)
    assert counter.left() == []
    assert counter.premises.content(NUMBER, LABEL) == ""
    fake.ends(shows(GUEST))
    counter.waits(hours=1)
    assert counter.matter.level == 1
    counter.shows_document()
    assert counter.matter.level == 3


def test_a_provider_or_register_that_is_down_loses_nothing(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """Before the invitation, after it, and when somebody has identified."""
    fake.down = True
    counter.asks(GUEST)
    assert counter.ordered(Kind.SEND, Mail.E_IDENTIFY) == []
    fake.down = False
    counter.waits(hours=1)
    fake.ends(shows(GUEST))
    fake.down = True
    for _ in range(40):
        counter.waits(hours=1)
    fake.down = False
    register = counter.folder / "registers" / "gavle.sqlite"
    register.rename(register.with_suffix(".away"))
    counter.waits(hours=1)
    assert counter.matter.level == 1
    register.with_suffix(".away").rename(register)
    counter.waits(hours=1)
    assert counter.matter.level == 3


@pytest.mark.people("P12")
def test_what_was_shown_before_somebody_said_stop_counts_no_more(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """The new proof has an invitation of its own, however long the provider was down."""
    counter.asks(GUEST)
    fake.ends(shows(GUEST))
    fake.down = True
    counter.start_over()
    fake.down = False
    result = counter.ordered(Kind.E_IDENTIFY)[1]
    with pytest.raises(IdentityPending):
        Identifying(counter.premises, fake)(Job(NUMBER, result, counter.matter, ""))
    counter.waits(days=1)
    assert counter.matter.level == 1
    assert len(set(fake.begun)) == 2
    assert len(counter.ordered(Kind.SEND, Mail.E_IDENTIFY)) == 2


def test_it_counts_while_a_letter_is_on_its_way(
    counter: Counter, fake: FakeIdentityProvider
) -> None:
    """Even in the moment in which the letter is printed: it is shredded, and comes too late."""
    counter.asks(GUEST)
    counter.says(Event.ADDRESS_CHECKED, Verb.CHECKED, f.AddressChecked())
    fake.ends(shows(GUEST))
    counter.waits(hours=1)
    assert counter.matter.level == 3
    assert "letter" in [one.reason for one in counter.ordered(Kind.SHRED)]
    counter.happens(Event.LETTER_PRINTED, f.LetterPrinted())
    counter.waits(hours=1)
    assert counter.matter.cases[0].stage != "letter to post"
    assert counter.matter.level == 3


def test_a_repeated_beginning_is_the_same(counter: Counter, fake: FakeIdentityProvider) -> None:
    """A crash between doing and marking opens nothing twice."""
    counter.asks(GUEST)
    first = counter.ordered(Kind.E_IDENTIFY)[0]
    deed = Identifying(counter.premises, fake)
    again = deed(Job(NUMBER, first, counter.matter, ""))
    assert again.content[LABEL].decode() == counter.premises.content(NUMBER, LABEL)
    assert len(fake.begun) == 1


@pytest.mark.law("L74")
def test_without_a_provider_an_identity_document_opens_the_same(opens: Open) -> None:
    """Nothing is ordered of an identification, and nobody waits for one."""
    counter = opens(None)
    counter.asks(GUEST)
    assert counter.ordered(Kind.E_IDENTIFY) == []
    counter.shows_document()
    assert counter.matter.level == 3
    assert counter.ordered(Kind.PRINT)


@pytest.mark.law("L74")
@pytest.mark.parametrize("name", ALL)
def test_every_right_can_be_used_without_electronic_identity(name: str) -> None:
    """There is no stage of any right that only an electronic identity opens."""
    table = ALL[name]
    assert reachable(table, without=frozenset({Event.E_IDENTIFIED})) == reachable(table)


def test_a_provider_that_was_taken_away_ends_what_was_open(
    opens: Open, fake: FakeIdentityProvider
) -> None:
    """The deed does nothing and fails nowhere."""
    counter = opens(fake)
    counter.asks(GUEST)
    deed = Identifying(counter.premises, None)
    for effect in counter.ordered(Kind.E_IDENTIFY):
        assert deed(Job(NUMBER, effect, counter.matter, "")) == Report()
