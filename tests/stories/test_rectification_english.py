"""A correction that is refused, in English: reasons first, then the data are in use again."""

import pytest
from correspondence import MORA, Tell, flat
from handwork import Hands, asked
from ways import only_read

from bot.config import OWN_LEDGER
from bot.demo.people import NEW, REGISTERS

LETTER = """Hello,

My family name is misspelt in your records. Please correct it under Article 16: it should be
Kwistlid.

Kind regards"""
REASONS = "Du stavade själv namnet så när du blev medlem, och så står det på ditt medlemskort."


@pytest.mark.law("L17", "L18", "L61")
@pytest.mark.people("P22")
def test_data_that_are_right_are_not_changed_and_she_is_told_why(tell: Tell) -> None:
    """STÄMMER needs a decider and reasons; the refusal comes before anything is lifted by hand."""
    story = tell(adjust=only_read)
    hands, signe = Hands(story), story.customer(NEW)
    signe.writes(LETTER, to=MORA)
    signe.returns_code()
    assert [one.to for one in hands.open_tasks()] == [story.britta.address]
    hands.say_done()

    prompt = asked(story.britta, "vad ska rättas")
    nils = story.customer("nils.moberg@mora.allkontor.example")
    nils.answers(asked(nils, "vad ska rättas"), f"AVSLÅ STÄMMER {REASONS}", to=MORA)
    assert "bara den som är beslutsfattare" in nils.heard
    story.britta.answers(prompt, "AVSLÅ STÄMMER", to=MORA)
    assert "Skriv skälen i egna ord" in story.britta.heard
    before = len(signe.mail)
    story.britta.answers(prompt, f"AVSLÅ STÄMMER {REASONS}", to=MORA)

    refusal = signe.mail[before]
    for words in (
        "we have checked the data and they are right",
        REASONS,
        "we did not use your data as usual",
        "Britta Hed at Mora Kontorsteam AB",
        "Integritetsskyddsmyndigheten",
        "tingsrätten",
    ):
        assert words in flat(refusal)
    [lift] = hands.open_tasks()
    assert "häv en begränsning" in lift.subject
    assert story.mail.index(lift) > story.mail.index(refusal)
    hands.say_done()
    assert story.matter().closed
    assert {*REGISTERS, OWN_LEDGER} == story.case().acted
