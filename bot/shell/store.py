"""Questions to the ledger that are about many matters."""

from sqlmodel import col, select

from bot.core.matter import Matter
from bot.core.vocabulary import Right
from bot.shell.ledger import Ledger
from bot.shell.tables import MatterRow


def open_numbers(ledger: Ledger) -> list[str]:
    """The numbers of every open matter, the oldest first."""
    chosen = select(MatterRow.number).where(col(MatterRow.closed_at).is_(None))
    return list(ledger.session.exec(chosen.order_by(MatterRow.number)))


def open_matters(ledger: Ledger) -> list[Matter]:
    """Every open matter, the oldest first."""
    return [ledger.load(number) for number in open_numbers(ledger)]


def open_rights_beside(ledger: Ledger, number: str) -> set[Right]:
    """The rights under way in other open matters of the same sender."""
    key = ledger.session.get_one(MatterRow, number).person_key
    chosen = select(MatterRow.number).where(
        MatterRow.person_key == key,
        MatterRow.number != number,
        col(MatterRow.closed_at).is_(None),
    )
    numbers = list(ledger.session.exec(chosen)) if key else []
    return {case.right for one in numbers for case in ledger.load(one).cases if case.right}
