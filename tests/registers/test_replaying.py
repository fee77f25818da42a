import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from raw_reading import everything
from sample_shop import RULES, Person, fill, shop_map

from bot.config import Settings, load, shipped_config
from bot.config.erasure import Erasure
from bot.core.vocabulary import Act
from bot.deeds.erasure_log import ErasureLog
from bot.registers.keys import search_keys
from bot.registers.opening import open_register
from bot.registers.orders import Order
from bot.registers.records import Register
from bot.replaying import replay

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=40)


class Installation:
    """A shop on disk, a backup of it, and the log of what is erased in it."""

    def __init__(self, folder: Path) -> None:
        self.path, self.backup = folder / "shop.sqlite", folder / "backup.sqlite"
        self.path.touch()
        self.url = f"sqlite:///{self.path}"
        self.people = fill(self.url)
        shutil.copy(self.path, self.backup)
        self.log_path = folder / "log"
        self.settings = _settings(self.url, folder)
        self.register: Register = open_register("sample", self.settings.registers["sample"])
        self.log = ErasureLog(self.settings)

    def erase(self, one: Person, *, finished: bool = True) -> None:
        """Erase one person as the deed does."""
        plan = self.register.plan(one.address, RULES, NOW)
        assert plan is not None
        matter = f"R-2026-{one.number:05}"
        records = self.register.look_up(search_keys([one.address]))
        self.log.begin(plan, matter, one.address, records, NOW)
        if finished:
            assert self.register.carry_out(Order(Act.ERASE, one.address, NOW, plan=plan))
            self.log.finish(plan, matter, NOW)

    def restore(self) -> None:
        """Put the backup in the register's place."""
        shutil.copy(self.backup, self.path)

    def query(self, statement: str, *values: object) -> None:
        """What somebody else does in the register."""
        with closing(sqlite3.connect(self.path)) as database, database:
            database.execute(statement, values)

    def replay(self, *, dry_run: bool = False, since: date = date.min) -> tuple[int, str]:
        """The exit code, and what was printed."""
        out = StringIO()
        return replay(self.settings, LATER, out, dry_run=dry_run, since=since), out.getvalue()


def _settings(url: str, folder: Path) -> Settings:
    """The shipped settings with the shop for its only register."""
    shipped = load(shipped_config(), folder)
    books = next(
        one for one in shipped.purposes.values() if one.retention == RULES.periods["books"]
    )
    return shipped.model_copy(
        update={
            "registers": {"sample": shop_map(url, "gavle")},
            "purposes": {"books": books},
            "erasure": Erasure(log=folder / "log", key_file=folder / "log.key"),
        }
    )


@pytest.fixture
def make(tmp_path: Path) -> Callable[[], Installation]:
    """Makes an installation."""
    return lambda: Installation(tmp_path)


ERASED = (3, 4, 5, 8, 13, 16, 51)
"""Two addresses in a cell, one in her ticket alone, capitals, books kept, staff too."""


@pytest.mark.law("L58")
def test_a_restored_backup_is_erased_anew(make: Callable[[], Installation]) -> None:
    """All that was gone is gone again, what was kept is kept, and everybody else is untouched."""
    one = make()
    for n in ERASED:
        one.erase(one.people[n])
    after = everything(one.url)
    one.restore()
    assert everything(one.url) != after
    code, said = one.replay()
    assert code == 0, said
    assert everything(one.url) == after
    assert "sample customers: deleted" in said


@pytest.mark.law("L58")
def test_a_replay_is_the_same_when_repeated(make: Callable[[], Installation]) -> None:
    """Where nothing came back nothing is done, printed as done, or written down."""
    one = make()
    one.erase(one.people[8])
    after, log = everything(one.url), one.log_path.read_bytes()
    assert one.replay() == (0, "")
    assert (everything(one.url), one.log_path.read_bytes()) == (after, log)
    one.restore()
    one.replay()
    log = one.log_path.read_bytes()
    assert one.replay() == (0, "")
    assert one.log_path.read_bytes() == log


@pytest.mark.law("L58")
def test_the_log_tells_of_nobody(make: Callable[[], Installation]) -> None:
    """No planted word, address, name or number stands in it, plain or in capitals."""
    one = make()
    for n in ERASED:
        one.erase(one.people[n])
    log = one.log_path.read_text("utf-8").lower()
    values = {
        str(cell).lower()
        for rows in everything(f"sqlite:///{one.backup}").values()
        for row in rows
        for cell in row.values()
        if isinstance(cell, str) and len(cell) > 4
    }
    values |= {one.people[n].address for n in ERASED}
    assert {value for value in values if value in log} == set()


