"""The variables of what staff are asked and told of a retention run."""

import json
from datetime import date
from typing import Any

from bot.core.watching import RETENTION_WAITS
from bot.deeds.premises import LAPSES, RETIRED
from bot.deeds.saying_prompts import SayingPrompts
from bot.registers.maps.datamap import TableMap


class SayingRetention(SayingPrompts):
    """One method a variable: counts, table titles and masked names (P04)."""

    def erased_on(self) -> date:
        return self._today + RETENTION_WAITS

    def lapses(self) -> list[dict[str, Any]]:
        return [
            {
                "register": one["register"],
                "by_people": one["by_people"],
                "records": one["records"],
                "more": one["more"],
                "lines": [
                    {"title": self._table(one["register"], table).title_sv, "fate": fate, "rows": n}
                    for table, fate, n in one["lines"]
                ],
                "left_alone": [{"why": why, "records": n} for why, n in one["left_alone"]],
                "samples": [
                    {
                        "title": self._table(one["register"], table).title_sv,
                        "row": row,
                        "name": name,
                        "year": year,
                    }
                    for table, row, name, year in one["samples"]
                ],
            }
            for one in self._kept(LAPSES)
            if one["records"] or one["left_alone"]
        ]

    def retired(self) -> list[dict[str, Any]]:
        return [
            {
                "register": one["register"],
                "records": one["records"],
                "skipped": one["skipped"],
                "left": [
                    {"title": self._table(one["register"], table).title_sv, "rows": rows}
                    for table, rows in sorted(one["left"].items())
                ],
            }
            for one in self._kept(RETIRED)
        ]

    def _kept(self, label: str) -> list[dict[str, Any]]:
        return list(json.loads(self._content(label) or "[]"))

    def _table(self, register: str, table: str) -> TableMap:
        return self._premises.settings.registers[register].tables[table]
