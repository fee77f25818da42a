"""What an erasure does to each mail of one person: gone, kept by a law until a day, or asked."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.deadlines import receipt_day
from bot.registers.erasures.rowplan import Fate, RowsPlanned, Rules
from bot.registers.mails.archive import Envelope
from bot.registers.mails.letters import begins_with, canonical, everybody, is_among, place_of
from bot.registers.maps.archive_map import TABLE, BookkeepingMail, MailboxMap
from bot.registers.maps.periods import Kind, fiscal_year_end


@dataclass(frozen=True)
class _Fated:
    """What becomes of a mail, and why; mails that share it share a line of the plan."""

    fate: Fate
    law: str = ""
    until: date | None = None
    event: str = ""
    missing: tuple[str, ...] = ()


def plan_mails(
    box: MailboxMap, hers: Iterable[Envelope], her: Collection[str], rules: Rules, today: date
) -> tuple[RowsPlanned, ...]:
    """The fate of each place where a mail of hers lies, what goes first; `her` are her addresses.

    A mail that somebody else wrote, and that was sent to others beside her, is theirs as well:
    people are asked. What nobody has said in the map is asked too.
    """
    fates: dict[_Fated, list[str]] = {}
    addresses = frozenset(map(canonical, her))
    for envelope in hers:
        fated = _fate(box, envelope, addresses, rules, today)
        fates.setdefault(fated, []).append(place_of(envelope).key)
    order = (Fate.DELETE, Fate.KEEP, Fate.ASK)
    return tuple(
        RowsPlanned(
            table=TABLE,
            fate=fated.fate,
            keys=tuple(keys),
            counts=((box.category, len(keys)),),
            law=fated.law,
            until=fated.until,
            event=fated.event,
            missing=fated.missing,
        )
        for fated, keys in sorted(fates.items(), key=lambda one: order.index(one[0].fate))
    )


def _fate(
    box: MailboxMap, envelope: Envelope, her: frozenset[str], rules: Rules, today: date
) -> _Fated:
    if envelope.folder == box.own_folder:
        law = box.own_kept_by
        kept = _kept(law, box, envelope, rules, today) if law else _asked("own_kept_by")
    elif box.bookkeeping is None:
        kept = _asked("bookkeeping")
    elif is_bookkeeping(box.bookkeeping, envelope, box.ours):
        kept = _kept(box.bookkeeping.purpose, box, envelope, rules, today)
    else:
        kept = None
    if kept is not None:
        return kept
    return _Fated(Fate.ASK if _is_anothers(envelope, her, box.ours) else Fate.DELETE)


def is_bookkeeping(rule: BookkeepingMail, envelope: Envelope, ours: Iterable[str]) -> bool:
    """Whether the map says that a mail is bookkeeping."""
    ours, heading = tuple(ours), envelope.heading
    if envelope.folder in rule.folders:
        return True
    if any(is_among(one, rule.senders) for one in heading.senders):
        return True
    is_ours = any(is_among(one, ours) for one in heading.senders)
    return is_ours and begins_with(heading.subject, rule.subjects)


def _kept(
    law: str, box: MailboxMap, envelope: Envelope, rules: Rules, today: date
) -> _Fated | None:
    """Until when a law keeps a mail that came in on its INTERNALDATE; None when that is past."""
    period = rules.periods.get(law)
    if period is None:
        return _asked(f"purposes.{law}.retention")
    if period.kind is Kind.EVENT:
        return _Fated(Fate.KEEP, law, event=period.event or "")
    start = receipt_day(envelope.arrived)
    if period.kind is Kind.BOOKKEEPING:
        if rules.closing is None:
            return _asked(f"companies.{box.company}.fiscal_year_end")
        start = fiscal_year_end(start, rules.closing)
    last = period.last_day(start)
    return _Fated(Fate.KEEP, law, last) if today <= last else None


def _asked(missing: str) -> _Fated:
    return _Fated(Fate.ASK, missing=(missing,))


def _is_anothers(envelope: Envelope, her: frozenset[str], ours: tuple[str, ...]) -> bool:
    """Whether a mail that she did not write has others in it beside her and us."""
    if her.intersection(map(canonical, envelope.heading.senders)):
        return False
    return any(_others(everybody(envelope.heading) - her, ours))


def _others(people: Iterable[str], ours: tuple[str, ...]) -> Iterator[bool]:
    return (not is_among(one, ours) for one in people)
