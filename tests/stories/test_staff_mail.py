"""No mail to staff leaks what the customer's mail protects (P04)."""

from collections.abc import Iterator

import pytest
from correspondence import ERIK, Correspondence, code_in, flat
from secrecy import holds, is_to_staff, leaks
from ways import to_the_answer, whole_way

from bot.demo.people import KARIN
from bot.demo.play import Post
from bot.registers.records import Snapshot

SHORTEST = 5
"""Shorter values, such as «3» or «ja», stand in any mail by chance."""

TOWNS = {"Gävle", "Borlänge", "Mora"}
"""The companies are called by them."""


def values(story: Correspondence) -> Iterator[str]:
    """Every value that the companies' registers gave of Karin; the matter's number is no secret."""
    works = story.stage.play.works
    for name in works.settings.registers:
        register = works.premises.registers[name]
        snapshot: Snapshot = register.collect(KARIN.address, works.office.clock.now())
        for table in snapshot.tables:
            for row in table.rows:
                yield from (value for value in row if value and len(value) >= SHORTEST)


@pytest.mark.people("P04")
def test_no_register_value_stands_in_a_mail_to_staff(story: Correspondence) -> None:
    """Counts and masked samples only, in the whole story of an access."""
    whole_way(story)
    read = " ".join(flat(mail) for mail in story.mail if is_to_staff(mail))
    planted = set(values(story)) - TOWNS
    assert len(planted) > 20
    assert [value for value in planted if holds(read, value)] == []
    assert not any(list(mail.attachments()) for mail in story.mail if is_to_staff(mail))


@pytest.mark.people("P04")
def test_no_code_and_no_passphrase_reach_staff(story: Correspondence) -> None:
    """Who could read them could prove to be the customer."""
    letter = to_the_answer(story)
    read = " ".join(flat(mail) for mail in story.mail if is_to_staff(mail))
    for secret in (letter.code, letter.passphrase, code_in(story.customer(KARIN).mail[0])):
        assert secret not in read


@pytest.mark.people("P04")
def test_the_search_for_leaks_finds_one(story: Correspondence) -> None:
    """A name in a mail to Erik is found, so its absence elsewhere means something."""
    raw = f"To: {ERIK}\nSubject: Fel\n\nRing {KARIN.name} i dag.\n".encode()
    story.mail.append(Post(ERIK, story.stage.play.clock.now(), raw))
    assert any(KARIN.name in leak for leak in leaks(story))
    story.mail.clear()
