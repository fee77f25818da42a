"""Scenes that belong to people: questions, complaints, the dead, a stranger, what is no request."""

from bot.core.vocabulary import Mail
from bot.demo.boxes import GAVLE_BOX, MORA_BOX
from bot.demo.cast import AUTHORITY, BOSSE, EMMA, GUNNAR, RUT, SOFIA, STRANGER
from bot.demo.people import NILS, SIRI
from bot.demo.scene import Scene, Script, Tale


def _questions(scene: Scene) -> Script:
    yield "2026-03-12 20:40"
    scene.writes(
        SOFIA,
        GAVLE_BOX,
        "Cookies",
        "Hej!\n\nHur använder ni cookies på er webbplats, och hur länge sparar ni\n"
        "personuppgifter?\n\n/Sofia\n",
    )
    yield "2026-03-13 08:10"
    scene.writes(
        EMMA,
        MORA_BOX,
        "Question",
        "Hello,\n\nWho is responsible for my personal data, and who do you share it with?\n\n"
        "Regards\nEmma Clarke\n",
    )


def _widow(scene: Scene) -> Script:
    yield "2026-03-17 11:45"
    scene.writes(
        RUT,
        MORA_BOX,
        "Min man",
        "Hej.\n\nMin man Gunnar Stenhult har gått bort. Han var kund hos er i många år. Kan ni\n"
        f"sluta skicka utskick till honom? Hans adress var {GUNNAR.address}.\n\n"
        "Med vänlig hälsning\nRut Stenhult\n",
    )
    yield "2026-03-17 13:10"
    scene.staff(Mail.BY_HAND, "KLAR ringde Rut, alla utskick är stoppade")


def _complaint(scene: Scene) -> Script:
    yield "2026-03-30 08:20"
    scene.writes(
        SIRI,
        MORA_BOX,
        "Klagomål",
        "Hej!\n\nJag vill lämna ett klagomål på hur ni hanterar mina personuppgifter. Ni skickade\n"
        "utdraget utan lösenord.\n\nSiri\n",
    )
    yield "2026-03-30 10:30"
    scene.staff(Mail.COMPLAINT, "KLAR förklarade för Siri varför, och hon är nöjd")
    yield "2026-04-29 09:00"
    scene.staff(Mail.REVIEW, "HÄV", who="britta")


def _stranger(scene: Scene) -> Script:
    yield "2026-03-23 07:40"
    scene.writes(
        STRANGER,
        GAVLE_BOX,
        "Utdrag",
        "Hej!\n\nJag vill ha ut alla uppgifter ni har om mig. Mitt kundnummer är\n"
        f"{NILS.customer_number('gavle')}. Jag har bytt mejladress, skicka allt hit.\n\n"
        "Nils Wallgrund\n",
    )
    yield "2026-03-23 12:05"
    scene.answers(NILS, "INTE JAG\n\nJag har inte bett om något. Vem är det?\n/Nils\n")
    yield "2026-03-23 14:00"
    scene.staff(Mail.BY_HAND, "KLAR ringde Nils, det var inte han. Inget är utlämnat.")


def _authority(scene: Scene) -> Script:
    yield "2026-03-24 10:10"
    scene.writes(
        AUTHORITY,
        GAVLE_BOX,
        "Tillsyn",
        "Hej,\n\nVi skriver från Integritetsskyddsmyndigheten (IMY) i ett tillsynsärende.\n"
        "Vi ber er skicka in er registerförteckning.\n\nKarl Tallved\n",
    )
    yield "2026-03-24 11:00"
    scene.staff(Mail.BY_HAND, "KLAR ringde upp genom växeln, dataskyddsombudet tar det")


def _ordinary(scene: Scene) -> Script:
    yield "2026-03-12 09:40"
    scene.writes(
        BOSSE,
        MORA_BOX,
        "Toner",
        "Hej! Kan ni skicka 5 st TN-2420 till fredag? Faktura som vanligt.\n/Bosse\n",
    )
    if scene.heard:
        raise AssertionError("an order was answered")
    scene.does("Boten rör inte mejlet: det ligger kvar oläst, och inget svar går")
    yield "2026-03-12 09:55"
    scene.delivers("Något som knappt är ett mejl", b"\xff\xfe\x00\x01\n\n\x00\x00", MORA_BOX)
    yield "2026-03-12 10:30"
    scene.staff(Mail.SET_ASIDE, "KLASSA VANLIGT")


PEOPLE = (
    Tale(
        "Två frågor om hur vi gör",
        "Cookies och lagringstid på svenska, ansvar och mottagare på engelska. Godkända svar går"
        " genast.",
        _questions,
    ),
    Tale(
        "Ruts man har gått bort",
        "Bara en människa svarar en änka. Utskicken stoppas genast, och ingen skriver till den"
        " döde.",
        _widow,
    ),
    Tale(
        "Siri klagar",
        "Någon annan än den som beslutade läser klagomålet, ombudet får veta det, och underlaget"
        " låses.",
        _complaint,
    ),
    Tale(
        "Någon säger sig vara Nils",
        "Koden går till adressen vi har, och den rätte Nils svarar INTE JAG.",
        _stranger,
    ),
    Tale(
        "Tillsynsmyndigheten skriver",
        "Inget automatiskt svar alls: en människa ringer upp genom växeln.",
        _authority,
    ),
    Tale(
        "En vanlig order, och ett mejl som ingen kan läsa",
        "Ordern rör boten inte. Det oläsbara får en människa titta på.",
        _ordinary,
    ),
)
