# ruff: noqa: INP001, S608 - a part of a program run by its path; its own names
"""The statements without which nobody can find, copy or erase one person in these registers.

Plain driver calls, no map, no model. By `like` a person is found however her keys are spelt in a
cell: no index serves that, and the least that it takes is a pass by the address, and one by what
the record behind the address says. By `equals` she is found only where the keys stand letter for
letter as asked, which is faster and misses one row in twenty-five of these.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any

from big_registers import address, pnr
from sqlalchemy.engine import make_url

#: where a person is looked for: table, column, and by which key
_SOUGHT = {
    "shop": (
        "contacts.mail=address",
        "customers.code=code",
        "customers.pnr=pnr",
        "customers.family=name",
    ),
    "card": ("kund.mejl=address", "kund.nr=code", "kund.pnr=pnr", "kund.namn=name"),
    "club": ("ways.mail=address", "members.no=code", "members.pnr=pnr", "members.full_name=name"),
}
#: all that hangs on a person, in the order of deletion
_HUNG = {
    "shop": (
        "lines WHERE order_id IN (SELECT id FROM orders WHERE customer_id = {})",
        "orders WHERE customer_id = {}",
        "contacts WHERE customer_id = {}",
        "customers WHERE id = {}",
    ),
    "card": ("kop WHERE nr = {}", "kund WHERE nr = {}"),
    "club": ("receipts WHERE no = {}", "ways WHERE no = {}", "members WHERE no = {}"),
}
_CODES = {"shop": "G-{}", "card": "{:06}", "club": "M{}"}


def _connect(url: str) -> Any:  # noqa: ANN401 - sqlite3's or psycopg's own
    if url.startswith("sqlite"):
        raw = sqlite3.connect(str(make_url(url).database), isolation_level=None)
        raw.execute("PRAGMA secure_delete = ON")
        return raw
    import psycopg  # noqa: PLC0415 - only where it is installed

    parts = make_url(url)
    return psycopg.connect(host=parts.query["host"], user=parts.username, dbname=parts.database)


class Bare:
    """One register, without this program."""

    def __init__(self, kind: str, url: str) -> None:
        self.kind, self.url = kind, url
        self.sign = "?" if url.startswith("sqlite") else "%s"

    def find_and_collect(self, n: int, how: str = "like") -> int:
        """Ask by the address, then by the other keys, then read every row; how many there were."""
        raw = _connect(self.url)
        by_address, *others = _SOUGHT[self.kind]
        self._seek(raw, [by_address], n, how)
        for some in [others] if how == "like" else [[one] for one in others]:
            self._seek(raw, some, n, how)
        found = sum(
            len(raw.execute(f"SELECT * FROM {one}", hers).fetchall()) for one, hers in self._hung(n)
        )
        raw.close()
        return found

    def erase(self, n: int) -> None:
        """Find her by her address, delete her rows, commit, and look whether she is gone."""
        raw = _connect(self.url)
        self._seek(raw, _SOUGHT[self.kind][:1], n, "like")
        if self.sign == "?":
            raw.execute("BEGIN IMMEDIATE")
        for one, hers in self._hung(n):
            raw.execute(f"DELETE FROM {one}", hers)
        raw.execute("COMMIT")
        self._seek(raw, _SOUGHT[self.kind][:1], n, "like")
        raw.close()

    def _seek(self, raw: Any, sought: Sequence[str], n: int, how: str) -> None:  # noqa: ANN401 - see above
        """One statement for columns of one table."""
        tests, keys = [], []
        for one in sought:
            place, _, kind = one.partition("=")
            table, _, column = place.partition(".")
            key = self._key(kind, n)
            cell = column if self.sign == "?" else f'lower({column} COLLATE "C")'
            tests.append(f"{column} =" if how == "equals" else f"{cell} LIKE")
            keys.append(key if how == "equals" else f"%{key.lower()}%")
        asked = " OR ".join(f"{test} {self.sign}" for test in tests)
        raw.execute(f"SELECT * FROM {table} WHERE {asked}", keys).fetchall()

    def _key(self, kind: str, n: int) -> str:
        family = f"Berg{n % 977}"
        name = family if self.kind == "shop" else f"Anna{n % 211} {family}"
        code = _CODES[self.kind].format(n)
        return {"address": address(n), "code": code, "pnr": pnr(n), "name": name}[kind]

    def _hung(self, n: int) -> list[tuple[str, tuple[Any]]]:
        value = n if self.kind == "shop" else _CODES[self.kind].format(n)
        return [(one.format(self.sign), (value,)) for one in _HUNG[self.kind]]
