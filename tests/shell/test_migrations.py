"""The ledger's tables as the migrations make them and as the program means them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel

from bot.shell import migrations, tables
from bot.shell.engine import assert_durable, migrate, open_engine


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Engine]:
    """An empty ledger."""
    engine = open_engine(f"sqlite:///{tmp_path / 'new' / 'ledger.sqlite'}")
    yield engine
    engine.dispose()


def test_an_empty_database_becomes_a_ledger(fresh: Engine) -> None:
    """Every table of the models is there, and it is durable."""
    migrate(fresh)
    assert_durable(fresh)
    named = set(inspect(fresh).get_table_names())
    assert named == {*SQLModel.metadata.tables, "alembic_version"}
    assert str(tables.MatterRow.__tablename__) in named


def test_the_migrated_tables_are_those_of_the_models(fresh: Engine) -> None:
    """No column, index or constraint differs: whoever changes a model writes its migration."""
    migrate(fresh)
    with fresh.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_twice_changes_nothing(fresh: Engine) -> None:
    """A program that starts again finds its ledger as it was."""
    migrate(fresh)
    with fresh.connect() as connection:
        before = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
    migrate(fresh)
    with fresh.connect() as connection:
        assert connection.exec_driver_sql("SELECT sql FROM sqlite_master").all() == before


def test_there_is_one_newest_shape() -> None:
    """Two heads would leave it open which ledger is meant."""
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert len(scripts.get_heads()) == 1
