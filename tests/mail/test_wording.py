"""What every mail says, in every shape it can take, held against the law and against readers."""

import re
from datetime import date

import pytest
from mail_samples import EVERY, names, pages, variables

from bot.core.commands import Command, Verb, parse
from bot.core.vocabulary import Audience, Language, Mail, Refusal
from bot.mail.codes import candidates, says_not_me
from bot.mail.reply import split
from bot.mail.templates import VARIABLES, audience, file_names, format_date, render

REQUESTER = [mail for mail in Mail if audience(mail) is Audience.REQUESTER]
HOUSE = [mail for mail in Mail if audience(mail) is not Audience.REQUESTER]
FIRST_CONTACT = [Mail.ACKNOWLEDGEMENT, Mail.NEUTRAL_ACKNOWLEDGEMENT, Mail.CODE]
APPROVED = [Mail.ACCESS_ANSWER, Mail.NOTHING_HELD, Mail.REFUSAL]
UNAPPROVED = [mail for mail in REQUESTER if mail not in APPROVED]
OBJECT = {
    Language.SV: "Du har alltid rätt att säga nej till direktreklam",
    Language.EN: "You always have the right to say no to direct marketing",
}
MACHINE = {
    Language.SV: "Det här svaret är framtaget av ett automatiskt system och kan granskas av en "
    "människa om du ber om det.",
    Language.EN: "This answer was produced by an automated system and can be reviewed by a person "
    "if you ask for it.",
}
NEVER = (
    "tidigare lämnande",
    "fortsätta surfa",
    "25 juli 2003",
    "2003:389",
    "ingen personlig information i cookies",
    "så länge det är nödvändigt",
    "enligt lagstadgad tid",
)


def flat(text: str) -> str:
    """The text on one line, so that where it is broken does not matter."""
    return " ".join(text.split())


@pytest.mark.law("L19")
@pytest.mark.law("L32")
@pytest.mark.law("L48")
@pytest.mark.law("L78")
@pytest.mark.law("L89")
@pytest.mark.parametrize("mail", Mail)
def test_no_mail_repeats_a_trap_or_speaks_the_codes_language(mail: Mail) -> None:
    """No wrong sentence of the notice, no sending elsewhere, no link, no word of the code."""
    for _, _, page in pages(mail):
        said = flat(page.body).casefold()
        assert "datainspektionen" not in said.replace("(tidigare datainspektionen)", "")
        assert not [trap for trap in NEVER if trap in said]
        assert not re.search(r"(kontakta|contact) (allkontor|gävle|borlänge|mora)", said)
        assert not re.search(r"https?:|www\.|<a ", said)
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", said.replace("andras_ratt", ""))
        assert not re.search(r"\b(None|True|False|Right\.|datetime)", page.body)


@pytest.mark.parametrize("mail", Mail)
def test_every_mail_is_laid_out_to_be_read(mail: Mail) -> None:
    """No line is wider than a screen, no gap wider than a paragraph; a prompt fits a phone."""
    for _, _, page in pages(mail):
        assert max(map(len, page.body.splitlines())) <= 76
        assert "\n\n\n" not in page.body
        assert page.body == page.body.strip("\n") + "\n"
        assert not re.search(r" [.,:]| {2,}\w", page.subject)
        assert len(page.subject) <= 78
        if mail in HOUSE and mail is not Mail.DIGEST:
            assert page.body.count("\n") <= 30


@pytest.mark.parametrize("mail", Mail)
def test_no_subject_holds_a_code(mail: Mail) -> None:
    """A code read over a shoulder or on a locked screen is no proof."""
    for _, _, page in pages(mail):
        assert candidates(page.subject) == ()


