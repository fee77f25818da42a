"""How a template becomes a page, and how a broken one is told before the first mail."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from mail_samples import variables

from bot.core.commands import Misread, Verb
from bot.core.vocabulary import Language, Mail, Refusal, Right, Waits
from bot.mail.templates import (
    SHIPPED,
    VARIABLES,
    check_templates,
    file_names,
    format_date,
    languages,
    render,
    used_variables,
)
from bot.mail.words import TemplateFault, words_of
from workflows import ALL
from workflows.access import HUMAN_BRANCHES
from workflows.objection_marketing import CHECKS


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
    for language in languages(mail):
        for name in file_names(mail):
            assert used_variables(SHIPPED, language, name) == VARIABLES[mail]


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
    page = render(
        Mail.NOTHING_HELD, Language.SV, variables(Mail.NOTHING_HELD, address="a@b.example\nKOD 1")
    )
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


def test_every_closed_word_has_its_line() -> None:
    """Whatever a workflow can give as a reason is a sentence for those who are told it."""
    staff, english = (words_of(SHIPPED, language).tables for language in ("sv", "en"))
    reasons = {rule.reason for table in ALL.values() for rule in table.rules if rule.reason}
    checks = {rule.reason for rule in ALL["objection_marketing"].rules if rule.reason}
    tables = ("by_hand", "marketing_check", "nothing_held")
    assert reasons <= {reason for table in tables for reason in staff[table]}
    assert checks | set(CHECKS) <= staff["marketing_check"].keys()
    assert set(HUMAN_BRANCHES) <= staff["with_a_person"].keys()
    assert staff["with_a_person"].keys() == english["with_a_person"].keys()
    assert set(Right) == english["rights"].keys() == staff["rights"].keys() - {"unclassified"}
    assert set(Waits) == staff["waits"].keys()
    assert set(Misread) <= staff["outcomes"].keys()
    assert set(Refusal) == staff["grounds"].keys()
    assert set(Verb) == staff["fitting"].keys()
    assert set(Verb) - {Verb.STATUS, Verb.HELP} <= staff["done"].keys()


def test_an_unknown_reason_is_a_fault_that_names_the_table() -> None:
    """A reason without a line is never told in the code's own word."""
    with pytest.raises(TemplateFault, match=r"words.toml: \[with_a_person\] has no line for 'x'"):
        render(Mail.WITH_A_PERSON, Language.EN, variables(Mail.WITH_A_PERSON, reason="x"))
