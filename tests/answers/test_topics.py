import re
from dataclasses import replace

import pytest
from answers_world import shipped_map, told_otherwise

from bot.answers.topics import answerable, recipient_lines, retention_lines, topic_lines
from bot.core.vocabulary import Language, Topic
from bot.registers.maps.datamap import NOBODY, DataMap, Statements


def test_the_shipped_facts_answer_every_question() -> None:
    """In both languages."""
    assert answerable(shipped_map()) == set(Topic)


@pytest.mark.law("L90")
def test_an_empty_map_answers_nothing() -> None:
    """A human does."""
    assert answerable(DataMap()) == set()
    assert topic_lines(Topic.RETENTION, DataMap(), Language.SV) == ()


@pytest.mark.law("L88")
@pytest.mark.parametrize("language", Language)
def test_a_question_on_retention_hears_a_concrete_period_for_each_purpose(
    language: Language,
) -> None:
    """With the kinds of data; a date, a length after a start, or the event that ends it."""
    lines = retention_lines(shipped_map(), language)
    assert len(lines) == len(shipped_map().purposes)
    measured = [line for line in lines if re.search(r"\d", line)]
    assert len(measured) == len(lines) - 1
    assert not any(re.search("nödvändig|necessary|enligt lag|by law", line) for line in lines)


def test_the_lines_name_purpose_data_and_period() -> None:
    """In one sentence."""
    assert (
        "Bokföring (identitetsuppgifter, genomförda köp): Till och med den 31 december det sjunde "
        "året efter utgången av det kalenderår då räkenskapsåret avslutades."
    ) in retention_lines(shipped_map(), Language.SV)


@pytest.mark.law("L63")
def test_a_question_on_recipients_hears_names_and_what_for() -> None:
    """Each once."""
    lines = recipient_lines(shipped_map(), Language.EN)
    assert "Siffran Redovisning i Dalarna AB: Accounting" in lines
    assert len(lines) == len(shipped_map().recipients)


@pytest.mark.law("L63")
def test_that_there_is_no_recipient_is_an_answer() -> None:
    """And half an answer is none."""
    alone = told_otherwise("credit", recipients=(NOBODY,))
    alone = replace(alone, purposes={"credit": alone.purposes["credit"]})
    assert recipient_lines(alone, Language.SV) == (alone.statements.nobody_sv,)
    unknown = told_otherwise("credit", recipients=())
    assert recipient_lines(unknown, Language.SV) == ()
    assert Topic.RECIPIENTS not in answerable(unknown)


@pytest.mark.law("L90")
@pytest.mark.parametrize("fact", ["retention_sv", "title_sv"])
def test_a_period_that_nobody_knows_leaves_the_question_to_a_human(fact: str) -> None:
    """The others alone would read as all."""
    assert retention_lines(told_otherwise("followup", **{fact: ""}), Language.SV) == ()


@pytest.mark.law("L89")
@pytest.mark.parametrize("language", Language)
def test_the_cookie_answer_is_right_in_law(language: Language) -> None:
    """The law of 2022, its authority, active consent that can be withdrawn, and no trap."""
    text = " ".join(topic_lines(Topic.COOKIES, shipped_map(), language))
    for word in ("2022:482", "PTS", "30"):
        assert word in text
    assert re.search("aktivt val|active choice", text)
    assert re.search("ta tillbaka|withdraw", text)
    assert not re.search("surfa|brows(e|ing) on|2003|ingen personlig", text)


@pytest.mark.law("L80")
@pytest.mark.parametrize("language", Language)
def test_who_is_responsible_is_answered_from_the_approved_text(language: Language) -> None:
    """The three companies, the contact point, and that she may turn to any of them."""
    text = " ".join(topic_lines(Topic.RESPONSIBLE, shipped_map(), language))
    for name in (
        "Allkontor Teknisk Service AB",
        "Kontor & Miljö i Borlänge AB",
        "Mora Kontorsteam",
    ):
        assert name in text
    assert re.search("kontaktpunkt|contact point", text)
    assert not topic_lines(
        Topic.RESPONSIBLE, replace(shipped_map(), statements=Statements()), language
    )
