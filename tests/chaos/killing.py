"""A rightsbot in a process of its own that is killed in the middle of its work, again and again."""

import contextlib
import os
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Self

from bot.config import shipped_config

#: `make chaos` kills ten times in two hundred mails; `make test` gives a taste of it
FULL = os.environ.get("RIGHTSBOT_CHAOS") == "full"
MAILS = 200 if FULL else 20
KILLS = 10 if FULL else 2
BOXES = (
    "info.gavle@allkontor.example",
    "info.borlange@allkontor.example",
    "info.mora@allkontor.example",
)
REQUESTS = (
    "Hej! Jag vill ha ett registerutdrag.",
    "Sluta skicka reklam till mig.",
    "Radera alla uppgifter ni har om mig.",
)
#: a whole batch must be done so soon after the last kill
PATIENCE = 120.0
DONE = (
    "select (select count(*) from journal where state = 'handled')"
    " + (select count(*) from effect where state = 'done')"
)
#: of more than four a mail in all, so that every death lies within the work
MOST_STEPS = 80 if FULL else 60


def sender(number: int) -> str:
    """The address of one of the customers."""
    return f"kund{number}@post.example"


def letter(number: int) -> tuple[str, bytes]:
    """One customer's mail, and the box that it goes to."""
    mail = EmailMessage()
    mail["From"] = sender(number)
    mail["To"] = box = BOXES[number % len(BOXES)]
    mail["Subject"] = "Begäran"
    mail["Message-ID"] = f"<kund{number}@post.example>"
    mail.set_content(f"{REQUESTS[number % len(REQUESTS)]}\n\nKund {number}\n")
    return box, mail.as_bytes()


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_config(folder: Path, changes: dict[str, str]) -> Path:
    """The shipped config with some of its words changed, in a folder of its own.

    Without the weekly retention run: what is counted here is the same on Mondays.
    """
    text = shipped_config().read_text("utf-8")
    start = text.index("[retention]\n")
    text = text[:start] + text[text.index("\n[", start) + 1 :]
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


class Victim:
    """`rightsbot run`, which may die at any moment."""

    def __init__(self, config: Path) -> None:
        self._config = config
        self._log = config.with_name("run.log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return when it says that it is at work."""
        begun = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                [sys.executable, "-m", "bot.cli", "run", "--config", str(self._config)],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        end = time.monotonic() + 60
        while b"is at work" not in self._log.read_bytes()[begun:]:
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(self._log.read_text("utf-8")[-2000:])
            time.sleep(0.02)  # the log is the only sign it gives

    def kill(self) -> None:
        """SIGKILL: no handler, no flush, no good-bye."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.kill()


@dataclass
class Tally:
    """How much the ledger held at each kill: mails handled and effects done."""

    done_at_kill: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return f"mails handled and effects done at each kill: {self.done_at_kill}"


def count(ledger: Path, question: str) -> int:
    """One number from the ledger's file."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=20) as connection:
            return int(connection.execute(question).fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def kill_again_and_again(victim: Victim, ledger: Path, chance: random.Random) -> Tally:
    """Ten lives, each ended at a random moment of its work: after so many more steps, and a bit."""
    tally = Tally()
    for _ in range(KILLS):
        before = count(ledger, DONE)
        victim.start()
        goal = before + chance.randint(1, MOST_STEPS)
        end = time.monotonic() + 30
        while count(ledger, DONE) < goal and time.monotonic() < end:
            time.sleep(0.005)  # another process's database gives no other sign
        time.sleep(chance.uniform(0, 0.1))  # so that it is not always just after a commit
        victim.kill()
        tally.done_at_kill.append(count(ledger, DONE))
    return tally


def wait_until_done(ledger: Path, are_in: Callable[[], bool]) -> None:
    """Until every mail is in, and nothing that is due waits."""
    undone = (
        "select (select count(*) from journal where state = 'received')"
        " + (select count(*) from effect where state = 'waiting')"
    )
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if are_in() and count(ledger, undone) == 0:
            return
        time.sleep(0.1)  # another process's database gives no other sign
    raise AssertionError(f"{count(ledger, undone)} rows are still undone")


def matters_by_person(ledger: Path) -> dict[str, int]:
    """How many matters each person (a keyed hash) has."""
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=20) as connection:
        rows = connection.execute("select person_key, count(*) from matter group by person_key")
        return {str(person): int(number) for person, number in rows}


def acknowledged(mails: list[tuple[str, bytes]]) -> dict[str, set[str]]:
    """The Message-IDs of the acknowledgements that each customer got."""
    got: dict[str, set[str]] = {}
    for to, raw in mails:
        found = re.search(rb"(?im)^message-id:\s*<([^>]+)>", raw)
        if to.endswith("@post.example") and found:
            got.setdefault(to, set()).add(found[1].decode())
    return got
