from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.registers.maps.datamap import Differs, Notice, Purpose, Purposes

MONTHS = {"kind": "relation", "months": 24}
PUBLISHED = {
    "title": "Hantera dig som kund",
    "basis": "consent",
    "categories": ["identity", "contact"],
    "retention": MONTHS,
}
SAME = {"basis": "consent", "categories": ["identity", "contact"], "retention": MONTHS}
EARLIER = [
    {
        "version": "1",
        "basis": "consent",
        "valid_from": date(2018, 5, 25),
        "valid_until": date(2025, 12, 31),
    }
]
DECIDED = {
    "purpose": "customer",
    "differs": ["basis"],
    "decided_on": date(2025, 11, 12),
    "decided_by": "styrelsen",
    "corrected_notice_on": date(2026, 1, 1),
}


def notice(*decisions: dict[str, Any], **published: Any) -> Notice:  # noqa: ANN401 - any config
    """A notice of one purpose."""
    raw = {"version": "1", "purposes": {"customer": PUBLISHED | published}}
    return Notice.model_validate(raw | {"decisions": decisions})


def purposes(**tables: dict[str, Any]) -> dict[str, Purpose]:
    """A map's purposes."""
    return TypeAdapter(Purposes).validate_python(tables)


def parts(found: tuple[Any, ...]) -> list[tuple[str, str, str, str]]:
    """The differences as plain words."""
    return [(one.purpose, one.differs, one.map_says, one.notice_says) for one in found]


@pytest.mark.people("P16")
def test_a_map_that_says_what_the_notice_says_differs_in_nothing() -> None:
    """Under the notice's own key, or another that names its heading."""
    assert notice().differences(purposes(customer=SAME)) == ()
    assert notice().differences(purposes(trade=SAME | {"heading": "customer"})) == ()


@pytest.mark.people("P16")
@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"basis": "contract", "earlier": EARLIER}, ("basis", "contract", "consent")),
        ({"basis": "", "earlier": EARLIER}, ("basis", "?", "consent")),
        ({"categories": ["identity", "contact", "credit"]}, ("categories", "credit", "")),
        ({"categories": ["identity"]}, ("categories", "", "contact")),
        ({"retention": MONTHS | {"months": 36}},
         ("retention", "relation 36 months", "relation 24 months")),
        ({"personal_number": True}, ("personal_number", "yes", "no")),
    ],
)  # fmt: skip
def test_every_difference_is_named_with_both_sides(
    changed: dict[str, Any], found: tuple[str, str, str]
) -> None:
    """Ground, data, period, personal number."""
    assert parts(notice().differences(purposes(customer=SAME | changed))) == [("customer", *found)]


@pytest.mark.people("P16")
def test_a_purpose_that_only_one_of_them_knows_is_named() -> None:
    """Either way; and what only the notice does with a personal number."""
    found = notice().differences(purposes(books={"basis": "legal_obligation"}))
    assert parts(found) == [
        ("books", "absent", "legal_obligation", ""),
        ("customer", "unused", "", "consent"),
    ]
    more = notice(personal_number=True).differences(purposes(customer=SAME))
    assert parts(more) == [("customer", "personal_number", "no", "yes")]


@pytest.mark.people("P16")
def test_two_purposes_may_stand_under_one_heading() -> None:
    """Together they use what the notice says."""
    split = purposes(
        customer=SAME | {"categories": ["identity"]},
        delivery=SAME | {"categories": ["contact"], "heading": "customer"},
    )
    assert notice().differences(split) == ()


@pytest.mark.people("P16")
def test_a_dated_decision_and_a_corrected_notice_settle_a_difference() -> None:
    """Not without the corrected notice, not for something else, not before their days."""
    swapped = purposes(customer=SAME | {"basis": "contract", "earlier": EARLIER})
    assert notice(DECIDED).undecided(swapped) == ()
    assert notice(DECIDED).undecided(swapped, date(2026, 1, 1)) == ()
    for decisions in (
        (),
        (DECIDED | {"corrected_notice_on": None},),
        (DECIDED | {"differs": ["categories"]},),
        (DECIDED | {"purpose": "books"},),
    ):
        assert parts(notice(*decisions).undecided(swapped)) == [
            ("customer", "basis", "contract", "consent")
        ]
    assert notice(DECIDED).undecided(swapped, date(2025, 12, 31))


@pytest.mark.people("P16")
def test_a_map_that_forgot_the_earlier_wording_is_never_settled() -> None:
    """Else those who were registered under it would be answered as if it had never been."""
    forgot = purposes(customer=SAME | {"basis": "contract"})
    (found,) = notice(DECIDED).undecided(forgot)
    assert (found.differs, found.notice_says) == (Differs.EARLIER, "consent")


def test_a_decision_needs_a_day_and_somebody() -> None:
    """An undated or anonymous one is none."""
    for lacking in ("decided_on", "decided_by", "differs"):
        decision = {key: value for key, value in DECIDED.items() if key != lacking}
        with pytest.raises(ValidationError, match=lacking):
            notice(decision)
