"""Questions to the ledger that are about many matters."""

from sqlmodel import col, or_, select

from bot.core.effects import Kind
from bot.core.matter import Matter
from bot.core.vocabulary import Right
from bot.shell.ledger import Ledger
from bot.shell.tables import CaseRow, Content, EffectRow, MatterRow


def open_numbers(ledger: Ledger) -> list[str]:
    """The numbers of every open matter, the oldest first."""
    chosen = select(MatterRow.number).where(col(MatterRow.closed_at).is_(None))
    return list(ledger.session.exec(chosen.order_by(MatterRow.number)))


def open_matters(ledger: Ledger) -> list[Matter]:
    """Every open matter, the oldest first."""
    return [ledger.load(number) for number in open_numbers(ledger)]


def addresses_of_open_matters(ledger: Ledger) -> set[str]:
    """The addresses of everybody of whom a matter is open, or frozen in a dispute (P24)."""
    chosen = (
        select(Content.body)
        .join(MatterRow, col(MatterRow.number) == col(Content.matter))
        .where(or_(col(MatterRow.closed_at).is_(None), col(MatterRow.frozen)))
        .where(col(Content.label).in_(("requester", "writer", "other")))
    )
    return {body.decode() for body in ledger.session.exec(chosen)}


def open_workflow(ledger: Ledger, company: str, workflow: str) -> bool:
    """Whether a company (key) has an open matter of a table."""
    chosen = (
        select(MatterRow.number)
        .join(CaseRow, col(CaseRow.matter) == col(MatterRow.number))
        .where(MatterRow.company == company, CaseRow.workflow == workflow)
        .where(col(MatterRow.closed_at).is_(None))
    )
    return ledger.session.exec(chosen).first() is not None


def has_retired(ledger: Ledger, company: str) -> bool:
    """Whether a retention run of a company (key) was ever carried out."""
    chosen = (
        select(EffectRow.id)
        .join(MatterRow, col(MatterRow.number) == col(EffectRow.matter))
        .where(MatterRow.company == company, EffectRow.kind == Kind.RETIRE)
        .where(EffectRow.state == "done")
    )
    return ledger.session.exec(chosen).first() is not None


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
