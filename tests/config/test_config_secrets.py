from pathlib import Path

import pytest
from config_letters import Edit, Letter, answer
from sqlalchemy import make_url

from bot.config import ConfigError, Secret


def test_a_secret_in_the_file_is_refused_in_live_and_not_repeated(live: Letter) -> None:
    """The operator is told where secrets live, and the log does not hold hers."""
    told = answer(live, ('{env = "RIGHTSBOT_GAVLE"}', '"hunter2"'))
    assert (
        'mailboxes.gavle.password: found a plain secret (not shown); write {env = "NAME"}' in told
    )
    assert "hunter2" not in told


@pytest.mark.people("P04")
def test_a_passphrase_of_staff_lies_outside_a_live_file(demo: Letter, live: Letter) -> None:
    """What opens the draft is hers alone; a demo may show one, and neither answer repeats it."""
    hers = ('id = "anna"\n', 'id = "anna"\npassphrase = "hunter2"\n')
    told = answer(live, hers)
    assert "staff.anna.passphrase: found a plain secret (not shown); write {env" in told
    assert "hunter2" not in told + repr(demo(hers))


@pytest.mark.parametrize(
    "edit",
    [
        ('password = "demo"\nstart', 'pasword = "hunter2"\nstart'),
        ('password = "demo"\nstart', 'password = ["hunter2"]\nstart'),
        ('password = "demo"\nstart', 'password = {env = "hunter2!"}\nstart'),
        ('password = "demo"\nstart', 'password = {plain = "hunter2"}\nstart'),
        ('password = "demo"\nstart', 'password = {evn = "hunter2"}\nstart'),
        ('password = "demo"\nstart', 'password = "hunter2"\nstart\n'),
        ('password = "demo"\n[smtp]', 'password = ["hunter2"]\n[smtp]'),
        ("sqlite:///var/ledger.sqlite", "postgrespl://bot:hunter2@db/ledger"),
        ("sqlite:///var/ledger.sqlite", "postgres//bot:hunter2@db/ledger"),
        ("sqlite:///var/registers/gavle.sqlite", "x://bot:hunter2@[db/ledger"),
        ('url = "sqlite:///var/ledger.sqlite"', 'url = {env = "hunter2!"}'),
        ('url = "sqlite:///var/ledger.sqlite"', 'urls = "x://bot:hunter2@db"'),
    ],
)
def test_no_fault_repeats_a_secret(demo: Letter, edit: Edit) -> None:
    """Wherever the slip is, the secret beside it stays out of the answer."""
    assert "hunter2" not in answer(demo, edit)


def test_a_live_url_keeps_its_password_elsewhere(
    live: Letter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A URL with a password is refused in the file, and taken from the environment."""
    secret = f"sqlite://bot:hunter2@/{tmp_path}/x.sqlite"
    told = answer(live, ("sqlite:///var/registers/gavle.sqlite", secret))
    assert (
        "registers.gavle.url: found a URL with its password (not shown); write url = {env" in told
    )
    elsewhere = ('url = "sqlite:///var/ledger.sqlite"', 'url = {env = "RIGHTSBOT_LEDGER"}')
    assert "variable RIGHTSBOT_LEDGER: nothing there" in answer(live, elsewhere)
    monkeypatch.setenv("RIGHTSBOT_LEDGER", "rubbish hunter2")
    assert "hunter2" not in answer(live, elsewhere)
    monkeypatch.setenv("RIGHTSBOT_LEDGER", f"sqlite:///{tmp_path}/ledger.sqlite")
    assert make_url(live(elsewhere).ledger.url).database == f"{tmp_path}/ledger.sqlite"


def test_a_secret_is_read_when_it_is_used(live: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start needs no secret; its use does, and says which variable is empty."""
    password = live().mailboxes["gavle"].password
    monkeypatch.delenv("RIGHTSBOT_GAVLE", raising=False)
    with pytest.raises(ConfigError, match="environment variable RIGHTSBOT_GAVLE: secret: found no"):
        password.reveal()
    monkeypatch.setenv("RIGHTSBOT_GAVLE", "correct horse")
    assert password.reveal() == "correct horse"


def test_a_secret_lies_in_a_file_beside_the_config(live: Letter, home: Path) -> None:
    """The path starts at the config file; the line end of an editor is no part of the secret."""
    password = live(('env = "RIGHTSBOT_GAVLE"', 'file = "imap.pw"')).mailboxes["gavle"].password
    with pytest.raises(ConfigError, match=r"imap\.pw: secret: found no readable file"):
        password.reveal()
    (home / "imap.pw").write_text("correct horse\r\n")
    assert password.reveal() == "correct horse"


def test_a_secret_does_not_show_itself(demo: Letter) -> None:
    """A printed or logged setting holds no password."""
    assert Secret.model_validate("hunter2").reveal() == "hunter2"
    assert "hunter2" not in repr(Secret.model_validate("hunter2"))
    assert "'demo'" not in repr(demo().mailboxes) + repr(demo().embedded)
