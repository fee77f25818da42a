"""The demo's story: nine scenes at three info mailboxes, told with a wound clock.

Every mail goes through the real house and the embedded server; nothing here is staged but what
people write.
"""

import re
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.core.deadlines import STOCKHOLM
from bot.deeds.premises import letter_name
from bot.demo.gallery import Exhibit, write
from bot.demo.people import KARIN, PER, SIRI
from bot.demo.play import Play, Post, to
from bot.demo.stage import seeded, stage

START = datetime(2026, 3, 10, 9, 12, tzinfo=STOCKHOLM)
GAVLE_BOX = "info.gavle@allkontor.example"
BORLANGE_BOX = "info.borlange@allkontor.example"
MORA_BOX = "info.mora@allkontor.example"
ANNA = "anna.berg@gavle.allkontor.example"
BRITTA = "britta.hed@mora.allkontor.example"
DPO = "dpo@allkontor.example"
STRANGER = "sven.okand@post.example"
THIEF = "anna.berg@tjuven.example"

TITLE = "rightsbot: tre bolag, tre brevlådor, en månad"
INTRO = (
    "Allt här är påhittat: människorna, registren och dagarna. Varje mejl har gått genom samma "
    "program som i drift, på en mejlserver i den här datorn. Lösenfraser visas bara i demon."
)


class Teller:
    """Plays scenes, shows each mail on the console, and collects what the gallery hangs up."""

    def __init__(self, play: Play, console: Console) -> None:
        self.play = play
        self.exhibits: list[Exhibit] = []
        self.passphrase = ""
        self._console = console
        self._scene = ""

    def scene(self, title: str) -> None:
        """A new scene begins."""
        self._scene = title
        self._console.rule(f"[bold]{title}")

    def says(self, caption: str, raw: bytes) -> list[Post]:
        """A person's mail came in; what the house answers, shown as it goes."""
        self._show(caption, self.play.clock.now(), raw)
        return self.answers(self.play.settle())

    def answers(self, posts: Sequence[Post]) -> list[Post]:
        """Mails of the house; the same prompt to several colleagues is shown once."""
        shown: set[str] = set()
        for post in posts:
            if post.subject in shown and post.to.startswith(("erik", "olle", "nils")):
                continue
            shown.add(post.subject)
            self._show(f"Boten svarar {post.to}", post.at, post.raw)
        return list(posts)

    def letter(self, caption: str, number: str) -> str:
        """The letter in the print folder: hung up, and its reply code read off."""
        folder = self.play.works.settings.printing.folder
        content = (folder / letter_name(number)).read_bytes()
        with self.play.works.premises.ledger() as ledger:
            self.passphrase = (ledger.vault.get(number, "passphrase") or b"").decode()
            held = (ledger.vault.get(number, "code:print:2") or b"").decode()
        self.exhibits.append(
            Exhibit(self.play.clock.now(), self._scene, caption, None, content, "brev.pdf")
        )
        self._console.print(Panel(Text(caption), title="brev", style="magenta"))
        return held

    def _show(self, caption: str, at: datetime, raw: bytes) -> None:
        post = Post("", at, raw)
        has_file = any(True for _ in post.attachments())
        opens = self.passphrase if has_file else ""
        self.exhibits.append(Exhibit(at, self._scene, caption, raw, None, "", opens))
        head = f"{at.astimezone(STOCKHOLM):%d %b %H:%M}  {caption}"
        body = Text(f"{post.subject}\n\n{post.text.strip()}", overflow="fold")
        self._console.print(Panel(body, title=head, title_align="left"))


def tell(folder: Path) -> Path:
    """Play the whole story below a folder and write the gallery; its page.

    An earlier demo there is taken away first, and nothing else: OSError where it is none.
    """
    console = Console()
    _clear(folder)
    with stage(folder / "house", START, seeded("the demo's story")) as play:
        teller = Teller(play, console)
        for scene in SCENES:
            scene(teller)
        page = write(folder / "gallery", TITLE, INTRO, teller.exhibits)
    console.print(f"\n{len(teller.exhibits)} mails, letters and extracts.")
    console.print(f"The gallery: {page.resolve().as_uri()}", soft_wrap=True)
    return page


def _clear(folder: Path) -> None:
    for part, mark in (("house", "ledger.sqlite"), ("gallery", "index.html")):
        if not (folder / part).exists():
            continue
        if not (folder / part / mark).is_file():
            raise OSError(f"{folder / part} is not of an earlier demo; choose another --folder")
        shutil.rmtree(folder / part)


def _code_in(post: Post) -> str:
    found = re.search(r"KOD \S+", post.text)
    if found is None:
        raise LookupError(f"no code in «{post.subject}»")
    return found[0]


