"""Three demo registers, deliberately unlike each other, made once from one population."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from random import Random

from bot.demo import register_borlange, register_gavle, register_mora
from bot.demo.person import BORLANGE, GAVLE, MORA, DemoPerson
from bot.demo.population import PER_REGISTER, population

_Build = Callable[[Path, list[DemoPerson], date, Random], None]

_BUILDERS: Mapping[str, _Build] = {
    GAVLE: register_gavle.build,
    BORLANGE: register_borlange.build,
    MORA: register_mora.build,
}


def create(folder: Path, today: date, per_register: int = PER_REGISTER) -> None:
    """Make `gavle.sqlite`, `borlange.sqlite`, and `mora.sqlite` with the files in `mora/`.

    A register that is there is left as it is. Dates lie before `today`; the same day gives the
    same registers.
    """
    missing = [name for name in _BUILDERS if not (folder / f"{name}.sqlite").exists()]
    if not missing:
        return
    folder.mkdir(parents=True, exist_ok=True)
    people = population(per_register)
    for name in missing:
        theirs = [person for person in people if name in person.homes]
        unfinished = folder / f"{name}.unfinished"
        unfinished.unlink(missing_ok=True)
        _BUILDERS[name](unfinished, theirs, today, Random(name))  # noqa: S311 - invented people
        unfinished.replace(folder / f"{name}.sqlite")
