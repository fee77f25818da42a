"""A ledger in its newest shape, made once a run: most tests are about what is written into it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.shell.engine import migrate, open_engine


@cache
def blank_ledger() -> bytes:
    """The file of a ledger that holds nothing yet."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        engine = open_engine(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
        return path.read_bytes()
