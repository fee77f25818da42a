"""Scenes in which data change or go: erasure, rectification, and a request that is taken back."""

from bot.core.vocabulary import Mail
from bot.demo import clerks
from bot.demo.boxes import BORLANGE_BOX, GAVLE_BOX, MORA_BOX
from bot.demo.cast import GRETA, LINA, MARY
from bot.demo.people import BORLANGE, UNDATED, WAITING
from bot.demo.scene import Scene, Script, Tale


def _greta(scene: Scene) -> Script:
    yield "2026-03-10 10:30"
    yield from scene.asks(
        GRETA,
        BORLANGE_BOX,
        "Utdrag och radering",
        "Hej!\n\nFörst vill jag se allt ni har om mig, ett registerutdrag. Sedan vill jag att ni\n"
        "raderar mina uppgifter. Jag handlar inte längre hos er.\n\nHälsningar\nGreta Lundmark\n",
        proved="2026-03-10 16:00",
    )
    code = scene.letter(GRETA)
    yield "2026-03-11 09:20"
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-16 19:05"
    scene.answers(GRETA, f"KOD {code}\n")
    yield "2026-03-17 08:40"
    scene.staff(Mail.APPROVE, "GODKÄNN")
    scene.staff(Mail.PLAN, "GODKÄNN", who="olle")
    yield "2026-03-18 10:00"
    scene.staff(Mail.SECOND, "GODKÄNN", who="karin")
    yield "2026-03-19 14:20"
    card = clerks.adds_a_card(GRETA, "2026-03-19")
    scene.does("I kassan i Borlänge läggs ett kundkort till upp på Greta", card)
    yield "2026-03-23 13:30"
    scene.does("I Borlänge svarar Olle KLAR, men har inte gjort det")
    scene.staff(Mail.REGISTER_TASK, "KLAR raderat", who="olle", register=BORLANGE)
    yield "2026-03-24 09:15"
    scene.does("Karin Dahl raderar det som var kvar", clerks.erases(GRETA))
    scene.staff(Mail.BY_HAND, "KLAR nu är det borta", who="karin")
    yield "2026-03-25 10:00"
    scene.recipients(silent={"siffran"})
    yield "2026-04-20 10:00"
    scene.staff(Mail.CHASE_RECIPIENT, "KLAR ringde Siffran, de har raderat")


def _lina(scene: Scene) -> Script:
    yield "2026-03-11 08:30"
    scene.writes(
        LINA,
        GAVLE_BOX,
        "Undrar",
        "Hej, kan ni uppdatera det ni har om mig? Jag tror att något inte stämmer längre.\n/Lena\n",
    )
    yield "2026-03-13 09:00"
    scene.staff(Mail.CLASSIFY, "KLASSA RÄTTELSE")
    yield "2026-03-13 17:30"
    scene.returns_code(LINA, "Jag heter Lena, inte Lina.\n")
    yield "2026-03-16 09:30"
    scene.staff(Mail.CORRECT, "RÄTTA UPPGIFT\nLina -> Lena")
    yield "2026-03-17 09:00"
    scene.recipients()


def _ivar(scene: Scene) -> Script:
    yield "2026-03-11 20:15"
    yield from scene.asks(
        UNDATED,
        MORA_BOX,
        "Fel e-postadress",
        "Hej!\n\nNi har fel e-postadress till mig. Kan ni rätta den? Den nya är\n"
        "ivar.bjorkvret@post.example.\n\nHälsningar\nIvar Björkvret\n",
        proved="2026-03-12 07:50",
    )
    yield "2026-03-12 09:00"
    scene.staff(
        Mail.CORRECT, "RÄTTA KONTAKT\nivar@bjorkvret.example -> ivar.bjorkvret@post.example"
    )
    yield "2026-03-12 13:00"
    scene.staff(Mail.IDENTIFY, "GODKÄNN")
    code = scene.letter(UNDATED)
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-18 18:00"
    scene.answers(UNDATED, f"KOD {code}\n")
    yield "2026-03-24 10:00"
    scene.recipients()


def _mia(scene: Scene) -> Script:
    yield "2026-03-10 15:40"
    yield from scene.asks(
        WAITING,
        GAVLE_BOX,
        "Radera",
        "Hej, jag vill att ni raderar alla uppgifter ni har om mig.\nMia\n",
        proved="2026-03-10 16:10",
    )
    yield "2026-03-11 08:15"
    scene.writes(
        WAITING,
        GAVLE_BOX,
        "Sv: Radera",
        "Hej, jag tar tillbaka min begäran om radering. Jag väntar ju på toner.\nMia\n",
    )
    yield "2026-03-16 12:30"
    scene.answers(WAITING, "ÅNGRA\n\nTonern kan ni leverera ändå.\nMia\n")
    yield "2026-03-16 12:45"
    scene.returns_code(WAITING)
    code = scene.letter(WAITING)
    yield "2026-03-17 09:00"
    scene.staff(Mail.POST_LETTER, "POSTAT")
    yield "2026-03-20 19:20"
    scene.answers(WAITING, f"KOD {code}\n")
    yield "2026-03-24 15:00"
    scene.does("Tonern är levererad, och fakturan betald", clerks.delivers(WAITING))
    scene.staff(Mail.PLAN, "GÖR OM")
    yield "2026-03-25 08:30"
    scene.staff(Mail.PLAN, "GODKÄNN", who="erik")
    scene.staff(Mail.SECOND, "GODKÄNN", who="anna")
    yield "2026-03-31 10:00"
    scene.recipients()


def _mary(scene: Scene) -> Script:
    yield "2026-03-11 14:00"
    scene.writes(
        MARY,
        MORA_BOX,
        "Delete my data",
        "Hello,\n\nPlease delete all personal data you hold about me.\n\nMary Oakes\n",
    )
    yield "2026-03-19 09:30"
    scene.staff(Mail.UNPROVED, "AVSLÅ OIDENTIFIERAD")


CHANGES = (
    Tale(
        "Greta vill se allt, och sedan att det raderas",
        "Två rätter i ett mejl, ett brev och ett svar. Två människor godkänner raderingen, tre"
        " arbetsdagar går, och registren frågas efteråt. Ett kundkort till har kommit emellan, så"
        " Borlänge raderas för hand. Mottagarna får veta det.",
        _greta,
    ),
    Tale(
        "Lena heter inte Lina",
        "Ingen vet först vad mejlet är; en medarbetare säger att det är en rättelse.",
        _lina,
    ),
    Tale(
        "Ivar har bytt e-postadress",
        "En ändrad adress är vägen att ta över någons konto. Brev först, och varsel till alla"
        " adresser vi har.",
        _ivar,
    ),
    Tale(
        "Mia vill raderas, ångrar sig, och ångrar det",
        "Begäran tas tillbaka och tas upp igen. En beställning måste bli klar först.",
        _mia,
    ),
    Tale(
        "Mary svarar aldrig med koden",
        "En radering på engelska som ingen kan styrka. Alla okända får samma ord i samma minut.",
        _mary,
    ),
)
