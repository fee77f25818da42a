"""What the ledger holds of one person: her matters, the mails kept of her, blocks and traces."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import col, select

from bot.core import facts as f
from bot.core.addresses import block_hashes, normalise_address
from bot.core.deadlines import receipt_day
from bot.core.facts import FACTS
from bot.core.matter import Matter
from bot.core.retention import case_last_day, extract_last_day, mail_last_day
from bot.gather import ASKED_LABELS
from bot.mail.archived import Letter, header_of, read_heading, read_letter
from bot.mail.codes import candidates
from bot.mail.tokens import code_hash
from bot.shell.ledger import Ledger
from bot.shell.tables import BlockRow, CodeRow, Content, Journal, MatterRow, Trace

MAIL = "mail:"
HIDDEN = "[…]"
"""Stands where a code would open something still."""


@dataclass(frozen=True)
class KeptMail:
    """One mail of hers as the ledger holds it; `last_day` None while the matter is open."""

    received: datetime
    letter: Letter
    last_day: date | None


@dataclass(frozen=True)
class KeptMatter:
    """One matter with what was written of it. Days are Swedish, None where there is none yet.

    `frozen`: it is evidence in a dispute, this matter's or another one's of the same sender (P24).
    `moves` are the steps of its cases with their aware instants, `texts` its contents that are no
    mails, by label.
    """

    matter: Matter
    closed: date | None
    frozen: bool
    moves: tuple[tuple[datetime, f.CaseMoved], ...]
    breached: date | None
    mails: tuple[KeptMail, ...]
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def whose(self) -> str:
        """The address that was proved in it, else the one that it was written from."""
        return normalise_address(self.texts.get(self.matter.proved or "requester", ""))

    @property
    def case_until(self) -> date | None:
        """The last day of the whole of it; None while it is open or in dispute (P24)."""
        if self.closed is None or self.frozen:
            return None
        return case_last_day(self.closed)

    @property
    def files_until(self) -> date | None:
        """The last day of copies of the answer, likewise."""
        return extract_last_day(self.closed, frozen=self.frozen)


@dataclass(frozen=True)
class KeptOfHer:
    """All of it. Traces are of every mail from her addresses; blocks stand by hash."""

    matters: tuple[KeptMatter, ...] = ()
    blocks: tuple[BlockRow, ...] = ()
    traces: tuple[Trace, ...] = ()


def kept_of(ledger: Ledger, addresses: Collection[str]) -> KeptOfHer:
    """What the ledger holds of the person behind some normalised addresses, the oldest first."""
    hers = frozenset(filter(None, addresses))
    if not hers:
        return KeptOfHer()
    session = ledger.session
    matters = (_read(ledger, number, hers) for number in _near(ledger, hers))
    hashes = {one for address in hers for one in block_hashes(address)}
    blocks = select(BlockRow).where(col(BlockRow.hash).in_(hashes))
    traces = select(Trace).where(col(Trace.sender_key).in_(_senders(ledger, hers)))
    return KeptOfHer(
        tuple(one for one in matters if one.whose in hers),
        tuple(session.exec(blocks.order_by(BlockRow.hash))),
        tuple(session.exec(traces.order_by(col(Trace.received_at), col(Trace.id)))),
    )


def _near(ledger: Ledger, hers: Iterable[str]) -> list[str]:
    """Every matter that one of the addresses wrote, or was asked in; whose it is, is seen later."""
    written = select(MatterRow.number).where(col(MatterRow.person_key).in_(_senders(ledger, hers)))
    asked = select(Content.matter).where(
        col(Content.label).in_(ASKED_LABELS),
        col(Content.body).in_([one.encode() for one in hers]),
    )
    found = {*ledger.session.exec(written), *ledger.session.exec(asked)}
    return sorted(found, key=lambda number: (number.partition("-")[0], len(number), number))


def _senders(ledger: Ledger, hers: Iterable[str]) -> list[str]:
    return [ledger.keys.mark("sender", one) for one in hers]


def _read(ledger: Ledger, number: str, hers: frozenset[str]) -> KeptMatter:
    row = ledger.session.get_one(MatterRow, number)
    matter = ledger.load(number)
    contents = list(ledger.session.exec(select(Content).where(Content.matter == number)))
    texts = {one.label: one.body.decode() for one in contents if not one.label.startswith(MAIL)}
    writers = hers | {normalise_address(texts.get("requester", ""))}
    facts = [(one.at, FACTS.validate_json(one.fact)) for one in ledger.events(number)]
    mails = (_mail(ledger, one, row, writers) for one in contents if one.label.startswith(MAIL))
    return KeptMatter(
        matter=matter,
        closed=receipt_day(row.closed_at) if row.closed_at else None,
        frozen=row.frozen,
        moves=tuple((at, fact) for at, fact in facts if isinstance(fact, f.CaseMoved)),
        breached=next((fact.on for _, fact in facts if isinstance(fact, f.Breached)), None),
        mails=tuple(sorted(filter(None, mails), key=lambda one: one.received)),
        texts=texts,
    )


def _mail(
    ledger: Ledger, content: Content, row: MatterRow, writers: Collection[str]
) -> KeptMail | None:
    """A mail that she wrote; what staff, recipients and servers wrote in her matter is theirs."""
    senders = map(normalise_address, read_heading(header_of(content.body)).senders)
    journal = ledger.session.get(Journal, int(content.label.removeprefix(MAIL)))
    if not set(senders) & set(writers) or journal is None:
        return None
    letter = read_letter(content.body)
    closed = receipt_day(row.closed_at) if row.closed_at else None
    return KeptMail(
        journal.received_at,
        _without_codes(ledger, letter),
        content.last_day or mail_last_day(closed, frozen=row.frozen),
    )


def _without_codes(ledger: Ledger, letter: Letter) -> Letter:
    """A code that is out opens something; her own words are otherwise given as they stand."""
    return Letter(
        **{
            **vars(letter),
            "subject": _hidden(ledger, letter.subject),
            "text": _hidden(ledger, letter.text),
        }
    )


def _hidden(ledger: Ledger, text: str) -> str:
    for code in _open_codes(ledger, text):
        head, _, tail = code.partition("-")
        text = re.sub(rf"(?i){head}[\s\-‐-―]{{0,3}}{tail}", HIDDEN, text)
    return text


def _open_codes(ledger: Ledger, text: str) -> Iterator[str]:
    for code in candidates(text):
        known = ledger.session.get(CodeRow, code_hash(ledger.keys.of("code"), code))
        if known is not None and known.used_at is None and known.voided_at is None:
            yield code
