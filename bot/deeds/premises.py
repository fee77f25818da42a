"""What the deeds work with: the doors, the settings, and short reads of the ledger."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.answers.letter import CompanyBlock
from bot.config import Mailbox, Settings
from bot.intake import Office
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
        for name, register in self.registers.items():
            with self.ledger() as ledger:
                held = ledger.vault.get(number, snapshot_name(turn, name))
            if held is not None:
                found[register.company] = Snapshot.from_json(held)
        return found

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


def snapshot_name(turn: int, register: str) -> str:
    """The name of a snapshot in the vault."""
    return f"snapshot:{turn}:{register}"


def letter_name(number: str) -> str:
    """The name of a letter's file in the print folder; neutral, and no personnummer's shape."""
    return f"brev-{number}.pdf"
