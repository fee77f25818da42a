"""Mails that only name her, and mails of another address of hers: copied when staff say so."""

import pytest
from archive_world import BOX, FIRST, KARIN, NILS, NOW, ODD, lay, left, letter, register
from servers.dovecot import Dovecot

from bot.answers.redaction import flags_of, redacted
from bot.core.vocabulary import Act
from bot.registers.candidates import Match, candidates_in
from bot.registers.erasures.known import Known
from bot.registers.erasures.rowplan import Fate, Rules
from bot.registers.orders import Order

SECOND = "karin@gammal.example"
ANNA = "anna@allkontor.example"
KNOWN = Known(addresses=(KARIN, SECOND), names=("ek karin",))


@pytest.mark.people("P20")
def test_what_staff_confirm_is_copied_and_erased_and_the_rest_is_not(dovecot: Dovecot) -> None:
    """A colleague's mail that names her, in two folders; her other address; and Nils's own mail."""
    named = letter(1, ANNA, BOX, "Karin Ek vill ha sin stol")
    lay(
        dovecot,
        (
            ("INBOX", letter(9, KARIN, BOX, "hennes eget"), FIRST),
            ("INBOX", named, FIRST),
            (ODD, named, FIRST),
            ("INBOX", letter(2, SECOND, BOX, "från hennes gamla adress"), FIRST),
            ("INBOX", letter(3, NILS, BOX, "Karin Ek bor granne med mig"), FIRST),
        ),
    )
    box = register(dovecot)
    record, first, second = candidates_in(box, KNOWN, KARIN)
    assert (record.key, record.by, record.strong) == (f"mail/{SECOND}", (Match.ADDRESS,), True)
    assert {(one.by, one.strong) for one in (first, second)} == {((Match.NAMED_BY_NAME,), False)}
    [both] = [one for one in (first, second) if len(one.also) > 1]
    also = (*record.also, *both.also)
    assert "stol" not in box.collect(KARIN, NOW).to_json()
    copy = box.collect(KARIN, NOW, also).to_json()
    assert [word in copy for word in ("eget", "stol", "gamla", "granne")] == [
        True,
        True,
        True,
        False,
    ]
    plan = box.plan(KARIN, Rules(), NOW, also)
    assert plan is not None
    assert [(one.fate, len(one.keys)) for one in plan.rows] == [(Fate.DELETE, 4)]
    assert box.carry_out(Order(Act.ERASE, KARIN, NOW, plan=plan, also=also))
    assert [b"granne" in raw for raws in left(dovecot).values() for raw in raws] == [True]


@pytest.mark.people("P20")
@pytest.mark.law("L39")
def test_what_a_stranger_wrote_is_flagged_before_it_is_given(dovecot: Dovecot) -> None:
    """A mail that names her names him too: MASKERA and UTELÄMNA have a number for it."""
    lay(dovecot, (("INBOX", letter(3, NILS, BOX, "Karin Ek bor granne med mig"), FIRST),))
    box = register(dovecot)
    [named] = candidates_in(box, KNOWN, KARIN)
    copy = box.collect(KARIN, NOW, named.also)
    [flag] = flags_of({copy.company: copy})
    assert NILS not in redacted({copy.company: copy}, {flag.number: ""})[copy.company].to_json()


@pytest.mark.people("P20")
def test_a_strangers_mail_that_names_her_is_asked_of_people(dovecot: Dovecot) -> None:
    """It is his as well: staff may say that it concerns her, and nobody erases it unseen."""
    lay(dovecot, (("INBOX", letter(3, NILS, BOX, "Karin Ek bor granne med mig"), FIRST),))
    box = register(dovecot)
    [named] = candidates_in(box, KNOWN, KARIN)
    plan = box.plan(KARIN, Rules(), NOW, named.also)
    assert plan is not None
    assert [one.fate for one in plan.rows] == [Fate.ASK]
