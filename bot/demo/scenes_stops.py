"""Scenes in which a use of data stops: marketing, consent, objection, restriction."""

from bot.core.vocabulary import Mail
from bot.demo.boxes import BORLANGE_BOX, GAVLE_BOX, MORA_BOX
from bot.demo.cast import ADA, JOHN, TORA
from bot.demo.people import PER, RENTING
from bot.demo.scene import Scene, Script, Tale


def _per(scene: Scene) -> Script:
    yield "2026-03-16 11:00"
    newsletter = (
        "STOPP!\n\nDen 16 mars 2026 skrev Kontor & Miljö <nyhetsbrev@allkontor.example>:\n"
        f"> Till: {PER.address}\n> Vårens pappersdagar är här!\n"
    )
    scene.writes(PER, BORLANGE_BOX, "Sv: Vårens pappersdagar", newsletter)


def _john(scene: Scene) -> Script:
    yield "2026-03-16 13:20"
    scene.writes(
        JOHN,
        MORA_BOX,
        "Advertising",
        "Hello,\n\nPlease stop sending me advertising. I never asked for it.\n\n"
        "Regards\nJohn Farrow\n",
    )
    yield "2026-03-17 09:10"
    scene.staff(Mail.MARKETING_CHECK, "KLAR adressen fanns i en gammal lista, nu struken")


def _torsten(scene: Scene) -> Script:
    yield "2026-03-17 14:30"
    yield from scene.asks(
        RENTING,
        BORLANGE_BOX,
        "Samtycke",
        "Hej!\n\nJag tar tillbaka alla samtycken som jag har lämnat till er.\n\n"
        "Hälsningar\nTorsten Myrlund\n",
        proved="2026-03-17 18:00",
    )
    yield "2026-03-18 09:20"
    scene.staff(Mail.WEIGH, "GODKÄNN")


def _ada(scene: Scene) -> Script:
    yield "2026-03-16 15:00"
    yield from scene.asks(
        ADA,
        BORLANGE_BOX,
        "Statistik",
        "Hej!\n\nJag invänder mot att ni använder mina köp till er uppföljning och statistik\n"
        "(artikel 21). Jag arbetar hos en konkurrent och vill inte att någon studerar vad jag\n"
        "köper.\n\nVänliga hälsningar\nAda Wigren\n",
        proved="2026-03-16 16:00",
    )
    yield "2026-03-17 08:30"
    scene.staff(Mail.WEIGH, "GODKÄNN")
    yield "2026-03-18 10:00"
    scene.recipients()


def _tora(scene: Scene) -> Script:
    yield "2026-03-12 11:00"
    yield from scene.asks(
        TORA,
        GAVLE_BOX,
        "Fel köp",
        "Hej!\n\nNi har registrerat ett köp som jag inte har gjort. Jag vill att ni begränsar\n"
        "behandlingen av mina uppgifter medan ni kontrollerar det.\n\nHälsningar\nTora Ekmark\n",
        proved="2026-03-12 11:20",
    )
    yield "2026-03-16 14:20"
    scene.staff(Mail.WEIGH, "GODKÄNN", who="sara")
    yield "2026-03-17 13:00"
    scene.recipients()
    yield "2026-04-14 10:00"
    scene.staff(Mail.REVIEW, "HÄV", who="anna")


STOPS = (
    Tale(
        "Per vill slippa reklam",
        "Ett ord räcker. Spärren sätts först, utan fråga om vem han är.",
        _per,
    ),
    Tale(
        "John vill också slippa, men finns inte",
        "På engelska. Adressen spärras ändå, och en medarbetare letar efter listan den stod i.",
        _john,
    ),
    Tale(
        "Torsten tar tillbaka sitt samtycke",
        "Reklamen stoppas genast. En människa säger vad som fortsätter på annan grund: han hyr en"
        " kopiator.",
        _torsten,
    ),
    Tale(
        "Ada vill inte räknas",
        "En invändning. Uppgifterna begränsas medan en människa väger hennes skäl mot våra.",
        _ada,
    ),
    Tale(
        "Tora säger att ett köp inte är hennes",
        "Begränsning genast. Anna och Erik svarar inte, så frågan går till Sara. Begränsningen"
        " hävs när den har tjänat ut, och Tora får veta det först.",
        _tora,
    ),
)
