"""The words in which stories are told: who writes what to whom, and what comes back."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select
from stages import Stage

from bot.core.matter import Case, Matter
from bot.demo.people import DemoPerson
from bot.demo.play import Post
from bot.shell.engine import transaction
from bot.shell.tables import Artefact, Trace

START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
"""Tuesday 10 March 2026, nine o'clock in Sweden."""
GAVLE, BORLANGE, MORA = (f"info.{town}@allkontor.example" for town in ("gavle", "borlange", "mora"))
ANNA = "anna.berg@gavle.allkontor.example"
"""Decider and handler in Gävle."""
ERIK = "erik.lund@gavle.allkontor.example"
"""Handler in Gävle."""
DAHL = "karin.dahl@borlange.allkontor.example"
"""Decider and handler in Borlänge."""
BRITTA = "britta.hed@mora.allkontor.example"
"""Decider and handler in Mora."""
DPO = "dpo@allkontor.example"

ACCESS = "Hej!\n\nJag vill ha ett registerutdrag enligt artikel 15.\n\nMed vänlig hälsning"
STOP = "Hej!\n\nJag vill inte ha mer reklam från er.\n\nMed vänlig hälsning"
ERASE = "Hej!\n\nRadera alla mina personuppgifter enligt artikel 17.\n\nMed vänlig hälsning"
PERHAPS = "Hej!\n\nTa bort mig, tack.\n\nMed vänlig hälsning"
ORDER = "Hej!\n\nVi vill beställa fem stycken TN-2420 till på fredag.\n\nMed vänlig hälsning"

_CODE = re.compile(r"(?:KOD|CODE) ([2-9A-Z]{4}-[2-9A-Z]{4})")


