"""Each mark of a test names a requirement that is there."""

import re

import pytest
from house_sources import ROOT

_MARK = re.compile(r"mark\.(law|people)\(([^)]*)\)")
_NAMES = {
    "law": {f"L{number:02}" for number in range(1, 91)},
    "people": {f"P{number:02}" for number in range(1, 31)},
}


def test_every_mark_names_a_row() -> None:
    """L01 to L90 of the law document, P01 to P30 of what people do."""
    wrong = [
        f"{path.relative_to(ROOT)}: {kind}({named})"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for kind, named in _MARK.findall(path.read_text("utf-8"))
        if not set(re.findall(r"\w+", named)) <= _NAMES[kind] or not named
    ]
    assert wrong == []


def test_the_rows_are_those_of_the_papers() -> None:
    """As many as the law document and the paper of what people do hold."""
    shared = ROOT.parent / "shared"
    if not shared.is_dir():
        pytest.skip("the papers are not beside this repository")
    law = set(re.findall(r"\bL\d{2}\b", (shared / "law" / "README.md").read_text("utf-8")))
    people = set(re.findall(r"(?m)^\*\*(P\d{2}) ", (shared / "people.md").read_text("utf-8")))
    assert law == _NAMES["law"]
    assert people == _NAMES["people"]
