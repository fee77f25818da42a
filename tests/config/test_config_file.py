from datetime import date
from pathlib import Path

import pytest
from config_letters import DEMO, Letter, answer
from sqlalchemy import make_url

from bot.config import ConfigError, Mode, Security, load
from bot.core.vocabulary import Role


def test_the_file_is_read_as_it_stands(demo: Letter) -> None:
    """Names, days, roles and enums arrive as what they are; addresses are lower case."""
    settings = demo()
    box = settings.mailboxes["gavle"]
    anna = settings.companies["gavle"].staff[0]
    assert settings.mode is Mode.DEMO
    assert (box.start_from, box.folder) == (date(2026, 1, 1), "Rättigheter")
    assert box.security is Security.NONE
    assert (anna.address, anna.roles) == (
        "anna.berg@gavle.allkontor.example",
        {Role.HANDLER, Role.DECIDER},
    )
    assert [(key, person.id) for key, person in settings.staff()] == [
        ("gavle", "anna"),
        ("gavle", "erik"),
    ]
    assert "world@rightsbot.example" in settings.addresses()
    assert not settings.lmtp.enabled


def test_settings_are_frozen(demo: Letter) -> None:
    """Nobody changes a setting while the program runs."""
    with pytest.raises(ValueError, match="frozen"):
        demo().smtp.port = 25


def test_every_path_starts_at_the_file(demo: Letter, home: Path) -> None:
    """Relative paths and SQLite URLs are taken from the config file's folder."""
    settings = demo()
    assert settings.folder == home / "var"
    assert settings.ledger.key_file == home / "var" / "key"
    assert settings.embedded.spool == home / "var" / "spool"
    assert make_url(settings.ledger.url).database == str(home / "var" / "ledger.sqlite")
    register = settings.registers["gavle"]
    assert make_url(register.url).database == str(home / "var/registers/gavle.sqlite")
    assert register.folder == home / "var/registers/gavle"


def test_another_data_folder_takes_all_of_the_file_s_own(
    demo: Letter, home: Path, tmp_path: Path
) -> None:
    """With `folder`, what was below var lies below it; a path elsewhere stays where it is."""
    moved = tmp_path / "elsewhere"
    settings = demo(('"var/print"', '"printer/queue"'), folder=moved)
    assert settings.folder == moved
    assert settings.embedded.spool == moved / "spool"
    assert make_url(settings.ledger.url).database == str(moved / "ledger.sqlite")
    register = settings.registers["gavle"]
    assert make_url(register.url).database == str(moved / "registers/gavle.sqlite")
    assert register.folder == moved / "registers/gavle"
    assert settings.printing.folder == home / "printer/queue"


def test_the_spool_moves_too_when_the_file_does_not_name_it(demo: Letter, tmp_path: Path) -> None:
    """A default path is settled like a written one."""
    settings = demo(('spool = "var/spool"\n', ""), folder=tmp_path / "x")
    assert settings.embedded.spool == tmp_path / "x" / "spool"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing file is an error, never an empty config."""
    with pytest.raises(ConfigError, match=r"config\.toml: the file: found no such file; write"):
        load(tmp_path / "config.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Neither is anything else that cannot be read."""
    with pytest.raises(ConfigError, match="found no file that can be read"):
        load(tmp_path)


def test_bad_toml_is_answered_with_its_line(demo: Letter) -> None:
    """The reader learns where the syntax broke."""
    assert "at line 2, column 8: found no TOML" in answer(demo, ('mode = "demo"', "mode = demo"))


def test_a_table_written_twice_is_named(demo: Letter) -> None:
    """TOML itself refuses it; the operator reads which."""
    assert "'printing'" in answer(demo, ("[smtp]", "[printing]\n[smtp]"))


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """Latin-1 is not guessed at."""
    (tmp_path / "config.toml").write_bytes('short = "Gävle"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="byte 10: found a byte that is no UTF-8"):
        load(tmp_path / "config.toml")


def test_the_mark_and_line_ends_of_a_windows_editor_do_no_harm(tmp_path: Path) -> None:
    """A byte order mark and CRLF are read over."""
    text = "\ufeff" + DEMO.replace("\n", "\r\n")
    (tmp_path / "config.toml").write_bytes(text.encode())
    assert load(tmp_path / "config.toml").mode is Mode.DEMO
