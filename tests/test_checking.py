"""What `rightsbot check` says of an installation, with real servers and real registers."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from servers.dovecot import Dovecot
from servers.embedded import PASSWORD, Embedded

from bot.checking import Checked, check
from bot.config import shipped_config
from bot.shell.clock import WoundClock
from bot.shell.engine import migrate, open_engine, transaction
from bot.shell.tables import MatterRow

NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
BOX = "info.gavle@allkontor.example"
SLEEPS = "the embedded mail server is not running"


class Site:
    """An installation in a folder of its own: the shipped config, edited."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.text = shipped_config().read_text("utf-8")

    def edit(self, old: str, new: str) -> None:
        """Change the config file wherever it says so."""
        assert old in self.text, old
        self.text = self.text.replace(old, new)

    def on(self, server: Dovecot | Embedded, smtp_port: int) -> None:
        """Let every mailbox be one on the server, with its password in a file."""
        self.keep_passwords(PASSWORD)
        self.edit("port = 1143\nsecurity", f"port = {server.imap_port}\nsecurity")
        self.edit("port = 2525\nsecurity", f"port = {smtp_port}\nsecurity")
        self.edit("enabled = true", "enabled = false")

    def keep_passwords(self, word: str) -> None:
        """Lay the password of every mailbox into a file."""
        (self.home / "word").write_text(f"{word}\n", encoding="utf-8")
        for user in ("info.gavle", "info.borlange", "info.mora"):
            account = f'user = "{user}@allkontor.example"\npassword = '
            self.edit(f'{account}"demo"', f'{account}{{file = "word"}}')

    def go_live(self) -> None:
        """The same installation with a mail server elsewhere that does not exist."""
        self.keep_passwords(PASSWORD)
        for old, new in (
            ('mode = "demo"', 'mode = "live"'),
            ("enabled = true", "enabled = false"),
            ("demo = true", "demo = false"),
            ('host = "127.0.0.1"', 'host = "mail.invalid"'),
            ('security = "none"', 'security = "tls"'),
            ('domain = "rightsbot.example"', 'domain = "bot.allkontor.se"'),
            ('catch_all = "world@rightsbot.example"', "#"),
            ("allkontor.example", "allkontor.se"),
        ):
            self.edit(old, new)
        self.text = re.sub(r'@(\w+)\.example"', r'@\1.allkontor.se"', self.text)

    def check(self) -> Checked:
        """Run the command."""
        config = self.home / "config.toml"
        config.write_text(self.text, encoding="utf-8")
        return check(config, clock=WoundClock(NOW))


@pytest.fixture
def site(tmp_path: Path, registers_of: Callable[[date], Path]) -> Site:
    """An installation whose registers stand."""
    shutil.copytree(registers_of(NOW.date()), tmp_path / "var" / "registers")
    return Site(tmp_path)


def said(sentences: tuple[str, ...], *words: str) -> list[str]:
    """The sentences that hold all the words."""
    return [sentence for sentence in sentences if all(word in sentence for word in words)]


def test_the_shipped_config_has_no_fault_on_a_fresh_machine(tmp_path: Path) -> None:
    """What `rightsbot run` brings along by itself is a note."""
    found = check(shipped_config(), tmp_path / "data", WoundClock(NOW))
    assert found.faults == ()
    assert said(found.notes, SLEEPS)
    assert said(found.notes, "registers.gavle", "rightsbot run")
    assert said(found.notes, "ledger.key_file", "first start", "backups")


def test_a_whole_installation_leaves_nothing_to_mend(site: Site, embedded: Embedded) -> None:
    """Mailboxes, folders, registers, ledger and our way out, all tried."""
    site.on(embedded, embedded.smtp_port)
    found = site.check()
    assert found.faults == ()
    assert len(said(found.notes, '"Rättigheter"', "has been made")) == 3
    assert not said(site.check().notes, "has been made")


def test_every_fault_of_the_config_is_told_and_nothing_else(site: Site) -> None:
    """The rest cannot be looked at before the file is right."""
    site.edit('time_zone = "Europe/Stockholm"', 'time_zone = "Europe/Oslo"')
    site.edit('url = "sqlite:///var/ledger.sqlite"', 'url = "nonsense"')
    found = site.check()
    assert len(found.faults) == 2
    assert found.notes == ()
    assert said(found.faults, "config.toml", "time_zone", "Europe/Oslo", "Europe/Stockholm")


