# ruff: noqa: INP001 - a program that is run by its path, in no package
"""How much memory the whole answer to a person with long rows takes, in a process of its own.

    PYTHONPATH=. python benchmarks/whole_answer.py MEGABYTES [SIGNS A ROW]

On the stage of the demo she asks, proves who she is by mail and by letter, her rows are collected,
copied, printed and locked, and staff hold the answer. Prints the peak of this process, which holds
the mail server of the stage too, and the peak together with the process that typesets, in MB.
"""

import re
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Thread

from sqlmodel import col, select

from bot.demo.people import KARIN
from bot.demo.play import Play, Post
from bot.demo.stage import seeded, stage
from bot.shell.tables import Artefact

START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
BOX = "info.gavle@allkontor.example"
HANDLER = "anna.berg@gavle.allkontor.example"
NUMBER = "2026-0001"
SIGNS = 2000
_MEGABYTE = 1_000_000
_OTHER_CELLS = 40
_PAUSE = 0.02
_CODE = re.compile(r"KOD [2-9A-Z]{4}-[2-9A-Z]{4}")


def main(words: Sequence[str]) -> int:
    """Prints two figures; 1 when less was answered than there is."""
    megabytes = int(words[0])
    signs = int(words[1]) if len(words) > 1 else SIGNS
    together = _Together(daemon=True)
    together.start()
    with (
        tempfile.TemporaryDirectory() as folder,
        stage(Path(folder), START, seeded("whole")) as play,
    ):
        _fill(Path(folder), megabytes * _MEGABYTE, signs)
        made = _asked_and_answered(play, Path(folder))
    if made < megabytes * _MEGABYTE // 2:
        return 1
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{ours} {together.peak}\n")
    return 0


class _Together(Thread):
    """Looks now and then what this process and its children take."""

    peak = 0

    def run(self) -> None:
        """Until the process ends."""
        while True:
            self.peak = max(self.peak, sum(map(_megabytes, ("self", *_children()))))
            time.sleep(_PAUSE)


def _children() -> list[str]:
    tasks = Path("/proc/self/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


def _megabytes(process: str) -> int:
    try:
        called, own = (Path(f"/proc/{one}/cmdline").read_bytes() for one in (process, "self"))
        said = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    if process != "self" and called == own:
        return 0  # before it begins its own work a child still looks like us
    found = re.search(r"VmRSS:\s+(\d+)", said)
    return int(found[1]) // 1024 if found else 0


def _fill(folder: Path, size: int, signs: int) -> None:
    """Visits of hers to the web shop, whose words nobody can pack well."""
    chance = Random("visits")  # noqa: S311 - nobody is kept out by it

    def rows() -> Iterator[tuple[str, str]]:
        for n in range(size // (signs + _OTHER_CELLS)):
            yield f"2026-01-02 10:{n % 60:02}:00", chance.randbytes(signs // 2).hex()

    with closing(sqlite3.connect(folder / "registers" / "gavle.sqlite")) as register, register:
        register.executemany(
            "INSERT INTO visits (customer_id, visited_at, page, search) VALUES (1, ?, '/toner', ?)",
            rows(),
        )


def _asked_and_answered(play: Play, folder: Path) -> int:
    """The way of a request; how many bytes of files were locked for her in the end."""
    mails = _says(play, None, "Jag vill ha ett registerutdrag enligt artikel 15.")
    asked = _last(mails, KARIN.address)
    mails = _says(play, asked, _CODE.findall(asked.text)[0])
    code = _letter_code(play)
    play.wind(days=1)
    _says(play, _last(mails, HANDLER), "POSTAT", HANDLER)
    play.wind(days=2)
    _says(play, None, f"KOD {code}")
    return sum(file.stat().st_size for file in (folder / "print-media").glob("*/*"))


def _says(play: Play, to: Post | None, text: str, who: str = KARIN.address) -> list[Post]:
    if to is None:
        play.write(who, BOX, "Registerutdrag", text)
    else:
        play.reply(who, to, text, BOX)
    return play.settle()


def _last(mails: list[Post], to: str) -> Post:
    return [one for one in mails if one.to == to][-1]


def _letter_code(play: Play) -> str:
    """As whoever opens the envelope reads it off."""
    with play.works.premises.ledger() as ledger:
        held = select(Artefact).where(Artefact.matter == NUMBER)
        names = [row.name for row in ledger.session.exec(held.order_by(col(Artefact.id)))]
        printed = [name for name in names if name.startswith("code:print:")]
        return (ledger.vault.get(NUMBER, printed[-1]) or b"").decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