def _karin(teller: Teller) -> None:
    play = teller.play
    teller.scene("Karin vill veta vad vi har om henne")
    asked = play.write(
        KARIN.address,
        GAVLE_BOX,
        "Mina uppgifter",
        "Hej!\n\nJag har handlat hos er i flera år. Vad har ni sparat om mig? Jag vill ha ett\n"
        "registerutdrag.\n\nHälsningar\nKarin Forsbeck\n",
    )
    thanked = teller.says("Karin skriver till Gävle", asked)[0]
    play.wind(hours=3)
    code = play.reply(KARIN.address, thanked, _code_in(thanked), GAVLE_BOX)
    prompts = teller.says("Karin skickar tillbaka koden", code)
    letter_code = teller.letter("Brevet med andra koden och lösenfrasen", "2026-0001")
    play.wind(hours=2)
    posted = play.reply(ANNA, to(prompts, ANNA)[0], "POSTAT", GAVLE_BOX)
    teller.says("Anna har lagt brevet på lådan", posted)
    play.until(datetime(2026, 3, 13, 18, 40, tzinfo=STOCKHOLM))
    back = play.write(KARIN.address, GAVLE_BOX, "Brevet kom", f"KOD {letter_code}\n/Karin\n")
    drafts = teller.says("Karin skickar koden ur brevet", back)
    teller.answers(play.until(datetime(2026, 3, 16, 8, 5, tzinfo=STOCKHOLM)))
    approved = play.reply(ANNA, to(drafts, ANNA)[0], "GODKÄNN", GAVLE_BOX)
    teller.says("Anna godkänner mellan två kunder", approved)


def _per(teller: Teller) -> None:
    teller.scene("Per vill slippa reklam")
    newsletter = (
        "STOPP!\n\nDen 16 mars 2026 skrev Kontor & Miljö <nyhetsbrev@allkontor.example>:\n"
        f"> Till: {PER.address}\n> Vårens pappersdagar är här!\n"
    )
    stop = teller.play.write(PER.address, BORLANGE_BOX, "Sv: Vårens pappersdagar", newsletter)
    teller.says("Per svarar på ett nyhetsbrev", stop)


def _stranger(teller: Teller) -> None:
    play = teller.play
    teller.scene("En okänd frågar, och får samma svar som en kund")
    asked = play.write(
        STRANGER, MORA_BOX, "GDPR", "Hej, jag begär tillgång till mina personuppgifter.\nSven\n"
    )
    thanked = teller.says("Sven, som ingen känner, skriver till Mora", asked)[0]
    code = play.reply(STRANGER, thanked, _code_in(thanked), MORA_BOX)
    prompts = teller.says("Sven skickar tillbaka koden", code)
    approved = play.reply(BRITTA, to(prompts, BRITTA)[0], "Godkänn", MORA_BOX)
    teller.says("Britta godkänner beskedet", approved)


def _siri(teller: Teller) -> None:
    play = teller.play
    teller.scene("Siri har bara nyhetsbrevet: en människa tar över")
    asked = play.write(
        SIRI.address, MORA_BOX, "Fråga", "Hej! Kan jag få ett registerutdrag? Siri\n"
    )
    thanked = teller.says("Siri skriver", asked)[0]
    code = play.reply(SIRI.address, thanked, _code_in(thanked), MORA_BOX)
    prompts = teller.says("Siri skickar koden", code)
    done = play.reply(
        BRITTA, to(prompts, BRITTA)[0], "KLAR ringde och lämnade utdraget i butiken", MORA_BOX
    )
    teller.says("Britta har svarat Siri själv", done)


def _maybe(teller: Teller) -> None:
    play = teller.play
    teller.scene("Ett mejl som kanske är en begäran")
    unsure = play.write(
        "lena@post.example",
        GAVLE_BOX,
        "Undrar",
        "Hej, kan ni uppdatera det ni har om mig? Jag tror att något inte stämmer längre.\n/Lena\n",
    )
    prompts = teller.says("Lena undrar", unsure)
    answer = play.reply(ANNA, to(prompts, ANNA)[0], "KLASSA RÄTTELSE", GAVLE_BOX)
    teller.says("Anna säger vad det är", answer)


def _toner(teller: Teller) -> None:
    teller.scene("En vanlig order rör boten inte")
    order = teller.play.write(
        "bosse@verkstad.example",
        MORA_BOX,
        "Toner",
        "Hej! Kan ni skicka 5 st TN-2420 till fredag? Faktura som vanligt.\n/Bosse\n",
    )
    if teller.says("Bosse beställer toner; mejlet ligger kvar oläst och inget svar går", order):
        raise AssertionError("an order was answered")


def _erasure(teller: Teller) -> None:
    teller.scene("Radering sköts för hand")
    asked = teller.play.write(
        "mia@post.example",
        BORLANGE_BOX,
        "Radera",
        "Hej, jag vill att ni raderar alla uppgifter ni har om mig.\nMia\n",
    )
    teller.says("Mia vill bli raderad", asked)


def _forged(teller: Teller) -> None:
    play = teller.play
    teller.scene("Någon försöker godkänna i Annas namn")
    posts = [post for post in play.office.sent() if post.to == ANNA]
    forged = play.reply(THIEF, posts[-1], "GODKÄNN", GAVLE_BOX)
    teller.says("Ett svar från en annan adress än Annas", forged)


def _digest(teller: Teller) -> None:
    teller.scene("Dataskyddsombudet läser morgonens lista")
    day = datetime(2026, 4, 9, 7, 31, tzinfo=STOCKHOLM)
    posts = teller.play.until(day)
    digests = [post for post in to(posts, DPO) if post.at > day - timedelta(hours=2)]
    teller.answers(digests)


SCENES = (_karin, _per, _stranger, _siri, _maybe, _toner, _erasure, _forged, _digest)
