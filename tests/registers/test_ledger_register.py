"""The bot's own ledger as a register: hers is shown and kept, nobody else's is, nobody is known."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from bot.bootstrap import house_of, people_of
from bot.config import Settings, load, shipped_config
from bot.core import facts as f
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.vocabulary import Category, Language, Right, Verdict
from bot.intake import Office
from bot.ledger_register import LedgerRegister
from bot.mail.templates import SHIPPED
from bot.mail.words import words_of
from bot.registers.erasures.rowplan import Fate, Rules
from bot.registers.keys import search_keys
from bot.registers.maps.datamap import Basis
from bot.registers.records import Register
from bot.shell.blocks import block
from bot.shell.clock import WoundClock
from bot.shell.engine import open_engine, transaction
from bot.shell.issuing import issue_code
from bot.shell.keys import Keys
from bot.shell.ledger import Ledger
from bot.shell.tables import Journal, Trace

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
KARIN, OLD, NILS = "karin@ek.example", "karin.gammal@ek.example", "nils@ask.example"
STAFF, OFFICE = "anna.berg@gavle.allkontor.example", "info@ek.example"
WORDS = "Vad har ni om mig? Min granne heter Siv."


class Written:
    """A ledger that a test writes matters into, and the register over it."""

    def __init__(self, office: Office, settings: Settings) -> None:
        self.office, self.settings = office, settings

    def over(self, **others: Register) -> LedgerRegister:
        """The register, beside others that know people's addresses."""
        return LedgerRegister(self.office, self.settings, others)

    def matter(self, number: str, sender: str, *facts: f.Fact, **texts: str) -> None:
        """A matter of an address, with facts after its first and with contents."""
        opened = f.MatterOpened(
            number=number,
            company="mora",
            mailbox="mora",
            language=Language.SV,
            received_at=NOW,
            may_answer=True,
        )
        case = f.CaseOpened(case=1, right=Right.ACCESS, workflow="access")
        with self.ledger() as ledger:
            key = ledger.keys.mark("sender", sender)
            ledger.record(number, Decision(facts=(opened, case, *facts)), "bot", NOW, key)
            for label, text in {"requester": sender, **texts}.items():
                ledger.keep(number, label, text.encode())

    def mail(self, number: str, journal: int, sender: str, text: str = WORDS) -> None:
        """A mail in a matter."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "info@mora.example", "Mina uppgifter"
        mail.set_content(text)
        row = Journal(
            id=journal,
            mailbox="mora",
            door="imap",
            message_key=str(journal),
            content_key=str(journal),
            received_at=NOW,
            matter=number,
        )
        with self.ledger() as ledger:
            ledger.session.add(row)
            ledger.keep(number, f"mail:{journal}", mail.as_bytes())

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger in a transaction."""
        with transaction(self.office.engine) as session:
            yield self.office.ledger(session)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """An empty ledger under the shipped settings."""
    settings = load(shipped_config(), tmp_path)
    engine = open_engine(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    SQLModel.metadata.create_all(engine)
    office = Office(
        engine=engine,
        keys=Keys(b"k" * 32),
        draw=lambda size: b"s" * size,
        clock=WoundClock(NOW),
        domain="rightsbot.example",
        house=house_of(settings),
        people=people_of(settings),
        company_of={},
    )
    yield Written(office, settings)
    engine.dispose()


def shown(register: Register, address: str) -> dict[str, list[dict[str, str]]]:
    """What a copy shows, table by table, row by row."""
    return {
        table.place.partition(".")[2]: [
            dict(zip((one.name for one in table.columns), row, strict=True)) for row in table.rows
        ]
        for table in register.collect(address, NOW).tables
    }


def of_number(rows: list[dict[str, str]]) -> list[str]:
    """The matters that some rows are about."""
    return [row["number"] for row in rows]


def answered() -> tuple[f.Fact, ...]:
    """The answer was accepted, and the matter closed."""
    sent = f.CaseMoved(case=1, event=Event.ANSWER_ACCEPTED, stage="resting")
    return (sent, f.CaseMoved(case=1, event=Event.QUIET_OVER, stage="answered"), f.MatterClosed())


@pytest.mark.law("L36")
@pytest.mark.people("P11")
def test_she_sees_what_the_bot_keeps_of_her_and_is_known_to_nobody_by_it(written: Written) -> None:
    """Matter, mail, address, block and trace, each with its end; another's are not among them."""
    written.matter("2026-0001", KARIN, *answered(), thread="[]", words="staff: svår kund")
    written.matter("2026-0002", NILS)
    written.mail("2026-0001", 1, KARIN)
    written.mail("2026-0001", 2, STAFF, "GODKÄNN")
    written.mail("2026-0002", 3, NILS)
    with written.ledger() as ledger:
        block(ledger.session, [KARIN, NILS], NOW.date(), "2026-0002")
        for number, sender in enumerate((KARIN, NILS)):
            ledger.session.add(
                Trace(
                    mailbox="mora",
                    message_key=str(number),
                    sender_key=ledger.keys.mark("sender", sender),
                    content_key=str(number),
                    received_at=NOW,
                    verdict="request",
                    rules="1",
                    last_day=date(2028, 3, 9),
                )
            )
    register = written.over()
    hers = shown(register, "Karin@Ek.example")
    [matter], [mail] = hers["matters"], hers["mails"]
    assert (matter["number"], matter["asked"], matter["outcome"]) == (
        "2026-0001",
        "access",
        "answer",
    )
    assert (matter["ended"], matter["case_until"]) == ("2026-03-10", "2031-03-10")
    assert (mail["text"].strip(), mail["until"]) == (WORDS, "2026-04-09")
    assert [row["address"] for row in hers["addresses"]] == [KARIN]
    assert [(row["since"], row["source"]) for row in hers["blocks"]] == [("2026-03-10", "")]
    assert [row["until"] for row in hers["traces"]] == ["2028-03-09"]
    assert "svår kund" not in str(hers)
    assert NILS not in str(hers)
    assert register.look_up(search_keys(addresses=[KARIN]), whole=True) == ()


@pytest.mark.people("P01")
def test_matters_of_another_address_on_her_record_are_hers_unless_it_is_shared(
    written: Written, one_table: Callable[..., Register]
) -> None:
    """What two people read, or an office, leads to nobody's matters; nor does it show its own."""
    for number, sender in enumerate((KARIN, OLD, NILS, OFFICE), start=1):
        written.matter(f"2026-000{number}", sender)
    alone = one_table("gavle", (1, "Karin Ek", "", f"{KARIN}, {OLD}, {OFFICE}"))
    register = written.over(gavle=alone)
    assert of_number(shown(register, KARIN)["matters"]) == ["2026-0001", "2026-0002"]
    both = one_table("mora", (1, "Karin Ek", "", f"{KARIN}, {OLD}"), (2, "Nils Ask", "", OLD))
    register = written.over(gavle=alone, mora=both)
    assert of_number(shown(register, KARIN)["matters"]) == ["2026-0001"]
    assert shown(register, OLD) == {}


@pytest.mark.people("P01")
def test_a_matter_is_that_of_the_address_that_was_proved_in_it(written: Written) -> None:
    """Whoever named her number wrote from elsewhere: proved by her address, it is hers alone."""
    written.matter("2026-0001", NILS, other=KARIN)
    written.matter("2026-0002", NILS, f.Proved(level=1, address="other"), other=KARIN)
    register = written.over()
    assert of_number(shown(register, KARIN)["matters"]) == ["2026-0002"]
    assert of_number(shown(register, NILS)["matters"]) == ["2026-0001"]


def test_a_code_that_opens_something_is_not_shown(written: Written) -> None:
    """Whoever wrote it into a mail finds the rest of her words there."""
    written.matter("2026-0001", KARIN)
    with written.ledger() as ledger:
        matter = ledger.load("2026-0001")
        effect = Effect(Kind.SEND, "key", 1, to="requester", code=True, ordinal=1)
        issue_code(ledger, matter, effect, NOW)
        code = (ledger.vault.get("2026-0001", f"code:{effect.key}") or b"").decode()
    written.mail("2026-0001", 1, KARIN, f"Min kod är {code.lower()}, och lampan heter AB12-34CD.")
    text = shown(written.over(), KARIN)["mails"][0]["text"]
    assert text.strip() == "Min kod är […], och lampan heter AB12-34CD."


@pytest.mark.people("P30")
@pytest.mark.law("L57")
def test_an_erasure_keeps_it_to_its_day_and_leaves_no_residue(written: Written) -> None:
    """A closed matter until its last day, an open one until its end; plan and check agree."""
    written.matter("2026-0001", KARIN, *answered())
    written.matter("2026-0002", KARIN)
    register = written.over()
    periods = {
        one.id: one.retention
        for one in written.settings.data_map.purposes.values()
        if one.retention and one.basis is Basis.LEGAL_OBLIGATION
    }
    plan = register.plan(KARIN, Rules(periods), NOW)
    assert plan is not None
    assert [(one.fate, one.keys, one.until) for one in plan.rows] == [
        (Fate.KEEP, ("2026-0001",), date(2031, 3, 10)),
        (Fate.KEEP, ("2026-0002",), None),
    ]
    assert {one.law for one in plan.rows} == {"requests"}
    assert plan.company == "mora"  # which deals with her latest matter
    assert register.residue(plan, search_keys(addresses=[KARIN])) == ()


@pytest.mark.law("L34")
@pytest.mark.parametrize("language", Language)
def test_every_fact_of_art_15_is_told_of_it(written: Written, language: Language) -> None:
    """Without a word in the config; and each word that a copy can hold is explained."""
    facts = written.settings.facts[Category.REQUESTS]
    assert facts.missing() == []
    assert "5" in facts.told("retention", language)
    tables: Mapping[str, Mapping[str, str]] = words_of(SHIPPED, language).tables
    assert tables["ledger_mails"].keys() == set(Verdict)
    assert tables["ledger_purpose"]["category"] == facts.told("title", language)
