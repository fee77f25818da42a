"""Small registers made of files alone, and the same people in each kind of file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from register_shop import KUND, column, table

from bot.registers.files.folder import FileFolder
from bot.registers.maps.datamap import RegisterMap

WANTED = {"nr": column(), "namn": column("name"), "mejl": column("email", "contact")}
"""The columns of the smallest register."""
NAMES = tuple(WANTED)
PEOPLE = (("1", "Öberg, Åsa", "asa@x.example"), ("2", "Ek, Bo", "bo@x.example"))


def folder_of(
    folder: Path, file: str, source: str = "csv", fields: dict[str, Any] | None = None
) -> FileFolder:
    """A register of one table `kund` in a folder, to read and to write."""
    one = table("nr", fields or WANTED, source=source, file=file)
    return FileFolder("corner", map_of(folder, kund=one))


def map_of(folder: Path, **tables: dict[str, Any]) -> RegisterMap:
    """A register of files that the bot may write to."""
    raw = {"company": "corner", "writable": True, "folder": folder, "tables": tables}
    return RegisterMap.model_validate(raw)


def told(files: FileFolder) -> list[tuple[object, ...]]:
    """The rows of the table, cell by cell."""
    return [tuple(row.values()) for row in files.rows("kund")]


SHOP_FIELDS = KUND | {"utskick": column("consent_mail", "consents", off="nej")}
SHOP_ROWS: tuple[tuple[object, ...], ...] = (
    (7, "Öberg, Åsa", None, "Asa@x.example", "2020-01-01", "ja"),
    (8, "Ek, Bo", None, "bo@x.example", "2020-01-01", "ja"),
)
BUY_FIELDS = {"kvitto": column(category="purchases"), "nr": column(category="purchases")}
BUY_ROWS: tuple[tuple[object, ...], ...] = (("K-1", 7), ("K-1", 8), ("K-2", 8), ("K-3", 7))


def shop_in(folder: Path, kind: str) -> RegisterMap:
    """Customers, and their receipts in a second file (or sheet); one number is two people's."""
    sheets = _WRITERS[kind](
        folder, {"kund": (tuple(SHOP_FIELDS), SHOP_ROWS), "kop": (tuple(BUY_FIELDS), BUY_ROWS)}
    )
    rows = {"source": kind, "erase": "rows"}
    return map_of(
        folder,
        kund=table("nr", SHOP_FIELDS, file=sheets["kund"], **rows),
        kop=table("kvitto", BUY_FIELDS, file=sheets["kop"], link={"nr": "kund.nr"}, **rows),
    )


def marked_in(folder: Path, kind: str) -> RegisterMap:
    """Customers with a flag, and readers with a file beside in which somebody stands already."""
    fields = SHOP_FIELDS | {"utskick": column()}
    readers = {"no": column(), "mejl": column("email", "contact")}
    pauses = {"no": column(), "since": column()}
    rows = tuple((*row[:-1], "nej") for row in SHOP_ROWS)
    held = (("L-1", "asa@x.example"), ("L-2", "bo@x.example"))
    tables: _Tables = {
        "kund": (tuple(fields), rows),
        "readers": (tuple(readers), held),
        "pauses": (tuple(pauses), (("L-2", "2025-01-07"),)),
    }
    sheets = _WRITERS[kind](folder, tables)
    flag = {"column": "utskick", "on": "ja", "off": "nej"}
    beside = {"table": "pauses", "key": "no", "since": "since"}
    made = {
        "kund": table("nr", fields, restrict=flag),
        "readers": table("no", readers, restrict=beside),
        "pauses": table("no", pauses, link={"no": "readers.no"}),
    }
    place = {name: {"source": kind, "file": sheets[name]} for name in made}
    return map_of(folder, **{name: one | place[name] for name, one in made.items()})


_Tables = dict[str, tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]]


def _csv(folder: Path, tables: _Tables) -> dict[str, str]:
    for name, (names, rows) in tables.items():
        lines = [names, *(["" if cell is None else str(cell) for cell in row] for row in rows)]
        text = "".join(";".join(line) + "\r\n" for line in lines)
        (folder / f"{name}.csv").write_bytes(text.encode("windows-1252"))
    return {name: f"{name}.csv" for name in tables}


def _json(folder: Path, tables: _Tables) -> dict[str, str]:
    for name, (names, rows) in tables.items():
        plain = [dict(zip(names, row, strict=True)) for row in rows]
        (folder / f"{name}.json").write_text(json.dumps(plain, indent=2), encoding="utf-8")
    return {name: f"{name}.json" for name in tables}


def _xlsx(folder: Path, tables: _Tables) -> dict[str, str]:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, (names, rows) in tables.items():
        sheet = book.create_sheet(name)
        for line in (names, *rows):
            sheet.append([date(2020, 1, 1) if cell == "2020-01-01" else cell for cell in line])
    book.save(folder / "bok.xlsx")
    first, *others = tables
    return {first: "bok.xlsx"} | {name: f"bok.xlsx#{name}" for name in others}


_WRITERS = {"csv": _csv, "xlsx": _xlsx, "json": _json}
