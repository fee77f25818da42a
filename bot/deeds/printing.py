"""PRINT and SHRED: the letter into the print folder, and secrets out of the world."""

import os
from pathlib import Path

from sqlmodel import col

from bot.answers.letter import Letter, build
from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.matter import Matter
from bot.core.receipts import READING
from bot.deeds.enclosing import take_away
from bot.deeds.premises import Premises, letter_name
from bot.errands import Job, Report
from bot.mail.tokens import passphrase_from
from bot.registers.keys import search_keys
from bot.registers.records import PersonRecord, RegisterUnavailable
from bot.shell.retention import not_filed
from bot.shell.tables import Journal


class Printing:
    """Writes the letter that proves a postal address, and removes what nobody may keep."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises
        self._folder = premises.settings.printing.folder

    def print_letter(self, job: Job) -> Report:
        """One letter with the code, the passphrase or both; repeated, the same letter again."""
        matter = job.owner()
        if not self._premises.office.house.releases:
            return Report(Happening(Event.REGISTER_SILENT))
        address = self._premises.content(job.number, matter.proved)
        # what is handed over to who showed a document needs no postal address
        record = self._record(address, needs_postal=job.effect.code)
        companies = {one.key: one for one in self._premises.companies()}
        letter = Letter(
            number=job.number,
            language=matter.language,
            company=companies[matter.company],
            recipient=record.names[0] if record.names else "",
            postal_lines=record.postal,
            code=self._premises.secret(job.number, f"code:{job.effect.key}"),
            passphrase=self._passphrase(job.number) if _file_will_come(matter) else "",
            date=receipt_day(self._premises.now()),
            both=matter.both_languages,
        )
        _write(self._folder / letter_name(job.number), build(letter))
        return Report(Happening(Event.LETTER_PRINTED, facts=(f.LetterPrinted(),)))

    def shred(self, job: Job) -> Report:
        """Remove a letter, the passphrase, a mail that was not ours to keep; or all of them."""
        what = job.effect.reason
        with self._premises.ledger() as ledger:
            if what in {"passphrase", ""}:
                ledger.vault.destroy(job.number, "passphrase")
            if what in {"letter", ""}:
                ledger.vault.destroy_starting(job.number, "code:")
            if what == "mail":
                ledger.forget_mails(job.number)
                # an ordinary mail that was filed is people's, in whatever folder it lies (P06)
                not_filed(ledger.session, col(Journal.matter) == job.number)
        if what in {"letter", ""}:
            (self._folder / letter_name(job.number)).unlink(missing_ok=True)
        if not what:
            take_away(self._premises.settings.printing.media_folder, job.number)
        return Report()

    def _record(self, address: str, *, needs_postal: bool) -> PersonRecord:
        """The record whose postal address the letter goes to; assess() has seen that it is one."""
        keys = search_keys(addresses=[address])
        registers = self._premises.registers.values()
        records = [record for register in registers for record in register.look_up(keys)]
        for record in sorted(records, key=lambda one: not one.postal):
            if record.postal or not needs_postal:
                return record
        raise RegisterUnavailable("all", "the postal address that was found is no longer there")

    def _passphrase(self, number: str) -> str:
        """Drawn once a matter: a letter that is printed again holds the same."""
        with self._premises.ledger() as ledger:
            held = ledger.vault.get(number, "passphrase")
            if held is None:
                held = passphrase_from(self._premises.office.draw(16)).encode()
                ledger.vault.put(number, "passphrase", held)
            return held.decode()


def _file_will_come(matter: Matter) -> bool:
    """Only an answer that holds a file needs a passphrase."""
    return any(case.right in READING for case in matter.cases)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by the owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
