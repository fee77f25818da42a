"""What a register is told to do to one person's records, beside reading them."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.command_words import Change
from bot.core.vocabulary import Act
from bot.registers.erasures.rowplan import RowPlan
from bot.registers.keys import addresses_in
from bot.registers.maps.purposes import Purpose


@dataclass(frozen=True)
class Order:
    """One act on the records that hold a proved address, at an aware instant.

    `changes` are what a named human puts right (RECTIFY), or has put right in this matter before
    (the other acts: her record may have another address by now). `plan` is what is erased (ERASE),
    `stops` the purposes that end (STOP), and `reference` the matter's number, for a note beside
    what is never written over. `marked` are the rows (`table/key`) that the bot itself restricted
    in this matter (LIFT). `also` are the keys of what staff said is hers too (ERASE).
    """

    act: Act
    address: str
    on: datetime
    changes: tuple[Change, ...] = ()
    plan: RowPlan | None = None
    reference: str = ""
    stops: tuple[Purpose, ...] = ()
    marked: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The proved address, and what it was changed to."""
        known = [self.address]
        for change in self.changes:
            if addresses_in(change.old) & addresses_in(" ".join(known)):
                known += addresses_in(change.new)
        return tuple(dict.fromkeys(known))
