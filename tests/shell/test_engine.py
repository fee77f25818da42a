"""What the ledger's database must be before a single mail is taken."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event

from bot.shell import engine as ledger_engine
from bot.shell.engine import LedgerFault, assert_durable, open_engine, transaction
from bot.shell.keys import Keys
from bot.shell.vault import CHUNK, Vault


def test_a_ledger_as_we_open_it_is_durable(tmp_path: Path) -> None:
    """WAL, synchronous FULL, and one writer at a time."""
    assert_durable(open_engine(f"sqlite:///{tmp_path}/ledger.sqlite"))


def test_a_ledger_that_syncs_too_little_is_refused(tmp_path: Path) -> None:
    """A commit that a power cut could undo is no commit."""
    engine = open_engine(f"sqlite:///{tmp_path}/ledger.sqlite")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    with pytest.raises(LedgerFault, match="synchronous=0 where 2 is needed"):
        assert_durable(engine)


def test_a_ledger_whose_writers_could_overlap_is_refused(tmp_path: Path) -> None:
    """A plain BEGIN lets two workers read one state and the later write win in silence."""
    engine = create_engine(f"sqlite:///{tmp_path}/ledger.sqlite")
    event.listen(engine, "connect", ledger_engine._set_pragmas)  # noqa: SLF001 - all but IMMEDIATE
    with pytest.raises(LedgerFault, match="two writers could overlap"):
        assert_durable(engine)


def test_what_is_destroyed_in_the_vault_is_gone_from_the_disk(tmp_path: Path) -> None:
    """Sealed while it is there, in several chunks; nothing of it afterwards, sealed or not."""
    path = tmp_path / "ledger.sqlite"
    engine = open_engine(f"sqlite:///{path}")
    ledger_engine.migrate(engine)
    secret = b"K7RM-2QXP " * (CHUNK // 4)
    keys = Keys(bytes(32))
    with transaction(engine) as session:
        vault = Vault(session, keys, bytes)
        vault.put("2026-0001", "passphrase", secret)
        assert vault.get("2026-0001", "passphrase") == secret
    assert secret[:40] not in path.read_bytes()
    with transaction(engine) as session:
        Vault(session, keys, bytes).destroy("2026-0001", "passphrase")
    with sqlite3.connect(path) as plain:
        assert plain.execute("select count(*) from chunk").fetchone() == (0,)
