"""A company of which a register never answered is never said to hold nothing."""

from dataclasses import replace

import pytest
from answers_world import BORLANGE, HELD, MORA, extract, page_text, shipped_map

from bot.answers import portable_page
from bot.answers.extract import build
from bot.answers.portable import portable
from bot.core.vocabulary import Language

MISSING = {Language.SV: "Något fattas.", Language.EN: "Something is missing."}
HERE = {Language.SV: "Här fattas något.", Language.EN: "Something is missing here."}
NOTHING = {Language.SV: "Inga uppgifter hos", Language.EN: "No data at"}
NOT_YET = {Language.SV: "Vi vet inte än om vi", Language.EN: "We do not know yet whether we"}
languages = pytest.mark.parametrize("language", Language)


@pytest.mark.law("L36")
@languages
def test_the_extract_says_at_which_company_something_is_missing(language: Language) -> None:
    """Above all of them, and again where the company's data would stand."""
    silent = replace(extract(language=language), unanswered=frozenset({"borlange", "mora"}))
    said = page_text(build(silent))
    assert MISSING[language] in said
    assert said.count(HERE[language]) == len(silent.unanswered)
    assert NOTHING[language] not in said


@pytest.mark.law("L26")
@languages
def test_nothing_found_is_no_no_while_a_register_is_silent(language: Language) -> None:
    """Neither yes nor no before everybody has answered."""
    said = page_text(build(replace(extract({}, language), unanswered=frozenset({"mora"}))))
    assert NOT_YET[language] in said
    assert f"{NOTHING[language]} {MORA.name}" not in said
    assert f"{NOTHING[language]} {BORLANGE.name}" in said


@pytest.mark.law("L36")
@languages
def test_the_page_of_a_portable_copy_says_so_too(language: Language) -> None:
    """It goes along wherever the files go; where all answered it says nothing of it."""
    copy = portable(HELD, shipped_map(), language)
    whole = extract(language=language)
    lacking = replace(whole, unanswered=frozenset({"mora"}))
    assert MORA.name in page_text(portable_page.build(lacking, copy))
    assert MISSING[language] in page_text(portable_page.build(lacking, copy))
    assert MISSING[language] not in page_text(portable_page.build(whole, copy))
