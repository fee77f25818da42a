"""What is planned is the map's own grounds, company by company, and nothing is guessed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from answers_world import GAVLE, shipped_map, snapshot, table, told_otherwise
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.plan import (
    ErasurePlan,
    Ground,
    PlanLine,
    PlanVerdict,
    erased_lines,
    kept_lines,
    plan_of,
    residue_of,
)
from bot.core.vocabulary import Category, Language
from bot.mail.templates import SHIPPED, environment
from bot.mail.words import Both, spoken, words_of
from bot.registers.maps.datamap import Basis, DataMap
from bot.registers.records import Snapshot

NAMES = {"gavle": GAVLE.name, "borlange": "Kontor & Miljö i Borlänge AB"}
CLOSINGS = {"gavle": "12-31", "borlange": "12-31"}


def purchases(*days: str, company: str = "gavle") -> Snapshot:
    """A customer with a name, a telephone number, visits, choices, and purchases on some days."""
    return snapshot(
        company,
        table(Category.IDENTITY, "Kunder", ("Kerstin", "Låtsasson")),
        table(Category.CONTACT, "Kontaktvägar", ("026-1",), ("026-2",)),
        table(Category.PURCHASES, "Köp", *((day,) for day in days), columns="bought_on"),
        table(Category.PURCHASES, "Köpta varor", *(("7",) for _ in days), columns="quantity"),
        table(Category.BEHAVIOUR, "Besök i webbshoppen", ("/toner",)),
        table(Category.CONSENTS, "Samtycken", ("1",)),
        table(Category.CREDIT, "Tomt"),
    )


def planned(
    held: Snapshot,
    data_map: DataMap | None = None,
    closings: Mapping[str, str | None] | None = None,
) -> ErasurePlan:
    """The plan for one company."""
    known = CLOSINGS if closings is None else closings
    return plan_of({held.company: held}, data_map or shipped_map(), known)


def first(plan: ErasurePlan, category: Category) -> PlanLine:
    """The line of a category; the first of two where two laws keep it."""
    return next(line for line in plan.lines if line.category is category)


def verdicts(plan: ErasurePlan) -> dict[Category, PlanVerdict]:
    """What becomes of each category."""
    return {line.category: line.verdict for line in plan.lines}


def said(part: str, language: Language, **variables: object) -> str:
    """What a part of a mail says, each gap one blank."""
    given = {key: spoken(value, language) for key, value in variables.items()}
    text = environment(SHIPPED, language).get_template(f"parts/{part}.txt").render(given)
    return " ".join(text.split())


@pytest.mark.law("L55")
def test_only_what_a_law_obliges_us_to_keep_is_kept() -> None:
    """Telephone and visits go; of purchases and names the law's part stays; choices stay whole."""
    plan = planned(purchases("2024-03-04"))
    assert verdicts(plan) == {
        Category.IDENTITY: PlanVerdict.PART,
        Category.CONTACT: PlanVerdict.ERASE,
        Category.PURCHASES: PlanVerdict.PART,
        Category.CONSENTS: PlanVerdict.KEEP,
        Category.BEHAVIOUR: PlanVerdict.ERASE,
    }
    assert first(plan, Category.CONTACT).count == 2
    assert "bokföringslagen" in str(first(plan, Category.PURCHASES).law.sv)
    assert plan.asks == ()


@pytest.mark.law("L55")
def test_each_line_names_the_grounds_by_which_something_goes() -> None:
    """Consent, contract and interest are each a ground of their own; a duty is none."""
    plan = planned(purchases("2024-03-04"))
    assert first(plan, Category.BEHAVIOUR).grounds == (Ground.CONSENT_WITHDRAWN,)
    assert first(plan, Category.CONTACT).grounds == (Ground.NOT_NEEDED, Ground.CONSENT_WITHDRAWN)
    assert first(plan, Category.PURCHASES).grounds == (Ground.NOT_NEEDED, Ground.OBJECTED)
    assert first(plan, Category.CONSENTS).grounds == ()


