"""From the data maps of the config to registers that answer."""

from collections.abc import Mapping

from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import RegisterMap
from bot.registers.records import Register


def open_register(name: str, register_map: RegisterMap) -> Register:
    """The register behind one map. Nothing is connected to before the first gesture."""
    return MappedRegister(name, register_map)


def open_registers(maps: Mapping[str, RegisterMap]) -> dict[str, Register]:
    """All registers of the config, by name, in its order."""
    return {name: open_register(name, register_map) for name, register_map in maps.items()}
