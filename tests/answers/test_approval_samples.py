import re

import pytest
from answers_world import HELD, TAKEN, snapshot, table
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.samples import for_mail, mask, preview
from bot.core.vocabulary import Category
from bot.registers.records import Snapshot

PLANTED = (
    *("Kerstin", "Låtsasson", "kerstin@post.example", "070-123 45 67", "19900101-2385", "784 33"),
    *("K", "k", "Ek", "7", "10", "J", "*", "@", ".", "example", "Toner svart TN-2420", "4998.0"),
)
SHORTS = {"gavle": "Gävle", "borlange": "Borlänge", "mora": "Mora"}
TITLES = {category: category.upper() for category in Category}


def shown(held: dict[str, Snapshot]) -> str:
    """Everything that the samples of the own company show."""
    return "\n".join(
        sample
        for company in preview(held, "gavle")
        for category in company.categories
        for sample in category.samples
    )


@pytest.mark.people("P04")
@pytest.mark.parametrize("value", [each for each in PLANTED if each.strip("*")])
def test_no_planted_value_is_shown(value: str) -> None:
    """Not a name, not a number, not a single letter; alone or among others."""
    alone = {"gavle": snapshot("gavle", table(Category.IDENTITY, "Kunder", (value,)))}
    assert value not in shown(alone)
    among = {"gavle": snapshot("gavle", table(Category.IDENTITY, "Kunder", PLANTED, PLANTED))}
    assert value not in shown(among)


@pytest.mark.people("P04")
@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
def test_no_value_whatever_is_shown(values: list[str]) -> None:
    """What holds for the planted ones holds for any, whichever company it stands in."""
    held = {
        "gavle": snapshot("gavle", table(Category.CONTACT, "A", *[(each,) for each in values])),
        "mora": snapshot("mora", table(Category.CREDIT, "B", tuple(values))),
    }
    for sample in shown(held).splitlines():
        assert not [each for each in values if each.strip().strip("*") and each.strip() in sample]


@pytest.mark.people("P04")
def test_other_companies_show_counts_alone() -> None:
    """Staff see samples of their own company, and of the others how many."""
    own, other = preview(HELD, "gavle")
    assert own.own
    assert not other.own
    assert [(each.category, each.count) for each in own.categories] == [
        (Category.IDENTITY, 1),
        (Category.PURCHASES, 2),
    ]
    assert own.categories[0].samples == ("K***", "L***")
    assert [(each.category, each.count, each.samples) for each in other.categories] == [
        (Category.CREDIT, 1, ())
    ]


@pytest.mark.people("P04")
@pytest.mark.people("P19")
@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("Kerstin", "K***"),
        ("Kerstin Ek", "K*** ***"),
        ("Eva", "***"),
        ("kerstin@post.example", "k***@***.example"),
        ("eva@post.example", "***@***.example"),
        ("070-123 45 67", "*** *** ***"),
        ("19900101-2385", "***"),
        ("SE199001012385" + "01", "S***"),
        ("", "***"),
        ("Ett två tre fyra fem", "*** *** ***"),
        ("@", "***"),
    ],
)
def test_a_mask_hints_and_hides(value: str, masked: str) -> None:
    """The first letter of a longer word; no digit, and no length."""
    assert mask(value) == masked
    assert not re.search(r"\d", masked)


def test_at_most_three_samples_a_category_none_twice() -> None:
    """Many rows of one kind do not make a long mail; digits alone make one row of stars."""
    rows = [(f"{name}sson",) for name in ("Anders", "Anders", "Beda", "Cecilia", "David")]
    held = {
        "gavle": snapshot(
            "gavle",
            table(Category.IDENTITY, "Kunder", *rows),
            table(Category.CREDIT, "Gränser", ("10000",), ("20000",)),
        )
    }
    names, limits = preview(held, "gavle")[0].categories
    assert names.samples == ("A***", "B***", "C***")
    assert limits.samples == ("***",)


def test_the_mail_gets_each_company_by_its_short_name() -> None:
    """In the order of the companies; one that holds nothing has no categories."""
    held = {**HELD, "mora": Snapshot("mora", "mora", TAKEN)}
    for each in (HELD, held):
        assert for_mail(preview(each, "gavle"), SHORTS, TITLES) == [
            {
                "company": "Gävle",
                "own": True,
                "categories": [
                    {"title": "IDENTITY", "count": 1, "samples": ["K***", "L***"]},
                    {"title": "PURCHASES", "count": 2, "samples": ["***"]},
                ],
            },
            {
                "company": "Borlänge",
                "own": False,
                "categories": [{"title": "CREDIT", "count": 1, "samples": []}],
            },
            {"company": "Mora", "own": False, "categories": []},
        ]