@pytest.mark.law("L55")
def test_a_company_without_accounts_of_her_keeps_none_of_her_data_for_them() -> None:
    """Another company's purchases hold nothing here: the exception is for each datum."""
    subscriber = snapshot("borlange", table(Category.IDENTITY, "Kundkort", ("Kerstin",)))
    held = {"gavle": purchases("2024-03-04"), "borlange": subscriber}
    lines = plan_of(held, told_otherwise("customer", needs=()), CLOSINGS).lines
    there = [line for line in lines if line.company == "borlange"]
    assert [line.verdict for line in there] == [PlanVerdict.ERASE]


@pytest.mark.law("L56")
@pytest.mark.parametrize(
    ("bought", "closing", "last"),
    [
        ("2019-07-01", "12-31", date(2026, 12, 31)),
        ("2019-06-30", "06-30", date(2026, 12, 31)),
        ("2018-05-01", "04-30", date(2026, 12, 31)),
        ("2019-07-01", "06-30", date(2027, 12, 31)),
        ("2020-08-31", "08-31", date(2027, 12, 31)),
    ],
)
def test_accounts_are_kept_to_their_exact_last_day(bought: str, closing: str, last: date) -> None:
    """31 December of the seventh year after the calendar year in which the fiscal year closed."""
    plan = planned(purchases("2018-01-02", bought), closings={"gavle": closing})
    assert first(plan, Category.PURCHASES).until == last
    assert first(plan, Category.IDENTITY).until == last


@pytest.mark.law("L56")
def test_no_longer_than_their_last_day() -> None:
    """Accounts of 2018 are kept on 31 December 2025 in Sweden, and no more an hour later."""
    held = purchases("2018-12-31")
    evening = Snapshot("gavle", "gavle", datetime(2025, 12, 31, 22, 59, tzinfo=UTC), held.tables)
    night = Snapshot("gavle", "gavle", datetime(2025, 12, 31, 23, 0, tzinfo=UTC), held.tables)
    assert verdicts(planned(evening))[Category.PURCHASES] is PlanVerdict.PART
    assert verdicts(planned(night))[Category.PURCHASES] is PlanVerdict.ERASE


@pytest.mark.people("P07")
@pytest.mark.parametrize(
    ("held", "closings"),
    [
        (purchases("2024-03-04"), {}),
        (purchases("2024-03-04"), {"gavle": None}),
        (purchases("2024-03-04", "i våras"), CLOSINGS),
        (purchases("2024-03-04", ""), CLOSINGS),
    ],
)
def test_where_a_day_is_unknown_the_approved_words_are_told(
    held: Snapshot, closings: Mapping[str, str | None]
) -> None:
    """No fiscal year, or a purchase without a day: no date is made up for it."""
    until = first(planned(held, closings=closings), Category.PURCHASES).until
    assert isinstance(until, Both)
    assert str(until.sv).startswith("till och med den 31 december det sjunde året efter")
    assert str(until.en).startswith("until 31 December of the seventh year after")


def test_a_table_whose_days_nobody_wrote_down_gives_no_date() -> None:
    """Its rows may be later than every day that is known."""
    known = purchases("2024-03-04")
    loose = table(Category.PURCHASES, "Fakturor på papper", ("88213",))
    held = Snapshot("gavle", "gavle", known.taken, (*known.tables, loose))
    assert isinstance(first(planned(held), Category.PURCHASES).until, Both)


@pytest.mark.people("P07")
def test_what_is_kept_may_end_with_an_event_instead_of_a_day() -> None:
    """The block stays as long as there is advertising; each law that keeps has a line."""
    lines = [
        line
        for line in planned(purchases("2024-03-04")).lines
        if line.category is Category.CONSENTS
    ]
    assert [str(line.until.sv) for line in lines if isinstance(line.until, Both)] == [
        "så länge du är kund eller prenumererar och i 24 månader därefter",
        "så länge något av bolagen skickar direktreklam",
    ]


@pytest.mark.law("L90")
@pytest.mark.parametrize(
    "unknown",
    [{"basis": Basis.UNKNOWN}, {"retention": None}, {"retention_sv": ""}, {"basis_en": ""}],
)
def test_what_nobody_knows_is_asked_and_never_erased(unknown: dict[str, object]) -> None:
    """One ground, period or wording that is missing leaves the category to a human."""
    plan = planned(purchases("2024-03-04"), told_otherwise("personal_offers", **unknown))
    asks = {line.category: line.missing for line in plan.asks}
    assert asks == {Category.BEHAVIOUR: (f"purposes.personal_offers.{next(iter(unknown))}",)}
    titles = [line["title"].sv for line in erased_lines(plan, NAMES)]
    assert titles == ["Kontaktuppgifter"]
    assert residue_of(purchases("2024-03-04"), plan, "gavle") == 2