def pdf_text(data: bytes, password: str = "") -> str:
    """What a PDF says, each gap one blank; skips where poppler is missing."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext: apt-get install poppler-utils")
    done = subprocess.run(  # noqa: S603 - fixed words
        ["pdftotext", "-raw", "-upw", password, "-", "-"],  # noqa: S607 - where poppler lies differs
        input=data,
        capture_output=True,
        check=True,
    )
    return " ".join(done.stdout.decode().split())


def flat(mail: Post) -> str:
    """What a mail says, its lines run together."""
    return " ".join(mail.text.split())


def code_in(mail: Post) -> str:
    """The code that a mail of ours holds."""
    found = _CODE.search(mail.text)
    assert found, f"no code in:\n{mail.text}"
    return found[1]


@dataclass(frozen=True)
class Letter:
    """A letter in the print folder and the two secrets in it."""

    file: Path
    code: str
    passphrase: str


class Writer:
    """Somebody with an address, as the story sees them."""

    def __init__(self, story: "Correspondence", address: str) -> None:
        self._story = story
        self.address = address

    def writes(
        self, body: str, subject: str = "Fråga", to: str = GAVLE, message_id: str | None = None
    ) -> list[Post]:
        """A new mail; what the house sends because of it."""
        play = self._story.stage.play
        self._story.remember(self, body)
        play.write(self.address, to, subject, body, message_id=message_id)
        return self._story.settle(to)

    def answers(self, mail: Post, body: str, to: str = GAVLE) -> list[Post]:
        """A reply above a quotation of the whole mail; what the house sends because of it."""
        self._story.remember(self, body)
        self._story.stage.play.reply(self.address, mail, body, to)
        return self._story.settle(to)

    def returns_code(self) -> list[Post]:
        """A reply to the last mail with the code that stands in it."""
        return self.answers(self.last, f"KOD {code_in(self.last)}")

    @property
    def mail(self) -> list[Post]:
        """Every mail that came to this address, in order."""
        return [one for one in self._story.mail if one.to == self.address]

    @property
    def last(self) -> Post:
        """The last of them."""
        assert self.mail, f"nothing has come to {self.address}"
        return self.mail[-1]

    @property
    def heard(self) -> str:
        """What the last of them says, its lines run together."""
        return flat(self.last)


class Correspondence:
    """Every mail of one story, and looks behind the counter."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.mail: list[Post] = []
        self.written: list[str] = []
        self.anna, self.erik, self.dahl, self.britta, self.dpo = (
            Writer(self, one) for one in (ANNA, ERIK, DAHL, BRITTA, DPO)
        )

    def customer(self, who: DemoPerson | str) -> Writer:
        """A customer, or anybody else with an address."""
        return Writer(self, who if isinstance(who, str) else who.address)

    def remember(self, writer: Writer, body: str) -> None:
        """What others than staff wrote, which no mail to staff may quote."""
        if not writer.address.endswith(".allkontor.example"):
            self.written.append(body)

    def settle(self, *only: str) -> list[Post]:
        """Everybody does what there is to do; the mails that this led to.

        `only` names the mailboxes where something new lies; all without it.
        """
        return self._keep(self.stage.play.settle(only))

    def winds(self, **span: float) -> list[Post]:
        """Time passes by days, hours, minutes; the mails that this led to."""
        return self._keep(self.stage.play.wind(**span))

    def winds_to(self, instant: datetime) -> list[Post]:
        """Time passes until an aware instant; the mails that this led to."""
        return self._keep(self.stage.play.until(instant))

    def receives(self, raw: bytes, to: str = GAVLE) -> list[Post]:
        """A mail as bytes arrives; what the house sends because of it."""
        self.stage.office.deliver(to, raw)
        return self.settle()

    def puts(self, raw: bytes, into: str, at: datetime) -> list[Post]:
        """A mail appears in a mailbox with this INTERNALDATE; what this led to."""
        self.stage.server.append(into, raw, at)
        return self.settle()

    def letter(self, number: str = "2026-0001") -> Letter:
        """The letter that lies in the print folder, read before it is posted."""
        premises = self.stage.play.works.premises
        names = [name for name in self.kept_secrets(number) if name.startswith("code:print")]
        file = self.stage.folder / "print" / f"brev-{number}.pdf"
        assert file.exists(), "no letter lies in the print folder"
        return Letter(
            file, premises.secret(number, names[-1]), premises.secret(number, "passphrase")
        )

    def matter(self, number: str = "2026-0001") -> Matter:
        """A matter as it stands now."""
        office = self.stage.play.works.office
        with transaction(office.engine) as session:
            return office.ledger(session).load(number)

    def case(self, number: str = "2026-0001") -> Case:
        """The first case of a matter as it stands now."""
        return self.matter(number).cases[0]

    def matters(self) -> list[str]:
        """The numbers of all matters."""
        return [str(one) for one in self.column("SELECT number FROM matter ORDER BY number")]

    def facts(self, kind: str, number: str = "2026-0001") -> list[object]:
        """The facts of one kind in a matter's story."""
        office = self.stage.play.works.office
        with transaction(office.engine) as session:
            events = office.ledger(session).events(number)
        return [one.fact for one in events if f'"kind":"{kind}"' in one.fact]

    def kept_secrets(self, number: str = "2026-0001") -> list[str]:
        """The names of what lies sealed in the vault."""
        with transaction(self.stage.play.works.office.engine) as session:
            chosen = select(Artefact).where(Artefact.matter == number)
            return [one.name for one in session.exec(chosen)]

    def traces(self) -> list[Trace]:
        """What is left of every mail that came in, in order."""
        with transaction(self.stage.play.works.office.engine) as session:
            return list(session.exec(select(Trace)))

    def column(self, statement: str) -> list[object]:
        """The first column of what a statement finds in the ledger's file."""
        with closing(sqlite3.connect(self._file)) as ledger:
            return [row[0] for row in ledger.execute(statement)]

    def cells(self) -> Iterator[tuple[str, str]]:
        """Every value of every row of the ledger, as text, with the name of its table."""
        tables = self.column("SELECT name FROM sqlite_master WHERE type = 'table'")
        with closing(sqlite3.connect(self._file)) as ledger:
            for table in tables:
                for row in ledger.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own names
                    yield from ((str(table), _text(value)) for value in row)

    def lies_in(self, box: str, folder: str = "INBOX") -> list[tuple[str, bool]]:
        """Subject and whether it is read, of each mail in a folder of a mailbox."""
        with self.stage.server.person(box) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search("ALL"), ["ENVELOPE", "FLAGS"])
        return [
            ((one[b"ENVELOPE"].subject or b"").decode(), rb"\Seen" in one[b"FLAGS"])
            for _, one in sorted(found.items())
        ]

    @property
    def _file(self) -> Path:
        return self.stage.folder / "ledger.sqlite"

    def _keep(self, mails: list[Post]) -> list[Post]:
        self.mail += mails
        return mails


Tell = Callable[..., Correspondence]
"""Begins a story."""


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
