"""What free text says of others is masked or left out, and the rest is given (Art. 15(4))."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.redaction import MASKED, flags_of, left_out, redacted
from bot.core.vocabulary import Category, Refusal
from bot.registers.records import Column, Snapshot, TableRows

TAKEN = datetime(2026, 3, 10, 8, tzinfo=UTC)
PERSON = TableRows(
    Category.CONTACT,
    "Kund",
    (Column("name", "Namn"), Column("mail", "E-post"), Column("phone", "Telefon")),
    (("Karin Ek", "karin@post.example", "070-123 45 67"),),
)


def noted(*texts: str) -> dict[str, Snapshot]:
    """Karin, with these notes about her at one company."""
    columns = (Column("no", "Nummer"), Column("note", "Anteckning", free_text=True))
    rows = tuple((str(number), text) for number, text in enumerate(texts))
    notes = TableRows(Category.PURCHASES, "Anteckningar", columns, rows)
    return {"gavle": Snapshot("gavle", "gavle", TAKEN, (PERSON, notes))}


def given_notes(snapshots: dict[str, Snapshot], said: dict[int, str]) -> list[str]:
    """The notes as they would be given."""
    return [row[1] for row in redacted(snapshots, said)["gavle"].tables[1].rows]


@pytest.mark.law("L39")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Karin ringde, kollegan Lina Strand tog emot", "Karin ringde, kollegan […] tog emot"),
        ("hennes bror nås på 073-987 65 43", "hennes bror nås på […]"),
        ("svar till lina.strand@firma.example", "svar till […]"),
        ("pratade med Åke om leveransen", "pratade med […] om leveransen"),
        ("Kunden Lina Strand ringde. Hon bad om svar", "Kunden […] ringde. Hon bad om svar"),
        ("7/1: Per ringde. De Geer svarade", "7/1: […] ringde. […] svarade"),
        ("hon bad Man och Bo att ringa", "hon bad […] och […] att ringa"),
    ],
)
def test_whoever_else_is_named_is_masked_and_the_rest_is_given(text: str, shown: str) -> None:
    """By name, number or address; her own name stays."""
    snapshots = noted(text)
    (flag,) = flags_of(snapshots)
    assert given_notes(snapshots, {flag.number: ""}) == [shown]


@pytest.mark.law("L39")
@pytest.mark.parametrize(
    "text",
    [
        "", "karin ek ringde om tonern", "Karin Ek nås på +46 70 123 45 67",
        "mejl till KARIN@post.example", "betalt 1 250,00 kr",
        "Hon ringde. Fakturan kom inte fram.\nVill ha svar", "7/1 Kunden Karin Ek ringde",
    ],
)  # fmt: skip
def test_what_is_only_about_her_is_not_flagged(text: str) -> None:
    """Her own name, number and address are hers to have."""
    assert flags_of(noted(text)) == ()


@pytest.mark.people("P20")
def test_rows_are_numbered_through_and_only_the_named_ones_change() -> None:
    """`MASKERA 2` masks the second flagged row; a row left out is gone and counted by ground."""
    snapshots = noted("Bo Ek kom in", "inget", "Lina Ek kom in", "Eva Ek kom in")
    assert [flag.number for flag in flags_of(snapshots)] == [1, 2, 3]
    said = {2: "", 3: Refusal.DRAFT.value}
    assert given_notes(snapshots, said) == ["Bo Ek kom in", "inget", f"{MASKED} kom in"]
    assert left_out(said) == {Refusal.DRAFT.value: 1}


@pytest.mark.people("P04")
def test_a_hint_shows_no_name_whole() -> None:
    """What staff read beside the number has stars."""
    (flag,) = flags_of(noted("kollegan Lina Strand tog emot"))
    assert "Lina" not in " ".join(flag.hints)


@given(st.lists(st.text(max_size=200), max_size=5), st.integers(0, 6))
def test_any_text_is_given_or_masked_and_nothing_else_is_touched(
    texts: list[str], number: int
) -> None:
    """Whatever stands in a note, the same rows come out, and only the masked one differs."""
    snapshots = noted(*texts)
    flags = {flag.number: flag.row for flag in flags_of(snapshots)}
    shown = given_notes(snapshots, {number: ""})
    changed = [place for place, text in enumerate(texts) if shown[place] != text]
    assert len(shown) == len(texts)
    assert changed == ([flags[number]] if number in flags else [])
