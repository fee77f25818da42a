"""The same letters give the same story, on the embedded server and on Dovecot."""

from collections.abc import Callable

import pytest
from correspondence import ERASE, ORDER, PERHAPS, STOP, Correspondence, Tell
from stages import told
from ways import to_the_answer, whole_way

from bot.demo.people import BO, KARIN, PER, UNKNOWN


def many_letters(story: Correspondence) -> None:
    """A morning's post of all kinds, and staff who answer."""
    for who, letter in ((PER, STOP), (UNKNOWN, PERHAPS), (BO, STOP), (KARIN, ERASE), (PER, ORDER)):
        story.customer(who).writes(letter)
    story.anna.answers(story.anna.last, "HJÄLP")
    story.anna.answers(story.anna.last, "KLAR allt gjort")
    story.winds(days=2)


@pytest.mark.parametrize("tale", [whole_way, many_letters])
def test_the_same_letters_give_the_same_story(
    tell: Tell, tale: Callable[[Correspondence], None]
) -> None:
    """To whom, subject and text of every mail, in order."""
    ours, dovecot = tell(server="embedded"), tell(server="dovecot")
    for story in (ours, dovecot):
        tale(story)
    assert told(ours.mail) == told(dovecot.mail)
    assert len(ours.mail) > 6


def test_the_answer_opens_on_dovecot_too(tell: Tell) -> None:
    """The same PDF name, and the same letter's secrets."""
    letters = [to_the_answer(tell(server=server)) for server in ("embedded", "dovecot")]
    assert len({(letter.code, letter.passphrase) for letter in letters}) == 1
