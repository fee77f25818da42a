"""What goes with an answer: the extract, and the portable copy inside it."""

from datetime import datetime

from bot.answers import extract, pdf, portable_page
from bot.answers.archive import archive
from bot.answers.extract import Extract
from bot.answers.portable import portable
from bot.core.deadlines import receipt_day
from bot.core.matter import Matter
from bot.deeds.premises import COPY, Premises, portable_name
from bot.errands import Job

ACCESS, PORTABILITY = "access", "portability"
EXTRACT = "registerutdrag"

#: name, bytes and content type
File = tuple[str, bytes, str]


class Withheld(Exception):  # noqa: N818 - a rule that was kept, not a mistake
    """Nothing personal leaves unsealed: a human must answer."""


class Enclosing:
    """The files of one answer."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def files(self, job: Job) -> tuple[File, ...]:
        """Name, bytes and type of each file; sealed with the passphrase of the letter.

        Without a letter only where all data hang on the address itself (level 1, P10).
        """
        matter = job.owner()
        parts = job.effect.reason.split("+")
        if not {ACCESS, PORTABILITY}.intersection(parts):
            return ()
        passphrase = self._premises.secret(matter.number, "passphrase")
        if not passphrase and matter.level != 1:
            raise Withheld("the passphrase that the customer holds is no longer in the vault")
        request = self._request(matter)
        found = []
        if ACCESS in parts:
            plain = extract.build(request)
            found.append(_as_pdf(f"{EXTRACT}-{matter.number}.pdf", plain, passphrase))
        if PORTABILITY in parts:
            found.append(self._portable(request, passphrase))
        return tuple(found)

    def _portable(self, request: Extract, passphrase: str) -> File:
        """Inside the sealed PDF; without a passphrase a zip, which opens everywhere (P30)."""
        names = {one.key: one.name for one in request.companies}
        copy = portable(request.snapshots, self._premises.data_map, request.language, names)
        if not copy.files:
            raise Withheld("nothing that Art. 20 speaks of is held: refuse with EJ_PORTABELT")
        page = portable_page.build(request, copy)
        name = portable_name(request.number, sealed=bool(passphrase))
        if passphrase:
            return _as_pdf(name, pdf.with_attachments(page, copy.files), passphrase)
        files = {**copy.files, f"{COPY}-{request.number}.pdf": page}
        return (name, archive(files), "application/zip")

    def _request(self, matter: Matter) -> Extract:
        return Extract(
            number=matter.number,
            received=receipt_day(matter.received_at),
            taken=datetime.fromisoformat(self._premises.content(matter.number, "taken")),
            searched_address=self._premises.content(matter.number, matter.proved),
            language=matter.language,
            companies=self._premises.companies(),
            snapshots=self._premises.snapshots(matter.number, matter.round),
            facts=self._premises.settings.facts,
        )


def _as_pdf(name: str, plain: bytes, passphrase: str) -> File:
    sealed = pdf.encrypt(plain, passphrase) if passphrase else plain
    return (name, sealed, "application/pdf")
