import re
from dataclasses import replace
from itertools import pairwise

import pytest
from answers_world import (
    HELD,
    extract,
    page_text,
    said,
    shipped_facts,
    shipped_map,
    snapshot,
    table,
    told_otherwise,
)

from bot.answers.extract import MOST_ROWS, FactsMissingError, build, held
from bot.answers.facts import ITEMS, facts_of
from bot.answers.printed import MOST_SIGNS, printed, too_long
from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import NOBODY, Statements

HARMLESS = (
    "#let x = 1",
    "#panic()",
    "*bold* _it_ `raw`",
    "\\",
    '"citat"',
    "'enkelt'",
    "<x>",
    "$x^2$",
    "[a](b)",
    "= rubrik",
    "- -- --- x",
    "https://shop.example/a?b=c",
    "//kommentar",
    "å\u0308 Ж ẞ",
)
NEVER = (
    "tidigare lämnande",
    "så länge det är nödvändigt",
    "lagstadgad tid",
    "kontakta gävle",
    "objection_li",
)


@pytest.mark.law("L26")
def test_the_answer_says_yes_or_no() -> None:
    """Who is known reads yes; who is not reads no, and by what we searched."""
    assert "Ja, vi behandlar personuppgifter om dig." in said()
    assert "Yes, we process personal data about you." in said(Language.EN)
    nothing = page_text(build(extract({})))
    assert "Nej, vi hittade inga personuppgifter om dig" in nothing
    assert "Sökningen gjordes på kerstin@post.example" in nothing
    assert "Om uppgifterna" not in nothing
    assert "Dina rättigheter" not in nothing


@pytest.mark.law("L27")
@pytest.mark.law("L29")
@pytest.mark.law("L30")
@pytest.mark.law("L33")
@pytest.mark.law("L34")
@pytest.mark.law("L35")
@pytest.mark.parametrize("language", Language)
def test_every_fact_of_a_category_held_is_told(language: Language) -> None:
    """Purposes, basis, named recipients, period, source, automated decisions and transfers."""
    categories = held(HELD)
    for category in categories:
        facts = shipped_facts()[category].within(categories)
        for fact in ITEMS:
            for line in facts.told(fact, language).split("\n"):
                assert line
                assert line in said(language)


@pytest.mark.law("L27")
@pytest.mark.law("L28")
def test_nothing_is_told_of_a_category_that_nobody_holds() -> None:
    """No purpose without data: an empty table brings neither its title nor its facts."""
    for category in (Category.CONSENTS, Category.BEHAVIOUR, Category.CONTACT):
        assert shipped_facts()[category].told("title", Language.SV) not in said()
    for purpose in ("offers", "personal_offers", "consent_record", "marketing_block"):
        assert shipped_map().purposes[purpose].text_sv not in said()
    assert "Tomt" not in said()


@pytest.mark.law("L27")
def test_each_purpose_of_a_category_has_its_own_ground_and_period() -> None:
    """A line a purpose, and one for all where they say the same."""
    for line in (
        "förpliktelse (artikel 6.1 c i GDPR): 7 kap. 2 § bokföringslagen (1999:1078).",
        "Hantera dig som kund: Avtal med dig (artikel 6.1 b i GDPR).",
        "Bokföring: Till och med den 31 december det sjunde året",
        "Nej, uppgifterna stannar inom EU och EES.",
    ):
        assert line in said()
    assert "Bokföring: Nej, uppgifterna" not in said()


@pytest.mark.law("L27")
@pytest.mark.law("L34")
@pytest.mark.law("L35")
@pytest.mark.law("L90")
@pytest.mark.parametrize(
    "fact", ["text_sv", "recipients", "automated_en", "transfers_sv", "sources_sv", "retention"]
)
def test_data_without_a_fact_make_no_answer(fact: str) -> None:
    """An unknown fact is named, and nothing is invented."""
    unknown = facts_of(told_otherwise("credit", **{fact: ""}))
    with pytest.raises(FactsMissingError) as caught:
        build(extract(facts=unknown))
    assert caught.value.missing == (f"purposes.credit.{fact}",)


@pytest.mark.law("L27")
def test_data_without_a_purpose_make_no_answer() -> None:
    """Credit data that no purpose explains go to a human."""
    others = {key: one for key, one in shipped_map().purposes.items() if key != "credit"}
    facts = facts_of(replace(shipped_map(), purposes=others))
    with pytest.raises(FactsMissingError, match="none with credit among its categories"):
        build(extract(facts=facts))


@pytest.mark.law("L31")
def test_only_rights_that_apply_are_told() -> None:
    """Who is held in the accounts alone reads nothing of portability or of consents."""
    purposes = {"bookkeeping": shipped_map().purposes["bookkeeping"]}
    books = facts_of(replace(shipped_map(), purposes=purposes))
    alone = {"gavle": snapshot("gavle", table(Category.PURCHASES, "Fakturor", ("1",)))}
    text = page_text(build(extract(alone, facts=books)))
    assert "Rättelse." in text
    assert "Begränsning." in text
    for right in ("Dataportabilitet", "Radering", "samtycke", "Invändning", "direktreklam"):
        assert right not in text
    assert "Dataportabilitet" in said()


