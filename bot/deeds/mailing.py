"""SEND and PROMPT: write one mail and hand it to the server."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.answers import extract, pdf
from bot.answers.extract import Extract
from bot.core import facts as f
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.decide import Happening
from bot.core.digest import digest
from bot.core.events import Event
from bot.core.matter import Matter
from bot.core.vocabulary import Audience, Language, Mail, Refusal
from bot.deeds.premises import Premises
from bot.deeds.sayings import Sayings
from bot.errands import Job, Report, undeliverable
from bot.mail.compose import Envelope, compose
from bot.mail.templates import audience
from bot.shell.ledger import Ledger
from bot.shell.smtp import MailRefused, SmtpDoor
from bot.shell.store import open_matters

#: a human has read and decided what these say
APPROVED = frozenset({Mail.ACCESS_ANSWER, Mail.NOTHING_HELD, Mail.REFUSAL})
#: these rest on the last code that came back
ANSWERS = frozenset({Mail.ACCESS_ANSWER, Mail.NOTHING_HELD})
#: these hold personal data, or open the way to it
RELEASES = frozenset({Mail.ACCESS_ANSWER, Mail.NOTHING_HELD, Mail.APPROVE, Mail.CODE})
#: what an accepted mail means for the matter
ACCEPTED: Mapping[Mail, Event] = {
    Mail.ACKNOWLEDGEMENT: Event.ACKNOWLEDGED,
    Mail.ACCESS_ANSWER: Event.ANSWER_ACCEPTED,
    Mail.NOTHING_HELD: Event.ANSWER_ACCEPTED,
    Mail.REFUSAL: Event.ANSWER_ACCEPTED,
}


class Withheld(Exception):  # noqa: N818 - a rule that was kept, not a mistake
    """Nothing personal leaves through this server: a human must answer."""


class Mailing:
    """Writes and sends. A repeated effect sends the same Message-ID again."""

    def __init__(self, premises: Premises, smtp: SmtpDoor) -> None:
        self._premises = premises
        self._smtp = smtp

    def __call__(self, job: Job) -> Report:
        """Send the mail of an effect; what its acceptance or refusal means for the matter."""
        mail = job.effect.mail
        if mail is None:
            raise ValueError("an effect that sends names its mail")
        if mail in ANSWERS and job.matter and job.effect.ordinal != job.matter.codes:
            # the case started over: what was approved then rests on no proof of now
            return Report()
        releases = job.effect.code or mail in RELEASES
        if releases and not self._premises.office.house.releases:
            return undeliverable(job.effect)
        to = self._address(job)
        if not to:
            return undeliverable(job.effect)
        sender = self._premises.mailbox(job.matter.mailbox if job.matter else "").address
        try:
            self._smtp.send(self._write(job, mail, to), sender, to)
        except MailRefused:
            return undeliverable(job.effect)
        return self._accepted(job, mail)

    def _write(self, job: Job, mail: Mail, to: str) -> bytes:
        matter = job.matter
        customer = audience(mail) is Audience.REQUESTER
        variables = (
            Sayings(self._premises, job, matter).of(mail) if matter else self._house_says(job)
        )
        template = Refusal(job.effect.reason) if mail is Mail.REFUSAL else mail
        thread = self._thread(job)
        envelope = Envelope(
            sender=self._sender(matter),
            to=to,
            message_id=job.message_id,
            date=self._premises.now().astimezone(STOCKHOLM),
            in_reply_to=thread[-1] if thread else None,
            references=tuple(thread),
            attachments=self._attached(job, matter),
            auto=mail not in APPROVED,
            matter=job.number,
        )
        language = matter.language if matter and customer else Language.SV
        return compose(template, language, variables, envelope).as_bytes()

    def _sender(self, matter: Matter | None) -> tuple[str, str]:
        box = self._premises.mailbox(matter.mailbox if matter else "")
        company = matter.company if matter else box.company
        return self._premises.settings.companies[company].name, box.address

    def _address(self, job: Job) -> str:
        label = job.effect.to
        if label == "dpo":
            return self._premises.settings.dpo.address
        if label.startswith("staff:"):
            addresses = self._premises.office.people.addresses
            return addresses.get(label.removeprefix("staff:"), "")
        label = _proved(job)
        return self._premises.content(job.number, label) if label else ""

    def _thread(self, job: Job) -> list[str]:
        if job.effect.mail is Mail.TRANSCRIPT:
            return self._premises.texts(job.number, f"thread:{job.effect.journal}")
        return self._premises.texts(job.number, "thread") if _proved(job) == "requester" else []

    def _attached(self, job: Job, matter: Matter | None) -> tuple[tuple[str, bytes, str], ...]:
        if job.effect.mail is not Mail.ACCESS_ANSWER or matter is None:
            return ()
        plain = extract.build(
            Extract(
                number=matter.number,
                received=receipt_day(matter.received_at),
                taken=Sayings(self._premises, job, matter).taken(),
                searched_address=self._premises.content(matter.number, matter.proved),
                language=matter.language,
                companies=self._premises.companies(),
                snapshots=self._premises.snapshots(matter.number, matter.round),
                facts=self._premises.settings.facts,
            )
        )
        passphrase = self._premises.secret(matter.number, "passphrase")
        if not passphrase:
            raise Withheld("the passphrase that the customer holds is no longer in the vault")
        name = f"registerutdrag-{matter.number}.pdf"
        return ((name, pdf.encrypt(plain, passphrase), "application/pdf"),)

    def _house_says(self, job: Job) -> dict[str, Any]:
        """The variables of a mail that belongs to no matter."""
        now = self._premises.now()
        if job.effect.mail is Mail.TOKEN_MISUSED:
            return {"number": "", "received": now, "reason": job.effect.reason}
        with self._premises.ledger() as ledger:
            matters = open_matters(ledger)
        today = receipt_day(now)
        found = digest(matters, today, self._premises.office.house)
        return {"day": today} | {
            part: [asdict(row) for row in getattr(found, part)]
            for part in ("overdue", "due_soon", "waiting")
        }

    def _accepted(self, job: Job, mail: Mail) -> Report:
        if job.effect.code:
            with self._premises.ledger() as ledger:
                _forget_code(ledger, job)
        if not job.number:
            return Report()
        fact = f.MailAccepted(mail=mail.value)
        event = ACCEPTED.get(mail)
        if event is None:
            return Report(facts=(fact,))
        # one acknowledgement speaks for all cases, an answer for its own
        case = 0 if mail is Mail.ACKNOWLEDGEMENT else job.effect.case
        return Report(Happening(event, facts=(fact,), case=case))


def _proved(job: Job) -> str:
    """The label that a mail goes to, with the address that was proved under its own."""
    if job.effect.to == "proved" and job.matter is not None:
        return job.matter.proved
    return job.effect.to


def _forget_code(ledger: Ledger, job: Job) -> None:
    ledger.vault.destroy(job.number, f"code:{job.effect.key}")
