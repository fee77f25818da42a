"""Evidence in dispute outlives every last day, and goes when somebody lets it go (P24)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.core import facts as f
from bot.core.effects import Decision
from bot.core.vocabulary import Language, Right
from bot.shell.engine import migrate, open_engine, transaction
from bot.shell.keys import Keys
from bot.shell.ledger import Ledger
from bot.shell.retention import set_last_days, sweep_out
from bot.shell.tables import Artefact, Content

CLOSED = datetime(2026, 3, 10, 9, tzinfo=UTC)
SENDER = "the sender's keyed hash"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A ledger of its own."""
    engine = open_engine(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    migrate(engine)
    with transaction(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def ledger(session: Session) -> Ledger:
    """With one answered matter, its mail and its extract."""
    made = Ledger(session, Keys(b"k" * 32), lambda size: b"s" * size, "rightsbot.example")
    made.record("2026-0001", Decision(facts=_closed("2026-0001")), "rightsbot", CLOSED, SENDER)
    made.keep("2026-0001", "mail:1", b"her own words")
    made.vault.put("2026-0001", "snapshot:1:gavle", b"what was sent")
    return made


def _opened(number: str) -> f.MatterOpened:
    return f.MatterOpened(
        number=number,
        company="gavle",
        mailbox="gavle",
        language=Language.SV,
        received_at=CLOSED,
        may_answer=True,
    )


def _closed(number: str) -> tuple[f.Fact, ...]:
    return (
        _opened(number),
        f.CaseOpened(case=1, right=Right.ACCESS, workflow="access"),
        f.MatterClosed(),
    )


def _complains(ledger: Ledger, days: int) -> None:
    """Another mail of the same sender, so many days after the answer."""
    frozen = (_opened("2026-0002"), f.Frozen())
    at = CLOSED + timedelta(days=days)
    ledger.record("2026-0002", Decision(facts=frozen), "rightsbot", at, SENDER)


def _night(session: Session, days: int) -> tuple[int, int]:
    """The sweep of a night; how many mails and extracts are left."""
    set_last_days(session)
    sweep_out(session, date(2026, 3, 10) + timedelta(days=days))
    left = select(Content).where(Content.label == "mail:1")
    return len(session.exec(left).all()), len(session.exec(select(Artefact)).all())


@pytest.mark.law("L82")
def test_without_dispute_each_goes_on_its_day(session: Session, ledger: Ledger) -> None:
    """The mail 30 days after the matter was closed, the extract 90 (law document, section 5)."""
    assert ledger.content("2026-0001", "mail:1")
    assert _night(session, 30) == (1, 1)
    assert _night(session, 31) == (0, 1)
    assert _night(session, 90) == (0, 1)
    assert _night(session, 91) == (0, 0)


@pytest.mark.people("P24")
@pytest.mark.law("L87")
def test_a_complaint_on_day_29_keeps_mail_and_extract(session: Session, ledger: Ledger) -> None:
    """Of every matter of the same sender, for as long as it takes."""
    _complains(ledger, 29)
    assert _night(session, 400) == (1, 1)


@pytest.mark.people("P24")
def test_a_complaint_on_day_89_keeps_the_extract(session: Session, ledger: Ledger) -> None:
    """The mail went on its day; what was sent is still there to be looked at."""
    assert _night(session, 31) == (0, 1)
    _complains(ledger, 89)
    assert _night(session, 400) == (0, 1)


@pytest.mark.people("P24")
def test_what_a_decider_lets_go_is_gone_the_next_night(session: Session, ledger: Ledger) -> None:
    """By name; then the days count again from the end of the matter."""
    _complains(ledger, 29)
    thawed = Decision(facts=(f.Frozen(thawed_by="anna"),))
    ledger.record("2026-0002", thawed, "staff:anna", CLOSED + timedelta(days=200))
    assert _night(session, 201) == (0, 0)
