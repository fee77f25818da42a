"""The variables of what may be hers too: staff say by number what is (P01, P20)."""

from typing import Any

from bot.core.candidates import STRONG_LEVEL, numbered
from bot.deeds.candidates import Candidates, Listed
from bot.deeds.saying_answers import SayingAnswers
from bot.registers.erasures.deletions import NAMING, ROW_NUMBER
from bot.registers.maps.datamap import TableMap

#: candidates of the own company that one mail lists
MOST_CANDIDATES = 40


class SayingCandidates(SayingAnswers):
    """One method a variable: masked lines of the own company, of the others numbers alone (P04)."""

    def candidates(self) -> list[dict[str, Any]]:
        matter = self._matter
        found: dict[str, dict[int, Listed]] = {}
        for number, one in self._listed().items():
            company = self._premises.registers[one.register].company
            found.setdefault(company, {})[number] = one
        return [
            {
                "company": settings.short,
                "own": company == matter.company,
                "numbers": ", ".join(map(str, found[company])),
                "count": len(found[company]),
                "lines": [
                    self._line(number, one)
                    for number, one in list(found[company].items())[:MOST_CANDIDATES]
                    if company == matter.company
                ],
            }
            for company, settings in self._premises.settings.companies.items()
            if company in found
        ]

    def included(self) -> list[str]:
        return [str(number) for number in self._listed() if number in self._matter.included]

    def _listed(self) -> dict[int, Listed]:
        found = Candidates(self._premises).listed(self._matter.number, numbered(self._matter))
        registers = self._premises.registers
        return {number: one for number, one in found.items() if one.register in registers}

    def _line(self, number: int, one: Listed) -> dict[str, Any]:
        return {
            "number": number,
            "title": self._title_of(one),
            "row": self._row(one),
            "hint": one.hint,
            "by": list(one.by),
            "day": one.day or "",
            "strong": one.strong and self._matter.level < STRONG_LEVEL,
        }

    def _title_of(self, one: Listed) -> str:
        """What the register calls such things; its own name where no map says."""
        box = self._premises.settings.mail_archives.get(one.register)
        if box is not None:
            return box.title_sv
        table = self._table_of(one)
        return table.title_sv if table else one.register

    def _row(self, one: Listed) -> str:
        """The number of its own row, by which staff find it, where that names nobody."""
        table, row = self._table_of(one), one.key.partition("/")[2]
        named = table is None or table.fields[table.key].means in NAMING
        return row if ROW_NUMBER.fullmatch(row) and not named else ""

    def _table_of(self, one: Listed) -> TableMap | None:
        register_map = self._premises.settings.registers.get(one.register)
        return register_map.tables.get(one.table) if register_map else None
