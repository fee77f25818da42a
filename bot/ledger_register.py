"""The bot's own ledger as a register: what it keeps of a person is hers to see (Art. 15, 5(2)).

It says nothing of whether somebody is known: who merely wrote once is no customer (P11). And it
erases nothing before its time: each part has a last day of its own, which the clock keeps.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from bot.config import CLOSED, OWN_LEDGER, OWN_PURPOSE, Settings
from bot.core.addresses import normalise_address
from bot.core.vocabulary import Category
from bot.intake import Office
from bot.ledger_copies import LedgerCopies
from bot.ledger_matters import KeptMatter, KeptOfHer, kept_of
from bot.registers.erasures.rowplan import Fate, Residue, RowPlan, RowsPlanned, Rules
from bot.registers.keys import SearchKeys, search_keys
from bot.registers.orders import Order
from bot.registers.records import (
    NoMailings,
    PersonRecord,
    Register,
    RegisterUnavailable,
    Snapshot,
)
from bot.registers.roles import is_role
from bot.registers.sightings import held_by_several
from bot.shell.engine import transaction


def with_own_ledger(
    registers: Mapping[str, Register], office: Office, settings: Settings
) -> dict[str, Register]:
    """The registers of the config, and the ledger last."""
    return {**registers, OWN_LEDGER: LedgerRegister(office, settings, registers)}


class LedgerRegister(NoMailings):
    """See `records.Register`. Our own block list has the address since the block was ordered.

    `others` are the registers that say which addresses are one's.
    """

    def __init__(self, office: Office, settings: Settings, others: Mapping[str, Register]) -> None:
        self.name = OWN_LEDGER
        self.company = settings.register_companies[OWN_LEDGER]
        self._office = office
        self._others = others
        self._copies = LedgerCopies(settings)

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """Nobody: a matter is no record that anybody could be known by."""
        del keys, whole
        return ()

    def collect(self, address: str, taken: datetime, also: Collection[str] = ()) -> Snapshot:
        """Her matters, mails, addresses, corrections, blocks and traces, as they stand.

        Of the address and of those that stand on the same records, each one person's alone (P01);
        empty where several people hold the address.
        """
        del also
        kept = self._kept(address)
        return Snapshot(self.name, self._answering(kept), taken, self._copies.tables(kept))

    def plan(
        self, address: str, rules: Rules, on: datetime, also: Collection[str] = ()
    ) -> RowPlan | None:
        """All of it is kept (Art. 17(3)(b)): each closed matter until its day, an open one longer.

        The block list is in no plan, here and in every register: it outlives each erasure.
        """
        del also
        kept = self._kept(address)
        if OWN_PURPOSE not in rules.periods:
            rows = tuple(_asked(kept))
        else:
            rows = (*_kept_matters(kept.matters), *_kept_traces(kept))
        return RowPlan(self.name, self._answering(kept), on, rows)

    def carry_out(self, order: Order) -> bool:
        """Done: what is written here is a log, and no act changes or hides what was (Art. 5(2))."""
        del order
        return True

    def residue(self, plan: RowPlan, keys: SearchKeys) -> tuple[Residue, ...]:
        """None: whatever is here, the plan keeps."""
        del plan, keys
        return ()

    def unmapped(self) -> tuple[str, ...]:
        """Nothing that a map could forget."""
        return ()

    def problems(self) -> list[str]:
        """None that a map could have."""
        return []

    def _answering(self, kept: KeptOfHer) -> str:
        """The ledger is one for all: who deals with her latest matter answers for what it holds."""
        return kept.matters[-1].matter.company if kept.matters else self.company

    def _kept(self, address: str) -> KeptOfHer:
        hers = self._addresses(address)
        with transaction(self._office.engine) as session:
            kept = kept_of(self._office.ledger(session), hers)
            session.expunge_all()
        return kept

    def _addresses(self, address: str) -> frozenset[str]:
        """Where another register is silent, the address alone: it was proved while all spoke."""
        try:
            return self._of_one(address)
        except RegisterUnavailable:
            return frozenset({normalise_address(address)})

    def _of_one(self, address: str) -> frozenset[str]:
        others = self._others.values()
        if held_by_several(others, address):
            return frozenset()
        keys = search_keys(addresses=[address])
        beside = {one for other in others for r in other.look_up(keys) for one in r.addresses}
        alone = (one for one in beside if not is_role(one) and not held_by_several(others, one))
        return frozenset({normalise_address(address), *alone})


def _kept_matters(matters: Iterable[KeptMatter]) -> Iterator[RowsPlanned]:
    by_end: dict[date | None, list[str]] = {}
    for one in matters:
        by_end.setdefault(one.case_until, []).append(one.matter.number)
    for until, numbers in by_end.items():
        yield RowsPlanned(
            table="matters",
            fate=Fate.KEEP,
            keys=tuple(numbers),
            counts=((Category.REQUESTS, len(numbers)),),
            law=OWN_PURPOSE,
            until=until,
            event="" if until else CLOSED,
        )


def _kept_traces(kept: KeptOfHer) -> Iterator[RowsPlanned]:
    """One line for all of them, to the last day of the latest: her copy has the day of each."""
    if kept.traces:
        yield RowsPlanned(
            table="traces",
            fate=Fate.KEEP,
            keys=tuple(one.id for one in kept.traces if one.id is not None),
            counts=((Category.REQUESTS, len(kept.traces)),),
            law=OWN_PURPOSE,
            until=max(one.last_day for one in kept.traces),
        )


def _asked(kept: KeptOfHer) -> Iterator[RowsPlanned]:
    """The config has a purpose of its own for it, by which no law keeps it: people look."""
    if kept.matters:
        yield RowsPlanned(
            table="matters",
            fate=Fate.ASK,
            keys=tuple(one.matter.number for one in kept.matters),
            counts=((Category.REQUESTS, len(kept.matters)),),
            missing=(f"purposes.{OWN_PURPOSE}.basis",),
        )
