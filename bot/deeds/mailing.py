"""SEND and PROMPT: write one mail and hand it to the server."""

import logging
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.core import facts as f
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.decide import Happening
from bot.core.digest import Digest, digest
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.matter import Matter
from bot.core.speaking import WITHHELD
from bot.core.vocabulary import Audience, Language, Mail, Refusal
from bot.deeds.enclosing import Enclosing, Parcel, Withheld
from bot.deeds.premises import Premises
from bot.deeds.recipients import Recipients
from bot.deeds.sayings import Sayings
from bot.errands import Job, Report, undeliverable
from bot.mail.compose import Envelope, Unsayable, compose
from bot.mail.templates import audience
from bot.shell.ledger import Ledger
from bot.shell.smtp import MailRefused, SmtpDoor
from bot.shell.store import open_matters

log = logging.getLogger(__name__)

#: a human has read and decided what these say
APPROVED = frozenset({Mail.REFUSAL, Mail.EXTENDED, Mail.LIFTING})
#: these hold personal data, or open the way to it
RELEASES = frozenset({Mail.ANSWER, Mail.APPROVE, Mail.PLAN, Mail.SECOND, Mail.CODE, Mail.CARRY_ON})
#: what an accepted mail means for the matter
ACCEPTED: Mapping[Mail, Event] = {
    Mail.ACKNOWLEDGEMENT: Event.ACKNOWLEDGED,
    Mail.ANSWER: Event.ANSWER_ACCEPTED,
    Mail.QUESTION_ANSWER: Event.ANSWER_ACCEPTED,
    Mail.REFUSAL: Event.REFUSAL_ACCEPTED,
    Mail.LIFTING: Event.NOTICE_ACCEPTED,
    Mail.EXTENDED: Event.EXTENSION_ACCEPTED,
}
#: why people post a medium
TOO_BIG = Finding.TOO_BIG.value
#: one mail speaks for all cases
FOR_ALL = frozenset({Mail.ACKNOWLEDGEMENT, Mail.ANSWER, Mail.EXTENDED})


