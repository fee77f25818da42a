"""The shipped maps over registers in any folder, and the pieces of a small map by hand."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bot.registers.maps.datamap import RegisterMap

TODAY = date(2026, 3, 5)
Maps = dict[str, RegisterMap]
Query = Callable[..., list[tuple[Any, ...]]]


def shipped_maps(folder: Path) -> Maps:
    """The data maps of the shipped config, over the registers in a folder."""
    config = tomllib.loads((Path(__file__).parents[2] / "config.toml").read_text("utf-8"))
    maps = {}
    for name, table in config["registers"].items():
        table["url"] = f"sqlite:///{folder / name}.sqlite"
        if "folder" in table:
            table["folder"] = folder / name
        maps[name] = RegisterMap.model_validate(table)
    return maps


SHOP = {
    "company": "corner",
    "writable": True,
    "marketing": {
        "table": "stop",
        "address": "address",
        "date": "day",
        "title_sv": "Spärr",
        "title_en": "Block",
        "fields": {
            "address": {"category": "consents", "label_sv": "Adress", "label_en": "Address"},
            "day": {"category": "consents", "label_sv": "Dag", "label_en": "Day"},
        },
    },
}


def column(means: str = "", category: str = "identity", **more: object) -> dict[str, object]:
    """One column of a small map."""
    return {"category": category, "label_sv": "x", "label_en": "x", "means": means, **more}


def table(key: str, fields: dict[str, Any], **more: object) -> dict[str, object]:
    """One table of a small map."""
    return {
        "whose": "person",
        "key": key,
        "title_sv": "x",
        "title_en": "x",
        "fields": fields,
        **more,
    }


KUND = {
    "nr": column("customer_number"),
    "namn": column("name"),
    "pnr": column("personal_number"),
    "mejl": column("email", "contact"),
    "andrad": column("contact_changed", "contact"),
}