@pytest.mark.law("L58")
def test_a_row_number_of_somebody_else_is_not_touched(make: Callable[[], Installation]) -> None:
    """The database gave it to a new customer; she stays, and it is said."""
    one = make()
    one.erase(one.people[12])
    one.query(
        "INSERT INTO customers (customer_id, customer_code, given, family, mail, since)"
        " VALUES (1012, 'C-new', 'Nova', 'Ny', 'nova@ny.example', '2011-01-01')"
    )
    before = everything(one.url)
    code, said = one.replay()
    assert everything(one.url) == before
    assert code == 0
    assert "R-2026-00012 is somebody else's by now" in said
    assert "nova" not in said.lower()


def test_who_came_back_by_herself_stays(make: Callable[[], Installation]) -> None:
    """A customer anew since the erasure, under the old number or another, with the old address."""
    one = make()
    mail = one.people[12].address
    one.erase(one.people[12])
    new = "INSERT INTO customers (customer_id, customer_code, mail, since) VALUES (?, ?, ?, ?)"
    one.query(new, 1012, "", mail, "2026-03-09")
    before = everything(one.url)
    assert "came into the register after" in one.replay()[1]
    assert everything(one.url) == before
    one.query("UPDATE customers SET customer_id = 5000 WHERE customer_id = 1012")
    before = everything(one.url)
    assert "came into the register after" in one.replay()[1]
    assert everything(one.url) == before


def test_the_heir_of_an_address_stays(make: Callable[[], Installation]) -> None:
    """The son who took over her mail address is not his mother."""
    one = make()
    mail = one.people[12].address
    one.erase(one.people[12])
    one.query(
        "INSERT INTO customers (customer_id, customer_code, given, family, mail, since)"
        " VALUES (1012, 'C-son', 'Sonen', 'Annan', ?, '2012-01-01')",
        mail,
    )
    before = everything(one.url)
    one.replay()
    assert everything(one.url) == before


@pytest.mark.law("L58")
def test_other_row_numbers_do_not_hide_a_person(make: Callable[[], Installation]) -> None:
    """The backup was read in anew under other numbers: what she is called by finds her alone."""
    one = make()
    one.erase(one.people[12])
    gone = everything(one.url)
    one.restore()
    for name in ("customers", "customer_addresses", "orders", "receipts", "wishlists", "tickets"):
        one.query(f"UPDATE {name} SET customer_id = customer_id + 40000")  # noqa: S608 - our own
    assert one.replay()[0] == 0
    for rows in gone.values():
        for row in rows:
            if "customer_id" in row:
                row["customer_id"] += 40000
    assert everything(one.url) == gone


@pytest.mark.law("L58")
def test_a_table_that_came_back_alone_is_erased_too(make: Callable[[], Installation]) -> None:
    """What hangs on a row number that nobody has any more was hers."""
    one = make()
    one.erase(one.people[12])
    after = everything(one.url)
    with closing(sqlite3.connect(one.path)) as database:
        database.execute("ATTACH ? AS old", (str(one.backup),))
        database.execute(
            "INSERT INTO wishlists SELECT * FROM old.wishlists WHERE customer_id = 1012"
        )
        database.execute(
            "INSERT INTO customer_addresses SELECT * FROM old.customer_addresses"
            " WHERE customer_id = 1012"
        )
        database.commit()
    code, said = one.replay()
    assert code == 0, said
    assert everything(one.url) == after


def test_what_was_begun_and_stopped_is_never_repeated(make: Callable[[], Installation]) -> None:
    """INTE JAG came between the plan and the deed."""
    one = make()
    one.erase(one.people[12], finished=False)
    before = everything(one.url)
    assert one.replay()[0] == 0
    assert everything(one.url) == before


def test_a_dry_run_counts_and_changes_nothing(make: Callable[[], Installation]) -> None:
    """Neither the register nor the log."""
    one = make()
    one.erase(one.people[12])
    one.restore()
    before, log = everything(one.url), one.log_path.read_bytes()
    code, said = one.replay(dry_run=True)
    assert code == 0
    assert "customers: deleted 1" in said
    assert "Nothing was changed" in said
    assert (everything(one.url), one.log_path.read_bytes()) == (before, log)


def test_a_backup_younger_than_the_erasure_is_left(make: Callable[[], Installation]) -> None:
    """`since` is the day of the backup: what was erased before it is not in it."""
    one = make()
    one.erase(one.people[12])
    one.restore()
    before = everything(one.url)
    assert one.replay(since=date(2026, 3, 6))[0] == 0
    assert everything(one.url) == before
    assert one.replay(since=date(2026, 3, 5))[0] == 0
    assert everything(one.url) != before


def test_a_register_that_is_down_is_said(make: Callable[[], Installation]) -> None:
    """Exit 1, and no data in the sentence."""
    one = make()
    one.erase(one.people[12])
    one.path.unlink()
    code, said = one.replay()
    assert code == 1
    assert "sample" in said
