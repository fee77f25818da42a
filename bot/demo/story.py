"""The demo's story: two months at three info mailboxes, told with a wound clock.

Every mail goes through the real house and the embedded server; nothing here is staged but what
people write, and what staff do by hand.
"""

import shutil
from datetime import date, datetime
from pathlib import Path

from rich.console import Console

from bot.core.deadlines import STOCKHOLM
from bot.demo.crier import Crier
from bot.demo.exhibits import Chapter
from bot.demo.gallery import write
from bot.demo.scene import Scene, Tale
from bot.demo.scenes_changes import CHANGES
from bot.demo.scenes_clock import CLOCK, DIGESTS
from bot.demo.scenes_copies import COPIES
from bot.demo.scenes_people import PEOPLE
from bot.demo.scenes_stops import STOPS
from bot.demo.stage import seeded, stage
from bot.demo.teller import Teller
from bot.shell.identity_provider import FakeIdentityProvider, Invitation

START = datetime(2026, 3, 10, 9, 0, tzinfo=STOCKHOLM)
TITLE = "rightsbot: tre bolag, tre brevlådor, två månader"
INTRO = (
    "Allt här är påhittat: människorna, registren och dagarna. Varje mejl har gått genom samma "
    "program som i drift, på en mejlserver i den här datorn. Lösenfraser visas bara i demon."
)
CHAPTERS: tuple[tuple[str, tuple[Tale, ...]], ...] = (
    ("Att få se sina uppgifter", COPIES),
    ("Att rätta och radera", CHANGES),
    ("Att säga nej", STOPS),
    ("När en människa behövs", PEOPLE),
    ("Månaden och ombudets lista", CLOCK),
)
"""Every scene, in the order of the gallery; what belongs to no matter stands in the last one."""


def tell(folder: Path) -> Path:
    """Play the whole story below a folder and write the gallery; its page.

    An earlier demo there is taken away first, and nothing else: OSError where it is none.
    """
    console = Console()
    _clear(folder)
    provider = identification()
    with stage(folder / "house", START, seeded("the demo's story"), provider) as play:
        digests = {date.fromisoformat(day) for day in DIGESTS}
        teller = Teller(play, provider, Crier(console), digests)
        tales = [tale for _, chapter in CHAPTERS for tale in chapter]
        teller.perform([Scene(teller, tale) for tale in tales])
        chapters = [
            Chapter(title, {tale.title: tale.about for tale in chapter})
            for title, chapter in CHAPTERS
        ]
        page = write(folder / "gallery", TITLE, INTRO, teller.exhibits, chapters)
    console.print(f"\n{len(teller.exhibits)} mails, letters and deeds in {len(tales)} scenes.")
    console.print(f"The gallery: {page.resolve().as_uri()}", soft_wrap=True)
    return page


def identification() -> FakeIdentityProvider:
    """An invented electronic identification; none is built into the program."""
    words = Invitation(
        sv="Öppna appen Låtsas-id, välj Visa vem jag är och skriv 12 34.",
        en="Open the app Låtsas-id, choose Show who I am and type 12 34.",
    )
    return FakeIdentityProvider("Låtsas-id", words)


def _clear(folder: Path) -> None:
    for part, mark in (("house", "ledger.sqlite"), ("gallery", "index.html")):
        if not (folder / part).exists():
            continue
        if not (folder / part / mark).is_file():
            raise OSError(f"{folder / part} is not of an earlier demo; choose another --folder")
        shutil.rmtree(folder / part)
