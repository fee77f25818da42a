"""No more advertising: set at once in all three companies, the same words found or not (P14)."""

import re

import pytest
from correspondence import ACCESS, ERASE, STOP, Correspondence, Tell, flat
from ways import blocked, nothing_leaves, rows

from bot.demo.people import BO, KARIN, PER, REGISTERS, UNKNOWN
from bot.demo.play import Post

NEWSLETTER = (
    "Sluta skicka det här!\n\n"
    "-----Ursprungligt meddelande-----\n"
    "Från: Allkontor <nyhetsbrev@allkontor.example>\n"
    "Till: {}\n"
    "Ämne: Vårens erbjudanden\n\n"
    "Nu är det vår!\n"
)


def words(mail: Post) -> str:
    """A mail's text without its number."""
    return re.sub(r"2026-\d{4}", "", mail.text)


@pytest.mark.people("P14")
@pytest.mark.law("L49")
@pytest.mark.law("L52")
def test_found_or_not_the_block_stands_everywhere_and_reads_the_same(story: Correspondence) -> None:
    """Per and a stranger: three block lists each, one confirmation each, in the same words."""
    for who in (PER, UNKNOWN):
        story.customer(who).writes(STOP)
        for register in REGISTERS:
            assert who.address in blocked(story, register)
    per, vera = story.customer(PER), story.customer(UNKNOWN)
    assert (len(per.mail), len(vera.mail)) == (1, 1)
    assert words(per.last) == words(vera.last)
    assert "vidarebefordra utskicket" in per.heard
    assert "beställningar och fakturor får du som vanligt" in per.heard
    assert "KOD" not in per.heard
    assert story.matter("2026-0001").closed


@pytest.mark.law("L50")
def test_every_channel_is_off(story: Correspondence) -> None:
    """Mail, text message, letter and profiling in the registers that hold him; by the bot alone."""
    story.customer(PER).writes(STOP)
    channels = rows(
        story,
        "gavle",
        "SELECT c.email, c.sms, c.letter, c.profiling FROM consents c JOIN customers k "
        "ON k.id = c.customer_id WHERE k.last_name = 'Dahlbris'",
    )
    assert channels == [(0, 0, 0, 0)]
    assert story.anna.mail == []


@pytest.mark.people("P14")
def test_an_address_found_nowhere_stays_open_until_a_human_has_looked(
    story: Correspondence,
) -> None:
    """Blocked all the same; staff are asked, and KLAR closes."""
    story.customer(UNKNOWN).writes(STOP)
    assert not story.matter().closed
    assert "finns inte i något register" in story.anna.heard
    story.winds(days=5)
    assert not story.matter().closed
    story.anna.answers(story.anna.last, "KLAR sökte på namn och telefon, inget mer att spärra")
    assert story.matter().closed
    assert len(story.customer(UNKNOWN).mail) == 1


@pytest.mark.people("P01")
def test_a_couples_mailbox_blocks_the_address_alone(story: Correspondence) -> None:
    """The other channels of Bo and Eva wait for staff."""
    before = rows(story, "gavle", "SELECT sms, letter FROM consents ORDER BY id")
    story.customer(BO).writes(STOP)
    assert BO.address in blocked(story, "gavle")
    assert rows(story, "gavle", "SELECT sms, letter FROM consents ORDER BY id") == before
    assert "Bara adressen är spärrad" in story.anna.heard
    assert not story.matter().closed


@pytest.mark.people("P14")
def test_the_address_a_quoted_newsletter_went_to_is_blocked_too(story: Correspondence) -> None:
    """Per writes from another address and quotes what came to his own."""
    story.customer("per@arbetet.example").writes(NEWSLETTER.format(PER.address), "Sv: Erbjudanden")
    for register in REGISTERS:
        assert {PER.address, "per@arbetet.example"} <= set(blocked(story, register))
    assert story.customer(PER).mail == []


def test_with_access_in_the_same_mail_there_is_one_acknowledgement(story: Correspondence) -> None:
    """Block and code in one mail."""
    karin = story.customer(KARIN)
    karin.writes(f"{ACCESS}\n\nJag vill inte heller ha mer reklam från er.")
    [mail] = karin.mail
    assert "spärrad för reklam" in flat(mail)
    assert "KOD " in flat(mail)
    for register in REGISTERS:
        assert KARIN.address in blocked(story, register)
    karin.returns_code()
    assert karin.last.subject.startswith("Tack, nu kommer ett brev")


def test_with_a_right_by_hand_in_the_same_mail_there_is_one_acknowledgement(tell: Tell) -> None:
    """The block is confirmed, the rest is promised."""
    story = tell(adjust=nothing_leaves)
    per = story.customer(PER)
    per.writes(f"{ERASE}\n\nOch skicka ingen mer reklam.")
    [mail] = per.mail
    assert "spärrad för reklam" in flat(mail)
    assert "Du får svar senast den 10 april 2026" in flat(mail)
    assert "KOD " not in flat(mail)
    assert not story.matter().closed
