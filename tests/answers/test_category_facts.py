import re

import pytest
from answers_world import shipped_facts
from pydantic import ValidationError

from bot.answers.facts import CategoryFacts, incomplete
from bot.core.vocabulary import Category, Right


def test_the_shipped_facts_are_whole_and_say_that_they_are_invented() -> None:
    """Every category has its block, nothing in it is unknown, and live mode will refuse it."""
    assert incomplete(shipped_facts(), Category) == []
    assert all(facts.demo for facts in shipped_facts().values())


@pytest.mark.law("L90")
def test_an_empty_block_knows_nothing() -> None:
    """Each fact that is left out is named; whether it is a demo is no such fact."""
    assert CategoryFacts().missing() == [
        *("title_sv", "title_en", "purposes_sv", "purposes_en", "basis_sv", "basis_en"),
        *("recipients", "retention_sv", "retention_en", "source_sv", "source_en", "rights"),
        *("automated_sv", "automated_en", "transfers_sv", "transfers_en"),
    ]


@pytest.mark.law("L34")
@pytest.mark.law("L35")
@pytest.mark.law("L90")
def test_what_is_unknown_of_the_categories_held_is_named() -> None:
    """A missing block, an empty fact and one of blanks go to a human; what is not held does not."""
    credit = shipped_facts()[Category.CREDIT]
    blank = CategoryFacts.model_validate(credit.model_dump() | {"automated_sv": "  "})
    facts = {Category.CREDIT: blank, Category.CONTACT: CategoryFacts()}
    held = [Category.IDENTITY, Category.CREDIT, Category.CREDIT]
    assert incomplete(facts, held) == ["facts.credit.automated_sv", "facts.identity"]


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    "period",
    ["enligt lag", "efter lagstadgad tid", "så länge det är nödvändigt", "så länge du är kund"],
)
def test_a_period_without_a_measure_is_refused(period: str) -> None:
    """A period names a date, or a length after a start."""
    with pytest.raises(ValidationError, match="24 månader därefter"):
        CategoryFacts(retention_sv=period)


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    "period",
    ["24 månader efter köpet", "till och med det sjunde året", "till den 31 december", ""],
)
def test_a_period_with_a_measure_is_taken(period: str) -> None:
    """So is an empty one, which means that nobody knows yet."""
    assert CategoryFacts(retention_sv=period).retention_sv == period


@pytest.mark.law("L31")
def test_only_rights_of_the_article_are_taken_each_once_and_in_order() -> None:
    """A copy of one's data is no right that a copy needs to tell of."""
    rights = (Right.RESTRICTION, Right.RECTIFICATION, Right.RESTRICTION)
    assert CategoryFacts(rights=rights).rights == (Right.RECTIFICATION, Right.RESTRICTION)
    with pytest.raises(ValidationError, match="rectification, erasure"):
        CategoryFacts(rights=(Right.ACCESS,))


@pytest.mark.law("L32")
def test_the_authoritys_old_name_is_refused() -> None:
    """It has been called Integritetsskyddsmyndigheten since 2021."""
    with pytest.raises(ValidationError, match="Integritetsskyddsmyndigheten"):
        CategoryFacts(basis_sv="Tillstånd av Datainspektionen")


def test_an_unknown_key_is_refused() -> None:
    """A misspelt fact is not a fact that is forgotten in silence."""
    with pytest.raises(ValidationError, match="reciepients"):
        CategoryFacts.model_validate({"reciepients": ["A"]})


def test_both_languages_name_the_same_articles() -> None:
    """A basis reads alike in Swedish and English."""
    for facts in shipped_facts().values():
        swedish = re.findall(r"6\.1 ([a-f])", facts.basis_sv)
        assert swedish == re.findall(r"6\(1\)\(([a-f])\)", facts.basis_en)
