"""What only the controllers can decide: where they have not, a human is asked meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.config.faults import Fault
from bot.config.models import Settings
from bot.registers.maps.datamap import Difference, Differs

_DECIDE = (
    'what the notice says, or a [[notice.decisions]] with purpose = "{purpose}", '
    'differs = ["{differs}"], its day, who decided it, and the day of the corrected notice'
)
_REMEMBER = "the wording of that notice into `earlier`, with its basis, version and days"


@dataclass(frozen=True)
class OpenPoint:
    """A setting that nobody has decided: its dotted key, and what a human does meanwhile."""

    key: str
    meanwhile: str


def open_points(settings: Settings) -> tuple[OpenPoint, ...]:
    """Every such setting that is empty; of purposes and categories, `CategoryFacts.missing`."""
    return (*_of_all(settings), *_of_companies(settings), *_of_recipients(settings))


def notice_faults(settings: Settings, today: date | None = None) -> Iterator[Fault]:
    """Where data map and notice differ without a decision and a corrected notice (P16).

    With `today`, a decision or notice of a later day settles nothing yet.
    """
    version = settings.notice.version
    notice = f"the notice of {version}" if version else "the notice"
    for one in settings.notice.undecided(settings.purposes, today):
        yield _fault(one, notice)


def _fault(one: Difference, notice: str) -> Fault:
    found = f"{one.map_says or 'nothing'}; {notice} says {one.notice_says or 'nothing of it'}"
    write = _REMEMBER if one.differs is Differs.EARLIER else _DECIDE
    return Fault(
        f"purposes.{one.purpose}.{one.differs}",
        found,
        write.format(purpose=one.purpose, differs=one.differs),
    )


def _of_all(settings: Settings) -> Iterator[OpenPoint]:
    undecided = {
        "backup_days": "a human says in each receipt of an erasure when backups are overwritten",
        "spar": "nobody is asked to look an address up in SPAR, and level 3 needs another way",
        "purchase_notice_on": "a human compares what the notice about purchases says",
    }
    for name, meanwhile in undecided.items():
        if getattr(settings.controllers, name) is None:
            yield OpenPoint(f"controllers.{name}", meanwhile)
    statements = {
        "cookies": "questions about cookies go to a human",
        "arrangement": "questions about who is responsible go to a human",
    }
    for name, meanwhile in statements.items():
        for language in ("sv", "en"):
            if not getattr(settings.statements, f"{name}_{language}"):
                yield OpenPoint(f"statements.{name}_{language}", meanwhile)
    if not settings.notice.version:
        yield OpenPoint("notice.version", "a human decides each withdrawal of consent")


def _of_companies(settings: Settings) -> Iterator[OpenPoint]:
    for key, company in settings.companies.items():
        if company.fiscal_year_end is None:
            meanwhile = "a human says until which day accounting records are kept"
            yield OpenPoint(f"companies.{key}.fiscal_year_end", meanwhile)
        if not any(person.deputy for person in company.staff):
            meanwhile = "what nobody answers, in July or at Christmas, goes to its staff once more"
            yield OpenPoint(f"companies.{key}.staff.deputy", meanwhile)


def _of_recipients(settings: Settings) -> Iterator[OpenPoint]:
    for key, recipient in settings.recipients.items():
        for name in ("address", "key"):
            if not getattr(recipient, name):
                meanwhile = "a human tells this recipient of corrections, erasures and restrictions"
                yield OpenPoint(f"recipients.{key}.{name}", meanwhile)
