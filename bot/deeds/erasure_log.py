"""Writing down what an erasure takes, before and after: a restored backup is then erased anew."""

from collections.abc import Iterable
from datetime import datetime

from bot.config import Settings
from bot.core.deadlines import receipt_day
from bot.registers.erasures.deletions import Marking, line_after, lines_before
from bot.registers.erasures.rowplan import RowPlan
from bot.registers.records import PersonRecord
from bot.shell.deletion_log import DeletionLog


class ErasureLog:
    """The deletion log, told of each erasure in each register; `now` is aware.

    OSError and KeyFileFault where it cannot be written: then nothing may be erased.
    """

    def __init__(self, settings: Settings) -> None:
        self._log = DeletionLog(settings.erasure.log, settings.erasure.key_file)
        self._maps = settings.registers

    def begin(
        self,
        plan: RowPlan,
        matter: str,
        address: str,
        records: Iterable[PersonRecord],
        now: datetime,
    ) -> None:
        """Before the register acts: the rows, and whose they are, while it can still be read.

        `records` are those of the register that hold the proved address. Harmless when repeated.
        """
        records = tuple(records)
        marking = Marking(plan.register, self._maps[plan.register], self._log.mark)
        known = (marking.identity(records, address), marking.persons(records))
        self._log.append(lines_before(marking, plan, matter, receipt_day(now), known))

    def finish(self, plan: RowPlan, matter: str, now: datetime) -> None:
        """After it has acted. What was begun and not finished is never repeated."""
        self._log.append([line_after(plan.register, matter, receipt_day(now))])
