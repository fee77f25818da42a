"""What the deeds work with: the doors, the settings, and short reads of the ledger."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.answers.letter import CompanyBlock
from bot.config import Mailbox, Settings
from bot.core import facts as f
from bot.intake import Office
from bot.registers.datamap import DataMap
from bot.registers.records import Register, Snapshot
from bot.shell.engine import transaction
from bot.shell.ledger import Ledger


@dataclass(frozen=True)
class Premises:
    """The installation as the deeds see it."""

    office: Office
    settings: Settings
    registers: Mapping[str, Register]

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger in a short transaction of its own."""
        with transaction(self.office.engine) as session:
            yield self.office.ledger(session)

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        return self.office.clock.now()

    def content(self, number: str, label: str) -> str:
        """Content of a matter as text; empty where it is not (any longer)."""
        with self.ledger() as ledger:
            return (ledger.content(number, label) or b"").decode()

    def texts(self, number: str, label: str) -> list[str]:
        """Content of a matter that is a list of texts."""
        held = json.loads(self.content(number, label) or "[]")
        return [str(one) for one in held]

    def secret(self, number: str, name: str) -> str:
        """A code or passphrase from the vault; empty where it is not (any longer)."""
        with self.ledger() as ledger:
            return (ledger.vault.get(number, name) or b"").decode()

    def snapshots(self, number: str, turn: int) -> dict[str, Snapshot]:
        """The snapshots of one round by company; a company's registers come one after another."""
        found: dict[str, Snapshot] = {}
        for name in self.registers:
            with self.ledger() as ledger:
                held = ledger.vault.get(number, snapshot_name(turn, name))
            if held is not None:
                put_in(found, Snapshot.from_json(held))
        return found

    @cached_property
    def data_map(self) -> DataMap:
        """What is known of the data that the companies hold."""
        return self.settings.data_map

    def staff_name(self, person: str) -> str:
        """The name of a member of staff; the id where the person has left."""
        names = {one.id: one.name for _, one in self.settings.staff()}
        return names.get(person, person)

    def last_decider(self, number: str) -> str:
        """The name of the member of staff who last said something in a matter; empty if nobody."""
        with self.ledger() as ledger:
            actors = [row.actor for row in ledger.events(number)]
        said = [one for one in actors if one.startswith("staff:")]
        return self.staff_name(said[-1].removeprefix("staff:")) if said else ""

    def told_on(self, number: str, case: int) -> datetime | None:
        """When the recipients of a case were first told (Art. 19), aware; None before that."""
        with self.ledger() as ledger:
            for row in ledger.events(number):
                fact = f.FACTS.validate_json(row.fact)
                if isinstance(fact, f.RecipientTold) and fact.case == case:
                    return row.at
        return None

    def sealed(self, number: str, name: str) -> Any:  # noqa: ANN401 - whatever JSON was sealed
        """What lies in the vault as JSON; None where it does not (any longer)."""
        with self.ledger() as ledger:
            held = ledger.vault.get(number, name)
        return json.loads(held) if held is not None else None

    def mailbox(self, key: str) -> Mailbox:
        """The mailbox with this key; the first one where the key is empty."""
        return self.settings.mailboxes[key or next(iter(self.settings.mailboxes))]

    def companies(self) -> tuple[CompanyBlock, ...]:
        """The joint controllers as a customer meets them."""
        return tuple(
            CompanyBlock(
                key=key,
                name=company.name,
                org_nr=company.org_nr,
                address_lines=company.address_lines,
                phone=company.phone,
                mail=self._mail_of(key),
            )
            for key, company in self.settings.companies.items()
        )

    def _mail_of(self, company: str) -> str:
        boxes = self.settings.mailboxes.values()
        return next((box.address for box in boxes if box.company == company), "")


def put_in(found: dict[str, Snapshot], more: Snapshot) -> None:
    """Lay a register's snapshot to those of the same company."""
    there = found.get(more.company)
    found[more.company] = (
        replace(there, tables=(*there.tables, *more.tables)) if there is not None else more
    )


def snapshot_name(turn: int, register: str) -> str:
    """The name of a snapshot in the vault."""
    return f"snapshot:{turn}:{register}"


#: what the file of the portable copy is called
COPY = "uppgifter"


def portable_name(number: str, *, sealed: bool) -> str:
    """The name of the file that holds a portable copy."""
    return f"{COPY}-{number}.{'pdf' if sealed else 'zip'}"


def plan_name(case: int) -> str:
    """The name of an erasure's plan in the vault."""
    return f"plan:{case}"


#: what the recipients of her data know her by, kept before anything is erased (P25)
KEYS = "keys"


def letter_name(number: str) -> str:
    """The name of a letter's file in the print folder; neutral, and no personnummer's shape."""
    return f"brev-{number}.pdf"
