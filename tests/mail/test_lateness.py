"""What a customer reads when the day that we promised has passed."""

import pytest
from mail_samples import pages, variables

from bot.core.vocabulary import Language, Mail
from bot.mail.compose import VARIABLES, render

PROMISES = [mail for mail in Mail if "late" in VARIABLES[mail]]


@pytest.mark.people("P13")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("mail", PROMISES)
def test_a_day_that_has_passed_is_never_promised(mail: Mail, language: Language) -> None:
    """It is said that the day was missed, with the way to IMY, and no new day is made up."""
    on_time = " ".join(render(mail, language, variables(mail)).body.split())
    late = " ".join(render(mail, language, variables(mail, late=True)).body.split())
    missed = {Language.SV: "Den har vi inte klarat", Language.EN: "We did not make it"}[language]
    promise = {Language.SV: "senast", Language.EN: "at the latest"}[language]
    assert missed not in on_time
    assert promise in on_time
    assert missed in late
    assert promise not in late
    assert "(IMY), imy.se" in late


@pytest.mark.people("P13")
def test_the_notice_of_lateness_says_what_is_missing_and_who_was_told() -> None:
    """With IMY and the court; it is neither a refusal nor an extension."""
    for language, given, page in pages(Mail.LATENESS):
        said = " ".join(page.body.split())
        for words in {
            Language.SV: ("Det här fattas", "dataskyddsombud", "inget nej", "inte förlängt tiden"),
            Language.EN: ("what is missing", "protection officer", "not a no", "not extended"),
        }[language]:
            assert words in said
        assert all(str(each) in said for each in given["companies"])  # type: ignore[attr-defined]
        assert "Box 8114, 104 20 Stockholm, imy.se" in said
        assert "tingsrätten" in said


@pytest.mark.people("P11")
@pytest.mark.people("P13")
def test_nothing_in_the_notice_can_depend_on_who_is_a_customer() -> None:
    """Who we are, when, what was asked, and for whom it waits: alike for known and unknown."""
    about_us = {"number", "company", "address_lines", "phone", "companies"}
    asked = {"received", "promised", "missing", "waiting_for"}
    assert VARIABLES[Mail.LATENESS] == about_us | asked