@pytest.mark.law("L29")
@pytest.mark.parametrize("language", Language)
def test_that_nobody_gets_the_data_is_told_in_words(language: Language) -> None:
    """No recipient is a fact, and no empty place."""
    purposes = {
        "credit": shipped_map().purposes["credit"].model_copy(update={"recipients": (NOBODY,)})
    }
    alone = {"gavle": snapshot("gavle", table(Category.CREDIT, "Kort", ("1",)))}
    facts = facts_of(replace(shipped_map(), purposes=purposes))
    text = page_text(build(extract(alone, language, facts)))
    assert shipped_map().statements.told("nobody", language) in text
    silent = facts_of(replace(shipped_map(), purposes=purposes, statements=Statements()))
    with pytest.raises(FactsMissingError, match=r"statements\.nobody_sv"):
        build(extract(alone, language, silent))


@pytest.mark.law("L32")
def test_the_way_to_the_authority_and_the_court_is_shown() -> None:
    """The authority by its name of today and its address, and the court."""
    assert "Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se" in said()
    assert "väcka talan i domstol" in said()
    assert "IMY), Box 8114, 104 20 Stockholm, imy.se" in said(Language.EN)
    assert "court" in said(Language.EN)
    assert "datainspektionen" not in said().casefold()


@pytest.mark.law("L79")
def test_one_answer_tells_what_each_company_holds() -> None:
    """Three sections in the order of the companies; the empty one says so."""
    sections = ["Allkontor Teknisk Service AB Identitetsuppgifter", "Borlänge AB Kreditupplysning"]
    places = [said().index(each) for each in (*sections, "Inga uppgifter hos Mora Kontorsteam AB")]
    assert all(first < second for first, second in pairwise(places))
    assert said().count("Inga uppgifter hos") == 1
    assert "No data at Mora Kontorsteam AB" in said(Language.EN)


@pytest.mark.law("L21")
def test_the_answer_tells_what_was_searched_when_and_that_it_is_free() -> None:
    """Case, receipt, instant in Swedish time, address and cost stand on the first page."""
    first = page_text(build(extract()), "-l", "1")
    for fact in ("2026-0001", "2 april 2026", "8 april 2026 kl. 00.30", "kerstin@post.example"):
        assert fact in first
    assert "gratis" in first
    assert "8 April 2026 at 00:30" in said(Language.EN)
    assert "free of charge" in said(Language.EN)


@pytest.mark.law("L19")
def test_the_answer_repeats_no_trap_and_no_word_of_the_code() -> None:
    """Nothing of the wrong sentences of the notice, and no name that only programs know."""
    for language in Language:
        text = said(language).casefold()
        assert not [each for each in NEVER if each in text]
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", text)


def test_values_are_printed_and_never_run() -> None:
    """What looks like a program, markup or a link stands on the page letter by letter."""
    rows = tuple((each,) for each in HARMLESS)
    text = page_text(
        build(extract({"mora": snapshot("mora", table(Category.PURCHASES, "#panic()", *rows))}))
    )
    for each in HARMLESS:
        assert each in text


@pytest.mark.parametrize("columns", [1, 5])
def test_a_word_without_end_stays_on_the_page(columns: int) -> None:
    """A long word is broken at the margin, and whole again when copied."""
    word = "Oändlighetsord" * 400
    row = (word, *["x"] * (columns - 1))
    data = build(extract({"mora": snapshot("mora", table(Category.PURCHASES, "Långt", row, row))}))
    assert word in page_text(data).replace(" ", "")
    boxes = page_text(data, "-bbox")
    width = float(re.findall(r'page width="([\d.]+)"', boxes)[0])
    assert max(map(float, re.findall(r'xMax="([\d.]+)"', boxes))) <= width - 28


def test_a_category_of_many_rows_is_cut_and_says_so() -> None:
    """A thousand rows are printed; how many there are, and how to get the rest, is told."""
    rows = tuple((f"post {number}", "x" * 50) for number in range(MOST_ROWS + 234))
    many = {"mora": snapshot("mora", table(Category.PURCHASES, "Köp", *rows))}
    assert too_long(many)
    assert not too_long(HELD)
    text = page_text(build(extract(many)))
    assert "Det finns 1234 rader. Här står de 1000 första." in text
    assert "post 999" in text
    assert "post 1000" not in text


def test_long_cells_are_fewer_rows_on_the_pages() -> None:
    """What typesets a page takes memory by the sign: short categories are whole, long ones cut."""
    long = tuple((f"post {number}", "x" * 5000) for number in range(MOST_ROWS))
    short = tuple((f"rad {number}", "x") for number in range(MOST_ROWS))
    tables = (table(Category.PURCHASES, "Köp", *long), table(Category.CONTACT, "Adress", *short))
    many = {"mora": snapshot("mora", *tables)}
    shown = printed(many)
    assert too_long(many)
    assert shown["mora", Category.CONTACT] == MOST_ROWS
    assert 40 < shown["mora", Category.PURCHASES] < MOST_SIGNS / 5000


def test_equal_requests_give_equal_bytes() -> None:
    """A repeated effect makes the same file."""
    assert build(extract()) == build(extract())


def test_a_snapshot_of_an_unknown_company_is_refused() -> None:
    """No data can be lost because a company is missing from the list."""
    with pytest.raises(KeyError, match="falun"):
        build(extract({"falun": snapshot("falun")}))
