"""Scenes about the month: an extension, an answer that is late, and the officer's list."""

from bot.core.vocabulary import Mail
from bot.demo.boxes import BORLANGE_BOX, GAVLE_BOX
from bot.demo.people import BO, FATHER
from bot.demo.scene import Scene, Script, Tale

DIGESTS = ("2026-03-17", "2026-04-10", "2026-04-13")
"""The mornings whose list is shown."""


def _lars(scene: Scene) -> Script:
    yield "2026-03-12 16:20"
    yield from scene.asks(
        FATHER,
        BORLANGE_BOX,
        "Registerutdrag",
        "Hej!\n\nJag vill ha ett registerutdrag.\n\nLars Ekdunge\n",
        proved="2026-03-12 17:00",
    )
    yield "2026-03-13 10:00"
    scene.staff(Mail.IDENTIFY, "STATUS")
    scene.staff(
        Mail.IDENTIFY,
        "FÖRLÄNG KOMPLICERAT Två kunder har samma namn i våra register, och varje köp måste\n"
        "gås igenom för hand så att ingen får den andres uppgifter.",
    )
    yield "2026-04-20 13:00"
    scene.staff(Mail.IDENTIFY, "ID VISAT")
    scene.letter(FATHER)
    scene.staff(Mail.POST_LETTER, "POSTAT")
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _bo(scene: Scene) -> Script:
    yield "2026-03-10 17:05"
    yield from scene.asks(
        BO,
        GAVLE_BOX,
        "Utdrag",
        "Hej!\n\nVilka uppgifter har ni om mig? Jag begär ett registerutdrag.\n\nBo Lindhage\n",
        proved="2026-03-10 17:30",
    )
    yield "2026-04-13 09:30"
    scene.staff(Mail.BY_HAND, "KLAR träffade Bo, han fick sitt utdrag mot legitimation")


def _retention(scene: Scene) -> Script:
    yield "2026-03-16 09:10"
    for first, second in (("anna", "erik"), ("karin", "olle"), ("britta", "nils")):
        scene.staff(Mail.RETENTION, "GODKÄNN", who=first)
        scene.staff(Mail.RETENTION_SECOND, "GODKÄNN", who=second)
    yield "2026-03-18 11:00"
    scene.staff(Mail.RETENTION_COMING, "KLAR vi väntar, en lista är inte genomgången", who="karin")
    yield "2026-03-30 09:00"
    for first, second in (("karin", "olle"), ("britta", "nils")):
        scene.staff(Mail.RETENTION, "GODKÄNN", who=first)
        scene.staff(Mail.RETENTION_SECOND, "GODKÄNN", who=second)


def _officer(_scene: Scene) -> Script:
    for day in DIGESTS:
        yield f"{day} 07:31"
    yield "2026-05-04 09:00"


CLOCK = (
    Tale(
        "Lars har en namne, och svaret tar tid",
        "En beslutsfattare förlänger, med skäl, inom den första månaden.",
        _lars,
    ),
    Tale(
        "Bo får sitt svar för sent",
        "Adressen delas av två. Ingen tar hand om det: frågan går vidare till andra, larmen går,"
        " och samma eftermiddag som löftet bryts får både Bo och ombudet veta det.",
        _bo,
    ),
    Tale(
        "Det som bolagen har lovat att radera själva",
        "Varje måndag räknar boten dem vars tid är ute. Två säger ja, en vecka går, och vem som"
        " helst kan stoppa det. Första gången är det högst 25 i varje bolag.",
        _retention,
        begins_with=Mail.RETENTION,
    ),
    Tale(
        "Dataskyddsombudet läser morgonens lista",
        "Tre morgnar ur två månader.",
        _officer,
    ),
)
