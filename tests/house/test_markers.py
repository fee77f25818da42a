"""Each mark of a test names a requirement that is there."""

import re

import pytest
from house.law_rows import KINDS, read_rows
from house_sources import ROOT

_MARK = re.compile(r"mark\.(law|people)\(([^)]*)\)")
ROWS = read_rows(ROOT / "tests" / "house" / "rows.toml")
_NAMES = {kind: {row.number for row in ROWS.values() if row.kind == kind} for kind in KINDS}


def test_every_mark_names_a_row() -> None:
    """L01 to L90 of the law document, P01 to P30 of what people do."""
    wrong = [
        f"{path.relative_to(ROOT)}: {kind}({named})"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if path.name != "test_proven.py"  # it marks tests of trees that it makes itself
        for kind, named in _MARK.findall(path.read_text("utf-8"))
        if not set(re.findall(r"\w+", named)) <= _NAMES[kind] or not named
    ]
    assert wrong == []


def test_the_rows_stand_in_order_without_a_gap() -> None:
    """L01 to L90 and then P01 to P30."""
    assert list(ROWS) == [
        *(f"L{number:02}" for number in range(1, 91)),
        *(f"P{number:02}" for number in range(1, 31)),
    ]


def test_the_rows_are_those_of_the_papers() -> None:
    """As many as the law document and the paper of what people do hold."""
    shared = ROOT.parent / "shared"
    if not shared.is_dir():
        pytest.skip("the papers are not beside this repository")
    law = set(re.findall(r"\bL\d{2}\b", (shared / "law" / "README.md").read_text("utf-8")))
    people = set(re.findall(r"(?m)^\*\*(P\d{2}) ", (shared / "people.md").read_text("utf-8")))
    assert law == _NAMES["law"]
    assert people == _NAMES["people"]


def test_the_articles_are_those_of_the_law_document() -> None:
    """Row by row; what is required is told here in other words."""
    paper = ROOT.parent / "shared" / "law" / "README.md"
    if not paper.is_file():
        pytest.skip("the papers are not beside this repository")
    rows = re.findall(r"(?m)^\| (L\d{2}) \| ([^|]+?) \|", paper.read_text("utf-8"))
    plain = {number: re.sub(r" \[K.*?\]", "", article) for number, article in rows}
    told = {row.number: row.article for row in ROWS.values() if row.kind == "law"}
    assert {number: article.replace("–", "-") for number, article in plain.items()} == told