@pytest.mark.law("L17")
@pytest.mark.law("L86")
@pytest.mark.parametrize("ground", Refusal)
@pytest.mark.parametrize("language", Language)
def test_a_refusal_has_its_reason_a_person_imy_and_court(
    ground: Refusal, language: Language
) -> None:
    """Art. 12(4): the reason, the complaint and the court stand in every refusal."""
    said = flat(render(ground, language, variables(Mail.REFUSAL)).body)
    assert {Language.SV: "därför att", Language.EN: "because"}[language] in said
    assert {Language.SV: "En medarbetare", Language.EN: "A member of staff"}[language] in said
    assert "(IMY), Box 8114, 104 20 Stockholm, imy.se" in said.replace(
        "(Integritetsskyddsmyndigheten, IMY)", "(IMY)"
    )
    assert {Language.SV: "väcka talan i domstol", Language.EN: "court"}[language] in said


def test_no_two_grounds_give_the_same_reason() -> None:
    """Each ground is concrete: its text is its own."""
    given = variables(Mail.REFUSAL)
    assert len({render(ground, Language.SV, given).body for ground in Refusal}) == len(Refusal)


@pytest.mark.law("L53")
@pytest.mark.parametrize("mail", FIRST_CONTACT)
def test_a_first_contact_tells_of_the_right_to_object_in_a_paragraph_of_its_own(
    mail: Mail,
) -> None:
    """Art. 21(4): clearly and apart from all else, to everybody alike."""
    for language, _, page in pages(mail):
        paragraphs = page.body.split("\n\n")
        assert len([part for part in paragraphs if part.startswith(OBJECT[language])]) == 1


@pytest.mark.people("P23")
@pytest.mark.parametrize("mail", REQUESTER)
def test_a_mail_says_that_a_machine_wrote_it_only_where_no_human_approved(mail: Mail) -> None:
    """AI Act Art. 50(1): said where it is so, and nowhere else."""
    for language, _, page in pages(mail):
        assert (MACHINE[language] in flat(page.body)) is (mail in UNAPPROVED)


@pytest.mark.people("P28")
@pytest.mark.parametrize("mail", REQUESTER)
def test_a_customer_can_always_phone_and_name_her_case(mail: Mail) -> None:
    """The published phone, the case number and who is writing stand in every mail."""
    for _, _, page in pages(mail):
        for each in ("phone", "number", "company"):
            assert str(EVERY[each]) in flat(page.body + page.subject)


@pytest.mark.law("L23")
@pytest.mark.parametrize("mail", [*FIRST_CONTACT])
def test_an_acknowledgement_shows_the_promised_day(mail: Mail) -> None:
    """From the day of receipt to the day of the answer."""
    for language, given, page in pages(mail):
        shown = format_date(language, date(2026, 4, 10)) in flat(page.body)
        assert shown or (given["late"] and given.get("marketing_blocked"))
        if not given.get("to_other_address"):
            assert format_date(language, date(2026, 3, 10)) in flat(page.body)


@pytest.mark.law("L25")
@pytest.mark.parametrize("mail", FIRST_CONTACT)
def test_a_first_contact_tells_how_the_case_itself_is_handled(mail: Mail) -> None:
    """Art. 13: who, why, on what ground, how long."""
    for _, _, page in pages(mail):
        said = flat(page.body)
        assert re.search(r"6\.1 c", said)
        assert re.search(r"fem år|five years", said)
        assert all(str(each) in said for each in EVERY["companies"])  # type: ignore[attr-defined]


@pytest.mark.law("L24")
@pytest.mark.people("P11")
@pytest.mark.people("P14")
def test_nothing_in_an_acknowledgement_can_depend_on_who_is_a_customer() -> None:
    """What it is told: when, who we are, and what the mail itself asked for."""
    about_us = {
        "number",
        "received",
        "promised",
        "late",
        "company",
        "companies",
        "address_lines",
        "phone",
    }
    asked = {"asks_access", "marketing_blocked", "other_rights", "code"}
    assert VARIABLES[Mail.ACKNOWLEDGEMENT] == about_us | asked
    assert VARIABLES[Mail.NEUTRAL_ACKNOWLEDGEMENT] == about_us


