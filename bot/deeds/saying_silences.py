"""The variables of what is missing in a copy, since a register never answered."""

from bot.core.events import Event
from bot.core.receipts import READING
from bot.core.vocabulary import Mail
from bot.deeds.saying_redactions import SayingRedactions


class SayingSilences(SayingRedactions):
    """One method a variable: registers to staff, companies to the customer."""

    def silent(self) -> list[dict[str, str]]:
        case, registers = self._case, self._premises.registers
        if case is None or case.right not in READING:
            return []
        missing = case.owed if self.owed() else self._matter.silent
        companies = self._premises.settings.companies
        return [
            {"company": companies[one.company].short, "register": name}
            for name, one in registers.items()
            if name in missing
        ]

    def owed(self) -> bool:
        case = self._case
        if case is None or case.right not in READING or self._effect.mail is not Mail.BY_HAND:
            return False
        return self._effect.reason == Event.REGISTER_SILENT and bool(case.owed)

    def unanswered(self) -> list[str]:
        companies = self._premises.settings.companies
        missing = self._premises.unanswered(self._matter)
        return [one.name for key, one in companies.items() if key in missing]
