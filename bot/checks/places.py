"""What lies on this machine: the ledger, its key, and the folders that are written to."""

import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import select

from bot.checks.remark import Remark, fault, note
from bot.config import Settings
from bot.shell.engine import LedgerFault, assert_durable, open_engine, transaction
from bot.shell.keys import KeyFileFault, load_or_make
from bot.shell.tables import MatterRow

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def look_at_ledger(settings: Settings) -> Iterator[Remark]:
    """The ledger opens and is durable, and its key is there and private."""
    in_use = False
    try:
        engine = open_engine(settings.ledger.url)
        try:
            assert_durable(engine)
            in_use = _holds_matters(engine)
        finally:
            engine.dispose()
    except LedgerFault as wrong:
        yield fault(f"ledger.url: {wrong}")
    except (SQLAlchemyError, OSError) as error:
        url = make_url(settings.ledger.url).render_as_string(hide_password=True)
        why = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
        yield fault(
            f"ledger.url: {url} cannot be opened ({why}); see that the folder may be written to, "
            "and that nothing else than rightsbot made the file"
        )
    yield from _key(settings.ledger.key_file, in_use=in_use)


def look_at_folders(settings: Settings) -> Iterator[Remark]:
    """Each folder is made where it is missing, as `rightsbot run` would, and written to."""
    folders = {"folder": settings.folder, "printing.folder": settings.printing.folder}
    if settings.embedded.enabled:
        folders["embedded.spool"] = settings.embedded.spool
    for key, folder in folders.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            yield fault(
                f"{key}: {folder} cannot be written to ({error.strerror}); give the folder to the "
                "account that runs rightsbot, or name another"
            )


def _holds_matters(engine: Engine) -> bool:
    if not inspect(engine).has_table(str(MatterRow.__tablename__)):
        return False
    with transaction(engine) as session:
        return session.exec(select(MatterRow.number).limit(1)).first() is not None


def _key(path: Path, *, in_use: bool) -> Iterator[Remark]:
    if not path.exists() and in_use:
        yield fault(
            f"ledger.key_file: {path} is gone, and the ledger holds matters whose codes and vault "
            "depend on it; restore it from your backup before you start"
        )
    elif not path.exists():
        yield note(
            f"ledger.key_file: {path} is made at the first start; take it into your backups, "
            "apart from the ledger"
        )
    else:
        yield from _key_that_is_there(path)


def _key_that_is_there(path: Path) -> Iterator[Remark]:
    try:
        load_or_make(path)
        is_open = path.stat().st_mode & _OTHERS
    except (KeyFileFault, OSError) as error:
        yield fault(f"ledger.key_file: {error}")
        return
    if is_open:
        yield fault(
            f"ledger.key_file: other accounts of this machine may read {path}; "
            f"write: chmod 600 {path}"
        )
