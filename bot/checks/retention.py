"""The companies' own promise to erase by age: whether it can be carried out, and for what not."""

from collections.abc import Iterator

from bot.checks.remark import Remark, note
from bot.config import Settings
from bot.registers.maps.datamap import Basis, Kind, Means, Purpose, RegisterMap


def look_at_retention(settings: Settings) -> Iterator[Remark]:
    """What is left to people because nobody has said when its time is up (P03)."""
    if settings.retention is None:
        yield note(
            "retention: no run is set, so what the notice promises to erase by age is erased by "
            "people alone; write a table [retention]"
        )
        return
    for key, purpose in settings.purposes.items():
        rule = purpose.retention
        if rule is not None and rule.kind is Kind.RELATION and not rule.ends:
            yield note(
                f"purposes.{key}.retention.ends: unknown, so nothing that serves it is proposed "
                'for erasure by age; say what ends a relation: "ended", "dealing", "consent"'
            )
        elif rule is not None and rule.kind is Kind.EVENT and rule.months:
            yield from _undated(settings, purpose)


def _undated(settings: Settings, purpose: Purpose) -> Iterator[Remark]:
    if purpose.basis is Basis.LEGAL_OBLIGATION:
        return
    for name, register_map in settings.registers.items():
        for table in _serving(register_map, purpose):
            if not register_map.tables[table].meaning(Means.OCCURRED):
                yield note(
                    f"registers.{name}.tables.{table}: no column means "
                    f'"{Means.OCCURRED}", so the months of purposes.{purpose.id} cannot be '
                    "counted there and people erase by age; name the day of the event"
                )


def _serving(register_map: RegisterMap, purpose: Purpose) -> Iterator[str]:
    """The tables with a column that serves a purpose."""
    for name, table in register_map.tables.items():
        fields = [one for one in table.fields.values() if one.category in purpose.categories]
        if any(not one.purposes or purpose.id in one.purposes for one in fields):
            yield name
