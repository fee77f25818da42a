"""NOTIFY: the same notice to every address on file: nothing is done behind her back (P02)."""

from bot.core import facts as f
from bot.deeds.mailing import Mailing
from bot.deeds.premises import Premises
from bot.errands import Job, Report
from bot.gather import COPY
from bot.registers.keys import search_keys
from bot.shell.smtp import MailRefused


class Notifying:
    """Repeated, each address gets the same Message-ID again."""

    def __init__(self, premises: Premises, mailing: Mailing) -> None:
        self._premises = premises
        self._mailing = mailing

    def __call__(self, job: Job) -> Report:
        """To the address that was proved, and to each on the records that hold it."""
        mail = job.effect.mail
        if mail is None:
            raise ValueError("an effect that notifies names its mail")
        lost, copies = 0, {}
        for place, address in enumerate(self._addresses(job)):
            try:
                given = self._mailing.write_to(job, address, place)
            except MailRefused:
                lost += 1
            else:
                # so that an answer to any of the copies is known again
                copies[f"{COPY}{given}"] = job.effect.key.encode()
        fact = f.MailUndeliverable(mail=mail.value) if lost else f.MailAccepted(mail=mail.value)
        return Report(facts=(fact,), content=copies)

    def _addresses(self, job: Job) -> list[str]:
        """The proved one first; a shared record tells nobody anything, so all of them are told."""
        proved = self._premises.content(job.number, job.owner().proved)
        keys = search_keys(addresses=[proved])
        found = {
            address
            for register in self._premises.registers.values()
            for record in register.look_up(keys)
            for address in record.addresses
        }
        return [proved, *sorted(found - {proved.lower()})]
