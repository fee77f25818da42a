"""Every closed word that a mail may be told has its line in each table, and is never told bare."""

import pytest

from bot.core.command_words import ROW_GROUNDS
from bot.core.commands import Misread, Verb
from bot.core.events import Task
from bot.core.law import Bar
from bot.core.mandate import Lack
from bot.core.vocabulary import (
    Act,
    Audience,
    Concern,
    Extension,
    Language,
    Mail,
    Refusal,
    Right,
    Topic,
    Waits,
)
from bot.mail.templates import SHIPPED, audience
from bot.mail.words import words_of
from bot.registers.candidates import Match
from bot.registers.erasures.rowplan import Fate
from bot.registers.lapses.lapsed import OPEN_MATTER, PROTECTED, RESTRICTED, UNKNOWN
from bot.registers.maps.datamap import HOLDS
from bot.registers.maps.purposes import RecipientKey
from workflows import ALL
from workflows.objection_marketing import CHECKS

STAFF = words_of(SHIPPED, "sv").tables
ENGLISH = words_of(SHIPPED, "en").tables
#: what only the house reads
SWEDISH_ONLY = {
    *("rights", "waits", "by_hand", "nothing_held", "marketing_check", "unproved", "identify"),
    *("weigh", "weigh_yes", "weigh_no", "review", "verdicts", "holds", "acts", "act_tasks", "asks"),
    *("draft_late_subjects", "draft_late", "concerns", "fates", "held_back"),
    *("redacted", "matched", "fitting", "grounds", "extension_reasons", "done", "outcomes"),
    "token_misused",
}
#: what customers and recipients are told, and the words that there are
OUTWARD = {
    "left_out": set(ROW_GROUNDS),
    "asked": set(Right),
    "next": set(Right),
    "extensions": set(Extension),
    "waiting_for": set(Waits),
    "topics": set(Topic),
    "carry_on": set(Act),
    "carry_on_subjects": set(Act),
    "outside": {"not_provided", "legal_duty", "legitimate_interest"},
    "objected": {"stopped", "excluded", "erased"},
    "opened_with": {"zip", "pdf", "plain"},
    "keys": set(RecipientKey),
    "restricted": {"accuracy", "unlawful", "claims", "objection", "unstated"},
}
HOUSE = {
    "rights": {*Right, "unclassified"},
    "waits": set(Waits),
    "grounds": set(Refusal),
    "extension_reasons": set(Extension),
    "concerns": set(Concern),
    "fitting": set(Verb),
    "matched": set(Match),
    "acts": set(Act),
    "act_tasks": set(Act),
    "asks": set(Act),
    "verdicts": {"erase", "keep", "part", "ask"},
    "review": OUTWARD["restricted"],
    "fates": {Fate.DELETE, Fate.CLEAR, Fate.ASK},
    "held_back": {*HOLDS, RESTRICTED, PROTECTED, OPEN_MATTER, UNKNOWN},
    "draft_late": {"draft_due", "alarm_due"},
    "draft_late_subjects": {"draft_due", "alarm_due"},
}

#: the tasks that hand a rule's reason to a mail, and the table it is said from
SAYS_WHY = {
    Task.ASK_BY_HAND: "by_hand",
    Task.ASK_UNPROVED: "unproved",
    Task.ASK_IDENTITY: "identify",
    Task.ASK_APPROVAL: "nothing_held",
    Task.ASK_MARKETING_CHECK: "marketing_check",
    Task.TELL_WITH_A_PERSON: "with_a_person",
}


def test_the_tables_of_the_two_languages_have_the_same_keys() -> None:
    """Whatever a customer can be told in one language she can be told in the other."""
    outward = {name for name, table in STAFF.items() if isinstance(table, dict)} - SWEDISH_ONLY
    assert outward == {name for name, table in ENGLISH.items() if isinstance(table, dict)}
    for name in outward:
        assert STAFF[name].keys() == ENGLISH[name].keys(), name


@pytest.mark.parametrize("table", OUTWARD)
def test_a_customer_is_never_told_a_bare_word(table: str) -> None:
    """Each word of the closed list has its sentence, and there is no sentence of no word."""
    assert STAFF[table].keys() == ENGLISH[table].keys() == OUTWARD[table]


@pytest.mark.parametrize("table", HOUSE)
def test_the_house_is_never_told_a_bare_word(table: str) -> None:
    """The same for staff and the officer."""
    assert STAFF[table].keys() == HOUSE[table]


def test_every_part_of_an_answer_has_its_subject_and_its_heading() -> None:
    """Whatever a workflow marks as a part can be said alone and among others."""
    parts = {stage.part for table in ALL.values() for stage in table.stages} - {""}
    assert parts
    for language in Language:
        tables = words_of(SHIPPED, language).tables
        assert parts <= tables["answer_subjects"].keys()
        assert parts <= tables["answer_headings"].keys()


@pytest.mark.parametrize(("task", "table"), SAYS_WHY.items())
def test_every_reason_of_a_workflow_is_a_sentence(task: Task, table: str) -> None:
    """Whatever a rule gives as a reason can be said in the mail that the same rule sends."""
    rules = [rule for workflow in ALL.values() for rule in workflow.rules if task in rule.tasks]
    assert rules
    assert {rule.reason for rule in rules if rule.reason} - STAFF[table].keys() == set()


def test_every_outcome_of_a_marketing_block_is_a_sentence() -> None:
    """Found nowhere, at several people, or by a sender of many: staff read which."""
    assert set(CHECKS) <= STAFF["marketing_check"].keys()


def test_every_way_that_a_command_ends_is_a_sentence() -> None:
    """Read or misread, against the law or the mandate: its writer is told in words."""
    refused = {*Misread, *Bar, *Lack} - {""}
    assert refused <= STAFF["outcomes"].keys()
    assert set(Verb) - {Verb.STATUS, Verb.HELP} <= STAFF["done"].keys()


def test_everything_that_holds_an_erasure_has_words() -> None:
    """Each of P07's open orders, invoices, rentals and disputes."""
    assert STAFF["holds"].keys() >= HOLDS


def test_staff_decide_with_words_for_each_right_that_is_weighed() -> None:
    """What is to be decided, what yes means and what no means."""
    weighed = {Right.RESTRICTION, Right.OBJECTION_LI, Right.CONSENT_WITHDRAWAL}
    for table in ("weigh", "weigh_yes", "weigh_no"):
        assert STAFF[table].keys() == weighed


def test_every_mail_has_an_audience() -> None:
    """The first word of its name; no mail is for nobody."""
    assert {audience(mail) for mail in Mail} == set(Audience)
