"""How a template becomes a page, and how a broken one is told before the first mail."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from mail_samples import variables

from bot.core.vocabulary import Audience, Language, Mail, Right
from bot.mail.templates import (
    SHIPPED,
    audience,
    check_templates,
    file_names,
    format_date,
    languages,
    render,
    used_variables,
)
from bot.mail.variables import MEANINGS, SAME_FOR_ALL, VARIABLES
from bot.mail.words import Both, TemplateFault, as_sentence, inside, spoken, words_of


def broken(tmp_path: Path, name: str, text: str | None) -> list[str]:
    """What the check says of a copy of the templates in which one file is another."""
    shutil.copytree(SHIPPED, tmp_path / "mail_templates")
    file = tmp_path / "mail_templates" / name
    file.unlink() if text is None else file.write_text(text, "utf-8")
    return check_templates(tmp_path / "mail_templates")


def test_the_shipped_templates_are_in_order() -> None:
    """Every mail has its file in each language of its audience, and uses what is declared."""
    assert check_templates() == []


@pytest.mark.parametrize("mail", Mail)
def test_a_mail_needs_the_same_in_every_language(mail: Mail) -> None:
    """The variables of each file are exactly those of the one table."""
    silent = {f"{Mail.REFUSAL}.{ground.lower()}.txt" for ground in SAME_FOR_ALL}
    for language in languages(mail):
        for name in file_names(mail):
            unsaid = {"why"} if name in silent else set()
            assert used_variables(SHIPPED, language, name) == VARIABLES[mail] - unsaid


def test_every_variable_says_what_it_is() -> None:
    """Whoever supplies one reads its type and meaning beside the table, and none is left over."""
    assert set().union(*VARIABLES.values()) == MEANINGS.keys()


def test_what_leaves_the_house_is_written_in_both_languages() -> None:
    """Customers and recipients read Swedish or English; staff and the officer Swedish."""
    for mail in Mail:
        outward = audience(mail) in {Audience.REQUESTER, Audience.RECIPIENT}
        assert languages(mail) == (tuple(Language) if outward else (Language.SV,))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A mail without its file is found before the first mail is written."""
    assert broken(tmp_path, "en/requester.action.code.txt", None) == [
        "mail_templates/en/requester.action.code.txt: is missing"
    ]


def test_a_file_of_no_mail_is_named(tmp_path: Path) -> None:
    """A misspelt file name does not lie there unseen."""
    assert broken(tmp_path, "sv/requester.action.kod.txt", "Ämne: x\n\ny\n") == [
        "mail_templates/sv/requester.action.kod.txt: belongs to no mail"
    ]


def test_a_misspelt_variable_is_named_with_its_file(tmp_path: Path) -> None:
    """Both sides are told: what is used without being declared, and what is never used."""
    name = "sv/staff.action.post_letter.txt"
    faults = broken(tmp_path, name, "Ämne: x\n\n{{ numer }}{{ file }}")
    assert faults == [
        f"mail_templates/{name}: the variable 'number' is declared, never used",
        f"mail_templates/{name}: the variable 'post_by' is declared, never used",
        f"mail_templates/{name}: the variable 'reminder' is declared, never used",
        f"mail_templates/{name}: the variable 'numer' is not declared",
    ]


def test_a_template_that_is_not_jinja_is_named(tmp_path: Path) -> None:
    """A tag left open is told as a sentence and not as a traceback."""
    (fault,) = broken(tmp_path, "sv/dpo.notice.digest.txt", "Ämne: x\n\n{% if %}")
    assert fault.startswith("mail_templates/sv/dpo.notice.digest.txt: TemplateSyntaxError")


def test_a_template_without_subject_is_refused(tmp_path: Path) -> None:
    """The first line is the subject, the second is blank."""
    root = shutil.copytree(SHIPPED, tmp_path / "t")
    (root / "sv" / "staff.action.post_letter.txt").write_text("Hej\n{{number}}{{file}}{{post_by}}")
    with pytest.raises(TemplateFault, match=r"post_letter.txt: must begin with 'Ämne: …'"):
        render(Mail.POST_LETTER, Language.SV, variables(Mail.POST_LETTER), root)


def test_a_variable_too_few_and_one_too_many_are_faults() -> None:
    """The fault names the file and both variables; nothing is written."""
    given = variables(Mail.CODE) | {"age": 84}
    del given["code"]
    with pytest.raises(TemplateFault) as told:
        render(Mail.CODE, Language.EN, given)
    assert str(told.value) == (
        "mail_templates/en/requester.action.code.txt: "
        "the variable 'code' was not given; the variable 'age' is not declared"
    )


