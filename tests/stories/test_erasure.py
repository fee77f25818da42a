"""A whole erasure, as letters: two people, a last chance to stop, and registers asked again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from correspondence import Correspondence, flat
from handwork import Hands, all_answer, by_letter, recipient
from machines import AUTOMATIC, written
from secrecy import holds
from told_once import told_once

from bot.core.vocabulary import Category
from bot.demo.people import KARIN, REGISTERS
from bot.demo.play import Post

LETTER = """Hej!

Radera alla mina personuppgifter enligt artikel 17, och sluta skicka reklam till mig.

Med vänlig hälsning
Karin"""
OLD_ADDRESS = "karin.f@gammalpost.example"
"""Stands beside her own in the register of Gävle."""
CARD = (
    "SELECT count(*) FROM kund WHERE kundnr = ? AND namn IS NOT NULL"
    ' AND coalesce(personnr, "e-post", telefon, gata, kund_sedan, samtycke_sms) IS NULL'
)
"""Her card in Borlänge, with her name and without the rest."""
ERASES = datetime(2026, 3, 18, 8, tzinfo=UTC)
"""Nine o'clock three working days after the second yes."""


@dataclass
class Told:
    """The story, and what was seen on the way."""

    story: Correspondence
    hands: Hands
    seen: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    stages: list[str] = field(default_factory=list)
    led_to: dict[str, list[Post]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def told(demo_registers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Karin's letter, and everything that follows from it."""
    with told_once(demo_registers, tmp_path_factory.mktemp("erasure")) as story:
        hands = Hands(story)
        hands.second_address(KARIN, OLD_ADDRESS)
        told = Told(story, hands)
        until_the_grace(told)
        until_it_is_gone(told)
        until_recipients_have_answered(told)
        yield told


def until_the_grace(told: Told) -> None:
    """She asks and proves who she is; Anna says yes, and once more; Erik says yes."""
    story = told.story
    by_letter(story, KARIN, LETTER, days=3)
    plan = story.anna.last
    story.anna.answers(plan, "GODKÄNN")
    told.led_to["Anna once more"] = story.anna.answers(plan, "GODKÄNN")
    told.led_to["Erik"] = story.erik.answers(story.erik.last, "GODKÄNN")


def until_it_is_gone(told: Told) -> None:
    """The days of grace go by, and the registers do what was approved."""
    told.led_to["gone"] = told.story.winds_to(ERASES)


def until_recipients_have_answered(told: Told) -> None:
    """A machine, a stranger, then each of them; the bounce that could come does not."""
    story = told.story
    norrbud = recipient(story, "norrbud")
    story.receives(written(norrbud.address, "Autosvar", "KLART", AUTOMATIC, norrbud.last))
    story.customer("klar@annanstans.example").answers(norrbud.last, "KLART")
    told.seen["done"] = {"too early": set(story.case().done)}
    norrbud.answers(norrbud.last, "KLART")
    told.seen["done"]["Norrbud"] = set(story.case().done)
    all_answer(story, "Hej!\n\nKlart.\n\nHälsningar")
    told.stages.append("open" if not story.matter().closed else "closed")
    story.winds(days=2)


@pytest.mark.people("P04")
def test_the_plan_counts_and_shows_nothing(told: Told) -> None:
    """Each company's categories with a number and a verdict; no name, no address, no value."""
    [plan] = [one for one in told.story.anna.mail if "godkänn en radering" in one.subject]
    for line in (
        "Kontaktuppgifter: 3, raderas",
        "Besöks- och sökhistorik: 2, raderas",
        "Identitetsuppgifter: 1, sparas till en del till och med den 31 december 2033",
    ):
        assert line in flat(plan)
    for town in ("Gävle", "Borlänge", "Mora"):
        assert f"{town}\n" in plan.text
    for value in (
        KARIN.name,
        KARIN.family,
        KARIN.address,
        OLD_ADDRESS,
        KARIN.phone,
        "Påhittsgatan",
    ):
        assert not holds(plan.text, value)


@pytest.mark.law("L59")
@pytest.mark.people("P02")
def test_two_different_people_say_yes(told: Told) -> None:
    """Anna's second yes is none, and she reads why; Erik is told who said yes before him."""
    [transcript] = told.led_to["Anna once more"]
    assert "Det andra ja:et måste komma från någon annan" in flat(transcript)
    assert "Anna Berg har sagt ja" in flat(told.story.erik.mail[2])
    assert told.story.case().approvers == ("anna", "erik")
    assert [one for one in told.story.anna.mail if "behöver ett ja till" in one.subject] == []


@pytest.mark.people("P02")
def test_every_address_on_file_is_told_three_working_days_before(told: Told) -> None:
    """The same mail to both, with the day, and with INTE JAG."""
    coming = [one for one in told.led_to["Erik"] if "raderar vi" in one.subject]
    assert {one.to for one in coming} == {KARIN.address, OLD_ADDRESS}
    assert len({one.text for one in coming}) == 1
    assert coming[0].subject == "Den 18 mars 2026 raderar vi uppgifter (ärende 2026-0001)"
    assert "INTE JAG" in flat(coming[0])
    assert "Nu är tiden kortare" not in flat(coming[0])


@pytest.mark.law("L55", "L57", "L59")
def test_each_register_erases_what_was_approved(told: Told) -> None:
    """Nobody is asked to do it; her name stays on the accounts and nothing else does."""
    assert [one for one in told.story.mail if "radera uppgifter senast" in one.subject] == []
    acted = [str(fact) for fact in told.story.facts("register_acted")]
    assert len(acted) == len(REGISTERS) + 1  # the ledger keeps what it has
    kept = {Category.IDENTITY.value, Category.PURCHASES.value}
    assert told.hands.held(KARIN) == dict.fromkeys(REGISTERS, kept)
    assert told.hands.run_one("borlange", CARD, KARIN.customer_number("borlange")) == 1


@pytest.mark.law("L56", "L62")
@pytest.mark.people("P30")
def test_the_answer_names_what_went_and_what_stays(told: Told) -> None:
    """Company by company, law and last day; block, case file, backups, recipients, and IMY."""
    [answer] = [one for one in told.led_to["gone"] if one.to == KARIN.address]
    assert answer.subject == "Dina uppgifter är raderade (ärende 2026-0001)"
    for words in (
        "Den 18 mars 2026 raderade vi dina uppgifter",
        "Raderat: kontaktuppgifter, samtycken och utskick och besöks- och sökhistorik",
        "Sparat, till en del: identitetsuppgifter",
        "Sparat: genomförda köp",
        "Sparat: ärenden om personuppgifter",
        "Grund: rättslig förpliktelse (artikel 6.1 c i GDPR): 7 kap. 2 § bokföringslagen",
        "Hur länge: till och med den 31 december 2033",
        "Din adress står kvar på vår spärrlista mot reklam",
        "Ditt mejl och vårt svar sparar vi i fem år",
        "säkerhetskopior kan det raderade finnas kvar, längst till och med den 22 april 2026",
        "Norrbud Paket AB",
        "Integritetsskyddsmyndigheten",
        "tingsrätten",
    ):
        assert words in flat(answer)
    assert "automatiskt system" not in flat(answer)


@pytest.mark.law("L51")
def test_the_block_survives_the_erasure(told: Told) -> None:
    """Her address is gone from the customers and stands on the list of those who said no."""
    count = "SELECT count(*) FROM marketing_blocks WHERE email = ?"
    assert told.hands.run_one("gavle", count, KARIN.address) == 1


@pytest.mark.people("P25")
@pytest.mark.law("L62")
def test_recipients_are_told_by_the_key_that_they_use(told: Told) -> None:
    """Each with its own key and what it got, and in its own language."""
    norrbud = recipient(told.story, "norrbud").mail[0]
    assert "Telefonnummer: 0701740605" in norrbud.text
    assert KARIN.address not in norrbud.text
    assert "besöks- och sökhistorik" not in flat(norrbud)
    assert f"E-postadress: {KARIN.address}" in recipient(told.story, "brevladan").mail[0].text
    sidvisaren = recipient(told.story, "sidvisaren").mail[0]
    assert "Customer number: G-20001, 50001" in sidvisaren.text
    assert "Erase them completely" in flat(sidvisaren)
    assert recipient(told.story, "kreditupplysning").mail == []


@pytest.mark.people("P25")
def test_only_the_recipient_itself_says_klart(told: Told) -> None:
    """Not a machine, not another domain; the matter stays open until the last has answered."""
    assert told.seen["done"] == {"too early": set(), "Norrbud": {"norrbud"}}
    assert told.stages[0] == "open"
    assert told.story.matter().closed
