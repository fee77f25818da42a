"""What a register does to one person's rows by itself, an act each, as its map says how."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.core.vocabulary import Act
from bot.registers.changes.correcting import rectify
from bot.registers.changes.restricting import lift, restrict
from bot.registers.changes.stopping import stop, switch_off
from bot.registers.maps.datamap import RegisterMap
from bot.registers.orders import Order
from bot.registers.search import Family
from bot.registers.sources import Writes

__all__ = ["CHANGES", "Change", "switch_off"]

Change = Callable[[RegisterMap, Writes, Family, Order], bool]
"""One act on one person's rows; False where the map leaves any of it to people: none is done."""

CHANGES: Final[Mapping[Act, Change]] = {
    Act.RESTRICT: restrict,
    Act.LIFT: lift,
    Act.RECTIFY: rectify,
    Act.STOP: stop,
}
