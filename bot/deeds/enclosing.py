"""What goes with an answer: the extract and the portable copy, checked once more as they leave."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from bot.answers import extract, pdf
from bot.answers.extract import Extract, FactsMissingError
from bot.answers.manifest import PDF, File, Manifest, Sending, Stamp, Wrong, listed, wrong
from bot.answers.parcel import Names, NothingPortable, TooBig, Wrapped, Wrapper, for_mail
from bot.answers.printed import too_long
from bot.answers.redaction import redacted
from bot.core.deadlines import receipt_day
from bot.core.matter import Matter
from bot.core.vocabulary import Language
from bot.deeds.premises import COPY, Premises
from bot.errands import Job
from bot.registers.keys import normalise_address

ACCESS, PORTABILITY = "access", "portability"
EXTRACT, DRAFT = "registerutdrag", "utkast"
#: what was sent with which answer, in the vault
MANIFEST: Final = "manifest"


class Withheld(Exception):  # noqa: N818 - a rule that was kept, not a mistake
    """Nothing personal leaves unsealed, and no file but hers: a human must answer."""


@dataclass(frozen=True)
class Parcel:
    """The files of an answer with their manifest; `said` is what the mail says of them."""

    files: tuple[File, ...] = ()
    manifest: Manifest | None = None
    said: dict[str, object] = field(default_factory=dict)


class Enclosing:
    """The files of one answer."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def parcel(self, job: Job) -> Parcel:
        """The files, sealed with the passphrase of the letter, and not yet checked.

        Without a letter only where all data hang on the address itself (level 1, P10). Withheld
        where they may not leave, or do not fit into a mail.
        """
        matter = job.owner()
        parts = job.effect.reason.split("+")
        if not {ACCESS, PORTABILITY}.intersection(parts):
            return Parcel()
        passphrase = self._premises.secret(matter.number, "passphrase")
        if not passphrase and matter.level != 1:
            raise Withheld("the passphrase that the customer holds is no longer in the vault")
        request, digests = self._request(matter)
        wrapper = self._wrapper(request, passphrase)
        try:
            wrapped = list(self._wrapped(parts, request, wrapper))
            files = for_mail(wrapped, wrapper, self._premises.settings.smtp.most_bytes)
        except TooBig:
            raise Withheld("the files are too big for one mail") from None
        except FactsMissingError as missing:
            raise Withheld(str(missing)) from None
        manifest = listed(wrapper.stamp, digests, files, passphrase, matter.silent)
        return Parcel(files, manifest, _said(files, request, locked=bool(passphrase)))

    def draft(self, job: Job) -> Parcel:
        """What an approver's own company holds, under that person's own passphrase (P04).

        No file where she has none, where nothing may leave, or where nothing is held there.
        """
        matter = job.owner()
        staff = {one.id: (company, one) for company, one in self._premises.settings.staff()}
        company, person = staff.get(job.effect.to.removeprefix("staff:"), ("", None))
        may_leave = self._premises.office.house.releases and matter.snapshots
        if person is None or person.passphrase is None or not may_leave:
            return Parcel()
        request, _ = self._request(matter)
        own = {key: one for key, one in request.snapshots.items() if key == company and one.tables}
        if not own:
            return Parcel()
        named = tuple(one for one in request.companies if one.key == company)
        part = replace(request, snapshots=own, companies=named, papers={}, language=Language.SV)
        try:
            page = extract.build(part)
        except FactsMissingError:
            return Parcel()
        name = f"{DRAFT}-{matter.number}.pdf"
        sealed = pdf.encrypt(page, person.passphrase.reveal())
        return Parcel(((name, sealed, PDF),), said={"draft": name})

    def check(self, parcel: Parcel, job: Job, to: str) -> None:
        """Keep the manifest of what is about to go to an address; Withheld if it may not (L72)."""
        if parcel.manifest is None:
            return
        matter = job.owner()
        collected = {name: one.digest for name, one in matter.snapshots.items()}
        proved = self._premises.content(matter.number, matter.proved)
        sending = Sending(
            Stamp(matter.number, self._mark(proved)),
            self._mark(to),
            collected,
            self._premises.secret(matter.number, "passphrase"),
            frozenset(self._premises.registers),
            matter.silent,
        )
        faults: tuple[Wrong, ...] = wrong(parcel.manifest, parcel.files, sending)
        if faults:
            raise Withheld(f"not the files of this answer: {', '.join(faults)}")
        with self._premises.ledger() as ledger:
            ledger.vault.put(matter.number, MANIFEST, parcel.manifest.to_json().encode())

    def lay_out(self, job: Job) -> None:
        """The locked files into the folder for media, for what no mail holds; once a round."""
        matter = job.owner()
        passphrase = self._premises.secret(matter.number, "passphrase")
        folder = self._premises.settings.printing.media_folder
        done = folder / f"{matter.number}-{matter.round}"
        if not passphrase or done.exists():
            return
        take_away(folder, matter.number)
        request, _ = self._request(matter)
        wrapper = self._wrapper(request, passphrase)
        draft = folder / f"{matter.number}-{matter.round}.tmp"
        draft.mkdir(parents=True, exist_ok=True, mode=0o700)
        rights = [str(case.right) for case in matter.cases if case.right in {ACCESS, PORTABILITY}]
        for one in self._wrapped(rights, request, wrapper):
            for name, content, _ in one.whole:
                with _private(draft / name) as file:
                    file.write(content)
            for name, packed in one.zipped.items():
                with _private(draft / name) as file:
                    wrapper.write(packed, file)
        draft.rename(done)

    def _wrapped(
        self, parts: Iterable[str], request: Extract, wrapper: Wrapper
    ) -> Iterator[Wrapped]:
        if ACCESS in parts:
            yield wrapper.access(request)
        if PORTABILITY in parts:
            try:
                yield wrapper.portability(request, self._premises.data_map)
            except NothingPortable:
                why = "nothing that Art. 20 speaks of is held: refuse with EJ_PORTABELT"
                raise Withheld(why) from None

    def _wrapper(self, request: Extract, passphrase: str) -> Wrapper:
        number = request.number
        names = Names(f"{EXTRACT}-{number}", f"{COPY}-{number}")
        return Wrapper(Stamp(number, self._mark(request.searched_address)), names, passphrase)

    def _request(self, matter: Matter) -> tuple[Extract, dict[str, str]]:
        """What the answer is made of, and the digests of the snapshots that it was read from."""
        digests: dict[str, str] = {}
        snapshots = self._premises.snapshots(matter, digests)
        request = Extract(
            number=matter.number,
            received=receipt_day(matter.received_at),
            taken=datetime.fromisoformat(self._premises.content(matter.number, "taken")),
            searched_address=self._premises.content(matter.number, matter.proved),
            language=matter.language,
            companies=self._premises.companies(),
            snapshots=redacted(snapshots, matter.redacted),
            facts=self._premises.settings.facts,
            unanswered=self._premises.unanswered(matter),
            papers={
                f"bilaga-{number}{Path(paper.name).suffix.lower()}": paper.data
                for number, paper in enumerate(
                    self._premises.papers(matter.number, matter.round), start=1
                )
            },
        )
        return request, digests

    def _mark(self, address: str) -> str:
        return self._premises.office.keys.mark("holder", normalise_address(address))


def take_away(folder: Path, number: str) -> None:
    """Remove what lies in the folder for media for a matter."""
    for place in folder.glob(f"{number}-*"):
        for file in place.iterdir():
            file.unlink()
        place.rmdir()


def _said(parcel: Iterable[File], request: Extract, *, locked: bool) -> dict[str, object]:
    """The variables of the mail that follow from what was made."""
    names = [name for name, _, _ in parcel]
    zipped = "zip" if locked else "plain"
    said: dict[str, object] = {}
    for name in names:
        if name.startswith(COPY):
            said |= {"portable_file": name}
            said |= {"opened_with": zipped if name.endswith("zip") else "pdf"}
        elif name.endswith("zip"):
            said |= {"rows_file": name, "rows_in": zipped}
        elif too_long(request.snapshots):
            said = {"rows_in": "pdf"} | said
    return said


def _private(path: Path) -> IO[bytes]:
    """A new file that its owner alone may read."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")
