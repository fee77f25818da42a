"""A house that has filed mails in one mailbox: server, ledger and errands are real."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from servers.people import Peopled
from sqlmodel import col, select

from bot.clockwork import Clockwork
from bot.config import load, shipped_config
from bot.config.secret import Secret
from bot.core import facts as f
from bot.core.effects import Decision, Effect, Kind
from bot.core.house import House
from bot.core.vocabulary import Language, Manner, Right
from bot.deeds.filing import Filing, Unfiling
from bot.deeds.premises import Premises
from bot.deeds.printing import Printing
from bot.errands import Deed, Errands
from bot.gather import People
from bot.intake import Office
from bot.mail.incoming import parse
from bot.shell.clock import WoundClock
from bot.shell.engine import migrate, open_engine
from bot.shell.imap import ImapDoor
from bot.shell.journal import content_mark, message_mark
from bot.shell.keys import Keys
from bot.shell.mail_archive import MailArchive
from bot.shell.tables import EffectRow, Journal

BOX = "info.gavle@allkontor.example"
FOLDER = "Rättigheter"
NOW = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
SENDER = "the sender's keyed hash"


def mail(number: int, body: str = "Hej!", message_id: str | None = None) -> bytes:
    """One small mail; its Message-ID is made of its number unless one is given."""
    known = f"<{number}@post.example>" if message_id is None else message_id
    head = f"From: kund@post.example\r\nSubject: nr {number}\r\n"
    named = f"Message-ID: {known}\r\n" if known else ""
    return f"{head}{named}\r\n{body}\r\n".encode()


class Drawer:
    """The folder for requests in one mailbox, and the ledger that knows what was laid there."""

    def __init__(
        self, server: Peopled, folder: Path, without: frozenset[bytes] = frozenset()
    ) -> None:
        self.server = server
        self.clock = WoundClock(NOW)
        self._engine = open_engine(f"sqlite:///{folder / 'ledger.sqlite'}")
        migrate(self._engine)
        office = Office(
            engine=self._engine,
            keys=Keys(b"k" * 32),
            draw=lambda size: b"s" * size,
            clock=self.clock,
            domain="rightsbot.example",
            house=House(staff=(), registers={}, tables={}, whole={}),
            people=People({}, frozenset(), {}),
            company_of={"gavle": "gavle"},
        )
        at = server.address(BOX)
        changes = {"port": at.port, "password": Secret.model_validate(at.password())}
        settings = load(shipped_config(), folder)
        gavle = settings.mailboxes["gavle"].model_copy(update=changes)
        settings = settings.model_copy(update={"mailboxes": {"gavle": gavle}})
        self.premises = Premises(office, settings, {})
        self._clockwork = Clockwork(office)
        deeds: dict[Kind, Deed] = {
            Kind.FILE: Filing(self.premises, lambda _: ImapDoor(server.address(BOX))),
            Kind.UNFILE: Unfiling(
                self.premises, lambda _: MailArchive(server.address(BOX), without=without)
            ),
            Kind.SHRED: Printing(self.premises).shred,
        }
        self._errands = Errands(office, deeds)
        self._work()

    def closes(self, number: str, *raws: bytes) -> None:
        """A matter that ends today, with the mails that were filed for it."""
        opened = f.MatterOpened(
            number=number,
            company="gavle",
            mailbox="gavle",
            language=Language.SV,
            received_at=self.clock.now(),
            may_answer=True,
        )
        case = f.CaseOpened(case=1, right=Right.ACCESS, workflow="access")
        decision = Decision(facts=(opened, case, f.MatterClosed()))
        with self.premises.ledger() as ledger:
            ledger.record(number, decision, "rightsbot", self.clock.now(), SENDER)
        for raw in raws:
            self.keeps(number, raw)

    def keeps(self, number: str, raw: bytes, filed_as: str = "move") -> int:
        """A journalled mail of a matter, kept whole; its number in the journal."""
        read, keys = parse(raw), self.premises.office.keys
        row = Journal(
            mailbox="gavle",
            door="imap",
            message_key=message_mark(keys, read.message_id, read.content_digest),
            content_key=content_mark(keys, read.content_digest),
            received_at=self.clock.now(),
            state="handled",
            matter=number,
            manner=filed_as,
        )
        with self.premises.ledger() as ledger:
            ledger.session.add(row)
            ledger.session.flush()
            ledger.keep(number, f"mail:{row.id}", raw)
            return row.id or 0

    def files(self, number: str, row: int, uidvalidity: int, uid: int) -> None:
        """The journalled mail lies at this place, and is ordered into the folder."""
        with self.premises.ledger() as ledger:
            at = ledger.session.get_one(Journal, row)
            at.uidvalidity, at.uid = uidvalidity, uid
            effect = Effect(Kind.FILE, f"file:{row}", journal=row, manner=Manner.MOVE)
            ledger.record(number, Decision(effects=(effect,)), "rightsbot", self.clock.now())
        self._work()

    def complains(self) -> None:
        """The same sender begins a dispute."""
        with self.premises.ledger() as ledger:
            decision = Decision(facts=(f.Frozen(),))
            ledger.record("2026-0001", decision, "rightsbot", self.clock.now())

    def forgets(self, number: str) -> None:
        """Staff say that its mails were none of ours."""
        effect = Effect(Kind.SHRED, "shred:mail:0", reason="mail")
        with self.premises.ledger() as ledger:
            ledger.record(number, Decision(effects=(effect,)), "rightsbot", self.clock.now())
        self._work()

    def lays(self, *raws: bytes, into: str = FOLDER) -> None:
        """Mails lie in a folder, unread; the folder is made where it is missing."""
        with self.server.person(BOX) as person:
            if not person.folder_exists(into):
                person.create_folder(into)
            for raw in raws:
                person.append(into, raw, msg_time=self.clock.now())

    def night(self, days: int) -> None:
        """The clock is wound to so many days after the beginning, and what is due is done."""
        self.clock.set(NOW + timedelta(days=days))
        self._work()

    def left(self, folder: str = FOLDER) -> list[bytes]:
        """What lies in a folder."""
        with self.server.person(BOX, folder) as person:
            uids = person.search("ALL")
            found = person.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
            return [found[uid][b"BODY[]"] for uid in uids]

    def waiting(self) -> list[str]:
        """The keys of the effects that are still to be carried out."""
        with self.premises.ledger() as ledger:
            chosen = select(EffectRow.key).where(EffectRow.state == "waiting")
            return list(ledger.session.exec(chosen.order_by(col(EffectRow.id))))

    def filed(self) -> list[str]:
        """How each journalled mail is said to be filed."""
        with self.premises.ledger() as ledger:
            return list(ledger.session.exec(select(Journal.manner).order_by(col(Journal.id))))

    def close(self) -> None:
        """Let go of the ledger."""
        self._engine.dispose()

    def _work(self) -> None:
        while self._clockwork.take(50) + self._errands.take(50):
            pass


@contextmanager
def drawer(
    server: Peopled, folder: Path, without: frozenset[bytes] = frozenset()
) -> Iterator[Drawer]:
    """A drawer whose ledger is let go of in the end."""
    made = Drawer(server, folder, without)
    try:
        yield made
    finally:
        made.close()
