import pytest
from config_letters import Letter, answer

from bot.config import notice_faults, open_points
from bot.core.vocabulary import Category

EARLIER = (
    'earlier = [{ version = "1", basis = "consent", valid_from = 2018-05-25, '
    "valid_until = 2025-12-31 }]\n"
)
MAP = """
[categories.identity]
title_sv = "Identitet"
title_en = "Identity"
provided = true
[purposes.customer]
title_sv = "Hantera dig som kund"
categories = ["identity"]
basis = "contract"
version = "2"
valid_from = 2026-01-01
recipients = ["cloud"]
earlier = [{ version = "1", basis = "consent", valid_from = 2018-05-25, valid_until = 2025-12-31 }]
retention = { kind = "relation", months = 24 }
[recipients.cloud]
name = "Moln AB"
[notice]
version = "1"
[notice.purposes.customer]
title = "Hantera dig som kund"
basis = "consent"
categories = ["identity"]
retention = { kind = "relation", months = 24 }
"""
DECISION = """
[[notice.decisions]]
purpose = "customer"
differs = ["basis"]
decided_on = 2025-11-12
decided_by = "styrelsen"
corrected_notice_on = 2026-01-01
"""
END = 'means = "customer_number"\n'


def test_the_file_becomes_one_store(demo: Letter) -> None:
    """Purposes, recipients, categories and notice, each knowing its key."""
    settings = demo((END, END + MAP))
    data_map = settings.data_map
    assert [one.id for one in data_map.purposes_of([Category.IDENTITY])] == ["customer"]
    assert [one.name for one in data_map.recipients_of([Category.IDENTITY])] == ["Moln AB"]
    assert "purposes.customer.title_en" in settings.facts[Category.IDENTITY].missing()
    assert settings.facts[Category.CREDIT].missing()


def test_a_recipients_mailbox_is_an_address_of_the_file(demo: Letter) -> None:
    """The embedded server has an account for it, as for everybody whom we write to."""
    named = ('name = "Moln AB"', 'name = "Moln AB"\naddress = "Moln@moln.example"')
    assert "moln@moln.example" in demo((END, END + MAP), named).addresses()
    assert "" not in demo((END, END + MAP)).addresses()


@pytest.mark.people("P16")
def test_live_mode_starts_with_no_difference_that_nobody_decided(live: Letter) -> None:
    """The purpose, what the map says, what the notice says, and what to write."""
    told = answer(live, (END, END + MAP))
    assert "purposes.customer.basis: found contract; the notice of 1 says consent" in told
    assert '[[notice.decisions]] with purpose = "customer", differs = ["basis"]' in told
    assert live((END, END + MAP + DECISION)).notice.decisions


@pytest.mark.people("P16")
def test_a_decision_without_a_corrected_notice_starts_nothing(live: Letter) -> None:
    """Nor does a map that forgot what the notice said."""
    lame = ("corrected_notice_on = 2026-01-01\n", "")
    assert "purposes.customer.basis" in answer(live, (END, END + MAP + DECISION), lame)
    forgot = (EARLIER, "")
    told = answer(live, (END, END + MAP + DECISION), forgot)
    assert "purposes.customer.earlier: found nothing; the notice of 1 says consent" in told


@pytest.mark.people("P16")
def test_a_demo_starts_and_says_so(demo: Letter) -> None:
    """Nobody is hurt by an invented notice."""
    (fault,) = notice_faults(demo((END, END + MAP)))
    assert fault.key == "purposes.customer.basis"


@pytest.mark.people("P16")
@pytest.mark.parametrize("mode", ["demo", "live"])
def test_a_personal_number_in_marketing_stops_every_start(
    mode: str, request: pytest.FixtureRequest
) -> None:
    """Live or not."""
    letter: Letter = request.getfixturevalue(mode)
    slip = ('basis = "contract"', 'basis = "contract"\nmarketing = true\npersonal_number = true')
    assert "no ground allows both" in answer(letter, (END, END + MAP + DECISION), slip)


@pytest.mark.law("L90")
def test_what_the_controllers_must_decide_has_no_default(live: Letter) -> None:
    """Each point is told by its key; none is guessed, and none stops the start."""
    keys = [point.key for point in open_points(live((END, END + MAP + DECISION)))]
    assert keys == [
        *("controllers.backup_days", "controllers.spar", "controllers.purchase_notice_on"),
        *("statements.cookies_sv", "statements.cookies_en"),
        *("statements.arrangement_sv", "statements.arrangement_en"),
        *("companies.gavle.fiscal_year_end", "companies.gavle.staff.deputy"),
        *("recipients.cloud.address", "recipients.cloud.key"),
    ]
    assert "notice.version" in [point.key for point in open_points(live())]


def test_what_is_decided_is_read(demo: Letter) -> None:
    """Backups, SPAR, the closing day, deputies, and TLS to the next server."""
    settings = demo(
        (
            END,
            END
            + "[controllers]\nbackup_days = 35\nspar = false\npurchase_notice_on = 2026-01-02\n",
        ),
        ('phone = "026-10 98 77"', 'phone = "026-10 98 77"\nfiscal_year_end = "06-30"'),
        ('roles = ["handler"]', 'roles = ["handler"]\ndeputy = true'),
        ('domain = "rightsbot.example"', 'domain = "rightsbot.example"\ntls_to_recipients = true'),
    )
    assert (settings.controllers.backup_days, settings.controllers.spar) == (35, False)
    assert settings.companies["gavle"].fiscal_year_end == "06-30"
    assert [person.deputy for _, person in settings.staff()] == [False, True]
    assert settings.smtp.tls_to_recipients
    assert not demo().smtp.tls_to_recipients
