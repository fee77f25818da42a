"""What a customer reads when the day that we promised has passed."""

import pytest
from mail_samples import variables

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
