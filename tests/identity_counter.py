"""A house whose customers may identify electronically: registers, ledger and errands are real."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from blank_ledger import blank_ledger
from sqlmodel import col, select

from bot.config import Settings, load, shipped_config
from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening, decide, open_matter
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.house import Colleague, House
from bot.core.matter import Matter
from bot.core.vocabulary import Language, Mail, Right, Role
from bot.deeds.identifying import Identifying
from bot.deeds.premises import Premises
from bot.deeds.searching import Searching
from bot.demo.people import DemoPerson
from bot.errands import Errands, Job, Report
from bot.gather import People
from bot.intake import Office
from bot.registers.opening import open_registers
from bot.shell.clock import WoundClock
from bot.shell.effect_rows import effect_of
from bot.shell.engine import open_engine
from bot.shell.identity_provider import (
    FakeIdentityProvider,
)
from bot.shell.keys import Keys
from bot.shell.tables import EffectRow
from workflows import ALL, WHOLE

START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
NUMBER = "2026-0001"
ANNA = Colleague("anna", "gavle", frozenset({Role.HANDLER, Role.DECIDER}))


def leaves_it(_job: Job) -> Report:
    """What the tests of mails and copies are for: here only that it was ordered counts."""
    return Report()


@dataclass
class Counter:
    """A house whose customers are known by the code to their address, up to level 3."""

    premises: Premises
    clock: WoundClock
    errands: Errands
    folder: Path

    @property
    def matter(self) -> Matter:
        """The one matter as it stands now."""
        with self.premises.ledger() as ledger:
            return ledger.load(NUMBER)

    def asks(self, who: DemoPerson, right: Right = Right.ACCESS) -> None:
        """Somebody asks, her address is proved by its code, and the registers are searched."""
        opened = f.MatterOpened(
            number=NUMBER,
            company="gavle",
            mailbox="gavle",
            language=Language.SV,
            received_at=START,
            may_answer=True,
        )
        with self.premises.ledger() as ledger:
            ledger.keep(NUMBER, "requester", who.address.encode())
        house = self.premises.office.house
        self._record(open_matter(opened, (right,), self.clock.now(), house))
        self.code_back()

    def code_back(self) -> None:
        """The code to the address comes back."""
        self.happens(Event.CODE_RETURNED, f.Proved(level=1, address="requester"))

    def happens(self, event: Event, *facts: Fact, person: str = "") -> None:
        """Something else happens; all that can be done about it is done."""
        happening = Happening(event, facts, person=person)
        house = self.premises.office.house
        self._record(decide(self.matter, happening, self.clock.now(), house))
        self.waits()

    def says(self, event: Event, verb: Verb, *facts: Fact) -> None:
        """A clerk answers the open question."""
        step = self.matter.cases[0].step
        said = f.Commanded(case=1, step=step, word=verb, person=ANNA.id)
        self.happens(event, said, *facts, person=ANNA.id)

    def waits(self, **span: float) -> None:
        """Time passes by days, hours, minutes, and whatever is due is done."""
        self.clock.wind(timedelta(**span))
        while self.errands.take(50):
            pass

    def ordered(self, kind: Kind, mail: Mail | None = None) -> list[Effect]:
        """What was ordered so far, of one kind."""
        with self.premises.ledger() as ledger:
            rows = ledger.session.exec(select(EffectRow).order_by(col(EffectRow.id)))
            effects = [effect_of(row) for row in rows]
        return [one for one in effects if one.kind is kind and mail in {None, one.mail}]

    def left(self) -> list[EffectRow]:
        """What is ordered and not yet done."""
        with self.premises.ledger() as ledger:
            waiting = select(EffectRow).where(EffectRow.state == "waiting")
            return list(ledger.session.exec(waiting))

    def noted(self) -> list[str]:
        """What was noted of the matter that moved no case."""
        with self.premises.ledger() as ledger:
            rows = ledger.events(NUMBER)
        return [row.fact for row in rows if '"kind":"noted"' in row.fact]

    def _record(self, decision: Decision) -> None:
        with self.premises.ledger() as ledger:
            ledger.record(NUMBER, decision, "test", self.clock.now())

    def shows_document(self) -> None:
        """A clerk has seen an identity document."""
        proof = f.Proved(level=3, address="requester", by=ANNA.id)
        self.says(Event.IDENTIFIED, Verb.ID_SHOWN, proof)

    def start_over(self) -> None:
        """Somebody says INTE JAG, a clerk lets it begin again, the new code comes back."""
        self.happens(Event.NOT_ME)
        self.says(Event.REDO, Verb.REDO)
        self.code_back()

    def change(self, register: str, statement: str, *values: str) -> None:
        """Somebody changes a register behind our back."""
        file = self.folder / "registers" / f"{register}.sqlite"
        with closing(sqlite3.connect(file)) as database, database:
            assert database.execute(statement, values).rowcount == 1


def open_counter(folder: Path, provider: FakeIdentityProvider | None) -> Counter:
    """The house below a folder that holds the demo registers; with a provider, or without."""
    clock = WoundClock(START)
    settings = load(shipped_config(), folder)
    office = _office(settings, clock, offers=provider is not None)
    premises = Premises(office, settings, open_registers(settings.registers))
    deeds = dict.fromkeys(Kind, leaves_it) | {
        Kind.LOOK_UP: Searching(premises).look_up,
        Kind.E_IDENTIFY: Identifying(premises, provider),
    }
    return Counter(premises, clock, Errands(office, deeds), folder)


def _office(settings: Settings, clock: WoundClock, *, offers: bool) -> Office:
    (settings.folder / "ledger.sqlite").write_bytes(blank_ledger())
    return Office(
        engine=open_engine(settings.ledger.url),
        keys=Keys(bytes(32)),
        draw=Random("counter").randbytes,
        clock=clock,
        domain="allkontor.example",
        house=House(
            staff=(ANNA,),
            registers={name: one.company for name, one in settings.registers.items()},
            tables=ALL,
            whole=WHOLE,
            e_identification=offers,
        ),
        people=People({}, frozenset()),
        company_of={},
    )
