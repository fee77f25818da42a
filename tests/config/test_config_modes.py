import pytest
from config_letters import Edit, Letter, answer

from bot.config import Mode, releases_personal_data, why_nothing_is_released


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (('host = "127.0.0.1"', 'host = "smtp.company.se"'), 'smtp.host: found "smtp.company.se"'),
        (('host = "localhost"', 'host = "10.0.0.1"'), 'mailboxes.gavle.host: found "10.0.0.1"'),
        (
            ("[dpo]", '[lmtp]\nhost = "0.0.0.0"\n[dpo]'),
            'lmtp.host: found "0.0.0.0"; write "127.0.0.1"',
        ),
        (("erik.lund@gavle.allkontor.example", "erik@allkontor.se"), "ends in .example in a demo"),
        (("world@rightsbot.example", "world@rightsbot.se"), "embedded.catch_all"),
    ],
)
def test_a_demo_keeps_to_this_machine(demo: Letter, edit: Edit, words: str) -> None:
    """No server off loopback, no address that a person could own."""
    assert words in answer(demo, edit)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost", "LOCALHOST."])
def test_loopback_has_many_names(demo: Letter, host: str) -> None:
    """127.0.0.0/8, ::1 and localhost are this machine."""
    assert releases_personal_data(demo(('host = "localhost"', f'host = "{host}"')))


def test_a_live_file_without_demo_facts_is_read(live: Letter) -> None:
    """Real addresses, secrets elsewhere, no embedded server."""
    assert live().mode is Mode.LIVE


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (
            ("dpo@allkontor.se", "dpo@allkontor.example"),
            'dpo.address: found "dpo@allkontor.example"',
        ),
        (("dpo@allkontor.se", "dpo@example.org"), "an address that people read, in live mode"),
        (("bot.allkontor.se", "rightsbot.example"), 'smtp.domain: found "rightsbot.example"'),
        (
            ("enabled = false", 'enabled = true\ncatch_all = "w@x.se"'),
            "embedded.enabled: found true",
        ),
        (
            ("[registers.gavle.marketing]", "demo = true\n[registers.gavle.marketing]"),
            "registers.gavle.demo: found true; write",
        ),
        (
            ("[printing]", "[purposes.customer]\ndemo = true\n[printing]"),
            "purposes.customer.demo: found true",
        ),
        (
            ("[printing]", '[recipients.cloud]\nname = "Moln"\ndemo = true\n[printing]'),
            "recipients.cloud.demo: found true",
        ),
        (
            ("[printing]", "[categories.credit]\ndemo = true\n[printing]"),
            "categories.credit.demo: found true",
        ),
        (("[printing]", "[statements]\ndemo = true\n[printing]"), "statements.demo: found true"),
        (("[printing]", "[notice]\ndemo = true\n[printing]"), "notice.demo: found true"),
        (("[printing]", "[controllers]\ndemo = true\n[printing]"), "controllers.demo: found true"),
        (
            (
                "[printing]",
                '[recipients.cloud]\nname = "Moln"\naddress = "a@moln.example"\n[printing]',
            ),
            "an address that people read, in live mode",
        ),
    ],
)
def test_live_refuses_every_demo_fact(live: Letter, edit: Edit, words: str) -> None:
    """Demo and live never mix."""
    assert words in answer(live, edit)


def test_plain_text_is_for_loopback(live: Letter) -> None:
    """TLS is never left off on a network, not even when the operator asks for it."""
    told = answer(live, ('host = "localhost"', 'host = "imap.allkontor.se"'))
    assert 'mailboxes.gavle.security: found "none" for "imap.allkontor.se"; write "tls"' in told


@pytest.mark.parametrize(
    ("edits", "key"),
    [
        ([('host = "localhost"', 'host = "imap.allkontor.se"')], "mailboxes.gavle (imap."),
        ([('host = "127.0.0.1"', 'host = "smtp.allkontor.se"')], "smtp (smtp.allkontor.se)"),
        ([("[dpo]", '[lmtp]\nenabled = true\nhost = "10.0.0.1"\n[dpo]')], "lmtp (10.0.0.1)"),
    ],
)
def test_nothing_personal_leaves_through_a_server_elsewhere(
    live: Letter, edits: list[Edit], key: str
) -> None:
    """One server off loopback suffices, and the reason names it."""
    settings = live(*edits, ('security = "none"', 'security = "tls"'))
    assert not releases_personal_data(settings)
    assert key in (why_nothing_is_released(settings) or "")


def test_personal_data_may_pass_between_servers_on_this_machine(live: Letter) -> None:
    """With every server on loopback there is no reason against it."""
    assert why_nothing_is_released(live()) is None
