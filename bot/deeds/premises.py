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
from bot.core.addresses import block_hashes
from bot.core.matter import Matter
from bot.desk import papers_name
from bot.handing_in import digest_of
from bot.intake import Office
from bot.mail.papers import Paper
from bot.registers.by_people import PeopleRegister
from bot.registers.copied import Weighed
from bot.registers.maps.datamap import DataMap
from bot.registers.records import Register, Snapshot
from bot.shell.block_file import write_block_file
from bot.shell.blocks import blocked
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

    def publish_blocks(self) -> None:
        """Lay out anew, for a mailing tool, who gets no marketing."""
        file = self.settings.blocking.file
        if file is not None:
            with self.ledger() as ledger:
                write_block_file(ledger.session, file)

    def is_blocked(self, address: str) -> bool:
        """Whether an address is on our list of those who get no marketing."""
        with self.ledger() as ledger:
            return bool(blocked(ledger.session, block_hashes(address)))

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

    def snapshots(
        self, matter: Matter, digests: dict[str, str] | None = None
    ) -> dict[str, Snapshot]:
        """The snapshots of the last round by company; its registers come one after another.

        `digests` learns the SHA-256 of what lay in the vault, by register. What a register laid
        there before it fell silent is no copy.
        """
        found: dict[str, Snapshot] = {}
        number, turn = matter.number, matter.round
        for name in self._answering(matter):
            with self.ledger() as ledger:
                pieces = ledger.vault.pieces(number, snapshot_name(turn, name))
                handed_in = self._handed_in(ledger, number, turn, name)
                if handed_in is not None:
                    put_in(found, handed_in)
                    if digests is not None:
                        digests[name] = digest_of(self._papers(ledger, number, turn, name))
                elif pieces is not None:
                    read = Weighed(pieces)
                    put_in(found, Snapshot.from_pieces(read))
                    if digests is not None:
                        digests[name] = read.digest
        return found

    def _answering(self, matter: Matter) -> list[str]:
        return [name for name in self.registers if name not in matter.silent]

    def unanswered(self, matter: Matter) -> frozenset[str]:
        """The companies (keys) of which a register never gave its copy of the last round."""
        known = matter.silent & self.registers.keys()
        return frozenset(self.registers[name].company for name in known)

    def papers(self, number: str, turn: int) -> list[Paper]:
        """The files that people handed in for one round, register by register."""
        found: list[Paper] = []
        for name in self.registers:
            with self.ledger() as ledger:
                found += self._papers(ledger, number, turn, name)
        return found

    def _papers(self, ledger: Ledger, number: str, turn: int, name: str) -> list[Paper]:
        listed = papers_name(turn, name)
        return [
            Paper(
                str(one["name"]),
                str(one["type"]),
                ledger.vault.get(number, f"{listed}:{place}") or b"",
            )
            for place, one in enumerate(json.loads(ledger.vault.get(number, listed) or b"[]"))
        ]

    def _handed_in(self, ledger: Ledger, number: str, turn: int, name: str) -> Snapshot | None:
        """The list of what people found in a register that only they can look in."""
        register = self.registers[name]
        held = ledger.vault.get(number, papers_name(turn, name))
        if held is None or not isinstance(register, PeopleRegister):
            return None
        files = [(str(one["name"]), int(one["size"])) for one in json.loads(held)]
        return register.handed_in(files, self.now())

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


def rows_name(case: int, register: str) -> str:
    """The name of an erasure's plan for one register, row by row, in the vault."""
    return f"rows:{case}:{register}"


def known_name(case: int) -> str:
    """The name of what she was known by when an erasure was planned, in the vault."""
    return f"known:{case}"


def left_name(case: int, register: str) -> str:
    """The label of what an erasure left in one register: tables and counts."""
    return f"left:{case}:{register}"


def lapses_name(register: str) -> str:
    """The name of what a retention run would erase in one register, in the vault."""
    return f"lapses:{register}"


#: the labels of what a retention run found, and of what it did: counts and masked samples
LAPSES = "lapses"
RETIRED = "retired"

#: what the recipients of her data know her by, kept before anything is erased (P25)
KEYS = "keys"


def letter_name(number: str) -> str:
    """The name of a letter's file in the print folder; neutral, and no personnummer's shape."""
    return f"brev-{number}.pdf"
