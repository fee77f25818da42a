"""What staff and customer read is derived from the rows that a register will erase and keep."""

from datetime import UTC, date, datetime

import pytest
from answers_world import GAVLE, shipped_map, told_otherwise
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.plan import (
    ErasurePlan,
    Ground,
    PlanLine,
    PlanVerdict,
    erased_lines,
    kept_lines,
)
from bot.answers.planned import joined, lines_of
from bot.core.vocabulary import Category
from bot.mail.words import Both
from bot.registers.erasures.rowplan import Fate, RowPlan, RowsPlanned
from bot.registers.maps.datamap import Basis, DataMap

NAMES = {"gavle": GAVLE.name, "mora": "Mora Kontorsteam AB"}
TAKEN = datetime(2026, 3, 5, 9, tzinfo=UTC)
UNTIL = date(2031, 12, 31)


def rows(
    table: str,
    fate: Fate,
    counts: dict[Category, int],
    keys: tuple[int, ...] = (1,),
    **more: object,
) -> RowsPlanned:
    """Rows of one table that share a fate."""
    return RowsPlanned(table, fate, keys, counts=tuple(counts.items()), **more)  # type: ignore[arg-type]


def kept(table: str, counts: dict[Category, int], keys: tuple[int, ...] = (1,)) -> RowsPlanned:
    """Rows that bookkeeping keeps until the end of 2031."""
    return rows(table, Fate.KEEP, counts, keys, law="bookkeeping", until=UNTIL)


CARD = (
    rows("kund", Fate.CLEAR, {Category.IDENTITY: 1, Category.CONTACT: 1}, columns=("pnr", "mejl")),
    kept("kund", {Category.IDENTITY: 1}),
)
BOUGHT = (
    rows("kop", Fate.DELETE, {Category.PURCHASES: 3}, (7, 8, 9)),
    kept("kop", {Category.PURCHASES: 2}, (10, 11)),
)


def told(*some: RowsPlanned, data_map: DataMap | None = None) -> ErasurePlan:
    """The lines of one register of Gävle."""
    plan = RowPlan("gavle", "gavle", TAKEN, some)
    return lines_of(plan, data_map or shipped_map())


def verdicts(plan: ErasurePlan) -> list[tuple[Category, PlanVerdict, int]]:
    """What becomes of how many rows of each category."""
    return [(line.category, line.verdict, line.count) for line in plan.lines]


@pytest.mark.law("L55")
def test_what_no_law_keeps_goes_although_bookkeeping_touches_its_category() -> None:
    """Old purchases are erased and new ones kept; of her name's row the personal number goes."""
    assert verdicts(told(*CARD, *BOUGHT)) == [
        (Category.IDENTITY, PlanVerdict.PART, 1),
        (Category.CONTACT, PlanVerdict.ERASE, 1),
        (Category.PURCHASES, PlanVerdict.ERASE, 3),
        (Category.PURCHASES, PlanVerdict.KEEP, 2),
    ]


@pytest.mark.law("L56")
def test_each_last_day_has_a_line_and_the_law_is_named() -> None:
    """Two years of accounts end on two days."""
    end, counts = date(2033, 12, 31), {Category.PURCHASES: 1}
    later = rows("kop", Fate.KEEP, counts, (12,), law="bookkeeping", until=end)
    lines = told(*BOUGHT, later).lines[1:]
    assert [(line.until, line.count) for line in lines] == [(UNTIL, 2), (end, 1)]
    assert "7 kap. 2 § bokföringslagen" in str(lines[0].law.sv)
    assert "chapter 7, section 2" in str(lines[0].law.en)


def test_an_event_is_told_in_the_approved_words() -> None:
    """Kept data may end with an event instead of a day."""
    block = rows(
        "stop", Fate.KEEP, {Category.CONSENTS: 1}, law="marketing_block", event="end_of_marketing"
    )
    [line] = told(block).lines
    assert isinstance(line.until, Both)
    assert str(line.until.sv) == "så länge något av bolagen skickar direktreklam"


@pytest.mark.law("L55")
def test_the_grounds_are_those_of_what_goes() -> None:
    """Bookkeeping is no ground for erasing; what stays whole has none."""
    lines = {line.verdict: line for line in told(*BOUGHT).lines}
    assert lines[PlanVerdict.ERASE].grounds == (Ground.NOT_NEEDED, Ground.OBJECTED)
    assert lines[PlanVerdict.KEEP].grounds == ()


@pytest.mark.law("L90")
@pytest.mark.people("P07")
def test_what_nobody_has_said_is_asked_with_the_keys_that_lack() -> None:
    """Of the map of a register, or of a purpose: the whole category waits for people."""
    asked = rows("visits", Fate.ASK, {Category.BEHAVIOUR: 4}, missing=("tables.visits.erase",))
    [line] = told(asked).asks
    assert (line.count, line.missing) == (4, ("tables.visits.erase",))
    unknown = told_otherwise("personal_offers", basis=Basis.UNKNOWN)
    gone = rows("visits", Fate.DELETE, {Category.BEHAVIOUR: 4})
    assert told(gone, data_map=unknown).asks[0].missing == ("purposes.personal_offers.basis",)
    assert erased_lines(told(gone, data_map=unknown), NAMES) == []


@pytest.mark.people("P30")
def test_the_receipt_tells_the_same_rows() -> None:
    """What went wholly, and what stays, in part or whole, at which company."""
    plan = told(*CARD, *BOUGHT)
    gone = [line["title"].sv for line in erased_lines(plan, NAMES)]
    stays = [(line["title"].sv, line["part"], line["until"]) for line in kept_lines(plan, NAMES)]
    assert gone == ["Kontaktuppgifter", "Genomförda köp"]
    assert stays == [("Identitetsuppgifter", True, UNTIL), ("Genomförda köp", False, UNTIL)]


def test_two_registers_of_a_company_are_said_as_one() -> None:
    """Counts add up, companies follow each other, and nothing is said twice."""
    gone = {Category.BEHAVIOUR: 2}
    first, second = (told(rows(name, Fate.DELETE, gone)) for name in ("visits", "clicks"))
    there = lines_of(RowPlan("mora", "mora", TAKEN, CARD), shipped_map())
    plan = joined([first, there, second])
    assert [(line.company, line.category, line.count) for line in plan.lines] == [
        ("gavle", Category.BEHAVIOUR, 4),
        ("mora", Category.IDENTITY, 1),
        ("mora", Category.CONTACT, 1),
    ]


_LINES = st.builds(
    PlanLine,
    company=st.sampled_from(["gavle", "mora"]),
    category=st.sampled_from(Category),
    title=st.just(Both("x", "x")),
    count=st.integers(min_value=1, max_value=9),
    verdict=st.sampled_from(PlanVerdict),
)


@given(st.lists(_LINES.map(lambda line: ErasurePlan((line,)))))
def test_joining_loses_no_row(parts: list[ErasurePlan]) -> None:
    """Whatever is joined, and in whatever order."""
    plan = joined(parts)
    before = sum(line.count for part in parts for line in part.lines)
    assert sum(line.count for line in plan.lines) == before
    places = [(line.company, line.category, line.verdict) for line in plan.lines]
    assert len(places) == len(set(places))
    assert joined([plan]) == plan