class Mailing:
    """Writes and sends. A repeated effect sends the same Message-ID again."""

    def __init__(self, premises: Premises, smtp: SmtpDoor) -> None:
        self._premises = premises
        self._smtp = smtp
        self._enclosing = Enclosing(premises)

    def __call__(self, job: Job) -> Report:
        """Send the mail of an effect; what its acceptance or refusal means for the matter."""
        mail = job.effect.mail
        if mail is None:
            raise ValueError("an effect that sends names its mail")
        if self._comes_too_late(job, mail):
            return Report()
        releases = job.effect.code or mail in RELEASES
        if mail is Mail.CARRY_ON and not Recipients(self._premises).knows_her(job):
            key = job.effect.to.removeprefix("recipient:")
            unknown = f.RecipientUnknown(case=job.effect.case, recipient=key)
            happening = Happening(Event.RECIPIENT_DONE, facts=(unknown,), case=job.effect.case)
            return Report(happening)
        to = self._address(job)
        if not to or (releases and not self._premises.office.house.releases):
            return undeliverable(job.effect)
        try:
            self.write_to(job, to)
        except MailRefused:
            return undeliverable(job.effect)
        except (Unsayable, Withheld) as fault:
            # a human must mend what it would say, or bring; trying again says the same
            why = fault if isinstance(fault, Withheld) else "it may not be said"
            log.error("matter %s: %s is withheld: %s", job.number, mail, why)  # noqa: TRY400 - a text may quote
            return undeliverable(job.effect, WITHHELD if why is fault else "")
        return self._accepted(job, mail)

    def _comes_too_late(self, job: Job, mail: Mail) -> bool:
        """Whether what the mail would say is no longer so."""
        matter = job.matter
        if mail is Mail.ANSWER and matter is not None:
            # the case started over: what was approved then rests on no proof of now
            return job.effect.ordinal != matter.starts
        if mail is Mail.EXTENDED and matter is not None:
            # Art. 12(3): "within one month of receipt"; a day later there is no more time to give
            return self._today() > matter.due.safe_due
        return mail is Mail.DIGEST and not self._digest().has_something_to_say

    def write_to(self, job: Job, to: str, place: int = 0) -> str:
        """Write the effect's mail to one address and hand it in; its Message-ID.

        `place` tells the copies of one notice apart. MailRefused when it is refused.
        """
        sender = self._sender(job.matter, job.effect.mail or Mail.DIGEST)[1]
        given = job.message_id
        if not given or place:
            with self._premises.ledger() as ledger:
                given = ledger.mail_id(f"{job.number}:{job.effect.key}:{place}")
        self._smtp.send(self._write(job, to, given), sender, to)
        return given

    def _parcel(self, job: Job, mail: Mail) -> Parcel:
        """The answer's files; for whoever approves it, her own company's part of them."""
        if mail is Mail.APPROVE:
            return self._enclosing.draft(job)
        return self._enclosing.parcel(job) if mail is Mail.ANSWER else Parcel()

    def _write(self, job: Job, to: str, given: str) -> bytes:
        matter, mail = job.matter, job.effect.mail
        if mail is None:
            raise ValueError("an effect that sends names its mail")
        if job.effect.reason == TOO_BIG and mail is Mail.BY_HAND:
            self._enclosing.lay_out(job)
        parcel = self._parcel(job, mail)
        variables = (
            Sayings(self._premises, job, matter).of(mail) | parcel.said
            if matter
            else self._house_says(job)
        )
        thread = self._thread(job)
        envelope = Envelope(
            sender=self._sender(matter, mail),
            to=to,
            message_id=given,
            date=self._premises.now().astimezone(STOCKHOLM),
            in_reply_to=thread[-1] if thread else None,
            references=tuple(thread),
            attachments=parcel.files,
            auto=not (mail in APPROVED or variables.get("approved")),
            matter=job.number,
        )
        self._enclosing.check(parcel, job, to)
        language, both = self._language(job, mail)
        template = Refusal(job.effect.reason) if mail is Mail.REFUSAL else mail
        return compose(template, language, variables, envelope, also_english=both).as_bytes()

    def _language(self, job: Job, mail: Mail) -> tuple[Language, bool]:
        """The customer's own, Swedish with English below for a third one (P26); staff's Swedish."""
        if audience(mail) is Audience.RECIPIENT:
            key = job.effect.to.removeprefix("recipient:")
            return self._premises.settings.recipients[key].language, False
        if audience(mail) is not Audience.REQUESTER or job.matter is None:
            return Language.SV, False
        return job.matter.language, job.matter.both_languages

    def _sender(self, matter: Matter | None, mail: Mail) -> tuple[str, str]:
        # a notice to an old address never tells which company she deals with (P05)
        told = None if mail is Mail.CONTACT_CHANGING else matter
        box = self._premises.mailbox(told.mailbox if told else "")
        company = told.company if told else box.company
        return self._premises.settings.companies[company].name, box.address

    def _address(self, job: Job) -> str:
        label = job.effect.to
        if label == "dpo":
            return self._premises.settings.dpo.address
        if label.startswith("staff:"):
            addresses = self._premises.office.people.addresses
            return addresses.get(label.removeprefix("staff:"), "")
        if label.startswith("recipient:"):
            return Recipients(self._premises).address(job)
        label = _proved(job)
        return self._premises.content(job.number, label) if label else ""

    def _thread(self, job: Job) -> list[str]:
        if job.effect.mail is Mail.TRANSCRIPT:
            return self._premises.texts(job.number, f"thread:{job.effect.journal}")
        return self._premises.texts(job.number, "thread") if _proved(job) == "requester" else []

    def _house_says(self, job: Job) -> dict[str, Any]:
        """The variables of a mail that belongs to no matter."""
        now = self._premises.now()
        if job.effect.mail is Mail.TOKEN_MISUSED:
            return {"number": "", "received": now, "reason": job.effect.reason}
        found = self._digest()
        return {"day": receipt_day(now)} | {
            part: [asdict(row) for row in getattr(found, part)]
            for part in ("overdue", "due_soon", "waiting")
        }

    def _digest(self) -> Digest:
        with self._premises.ledger() as ledger:
            matters = open_matters(ledger)
        return digest(matters, self._today(), self._premises.office.house)

    def _today(self) -> date:
        return receipt_day(self._premises.now())

    def _accepted(self, job: Job, mail: Mail) -> Report:
        if job.effect.code:
            with self._premises.ledger() as ledger:
                _forget_code(ledger, job)
        if not job.number:
            return Report()
        facts: tuple[Fact, ...] = (f.MailAccepted(mail=mail.value),)
        event = ACCEPTED.get(mail)
        if event is None:
            return Report(facts=facts)
        if mail is Mail.EXTENDED:
            facts = (*facts, f.ExtensionSent(on=self._today()))
        # the parts of a joint answer are all accepted with it, a refusal is its own case's
        case = 0 if mail in FOR_ALL else job.effect.case
        return Report(Happening(event, facts=facts, case=case))


def _proved(job: Job) -> str:
    """The label that a mail goes to, with the address that was proved under its own."""
    if job.effect.to == "proved" and job.matter is not None:
        return job.matter.proved
    return job.effect.to


def _forget_code(ledger: Ledger, job: Job) -> None:
    ledger.vault.destroy(job.number, f"code:{job.effect.key}")
