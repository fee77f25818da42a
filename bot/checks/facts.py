"""The data map against itself, the registers, the notice, and what controllers have decided."""

from collections.abc import Iterator
from datetime import date

from bot.checks.remark import Remark, fault, note
from bot.config import OWN_PURPOSE, Mode, Settings, notice_faults, open_points
from bot.core.vocabulary import Category, Language
from bot.mail.lint import lint
from bot.registers.maps.datamap import FieldMap, Means, RegisterMap

_LANGUAGES = tuple(f"_{language}" for language in Language)


def look_at_facts(settings: Settings) -> Iterator[Remark]:
    """What Art. 15(1)(a)-(h) and 15(2) want told, of each category that a register holds."""
    held = frozenset(_categories(settings))
    told: dict[str, list[str]] = {}
    for category in sorted(held):
        for name in settings.facts[category].missing():
            told.setdefault(name, []).append(category)
    for name, categories in told.items():
        yield note(
            f"{name}: without content, so access answers with {' or '.join(categories)} data go "
            "to a human; fill it in"
        )
    if settings.mode is Mode.LIVE and OWN_PURPOSE not in settings.purposes:
        yield note(
            f"purposes.{OWN_PURPOSE}: of what the bot itself keeps, answers say that nobody else "
            "gets it and that it stays within the EU; write the table yourself if somebody else "
            "runs this machine or the mailboxes"
        )
    for purpose in settings.purposes.values():
        if purpose.categories and not held.intersection(purpose.categories):
            yield note(
                f"purposes.{purpose.id}: no register holds {', '.join(purpose.categories)}, so "
                "this purpose has no data; take it out, or map the register"
            )


def look_at_texts(settings: Settings) -> Iterator[Remark]:
    """No approved text may hold what no mail may say (law document, section 0)."""
    parts = [
        *((f"purposes.{one.id}", one) for one in settings.purposes.values()),
        *((f"categories.{key}", one) for key, one in settings.categories.items()),
        ("statements", settings.statements),
    ]
    for place, part in parts:
        for name, text in part:
            if name.endswith(_LANGUAGES) and isinstance(text, str):
                yield from (fault(f"{place}.{name}: {wrong}; mend it") for wrong in lint(text))


def look_at_personal_numbers(settings: Settings) -> Iterator[Remark]:
    """Lag (2018:218) 3 kap. 10 §: a personal number is kept where that is clearly justified."""
    if any(purpose.personal_number for purpose in settings.purposes.values()):
        return
    for name, register in settings.registers.items():
        if any(field.means is Means.PERSONAL_NUMBER for field in _fields(register)):
            yield fault(
                f"registers.{name}: a column has personal numbers, and no purpose has "
                "personal_number = true; name the purpose that needs them, or delete them"
            )


def look_at_notice(settings: Settings, today: date) -> Iterator[Remark]:
    """Every difference between map and notice that nobody has decided on (P16)."""
    yield from (fault(str(one)) for one in notice_faults(settings, today))
    for purpose in settings.purposes.values():
        if not purpose.version or purpose.valid_from is None:
            yield note(
                f"purposes.{purpose.id}: version and valid_from are needed to know who was "
                "registered under which wording; till then withdrawals of consent go to a human"
            )


def look_at_open_points(settings: Settings) -> Iterator[Remark]:
    """What only the controllers can decide, and have not."""
    for point in open_points(settings):
        yield note(f"{point.key}: not decided, so {point.meanwhile}; write it once it is")


def _categories(settings: Settings) -> set[Category]:
    """What the registers hold, and what the bot's own ledger does."""
    held = {field.category for one in settings.registers.values() for field in _fields(one)}
    return held | {Category.REQUESTS}


def _fields(register: RegisterMap) -> Iterator[FieldMap]:
    yield from register.marketing.fields.values() if register.marketing else ()
    for table in register.tables.values():
        yield from table.fields.values()
