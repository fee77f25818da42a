"""SQLite for the ledgers of many stories: what was put into SQL for one serves the next."""

from typing import Any, ClassVar

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

NAME = "sqlite+remembering"
"""How the URL of such a ledger begins; the file is a SQLite file like any other."""


class Remembering(SQLiteDialect_pysqlite):
    """SQLAlchemy's own, but equal to each other: they write the same SQL for every file."""

    supports_statement_cache = True
    written: ClassVar[dict[Any, Any]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remembering)

    def __hash__(self) -> int:
        return hash(Remembering)

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Every engine looks for its statements in the same place."""
        engine.update_execution_options(compiled_cache=cls.written)


registry.register("sqlite.remembering", __name__, "Remembering")
