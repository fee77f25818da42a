"""`rightsbot run` as an operator meets it: it starts, answers, and stops when it is told."""

import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from chaos.killing import count, free_port, write_config

from bot.shell.spool import letters

SOON = 60.0


def _until(true: object, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SOON
    while not true():  # type: ignore[operator]
        assert process.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < end, log.read_text("utf-8")
        time.sleep(0.02)  # another process gives no other sign


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """A `rightsbot run` with the shipped config on ports of its own."""
    smtp = free_port()
    config = write_config(tmp_path, {"2525": str(smtp), "1143": str(free_port())})
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - our own command line
            [sys.executable, "-m", "bot.cli", "run", "--config", str(config)],
            stdout=out,
            stderr=out,
        )
    try:
        _until(lambda: b"is at work" in log.read_bytes(), process, log)
        yield process, smtp, tmp_path
    finally:
        process.kill()
        process.wait()


def test_the_shipped_config_answers_a_customer_and_stops_when_told(
    at_work: tuple[subprocess.Popen[bytes], int, Path],
) -> None:
    """Nothing but the shipped config is needed; SIGTERM is heard within seconds."""
    process, port, folder = at_work
    mail = EmailMessage()
    mail["From"] = "lisa@post.example"
    mail["To"] = "info.mora@allkontor.example"
    mail["Subject"] = "Uppgifter"
    mail.set_content("Hej! Jag vill ha ett registerutdrag.\nLisa\n")
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.send_message(mail)
    spool = folder / "var" / "spool"

    def answered() -> bool:
        return any(letter.recipient == "lisa@post.example" for letter in letters(spool))

    _until(answered, process, folder / "log")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0


def test_the_log_of_a_run_holds_no_customer(
    at_work: tuple[subprocess.Popen[bytes], int, Path],
) -> None:
    """What a log says of people is nothing, also when a mail makes trouble."""
    process, port, folder = at_work
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.sendmail(
            "planterad@post.example",
            ["info.gavle@allkontor.example"],
            b"From: planterad@post.example\r\nSubject: =?x?q?Planterad?=\r\n"
            b"Content-Type: multipart/mixed; boundary=x\r\n\r\nPlanterad radera mina uppgifter",
        )
    config = folder / "config.toml"
    trace = [sys.executable, "-m", "bot.cli", "trace", "--from", "planterad@post.example"]

    ledger = folder / "var" / "ledger.sqlite"
    _until(lambda: count(ledger, "select count(*) from trace") > 0, process, folder / "log")
    told = subprocess.run(  # noqa: S603 - our own command line
        [*trace, "--config", str(config)], capture_output=True, check=True
    )
    assert b"gavle" in told.stdout
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert "planterad" not in (folder / "log").read_text("utf-8").lower()
