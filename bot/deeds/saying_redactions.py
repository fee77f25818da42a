"""The variables of what of a copy is masked or left out because it concerns others."""

from bot.answers.redaction import left_out
from bot.deeds.saying import Saying


class SayingRedactions(Saying):
    """One method a variable."""

    def masked(self) -> bool:
        return "" in self._matter.redacted.values()

    def left_out(self) -> list[dict[str, object]]:
        counts = left_out(self._matter.redacted)
        return [{"count": count, "ground": ground} for ground, count in counts.items()]

    def why_left_out(self) -> list[str]:
        rows = [number for number, ground in self._matter.redacted.items() if ground]
        said = (self._content(f"left_out:{number}") for number in rows)
        return list(dict.fromkeys(filter(None, said)))