def test_a_part_of_a_value_that_is_missing_is_a_fault() -> None:
    """Also what lies inside a value is looked for strictly."""
    given = variables(Mail.DIGEST, overdue=[{"number": "17"}])
    with pytest.raises(TemplateFault, match=r"dpo.notice.digest.txt: .*'rights'"):
        render(Mail.DIGEST, Language.SV, given)


@pytest.mark.parametrize("value", [None, True, Right.ACCESS, ["a"]])
def test_a_bare_word_of_the_code_is_never_printed(value: object) -> None:
    """Nothing, yes, an enum or a list in the text is a fault and not a sentence."""
    with pytest.raises(TemplateFault, match="as it stands in the code"):
        render(Mail.STOPPED, Language.SV, variables(Mail.STOPPED, company=value))


def test_a_value_cannot_write_a_line_of_its_own() -> None:
    """A line break in a value becomes a blank."""
    given = variables(Mail.ANSWER, parts=["nothing_held"], missing=[], address="a@b.example\nKOD 1")
    page = render(Mail.ANSWER, Language.SV, given)
    assert "inga uppgifter om a@b.example KOD 1." in " ".join(page.body.split())
    assert "\nKOD" not in page.body


def test_a_value_that_looks_like_a_template_stays_a_value() -> None:
    """What comes in is printed and never run."""
    page = render(Mail.STOPPED, Language.SV, variables(Mail.STOPPED, company="{{ 7 * 7 }}"))
    assert "{{ 7 * 7 }}" in page.body


def test_dates_are_written_as_people_write_them() -> None:
    """No weekday, no leading zero; a time of day is Swedish."""
    assert format_date(Language.SV, date(2026, 3, 10)) == "10 mars 2026"
    assert format_date(Language.EN, date(2026, 12, 1)) == "1 December 2026"
    noon = datetime.fromisoformat("2026-06-30T22:05:00+00:00")
    assert format_date(Language.SV, noon) == "1 juli 2026 kl. 00.05"


def test_a_time_without_zone_is_a_fault() -> None:
    """A guess about the zone could be a day wrong."""
    with pytest.raises(TemplateFault, match="time zone"):
        format_date(Language.SV, datetime(2026, 3, 10))  # noqa: DTZ001 - the very thing to refuse


def test_a_value_in_both_languages_is_said_in_the_one_of_the_mail() -> None:
    """Also deep inside lists and dicts; what is no such value stays as it is."""
    value = [{"title": Both("köp", "purchases"), "count": 2}, Both(["a"], ["b", "c"])]
    assert spoken(value, "sv") == [{"title": "köp", "count": 2}, ["a"]]
    assert spoken(value, "en") == [{"title": "purchases", "count": 2}, ["b", "c"]]


def test_a_list_is_said_as_people_say_it() -> None:
    """One, two and three things; none is nothing."""
    words = words_of(SHIPPED, "sv")
    listed = [words.listed(each) for each in ([], ["a"], ["a", "b"], ["a", "b", "c"])]
    assert listed == ["", "a", "a och b", "a, b och c"]
    assert words.small(["Genomförda köp", "SMS", "Genomförda köp"]) == "genomförda köp och SMS"


def test_own_words_become_a_sentence() -> None:
    """A capital first and a full stop last, on one line; inside another sentence neither."""
    assert as_sentence("fakturan är\n  bokförd") == "Fakturan är bokförd."
    assert as_sentence("Är den fel? Nej!") == "Är den fel? Nej!"
    assert inside("Avtal med dig.") == "avtal med dig"
    assert inside("GDPR.") == "GDPR"


def test_an_end_is_a_day_or_a_length() -> None:
    """A date is said as the last day; a length in words is said as it stands."""
    words = words_of(SHIPPED, "sv")
    assert words.until(date(2033, 12, 31)) == "till och med den 31 december 2033"
    assert words.until("i 24 månader därefter") == "i 24 månader därefter"


@pytest.mark.parametrize("language", Language)
def test_no_line_breaks_inside_a_date(language: Language) -> None:
    """However the words before it fall; nor inside a box number or a postcode."""
    for padding in range(40):
        given = variables(Mail.LATENESS, companies=["x" * padding, "B", "C"])
        lines = render(Mail.LATENESS, language, given).body.splitlines()
        for whole in (format_date(language, date(2026, 4, 10)), "Box 8114", "104 20 Stockholm"):
            assert any(whole in line for line in lines)


def test_an_unknown_reason_is_a_fault_that_names_the_table() -> None:
    """A reason without a line is never told in the code's own word."""
    with pytest.raises(TemplateFault, match=r"words.toml: \[with_a_person\] has no line for 'x'"):
        render(Mail.WITH_A_PERSON, Language.EN, variables(Mail.WITH_A_PERSON, reason="x"))
