"""Scenes in which somebody wants to see what is held: access, portability, and nothing held."""

from bot.core.vocabulary import Mail
from bot.demo.boxes import BORLANGE_BOX, GAVLE_BOX, MORA_BOX
from bot.demo.cast import FORGER, KLARA
from bot.demo.people import CHANGED, GUEST, KARIN, LEAP, SIRI
from bot.demo.scene import Scene, Script, Tale
from bot.shell.identity_provider import Assurance, Identified


def _karin(scene: Scene) -> Script:
    yield "2026-03-10 09:12"
    yield from scene.asks(
        KARIN,
        GAVLE_BOX,
        "Mina uppgifter",
        "Hej!\n\nJag har handlat hos er i flera år. Vad har ni sparat om mig? Jag vill ha ett\n"
        "registerutdrag.\n\nHälsningar\nKarin Forsbeck\n",
        proved="2026-03-10 12:12",
    )
    code = scene.letter(KARIN)
    yield "2026-03-10 14:12"
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-13 18:40"
    scene.writes(KARIN, GAVLE_BOX, "Brevet kom", f"KOD {code}\n/Karin\n")
    yield "2026-03-16 08:05"
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _siri(scene: Scene) -> Script:
    yield "2026-03-18 21:30"
    yield from scene.asks(
        SIRI,
        MORA_BOX,
        "Fråga",
        "Hej! Kan jag få ett registerutdrag? Siri\n",
        proved="2026-03-18 21:41",
    )
    yield "2026-03-19 09:05"
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _elof(scene: Scene) -> Script:
    yield "2026-03-17 10:20"
    yield from scene.asks(
        LEAP,
        BORLANGE_BOX,
        "Registerutdrag",
        "Hej,\n\nJag vill veta vilka uppgifter ni har om mig.\n\nElof Hagtorn\n",
        proved="2026-03-17 10:31",
    )
    yield "2026-03-17 20:02"
    who = Identified(Assurance.HIGH, LEAP.personal_number.replace("-", ""), LEAP.name)
    scene.identifies("Elof visar vem han är med Låtsas-id", who)
    yield "2026-03-17 21:00"
    yield "2026-03-18 08:30"
    scene.letter(LEAP)
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-18 13:00"
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _tove(scene: Scene) -> Script:
    yield "2026-03-19 12:15"
    yield from scene.asks(
        CHANGED,
        BORLANGE_BOX,
        "Mina uppgifter",
        "Hej!\n\nKan jag få se vad ni har registrerat om mig?\n\n/Tove Almskog\n",
        proved="2026-03-19 12:22",
    )
    yield "2026-03-20 16:10"
    scene.does("Tove kommer in i butiken i Borlänge och visar sitt pass")
    scene.staff(Mail.IDENTIFY, "ID VISAT")
    scene.letter(CHANGED)
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-20 17:40"
    scene.forges(FORGER, Mail.APPROVE, "GODKÄNN")
    yield "2026-03-23 08:15"
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _aino(scene: Scene) -> Script:
    yield "2026-03-18 08:02"
    yield from scene.asks(
        GUEST,
        GAVLE_BOX,
        "Dataportabilitet",
        "Hej!\n\nJag vill flytta mina uppgifter till en annan butik. Skicka dem till mig i ett\n"
        "maskinläsbart format, enligt rätten till dataportabilitet.\n\n"
        "Hälsningar\nAino Sjövall\n",
        proved="2026-03-18 09:00",
    )
    yield "2026-03-19 10:00"
    scene.staff(Mail.IDENTIFY, "SPAR")
    code = scene.letter(GUEST)
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-24 17:00"
    scene.writes(GUEST, GAVLE_BOX, "Brevet", f"KOD {code}\n\nAino\n")
    yield "2026-03-25 08:20"
    scene.staff(Mail.APPROVE, "GODKÄNN")


def _klara(scene: Scene) -> Script:
    yield "2026-03-19 08:45"
    yield from scene.asks(
        KLARA,
        MORA_BOX,
        "Auskunft",
        "Sehr geehrte Damen und Herren,\n\nich bitte um Auskunft nach Artikel 15 DSGVO, welche\n"
        "personenbezogenen Daten Sie über mich gespeichert haben.\n\n"
        "Mit freundlichen Grüßen\nKlara Waldstein\n",
        proved="2026-03-19 09:30",
    )
    yield "2026-03-20 08:00"
    scene.staff(Mail.APPROVE, "GODKÄNN")


COPIES = (
    Tale(
        "Karin vill veta vad vi har om henne",
        "Ett registerutdrag: en kod med mejl, en kod med brev, och en människa som läser först.",
        _karin,
    ),
    Tale(
        "Siri läser bara nyhetsbrevet",
        "Allt vi har hänger på hennes e-postadress. Då räcker koden dit, och svaret går dit.",
        _siri,
    ),
    Tale(
        "Elof visar vem han är med e-legitimation",
        "Det finns ett personnummer, så ett brev räcker inte. En e-legitimation gör det.",
        _elof,
    ),
    Tale(
        "Tove visar passet i butiken",
        "Hennes kontaktuppgifter är nya, så hon visar sig själv. Någon annan försöker godkänna.",
        _tove,
    ),
    Tale(
        "Aino tar med sig sina uppgifter",
        "Dataportabilitet: adressen kontrolleras mot folkbokföringen, och filen är en som en dator"
        " kan läsa.",
        _aino,
    ),
    Tale(
        "Klara skriver på tyska och finns inte hos oss",
        "Svenska först, engelska under. En okänd hör samma sak som en kund tills koden är här.",
        _klara,
    ),
)
