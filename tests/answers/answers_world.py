"""Two companies that hold data about one invented person, one that does not, and a PDF's text."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from bot.answers.extract import Extract, build
from bot.answers.facts import CategoryFacts, facts_of
from bot.answers.letter import CompanyBlock
from bot.config import load, shipped_config
from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import DataMap
from bot.registers.records import Column, Snapshot, TableRows

FOOTER = re.compile(r"(Sida|Page) \d+/\d+$")
TAKEN = datetime(2026, 4, 7, 22, 30, tzinfo=UTC)
GAVLE = CompanyBlock(
    "gavle",
    "Allkontor Teknisk Service AB",
    "556268-6823",
    ("Södra Skeppsbron 28", "802 84 GÄVLE"),
    "026-10 98 77",
    "info.gavle@allkontor.example",
)
BORLANGE = replace(GAVLE, key="borlange", name="Kontor & Miljö i Borlänge AB")
MORA = replace(GAVLE, key="mora", name="Mora Kontorsteam AB")


Facts = Mapping[Category, CategoryFacts]


@cache
def shipped_map() -> DataMap:
    """The invented data map of the shipped config file."""
    return load(shipped_config()).data_map


@cache
def shipped_facts() -> Facts:
    """What it says of each category."""
    return facts_of(shipped_map())


def told_otherwise(purpose: str, **changes: object) -> DataMap:
    """The same map, with something else said of one purpose."""
    one = shipped_map().purposes[purpose].model_copy(update=changes)
    return replace(shipped_map(), purposes={**shipped_map().purposes, purpose: one})


def table(category: Category, title: str, *rows: tuple[str, ...], columns: str = "") -> TableRows:
    """A table whose columns are called A, B, … or by the words given."""
    names = columns.split() or list("ABCDEFGH"[: len(rows[0]) if rows else 1])
    return TableRows(
        category, title, tuple(Column(name.lower(), name) for name in names), tuple(rows)
    )


def snapshot(company: str, *tables: TableRows) -> Snapshot:
    """What a company's register of the same name holds."""
    return Snapshot(company, company, TAKEN, tables)


HELD = {
    "gavle": snapshot(
        "gavle",
        table(Category.PURCHASES, "Köp", ("A-1", "2026-01-02"), ("A-2", "2026-02-03")),
        table(Category.IDENTITY, "Kunder", ("Kerstin", "Låtsasson"), columns="Förnamn Efternamn"),
        table(Category.CONSENTS, "Tomt"),
    ),
    "borlange": snapshot("borlange", table(Category.CREDIT, "Kundkort", ("10000",))),
}


def extract(
    held: Mapping[str, Snapshot] = HELD,
    language: Language = Language.SV,
    facts: Facts | None = None,
) -> Extract:
    """An answer to the person who proved kerstin@post.example."""
    return Extract(
        number="2026-0001",
        received=date(2026, 4, 2),
        taken=TAKEN,
        searched_address="kerstin@post.example",
        language=language,
        companies=(GAVLE, BORLANGE, MORA),
        snapshots=held,
        facts=shipped_facts() if facts is None else facts,
    )


def page_text(data: bytes, *options: str) -> str:
    """What a PDF says above its footers, each gap one blank; skips where poppler is missing."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext: apt-get install poppler-utils")
    done = subprocess.run(  # noqa: S603 - fixed words
        ["pdftotext", *(options or ("-raw",)), "-", "-"],  # noqa: S607 - where poppler lies differs
        input=data,
        capture_output=True,
        check=True,
    )
    lines = (line for line in done.stdout.decode().splitlines() if not FOOTER.search(line))
    return " ".join(" ".join(lines).split())


@cache
def said(language: Language = Language.SV) -> str:
    """The text of the answer in a language."""
    return page_text(build(extract(language=language)))