def test_a_secret_that_is_not_there_is_named_by_its_place(site: Site) -> None:
    """The environment variable, or the file."""
    site.keep_passwords("")
    site.text = site.text.replace('{file = "word"}', '{env = "NO_SUCH_SECRET"}', 1)
    found = site.check()
    assert said(found.faults, "mailboxes.gavle.password", "environment variable NO_SUCH_SECRET")
    assert said(found.faults, "mailboxes.mora.password", "word")


def test_no_secret_is_ever_printed(site: Site, embedded: Embedded) -> None:
    """Not of a login that is refused, not of a mailbox that works."""
    site.on(embedded, embedded.smtp_port)
    (site.home / "word").write_text("ett hemligt ord", encoding="utf-8")
    found = site.check()
    assert len(said(found.faults, "mailboxes.", "logging in")) == 3
    assert "hemligt" not in repr(found)


def test_a_server_that_does_not_answer_is_a_fault(site: Site, embedded: Embedded) -> None:
    """Each mailbox, and the way out."""
    site.on(embedded, embedded.smtp_port)
    embedded.stop()
    try:
        found = site.check()
    finally:
        embedded.start()
    assert len(said(found.faults, "mailboxes.", "connecting failed")) == 3
    assert said(found.faults, "smtp: 127.0.0.1")


@pytest.mark.people("P15")
def test_folders_that_the_bot_does_not_read_are_named(site: Site, dovecot: Dovecot) -> None:
    """New mail that lies elsewhere is told; old mail, sent mail and our own folder are not."""
    site.on(dovecot, dovecot.imap_port)
    old = datetime(2025, 1, 1, tzinfo=UTC)
    with dovecot.person(BOX) as person:
        for name, on in (("Skräppost", NOW), ("Arkiv", old), ("Rättigheter", NOW)):
            person.create_folder(name)
            person.append(name, b"From: kund@example.org\r\n\r\nHej\r\n", (), on)
    found = site.check()
    (note,) = said(found.notes, "mailboxes.gavle", "INBOX alone")
    assert '"Skräppost"' in note
    assert "Arkiv" not in note
    assert "Rättigheter" not in note


@pytest.mark.people("P02")
def test_a_register_without_a_date_of_contact_change_is_a_note(site: Site) -> None:
    """It works, slower: its requests go to a human, and the controllers should know."""
    site.edit(', means = "contact_changed"', "")
    found = site.check()
    assert len(said(found.notes, "registers.", 'means = "contact_changed"')) >= 3
    assert found.faults == ()


def test_a_register_that_differs_from_its_map_is_a_fault(site: Site) -> None:
    """A mapped table that is not there, one that is there and not mapped."""
    site.edit('impersonal = ["articles"]', "impersonal = []")
    assert said(site.check().faults, "registers.gavle", "the table articles")


@pytest.mark.law("L90")
def test_an_empty_fact_is_told_with_what_follows(site: Site) -> None:
    """Such answers go to a human; each fact is told once, with the data that it concerns."""
    site.edit('automated_sv = "Nej. En medarbetare', 'automated_sv = "" # "Nej. En medarbetare')
    site.edit('recipients = ["kontorsmolnet", "siffran"]', "recipients = []")
    found = site.check()
    (credit,) = said(found.notes, "purposes.credit.automated_sv", "go to a human")
    assert "contact or credit or identity" in credit
    assert said(found.notes, "purposes.bookkeeping.recipients", "go to a human")
    assert found.faults == ()


@pytest.mark.law("L27")
def test_data_without_a_purpose_and_a_purpose_without_data_are_told(site: Site) -> None:
    """Both ways."""
    site.edit('categories = ["behaviour"]', 'categories = ["credit"]')
    site.edit('category = "credit"', 'category = "identity"')
    found = site.check()
    assert said(found.notes, "purposes: none with behaviour among its categories")
    assert said(found.notes, "purposes.personal_offers", "no register holds credit")


@pytest.mark.people("P16")
def test_a_difference_from_the_notice_without_a_decision_is_a_fault(site: Site) -> None:
    """It is named with both sides; a decision of a later day settles nothing yet."""
    site.edit('purpose = "customer"\ndiffers', 'purpose = "nothing"\ndiffers')
    (fault,) = site.check().faults
    assert "purposes.customer.basis: found contract; the notice of 2018-05-25 says consent" in fault
    site.edit('purpose = "nothing"\ndiffers', 'purpose = "customer"\ndiffers')
    site.edit("corrected_notice_on = 2026-01-01", "corrected_notice_on = 2026-03-06")
    assert len(said(site.check().faults, "the notice of 2018-05-25 says")) == 10


