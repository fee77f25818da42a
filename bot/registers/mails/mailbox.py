"""A mailbox as a register: the mails whose From, To or Cc is a proved address (P20)."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime

from bot.core.deadlines import receipt_day
from bot.core.vocabulary import Act
from bot.registers.erasures.rowplan import Fate, Residue, RowPlan, Rules
from bot.registers.keys import SearchKeys
from bot.registers.mails.archive import Archive, Envelope, Letter
from bot.registers.mails.archive_faults import archive_faults
from bot.registers.mails.letters import (
    Candidate,
    Folders,
    Place,
    as_one,
    canonical,
    copied,
    everybody,
    folders_of,
    is_among,
    parted,
    place_of,
)
from bot.registers.mails.mail_fates import plan_mails
from bot.registers.mails.naming import named_in, searches
from bot.registers.maps.archive_map import TABLE, MailboxMap
from bot.registers.orders import Order
from bot.registers.records import Key, NoMailings, PersonRecord, RegisterUnavailable, Snapshot

RENUMBERED = "a folder was numbered anew since the erasure was planned; plan it anew"
CHANGED = "a mail that was planned is another one now; plan the erasure anew"


class MailboxRegister(NoMailings):
    """See `records.Register` for the promises. `opening` opens the mailbox for one gesture.

    A record is an address: `mail/<address>`. It has no names, for what stands before an address
    is whatever anybody wrote there, and no contact data that could have changed.
    """

    def __init__(
        self, name: str, box: MailboxMap, opening: Callable[[], AbstractContextManager[Archive]]
    ) -> None:
        self.name = name
        self.company = box.company
        self._box = box
        self._opening = opening

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """A record for each of the addresses that any mail has in From, To or Cc."""
        wanted = self._wanted(keys.addresses)
        if not wanted:
            return ()
        with self._opening() as archive:
            hits = list(self._hits(archive, frozenset(wanted)))
        records = []
        for known, address in wanted.items():
            mails = [one for one in hits if known in everybody(one.heading)]
            if mails:
                records.append(self._record(address, mails, whole=whole))
        return tuple(sorted(records, key=lambda record: record.key))

    def collect(self, address: str, taken: datetime, also: Collection[str] = ()) -> Snapshot:
        """Every mail that has the address in From, To or Cc, once, wherever copies of it lie."""
        with self._opening() as archive:
            hers = self._hers(archive, address, also)
            mails = as_one((one, self._letter(archive, place_of(one))) for one in hers)
        tables = (copied(self._box, mails),) if mails else ()
        return Snapshot(self.name, self.company, taken, tables)

    def candidates(self, keys: SearchKeys) -> tuple[Candidate, ...]:
        """The mails that only name one of the keys: in a text, a subject, a further field.

        Each place where one lies, sorted. An address that extends one by a plus is a candidate:
        whose it is depends on its server. Staff confirm; nothing of them is collected by itself.
        """
        known = frozenset(self._wanted(keys.addresses))
        found = []
        with self._opening() as archive:
            for folder in self._box.reads(archive.folders()):
                for place in self._named(archive, folder, keys):
                    envelope = archive.by_uid(folder, [place.uid]).get(place.uid)
                    if envelope is None or known & everybody(envelope.heading):
                        continue
                    letter = self._letter(archive, place)
                    if by := named_in(letter, keys):
                        day = receipt_day(envelope.arrived)
                        found.append(Candidate(place, day, letter.digest, by))
        return tuple(sorted(found, key=_in_order))

    def plan(
        self, address: str, rules: Rules, on: datetime, also: Collection[str] = ()
    ) -> RowPlan | None:
        """What an erasure would do to each mail, by place; None where the bot may not erase."""
        if not self._box.writable:
            return None
        with self._opening() as archive:
            hers = self._hers(archive, address, also)
        rows = plan_mails(self._box, hers, [address, *parted(also)[0]], rules, receipt_day(on))
        return RowPlan(self.name, self.company, on, rows)

    def carry_out(self, order: Order) -> bool:
        """ERASE takes away exactly the planned mails; people do every other act.

        False, too, where the server cannot take away single mails or opens a folder for reading
        only. RegisterUnavailable where the plan no longer fits the folders.
        """
        if not (self._box.writable and order.act is Act.ERASE and order.plan is not None):
            return False
        planned = _planned(order.plan)
        with self._opening() as archive:
            if not archive.expunges:
                return False
            there = [folder for folder in planned if self._fits(archive, folder, planned, order)]
            if not all(map(archive.opens_for_writing, there)):
                return False
            for folder in there:
                for uidvalidity, uids in planned[folder].items():
                    archive.erase(folder, uidvalidity, uids)
        return True

    def residue(self, plan: RowPlan, keys: SearchKeys) -> tuple[Residue, ...]:
        """The planned mails that are there, and mails from before the plan that it does not know.

        What came in after the plan was laid out is new, and mail of the bot's own folder stays by
        its own rule.
        """
        planned, left = _planned(plan), 0
        known = {key for one in plan.rows for key in one.keys}
        with self._opening() as archive:
            for folder in planned:
                left += len(self._still(archive, folder, planned))
            for one in self._hits(archive, frozenset(self._wanted(keys.addresses))):
                is_old = one.arrived <= plan.taken and one.folder != self._box.own_folder
                left += is_old and place_of(one).key not in known
        return (Residue(TABLE, left),) if left else ()

    def unmapped(self) -> tuple[str, ...]:
        """Nothing that a map could forget."""
        return ()

    def problems(self) -> list[str]:
        """What is wrong with the mailbox or its map, and what to do, one sentence each."""
        return archive_faults(self.name, self._box, self._opening)

    def _wanted(self, addresses: Iterable[str]) -> dict[str, str]:
        """The addresses for comparing, and as given; never one of ours, which is everybody's."""
        return {
            canonical(one): one
            for one in addresses
            if "@" in one and not is_among(one, self._box.ours)
        }

    def _hits(self, archive: Archive, wanted: frozenset[str]) -> Iterator[Envelope]:
        """The mails that have one of the addresses in From, To or Cc.

        What is moved meanwhile into a folder already read is found by a second look at what is new
        there.
        """
        if not wanted:
            return
        seen: dict[str, int] = {}
        for _ in range(2):
            for folder in self._box.reads(archive.folders()):
                for envelope in archive.envelopes(folder, seen.get(folder, 0)):
                    seen[folder] = envelope.uid
                    if wanted & everybody(envelope.heading):
                        yield envelope

    def _hers(self, archive: Archive, address: str, also: Collection[str]) -> list[Envelope]:
        """The mails of an address, and what staff said is hers, each place once."""
        addresses, places = parted(also)
        hers = list(self._hits(archive, frozenset(self._wanted([address, *addresses]))))
        known = {place_of(one) for one in hers}
        for folder, numbered in places.items():
            state = archive.state(folder)
            uids = numbered.get(state[0], set()) if state is not None else set()
            named = archive.by_uid(folder, uids).values() if uids else ()
            hers += [one for one in named if place_of(one) not in known]
        return hers

    def _record(self, address: str, mails: list[Envelope], *, whole: bool) -> PersonRecord:
        """Mail about her rights is no dealing: who asks would be the latest customer by asking."""
        own = {one.heading.message_id for one in mails if one.folder == self._box.own_folder}
        dealings = [
            one
            for one in mails
            if one.folder != self._box.own_folder and (one.heading.message_id or "") not in own
        ]
        return PersonRecord(
            register=self.name,
            key=f"{TABLE}/{address}",
            addresses=frozenset({address}),
            contact_changed=date.min,
            registered=receipt_day(min(one.arrived for one in mails)),
            related=receipt_day(max(one.arrived for one in dealings)) if dealings else None,
            categories=frozenset({self._box.category}),
            mail_only=whole,
            hit_by=frozenset({Key.ADDRESS}),
        )

    def _letter(self, archive: Archive, place: Place) -> Letter:
        return archive.letter(place.folder, place.uid)

    def _named(self, archive: Archive, folder: str, keys: SearchKeys) -> list[Place]:
        state = archive.state(folder)
        if state is None:
            return []
        found = {uid for pieces in searches(keys) for uid in archive.having(folder, pieces)}
        return [Place(folder, state[0], uid) for uid in sorted(found)]

    def _fits(self, archive: Archive, folder: str, planned: Folders, order: Order) -> bool:
        """Whether there is anything left to erase; each of it must still be a mail of hers."""
        her = frozenset(map(canonical, (order.address, *parted(order.also)[0])))
        for envelope in (left := self._still(archive, folder, planned)):
            is_hers = her & everybody(envelope.heading) or place_of(envelope).key in order.also
            if not is_hers:
                raise RegisterUnavailable(self.name, CHANGED)
        return bool(left)

    def _still(self, archive: Archive, folder: str, planned: Folders) -> list[Envelope]:
        """The planned mails that are in a folder."""
        state = archive.state(folder)
        if state is None:
            return []
        if set(planned[folder]) != {state[0]}:
            raise RegisterUnavailable(self.name, RENUMBERED)
        return list(archive.by_uid(folder, planned[folder][state[0]]).values())


def _in_order(one: Candidate) -> tuple[date, str, int]:
    return (one.day, one.place.folder, one.place.uid)


def _planned(plan: RowPlan) -> Folders:
    """What the plan deletes, folder by folder."""
    return folders_of(key for row in plan.rows if row.fate is Fate.DELETE for key in row.keys)