@pytest.mark.law("L90")
def test_data_without_a_purpose_are_asked_about() -> None:
    """An empty map erases nothing."""
    plan = planned(purchases("2024-03-04"), DataMap())
    assert set(verdicts(plan).values()) == {PlanVerdict.ASK}
    assert all(line.missing for line in plan.lines)


def test_a_plan_comes_back_from_the_vault_as_it_was() -> None:
    """Dates stay dates and words stay words, and equal plans are equal texts."""
    plan = planned(purchases("2024-03-04"))
    again = ErasurePlan.from_json(plan.to_json().encode())
    assert again == plan
    assert again.to_json() == plan.to_json()
    assert "Kerstin" not in plan.to_json()


@given(
    st.lists(
        st.builds(
            PlanLine,
            company=st.sampled_from(["gavle", "mora"]),
            category=st.sampled_from(Category),
            title=st.builds(Both, st.text(), st.text()),
            count=st.integers(min_value=1),
            verdict=st.sampled_from(PlanVerdict),
            law=st.builds(Both, st.text(), st.text()),
            until=st.dates() | st.builds(Both, st.text(), st.text()),
            grounds=st.lists(st.sampled_from(Ground)).map(tuple),
            missing=st.lists(st.text()).map(tuple),
        )
    ).map(tuple)
)
def test_any_plan_survives_the_vault(lines: tuple[PlanLine, ...]) -> None:
    """Whatever the words are."""
    plan = ErasurePlan(lines)
    assert ErasurePlan.from_json(plan.to_json()) == plan


@pytest.mark.law("L59")
def test_what_is_left_is_counted_row_by_row() -> None:
    """Rows that should be gone are residue, those that a law keeps are not, nor another's."""
    before = purchases("2024-03-04")
    plan = planned(before)
    assert residue_of(before, plan, "gavle") == 3
    assert residue_of(before, plan, "borlange") == 0
    kept = tuple(
        one for one in before.tables if one.category in {Category.PURCHASES, Category.IDENTITY}
    )
    assert residue_of(Snapshot("gavle", "gavle", before.taken, kept), plan, "gavle") == 0


@pytest.mark.people("P30")
@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            Language.SV,
            (
                "kontaktuppgifter och besöks- och sökhistorik",
                "genomförda köp",
                "till och med den 31 december 2031",
                "rättslig förpliktelse (artikel 6.1 c i GDPR): 7 kap. 2 § bokföringslagen",
                "så länge något av bolagen skickar direktreklam",
            ),
        ),
        (
            Language.EN,
            (
                "contact data and visits and searches",
                "purchases",
                "until 31 December 2031",
                "legal obligation (Article 6(1)(c) GDPR): chapter 7, section 2",
                "for as long as any of the companies does direct marketing",
            ),
        ),
    ],
)
def test_the_answer_reads_the_plan_aloud(language: Language, told: tuple[str, ...]) -> None:
    """What went, and what is kept by which law until which day, at each company; or nothing."""
    plan = planned(purchases("2024-03-04"))
    text = said(
        "erased",
        language,
        companies=list(NAMES.values()),
        erased=erased_lines(plan, NAMES),
        kept=kept_lines(plan, NAMES),
        backups_until=date(2026, 5, 12),
    )
    assert [words for words in told if words not in text] == []
    assert "None" not in text
    assert NAMES["borlange"] + ": " in text


def test_what_is_kept_in_part_says_so() -> None:
    """Her name stays on the invoices alone; her choices stay whole."""
    kept = kept_lines(planned(purchases("2024-03-04")), NAMES)
    parts = {row["title"].sv: row["part"] for row in kept}
    assert parts == {
        "Identitetsuppgifter": True,
        "Genomförda köp": True,
        "Samtycken och utskick": False,
    }


def test_each_verdict_has_its_word() -> None:
    """The approver's mail can say every one of them."""
    table = words_of(SHIPPED, Language.SV).tables["verdicts"]
    assert set(PlanVerdict) - set(table) == set()
