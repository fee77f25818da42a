from typing import Any

import pytest
from pydantic import ValidationError
from register_shop import KUND, SHOP, column, table

from bot.registers.maps.datamap import RegisterMap


def mapped(**tables: dict[str, Any]) -> RegisterMap:
    """A register of these tables."""
    return RegisterMap.model_validate(SHOP | {"url": "sqlite:///shop.sqlite", "tables": tables})


def linked(**link: str) -> dict[str, Any]:
    """A table of one column that hangs on another."""
    return table("nr", {"nr": column(category="purchases")}, link=link)


def test_rows_are_reached_through_any_number_of_links() -> None:
    """Each table after the one it points to."""
    shop = mapped(lines=linked(nr="buys.nr"), buys=linked(nr="kund.nr"), kund=table("nr", KUND))
    assert shop.below("kund") == ("kund", "buys", "lines")
    assert shop.roots == ("kund",)


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"kund": linked(nr="kund.nr")}, "the links run round: kund → kund"),
        ({"a": linked(nr="b.nr"), "b": linked(nr="a.nr")}, "the links run round"),
        ({"a": linked(nr="kund.nr")}, 'a.link points to "kund.nr", which is not mapped'),
        ({"kund": table("id", KUND)}, "the column `id` is used as key or link"),
        ({"stop": table("nr", KUND)}, "the block list stands under `marketing` alone"),
        ({"kund": table("nr", KUND, source="csv")}, '`file` goes with source = "csv"'),
        ({"kund": table("nr", KUND, source="csv", file="*.csv")}, "set folder"),
        ({"kund": table("nr", {"nr": column("shoe")})}, "'name', 'email'"),
        ({"kund": table("nr", {"nr": column(category="shoes")})}, "'identity', 'contact'"),
        ({"kund": table("nr", {"nr": column("consent_sms")})}, "a consent needs `off`"),
        ({"kund": table("nr", {"nr": column("rental")})}, "a hold needs `off`"),
        ({"kund": table("nr", {"nr": column(off=0)})}, "`off` belongs to a consent"),
        ({"kund": table("nr", KUND, colour="red")}, "Extra inputs are not permitted"),
    ],
)
def test_a_map_that_nobody_could_follow_is_refused(tables: dict[str, Any], told: str) -> None:
    """With what is wrong and what may stand there instead."""
    with pytest.raises(ValidationError) as caught:
        mapped(**tables)
    assert told in str(caught.value)


def test_a_register_may_be_made_of_files_alone() -> None:
    """Consents too may stand in them; only a table or a block list in a database needs a url."""
    fields = {"nr": column(), "sms": column("consent_sms", off="nej")}
    kund = table("nr", fields, source="csv", file="*.csv")
    raw = {"company": "corner", "folder": "/shop", "tables": {"kund": kund}}
    assert RegisterMap.model_validate(raw).url is None
    for more in (SHOP, {"tables": {"kund": table("nr", KUND)}}):
        with pytest.raises(ValidationError, match="is in a database: set url"):
            RegisterMap.model_validate(raw | more)


def test_a_password_in_a_url_is_not_printed() -> None:
    """A map in a log shows no secret."""
    raw = SHOP | {"url": "postgresql://u:hunter2@h/d", "tables": {"kund": table("nr", KUND)}}
    assert "hunter2" not in repr(RegisterMap.model_validate(raw))


@pytest.mark.people("P16")
def test_no_marketing_list_holds_a_personal_number() -> None:
    """Not even one that says no."""
    stop = SHOP["marketing"] | {  # type: ignore[operator]
        "fields": {"address": column(), "day": column(), "pnr": column("personal_number")}
    }
    raw = SHOP | {"url": "sqlite:///x", "marketing": stop, "tables": {"kund": table("nr", KUND)}}
    with pytest.raises(ValidationError, match="a personal number on a marketing list"):
        RegisterMap.model_validate(raw)
