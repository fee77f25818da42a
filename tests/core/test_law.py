"""On what a named human may refuse or extend, and what each right needs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import deadlines
from bot.core.law import (
    CONCERNS,
    EXTENSIONS,
    GROUNDS,
    Bar,
    acknowledges,
    grounds_for,
    has_substance,
    may_extend,
    may_refuse,
)
from bot.core.law_rights import RIGHTS
from bot.core.machine import Workflow
from bot.core.vocabulary import Act, Concern, Extension, Refusal, Right
from workflows import WHOLE

WORDS = "Fakturan från maj är obetald och tvistig."
DATES = deadlines(date(2026, 3, 5))
#: DPV 2.2, extension JUSTIFICATIONS: the concepts for not doing something, and for delay
DPV = {
    *("ProcessUnfounded", "ProcessExcessive", "IdentityVerificationFailure"),
    *("ThirdPartyRightsImpaired", "ConfidentialityObligationCompromised", "LegallyExempted"),
    *("LegalObligationImpaired", "LegalClaimImpaired", "NotRequiredJustification"),
    *("LegitimateInterestOverride", "ComplexityOfProcess", "HighVolumeOfProcesses"),
}


@pytest.mark.law("L17")
def test_each_ground_and_each_reason_stands_beside_its_paragraph() -> None:
    """All twelve and both, with the words of the law and a concept of the W3C vocabulary."""
    assert GROUNDS.keys() == set(Refusal)
    assert EXTENSIONS.keys() == set(Extension)
    rows = [*GROUNDS.values(), *EXTENSIONS.values()]
    assert all(row.article.startswith(("GDPR Art. ", "lag (2018:218)")) for row in rows)
    assert all(len(row.says.split()) >= 4 for row in rows)
    assert {row.dpv.removeprefix("justifications:") for row in rows} == DPV


@pytest.mark.law("L49")
@pytest.mark.parametrize(
    "right", [Right.OBJECTION_MARKETING, Right.COMPLAINT, Right.PRIVACY_QUESTION]
)
def test_what_is_absolute_has_no_ground(right: Right) -> None:
    """Advertising is stopped, a complaint heard and a question answered."""
    assert grounds_for(right) == ()
    for ground in Refusal:
        assert may_refuse(right, ground, 3, WORDS) is Bar.GROUND_NOT_FOR_RIGHT


@pytest.mark.law("L39")
@pytest.mark.law("L40")
@pytest.mark.parametrize(
    ("right", "own"),
    [
        (Right.ACCESS, {Refusal.OTHERS_RIGHTS, Refusal.SECRECY, Refusal.DRAFT}),
        (Right.RECTIFICATION, {Refusal.ACCURATE}),
        (Right.ERASURE, {Refusal.LEGAL_DUTY, Refusal.LEGAL_CLAIMS, Refusal.NO_GROUND}),
        (Right.RESTRICTION, {Refusal.NO_GROUND}),
        (Right.PORTABILITY, {Refusal.OTHERS_RIGHTS, Refusal.NOT_PORTABLE}),
        (Right.OBJECTION_LI, {Refusal.LEGAL_CLAIMS, Refusal.NO_GROUND, Refusal.COMPELLING}),
        (Right.HUMAN_ONLY, set()),
    ],
)
def test_each_right_has_its_own_grounds_and_no_others(right: Right, own: set[Refusal]) -> None:
    """Beside the three that every request under Art. 15 to 22 shares."""
    shared = {Refusal.UNFOUNDED, Refusal.EXCESSIVE, Refusal.UNIDENTIFIED}
    assert set(grounds_for(right)) == shared | own


@pytest.mark.law("L47")
def test_a_withdrawn_consent_is_refused_only_to_somebody_unknown() -> None:
    """Art. 7(3) is no request that could be unfounded."""
    assert grounds_for(Right.CONSENT_WITHDRAWAL) == (Refusal.UNIDENTIFIED,)


@pytest.mark.law("L18")
@pytest.mark.people("P11")
@pytest.mark.parametrize("ground", Refusal)
def test_before_a_proof_only_one_refusal_is_open_and_it_needs_no_words(ground: Refusal) -> None:
    """The one text for everybody; every other ground would tell who is a customer."""
    right = GROUNDS[ground].rights[0]
    alone = ground is Refusal.UNIDENTIFIED
    assert may_refuse(right, ground, 0, WORDS) is (Bar.NONE if alone else Bar.BEFORE_LEVEL_1)
    assert may_refuse(right, ground, 2, "") is (Bar.NONE if alone else Bar.REASONS_MISSING)
    assert not may_refuse(right, ground, 2, WORDS)


@pytest.mark.law("L17")
@pytest.mark.law("L22")
@pytest.mark.parametrize(
    "reasons", ["", "enligt lag", "Nej.", "se ovan", "kunden är jobbig", "1 2 3 4 5 6", "x y z u v"]
)
def test_reasons_without_substance_are_none(reasons: str) -> None:
    """Art. 12(4): "the reasons for not taking action" are those of this case."""
    assert may_refuse(Right.ACCESS, Refusal.UNFOUNDED, 2, reasons) is Bar.REASONS_MISSING


@pytest.mark.law("L12")
@pytest.mark.law("L13")
@pytest.mark.parametrize("reason", Extension)
def test_a_concrete_reason_extends(reason: Extension) -> None:
    """In Swedish or English, on the promised day at the latest."""
    for words in (
        "Ni har 4 000 mejl hos oss som behöver läsas och maskeras.",
        "Er begäran rör tre bolag, ett pappersarkiv och besked i juli.",
        "Your request covers three archives that personnel must read.",
    ):
        assert may_extend(reason, words, DATES.safe_due, DATES) is Bar.NONE


@pytest.mark.law("L13")
@pytest.mark.parametrize(
    "words",
    [
        "Vi har personalbrist och många mejl att läsa.",
        "Handläggaren är på semester till den tionde.",
        "HANDLAGGAREN HAR FORALDRALEDIGT hela våren tyvärr",
        "Det är jul och därför kan ingen läsa arkivet.",
        "Vi väntar på svar från vårt biträde för lönerna.",
        "Leverantören är sen med sitt utdrag ur systemet.",
        "Begäran kom till fel brevlåda hos oss i mars.",
        "Mejlet hamnade bland skräpposten hela första veckan.",
        "Vi hinner inte läsa alla mejlen denna månad.",
        "Our staffing does not allow for faster handling.",
        "The office is closed for the Christmas holidays.",
        "We are waiting for our processor to answer us.",
        "Your request came to the wrong mailbox first.",
    ],
)
def test_what_is_our_own_trouble_is_no_reason(words: str) -> None:
    """Staffing, holidays, a slow processor, a wrong mailbox: EDPB 162-164 names none of them."""
    assert may_extend(Extension.COMPLEX, words, DATES.received, DATES) is Bar.NOT_A_REASON


@pytest.mark.law("L11")
def test_an_extension_after_the_promise_is_too_late() -> None:
    """Whatever its reason; and before it a word alone is no reason."""
    late = DATES.safe_due + timedelta(days=1)
    assert may_extend(Extension.NUMBER, WORDS, late, DATES) is Bar.TOO_LATE
    assert may_extend(Extension.NUMBER, "många mejl", DATES.received, DATES) is Bar.REASONS_MISSING


@given(st.text(max_size=300))
def test_any_words_are_weighed(words: str) -> None:
    """None breaks the scales, and none without substance passes."""
    bar = may_extend(Extension.COMPLEX, words, DATES.received, DATES)
    assert (bar is Bar.REASONS_MISSING) is not has_substance(words)


def test_a_very_long_text_is_weighed_in_one_sweep() -> None:
    """A megabyte costs nothing that grows with its square."""
    words = "helt annorlunda bokföring saknas " + "inte hunn " * 100_000
    assert may_extend(Extension.COMPLEX, words, DATES.received, DATES) is Bar.NONE


@pytest.mark.law("L67")
@pytest.mark.parametrize(("right", "table"), WHOLE.items(), ids=WHOLE)
def test_the_tables_ask_for_the_proof_that_the_right_needs_and_no_more(
    right: Right, table: Workflow
) -> None:
    """The ladder of the law document, section 3, is that of the workflows."""
    asked = {stage.level for stage in table.stages if stage.level}
    assert asked == {level for level in RIGHTS[right].levels if level}
    assert any(stage.discloses for stage in table.stages) == RIGHTS[right].discloses
    assert any(stage.second for stage in table.stages) == (RIGHTS[right].approvers > 1)


@pytest.mark.law("L59")
@pytest.mark.law("L86")
def test_what_the_bot_may_do_alone_can_be_undone() -> None:
    """It restricts and stops; it never erases, corrects or lifts, and two approve an erasure."""
    assert RIGHTS.keys() == set(Right)
    alone = {act for row in RIGHTS.values() for act in row.alone}
    assert alone == {Act.RESTRICT, Act.STOP}
    assert RIGHTS[Right.ERASURE].approvers == 2
    assert {right for right, row in RIGHTS.items() if row.approvers == 0} == {
        Right.OBJECTION_MARKETING,
        Right.CONSENT_WITHDRAWAL,
        Right.PRIVACY_QUESTION,
    }


@pytest.mark.law("L77")
@pytest.mark.people("P05")
@pytest.mark.people("P18")
def test_an_authority_and_a_protected_person_get_no_automatic_mail() -> None:
    """Every other concern is acknowledged, neutrally."""
    assert CONCERNS.keys() == set(Concern)
    silent = {concern for concern in Concern if not acknowledges(concern)}
    assert silent == {Concern.AUTHORITY, Concern.PROTECTED}