@pytest.mark.people("P14")
def test_a_block_is_confirmed_with_what_goes_on_and_what_to_do() -> None:
    """All companies, all channels, order mail goes on, forward what still comes."""
    given = variables(Mail.ACKNOWLEDGEMENT, asks_access=False, code="", marketing_blocked=True)
    said = flat(render(Mail.ACKNOWLEDGEMENT, Language.SV, given).body)
    for words in ("alla tre bolagen", "varje kanal", "fakturor", "vidarebefordra utskicket"):
        assert words in said
    assert "KOD" not in said


@pytest.mark.people("P27")
@pytest.mark.parametrize("language", Language)
def test_the_neutral_acknowledgement_thanks_for_no_request(language: Language) -> None:
    """Whoever ordered toner is not told that she has made a request."""
    page = render(Mail.NEUTRAL_ACKNOWLEDGEMENT, language, variables(Mail.NEUTRAL_ACKNOWLEDGEMENT))
    assert not re.search(r"begär|request|tack|thank", flat(page.body + page.subject).casefold())


@pytest.mark.people("P12")
@pytest.mark.parametrize("mail", [Mail.ACKNOWLEDGEMENT, Mail.CODE])
def test_a_code_comes_with_who_asked_for_what_and_with_a_way_to_stop(mail: Mail) -> None:
    """The code stands on a line of its own; INTE JAG does not, so that a quote says nothing."""
    for language, given, page in pages(mail):
        word, stop = {Language.SV: ("KOD", "INTE JAG"), Language.EN: ("CODE", "NOT ME")}[language]
        lines = [line.strip() for line in page.body.splitlines()]
        assert (f"{word} {EVERY['code']}" in lines) is bool(given["code"])
        assert (stop in flat(page.body)) is bool(given["code"])
        assert stop not in lines


@pytest.mark.parametrize("mail", [mail for mail in HOUSE if mail.startswith("staff.action")])
def test_a_command_above_a_prompt_is_read_even_if_the_prompt_is_not_quoted(mail: Mail) -> None:
    """Some programs paste the old mail below without a sign; the words it proposes are not read."""
    for _, _, page in pages(mail):
        assert parse(split(f"GODKÄNN\n\n{page.body}")[0]) == Command(Verb.APPROVE)


@pytest.mark.people("P12")
@pytest.mark.parametrize("mail", REQUESTER)
def test_what_we_wrote_below_a_reply_is_not_the_customers_word(mail: Mail) -> None:
    """Neither our INTE JAG nor our code counts as hers when a program pastes our mail unquoted."""
    for _, _, page in pages(mail):
        new_text = split(f"Hej, vad är det här?\n\n{page.body}")[0]
        assert not says_not_me(new_text)
        assert candidates(new_text) == ()


@pytest.mark.people("P04")
@pytest.mark.parametrize("mail", HOUSE)
def test_no_house_mail_is_given_anything_of_the_customer(mail: Mail) -> None:
    """No name, address, subject or words of hers can reach staff or the officer by mail."""
    personal = {"name", "sender", "address", "to", "subject", "text", "code", "phone", "quote"}
    assert not VARIABLES[mail] & personal
    assert "proved" not in VARIABLES[mail]


@pytest.mark.people("P04")
def test_an_approval_shows_samples_of_ones_own_company_only() -> None:
    """Of the other companies even a sample that was handed in stays out."""
    part = {"title": "Köp", "count": 2, "samples": ["B***"]}
    preview = [{"company": "Mora", "own": False, "categories": [part]}]
    page = render(Mail.APPROVE, Language.SV, variables(Mail.APPROVE, preview=preview))
    assert "Köp: 2" in page.body
    assert "B***" not in page.body


def test_a_letter_is_never_spoken_of_with_its_address() -> None:
    """The mail about the letter cannot name where it goes."""
    assert VARIABLES[Mail.LETTER_COMING] == {
        *("number", "company", "address_lines", "phone", "promised", "late")
    }


def test_every_refusal_ground_is_a_file_in_lower_case() -> None:
    """One template a ground, found by its word."""
    assert names(Mail.REFUSAL) == tuple(Refusal)
    assert "requester.answer.refusal.andras_ratt.txt" in file_names(Mail.REFUSAL)