@pytest.mark.people("P16")
def test_a_live_start_is_refused_for_it(site: Site) -> None:
    """With nothing else said: the file itself is not taken."""
    site.go_live()
    site.edit('purpose = "customer"\ndiffers', 'purpose = "nothing"\ndiffers')
    (fault,) = site.check().faults
    assert "purposes.customer.basis" in fault
    assert "config.toml" in fault


def test_personal_numbers_without_a_purpose_are_a_fault(site: Site) -> None:
    """In every register that has them."""
    site.edit('needs = ["credit"]\npersonal_number = true', 'needs = ["credit"]')
    assert len(said(site.check().faults, "personal numbers", "personal_number = true")) == 3


@pytest.mark.law("L89")
def test_an_approved_text_that_no_mail_may_say_is_a_fault(site: Site) -> None:
    """The customer is not sent on to one of the companies."""
    site.edit(
        "Du kan ändå vända dig till vilket av bolagen", "Kontakta Gävle, eller vilket av bolagen"
    )
    assert said(site.check().faults, "statements.arrangement_sv", "kontakta gävle")


@pytest.mark.people("P13")
def test_what_the_controllers_have_not_decided_is_told(site: Site) -> None:
    """With what a human does meanwhile; the work goes on."""
    site.edit("deputy = true\n", "")
    site.edit("backup_days = 35\n", "")
    site.edit('fiscal_year_end = "12-31"\n', "")
    found = site.check()
    assert len(said(found.notes, "staff.deputy", "not decided", "Christmas")) == 3
    assert said(found.notes, "controllers.backup_days", "a human")
    assert len(said(found.notes, "fiscal_year_end", "a human")) == 3
    assert found.faults == ()


@pytest.mark.people("P22")
def test_a_company_without_a_decider_or_a_register_is_a_fault(site: Site) -> None:
    """Nobody could refuse; every answer would say that the company holds nothing."""
    site.edit('roles = ["handler", "decider"]\ndeputy', 'roles = ["handler"]\ndeputy')
    site.edit('anna.berg@gavle.allkontor.example"\nroles = ["handler", "decider"]',
              'anna.berg@gavle.allkontor.example"\nroles = ["handler"]')  # fmt: skip
    site.edit('[registers.mora]\ncompany = "mora"', '[registers.mora]\ncompany = "gavle"')
    found = site.check()
    assert said(found.faults, "companies.gavle.staff", '"decider"')
    assert said(found.faults, "companies.mora", "no register")


def test_a_ledger_that_is_none_is_a_fault(site: Site) -> None:
    """Another program's file is not overwritten."""
    ledger = site.home / "var" / "ledger.sqlite"
    ledger.write_bytes(b"no database at all" * 100)
    assert said(site.check().faults, "ledger.url", "ledger.sqlite", "cannot be opened")
    assert ledger.read_bytes().startswith(b"no database")


def test_a_key_file_that_others_may_read_or_that_is_broken_is_a_fault(site: Site) -> None:
    """Codes and tokens rest on it."""
    key = site.home / "var" / "key"
    key.write_text("00" * 32, encoding="ascii")
    key.chmod(0o644)
    assert said(site.check().faults, "ledger.key_file", "chmod 600")
    key.chmod(0o600)
    assert not said(site.check().faults, "ledger.key_file")
    key.write_text("no key", encoding="ascii")
    assert said(site.check().faults, "ledger.key_file", "backup")


def test_a_key_file_that_is_gone_while_matters_stand_is_a_fault(site: Site) -> None:
    """A new key would open no code and no vault: nobody should start with one."""
    engine = open_engine(f"sqlite:///{site.home / 'var' / 'ledger.sqlite'}")
    migrate(engine)
    row = MatterRow(
        number="2026-0001", company="gavle", mailbox="gavle", person_key="", received_at=NOW
    )
    with transaction(engine) as session:
        session.add(row)
    engine.dispose()
    assert said(site.check().faults, "ledger.key_file", "is gone", "backup")


def test_a_printing_folder_that_cannot_be_written_to_is_a_fault(site: Site) -> None:
    """No letter could leave the house."""
    (site.home / "var" / "print").write_text("a file, no folder", encoding="utf-8")
    assert said(site.check().faults, "printing.folder", "cannot be written to")


def test_live_on_another_machine_releases_nothing_and_says_why(site: Site) -> None:
    """Before senders and staff are authenticated."""
    site.go_live()
    found = site.check()
    assert len(said(found.faults, "mail.invalid", "connecting failed")) == 3
    assert said(found.notes, "No personal data is released", "mail.invalid", "authenticated")
