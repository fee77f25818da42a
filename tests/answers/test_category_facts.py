import re
from dataclasses import replace

import pytest
from answers_world import shipped_facts, shipped_map, told_otherwise

from bot.answers.facts import ITEMS, RIGHTS, facts_of, incomplete
from bot.config import OWN_PURPOSE
from bot.core.vocabulary import Category, Language, Right
from bot.registers.maps.datamap import CategoryWords, DataMap, Purpose

NEWSLETTER = (Category.IDENTITY, Category.CONTACT, Category.CONSENTS)
CUSTOMER = (*NEWSLETTER, Category.PURCHASES)


def rights(category: Category, *held: Category) -> set[Right]:
    """What somebody of whom these categories are held may do with one of them."""
    return set(shipped_facts()[category].within({category, *held}).rights)


def test_the_shipped_facts_are_whole_and_say_that_they_are_invented() -> None:
    """Every category has its facts, nothing is unknown, and live mode will refuse them."""
    assert incomplete(shipped_facts(), Category) == []
    shipped = shipped_map()
    parts = (shipped.purposes, shipped.recipients, shipped.categories)
    real = {key for part in parts for key, one in part.items() if not one.demo}
    # what the bot itself keeps, and how long, is no invention
    assert real == {OWN_PURPOSE}
    assert shipped.statements.demo
    assert shipped.notice.demo


@pytest.mark.law("L90")
def test_an_empty_map_knows_nothing() -> None:
    """What is held has neither a name nor a purpose, and nothing is invented."""
    assert incomplete(facts_of(DataMap()), [Category.CREDIT]) == [
        *("categories.credit.title_sv", "categories.credit.title_en"),
        *("categories.credit.provided", "purposes: none with credit among its categories"),
    ]


@pytest.mark.law("L34")
@pytest.mark.law("L35")
@pytest.mark.law("L90")
def test_what_is_unknown_of_the_categories_held_is_named() -> None:
    """Once each, as it is called in the config file; what is not held may stay unknown."""
    unknown = facts_of(
        told_otherwise("credit", automated_sv="", transfers_en="", recipients=("x",))
    )
    named = [f"purposes.credit.{name}" for name in ("transfers_en", "automated_sv")]
    assert incomplete(unknown, [Category.CREDIT, Category.IDENTITY]) == [*named, "recipients.x"]
    assert incomplete(unknown, CUSTOMER) == []


@pytest.mark.law("L27")
@pytest.mark.law("L28")
def test_a_purpose_is_told_to_those_whom_it_touches() -> None:
    """Who reads the newsletter alone hears nothing of accounts, credit or customers."""
    facts = shipped_facts()[Category.IDENTITY]
    assert [one.id for one in facts.within(NEWSLETTER).purposes] == ["offers"]
    assert [one.id for one in facts.within(CUSTOMER).purposes] == [
        *("customer", "bookkeeping", "offers")
    ]
    assert "credit" in [one.id for one in facts.purposes]


@pytest.mark.law("L27")
def test_a_purpose_is_told_where_a_column_of_hers_serves_it() -> None:
    """A key that is none of the category's leaves no data without a purpose."""
    facts = shipped_facts()[Category.CONSENTS]
    for used, told in (
        (None, ["consent_record", "marketing_block"]),
        (frozenset({"consent_record"}), ["consent_record"]),
        (frozenset({"credit"}), ["consent_record", "marketing_block"]),
    ):
        assert [one.id for one in facts.within(NEWSLETTER, used).purposes] == told


@pytest.mark.law("L29")
def test_recipients_are_named_once_and_only_those_who_got_the_data() -> None:
    """No parcel company for who never had a parcel."""
    facts = shipped_facts()[Category.IDENTITY]
    letters = ("Kontorsmolnet Drift AB", "Brevlådan Tryck och Utskick AB")
    assert set(facts.within(NEWSLETTER).recipients) == set(letters)
    assert len(set(facts.recipients)) == len(facts.recipients)


@pytest.mark.law("L31")
def test_a_right_follows_from_the_grounds() -> None:
    """Art. 17(3)(b), 20(1), 21(1), 21(2) and 7(3), each where it reaches."""
    always = {Right.RECTIFICATION, Right.RESTRICTION}
    assert rights(Category.CONSENTS) == always
    assert rights(Category.CREDIT) == always | {Right.ERASURE}
    assert rights(Category.PURCHASES) == always | {
        *(Right.ERASURE, Right.PORTABILITY, Right.OBJECTION_LI)
    }
    assert rights(Category.BEHAVIOUR) == set(RIGHTS) - {Right.OBJECTION_LI}
    assert Right.OBJECTION_MARKETING in rights(Category.CONTACT, Category.CONSENTS)
    assert Right.OBJECTION_MARKETING not in rights(Category.CONTACT, Category.PURCHASES)


@pytest.mark.law("L65")
def test_only_what_she_provided_on_consent_or_contract_is_portable() -> None:
    """Neither what a credit bureau gave, nor what the law makes us keep."""
    assert shipped_map().portable(Category) == (
        *(Category.IDENTITY, Category.CONTACT, Category.PURCHASES, Category.BEHAVIOUR),
    )
    assert shipped_map().portable([Category.CONSENTS, Category.CREDIT]) == ()


def test_what_all_purposes_say_alike_is_said_once() -> None:
    """And what differs is said with the purpose that it belongs to."""
    facts = shipped_facts()[Category.BEHAVIOUR]
    assert facts.told("basis", Language.SV) == "Ditt samtycke (artikel 6.1 a i GDPR)."
    contact = shipped_facts()[Category.CONTACT].within([Category.CONTACT, *CUSTOMER])
    assert contact.told("basis", Language.EN).split("\n") == [
        "Handling you as a customer: Contract with you (Article 6(1)(b) GDPR).",
        "Offers: Your consent (Article 6(1)(a) GDPR).",
    ]
    assert contact.told("automated", Language.EN) == (
        "No, no automated decisions and no profiling."
    )


def test_every_item_of_the_article_is_told_in_every_language() -> None:
    """15(1)(a)-(d), (g), (h) and 15(2); the rights and the authority stand beside them."""
    assert {"15(1)(a)", "15(1)(c)", "15(1)(d)", "15(1)(g)", "15(1)(h)"} < set(ITEMS.values())
    for facts in shipped_facts().values():
        assert all(facts.told(item, language) for item in ITEMS for language in Language)


def test_both_languages_name_the_same_articles() -> None:
    """A basis reads alike in Swedish and English."""
    for facts in shipped_facts().values():
        swedish = re.findall(r"6\.1 ([a-f])", facts.told("basis", Language.SV))
        assert swedish == re.findall(r"6\(1\)\(([a-f])\)", facts.told("basis", Language.EN))


def test_a_category_that_nobody_named_is_incomplete() -> None:
    """Its purposes alone do not say what it is called."""
    words = {**shipped_map().categories, Category.CREDIT: CategoryWords(title_sv="Kredit")}
    facts = facts_of(replace(shipped_map(), categories=words))
    assert incomplete(facts, [Category.CREDIT]) == [
        *("categories.credit.title_en", "categories.credit.provided")
    ]


def test_a_purpose_without_anything_is_missing_everything() -> None:
    """In the order of the keys."""
    assert Purpose().missing() == (
        *("title_sv", "title_en", "text_sv", "text_en", "categories", "basis", "basis_sv"),
        *("basis_en", "recipients", "retention", "retention_sv", "retention_en", "sources_sv"),
        *("sources_en", "transfers_sv", "transfers_en", "automated_sv", "automated_en"),
    )
