"""What a withdrawal and an objection change is read from the map, and said in both languages."""

import pytest
from answers_world import shipped_map, told_otherwise

from bot.answers import grounds
from bot.answers.extract import FactsMissingError
from bot.core.vocabulary import Category, Language
from bot.mail.templates import SHIPPED, environment
from bot.mail.words import spoken, words_of
from bot.registers.maps.datamap import Basis

CUSTOMER = frozenset({Category.IDENTITY, Category.CONTACT, Category.PURCHASES, Category.CONSENTS})
SUBSCRIBER = frozenset({Category.IDENTITY, Category.CONTACT, Category.CONSENTS})


def titles(rows: list[dict[str, object]]) -> list[str]:
    """The Swedish titles of some rows."""
    return [str(spoken(row["title"], Language.SV)) for row in rows]


@pytest.mark.law("L48")
def test_what_rests_on_consent_stops_and_the_rest_is_told_with_its_own_ground() -> None:
    """Offers stop; the contract and the accounts go on, each with ground and period."""
    assert titles(grounds.stops(shipped_map(), CUSTOMER)) == ["Erbjudanden"]
    rows = grounds.continues(shipped_map(), CUSTOMER)
    assert titles(rows)[:2] == ["Hantera dig som kund", "Bokföring"]
    assert spoken(rows[0]["basis"], Language.SV) == "Avtal med dig (artikel 6.1 b i GDPR)."
    assert all(spoken(row["retention"], language) for row in rows for language in Language)


@pytest.mark.law("L48")
def test_what_does_not_touch_her_is_not_told() -> None:
    """Who only subscribes has no contract and no accounts with us."""
    assert titles(grounds.continues(shipped_map(), SUBSCRIBER)) == [
        "Dina val om utskick",
        "Spärr mot reklam",
    ]


@pytest.mark.people("P11")
def test_before_any_proof_a_stranger_and_a_customer_read_the_same() -> None:
    """Every purpose that rests on consent stops, and nothing is told of what is held."""
    assert titles(grounds.stops(shipped_map(), ())) == ["Erbjudanden", "Anpassade erbjudanden"]
    assert grounds.continues(shipped_map(), ()) == []


def test_an_objection_ends_what_rests_on_our_interest_alone() -> None:
    """Contract and duty stay; statistics no longer count her."""
    rows = grounds.objected(shipped_map(), CUSTOMER)
    assert [(title, row["done"]) for title, row in zip(titles(rows), rows, strict=True)] == [
        ("Uppföljning och utvärdering", grounds.STOPPED)
    ]
    counted = grounds.objected(shipped_map(), CUSTOMER, statistics=("followup",))
    assert [row["done"] for row in counted] == [grounds.EXCLUDED]
    gone = grounds.objected(shipped_map(), CUSTOMER, erased=(Category.PURCHASES,))
    assert [row["done"] for row in gone] == [grounds.ERASED]
    assert grounds.objected(shipped_map(), SUBSCRIBER) == []


@pytest.mark.law("L90")
def test_an_unknown_ground_is_a_question_for_a_human() -> None:
    """It neither stops nor goes on, and the key that is missing is named."""
    unknown = told_otherwise("customer", basis=Basis.UNKNOWN)
    for told in (grounds.stops, grounds.continues, grounds.objected):
        with pytest.raises(FactsMissingError) as caught:
            told(unknown, CUSTOMER)
        assert caught.value.missing == ("purposes.customer.basis",)


@pytest.mark.law("L90")
@pytest.mark.parametrize("fact", ["title_sv", "basis_en", "retention_sv"])
def test_a_word_that_is_missing_is_named(fact: str) -> None:
    """Half a line is not told."""
    with pytest.raises(FactsMissingError) as caught:
        grounds.continues(told_otherwise("bookkeeping", **{fact: ""}), CUSTOMER)
    assert caught.value.missing == (f"purposes.bookkeeping.{fact}",)


@pytest.mark.parametrize("language", Language)
def test_the_answers_can_be_written_with_them(language: Language) -> None:
    """The parts of the joint answer take these rows as they are."""
    since = "2026-03-10"
    variables = {
        "stops": [row | {"since": since} for row in grounds.stops(shipped_map(), CUSTOMER)],
        "continues": grounds.continues(shipped_map(), CUSTOMER),
        "objected": grounds.objected(shipped_map(), CUSTOMER),
        "parts": ["consent_withdrawal", "objection_li"],
        "approved": True,
    }
    said = {key: spoken(value, language) for key, value in variables.items()}
    jinja = environment(SHIPPED, language)
    for part in ("consent_withdrawal", "objection_li"):
        text = jinja.get_template(f"parts/answer_{part}.txt").render(said)
        assert "Both(" not in text
    words = words_of(SHIPPED, language).tables["objected"]
    assert {grounds.STOPPED, grounds.EXCLUDED, grounds.ERASED} <= set(words)
