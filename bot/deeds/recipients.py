"""Who gets a mail of Art. 19, and by what key that recipient already knows her (P25)."""

from bot.deeds.candidates import MORE_KEYS
from bot.deeds.premises import KEYS, Premises
from bot.errands import Job
from bot.registers.maps.datamap import RecipientKey


class Recipients:
    """The named recipients of the data map, for one person."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def address(self, job: Job) -> str:
        """Where a recipient of Art. 19 is written to; empty where a human must do it.

        That is where nobody knows its address or the key that it uses, or it uses a personnummer,
        which stands in no mail of ours.
        """
        key = job.effect.to.removeprefix("recipient:")
        recipient = self._premises.settings.recipients.get(key)
        return recipient.address if recipient and self.has_key(job.number, key) else ""

    def has_key(self, number: str, recipient: str) -> bool:
        """Whether we know what a recipient calls her by."""
        return bool(self._value(number, recipient))

    def knows_her(self, job: Job) -> bool:
        """Whether the recipient can have got her data under the key that it uses.

        Where it uses none that we know of, or a personnummer, people must find out.
        """
        recipient = self._premises.settings.recipients[job.effect.to.removeprefix("recipient:")]
        asked = recipient.key in {None, RecipientKey.PERSONAL_NUMBER}
        return asked or bool(self.key_value(job))

    def key_value(self, job: Job) -> str:
        """What that recipient calls her by: several companies' numbers with commas between."""
        return self._value(job.number, job.effect.to.removeprefix("recipient:"))

    def _value(self, number: str, key: str) -> str:
        recipient = self._premises.settings.recipients[key]
        known = self._premises.sealed(number, KEYS) or {}
        kind = recipient.key.value if recipient.key else ""
        by_company = {company: [value] for company, value in known.get(kind, {}).items()}
        # what staff said is hers too may go by another number
        more = (self._premises.sealed(number, MORE_KEYS) or {}).get(kind, {})
        wanted = recipient.companies or tuple({**by_company, **more})
        values = [
            value
            for company in wanted
            for value in (*by_company.get(company, ()), *more.get(company, ()))
        ]
        # as the registers write it; numbers are compared in small letters
        written = (
            map(str.upper, values) if recipient.key is RecipientKey.CUSTOMER_NUMBER else values
        )
        return ", ".join(dict.fromkeys(written))
