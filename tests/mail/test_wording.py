"""What every mail says, in every shape it can take, held against the law and against readers."""

import re
from datetime import date

import pytest
from mail_samples import EVERY, names, pages, variables

from bot.core.commands import Command, Verb, parse
from bot.core.vocabulary import Act, Audience, Concern, Language, Mail, Right
from bot.mail.codes import candidates, says_not_me
from bot.mail.reply import split
from bot.mail.templates import audience, format_date, render
from bot.mail.variables import VARIABLES

REQUESTER = [mail for mail in Mail if audience(mail) is Audience.REQUESTER]
HOUSE = [mail for mail in Mail if audience(mail) in {Audience.STAFF, Audience.DPO}]
FIRST_CONTACT = [Mail.ACKNOWLEDGEMENT, Mail.NEUTRAL_ACKNOWLEDGEMENT, Mail.CODE]
FIRST_CONTACT += [Mail.QUESTION_ANSWER]
PROMISING = [mail for mail in FIRST_CONTACT if mail is not Mail.QUESTION_ANSWER]
#: a human decided; of the joint answer a variable says whether one did
DECIDED = [Mail.REFUSAL, Mail.EXTENDED, Mail.LIFTING]
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


def flat(text: str) -> str:
    """The text on one line, so that where it is broken does not matter."""
    return " ".join(text.split())


@pytest.mark.law("L19")
@pytest.mark.parametrize("mail", Mail)
def test_no_mail_speaks_the_codes_language(mail: Mail) -> None:
    """No None, no enum and no word with an underscore, but for the grounds that staff type."""
    for _, _, page in pages(mail):
        said = flat(page.body)
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", said)
        assert not re.search(r"\b(None|True|False|Right\.|datetime|Both\()", said)


@pytest.mark.parametrize("mail", Mail)
def test_every_mail_is_laid_out_to_be_read(mail: Mail) -> None:
    """No line is wider than a screen, no gap wider than a paragraph; a prompt fits a phone."""
    for _, _, page in pages(mail):
        assert max(map(len, page.body.splitlines())) <= 74
        assert "\n\n\n" not in page.body
        assert page.body == page.body.strip("\n") + "\n"
        assert not re.search(r" [.,:]| {2,}\w", page.subject)
        assert len(page.subject) <= 78
        if mail in HOUSE and mail not in {Mail.DIGEST, Mail.TRANSCRIPT}:
            long = {Mail.PLAN, Mail.SECOND, Mail.APPROVE}
            most = 50 if "TA MED" in page.body else 40
            assert page.body.count("\n") <= (most if mail in long else 32)


@pytest.mark.parametrize("mail", Mail)
def test_no_subject_holds_a_code(mail: Mail) -> None:
    """A code read over a shoulder or on a locked screen is no proof."""
    for _, _, page in pages(mail):
        assert candidates(page.subject) == ()


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
    for language, given, page in pages(mail):
        by_a_human = mail in DECIDED or bool(given.get("approved"))
        assert (MACHINE[language] in flat(page.body)) is not by_a_human


@pytest.mark.people("P28")
@pytest.mark.parametrize("mail", REQUESTER)
def test_a_customer_can_always_phone_and_name_her_case(mail: Mail) -> None:
    """The published phone, the case number and who is writing stand in every mail."""
    for _, _, page in pages(mail):
        for each in ("phone", "number", "company"):
            assert str(EVERY[each]) in flat(page.subject + page.body)


@pytest.mark.law("L23")
@pytest.mark.parametrize("mail", PROMISING)
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
    asked = {"rights", "marketing_blocked", "code", "complains", "asked_for_letter"}
    assert VARIABLES[Mail.ACKNOWLEDGEMENT] == about_us | asked
    assert VARIABLES[Mail.NEUTRAL_ACKNOWLEDGEMENT] == about_us


@pytest.mark.law("L03")
@pytest.mark.parametrize("language", Language)
def test_an_acknowledgement_says_what_happens_next_for_each_right(language: Language) -> None:
    """One mail for all of them, with the order in which they are done."""
    both = [Right.ACCESS, Right.ERASURE]
    given = variables(Mail.ACKNOWLEDGEMENT, rights=both)
    said = flat(render(Mail.ACKNOWLEDGEMENT, language, given).body)
    for words in {
        Language.SV: ("Du får veta vilka uppgifter", "innan något raderas", "innan vi raderar"),
        Language.EN: ("what data we hold", "before anything is erased", "before we erase"),
    }[language]:
        assert words in said


@pytest.mark.law("L87")
@pytest.mark.parametrize("language", Language)
def test_a_complaint_is_acknowledged_with_the_way_to_imy(language: Language) -> None:
    """The way is given with its address, and not argued against."""
    given = variables(Mail.ACKNOWLEDGEMENT, rights=[Right.COMPLAINT], complains=True, code="")
    said = flat(render(Mail.ACKNOWLEDGEMENT, language, given).body)
    assert "Box 8114, 104 20 Stockholm, imy.se" in said
    assert {Language.SV: "inte vänta på oss", Language.EN: "not wait for us"}[language] in said


@pytest.mark.people("P14")
def test_a_block_is_confirmed_with_what_goes_on_and_what_to_do() -> None:
    """All companies, all channels, order mail goes on, forward what still comes."""
    given = variables(Mail.ACKNOWLEDGEMENT, rights=[], code="", marketing_blocked=True)
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


@pytest.mark.parametrize("mail", [mail for mail in Mail if mail.startswith("staff.action")])
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
    about_us = {"number", "company", "address_lines", "phone"}
    assert VARIABLES[Mail.LETTER_COMING] == about_us | {"promised", "late", "by_letter"}


@pytest.mark.people("P04")
@pytest.mark.parametrize("mail", [mail for mail in Mail if mail.startswith("staff.action")])
def test_a_reminder_says_that_nobody_has_answered(mail: Mail) -> None:
    """A prompt that was passed on reads as one, and is otherwise the same."""
    first = render(mail, Language.SV, variables(mail))
    again = render(mail, Language.SV, variables(mail, reminder=True))
    added = "Påminnelse: ingen har svarat på den här frågan än.\n\n"
    assert again.body.replace(added, "") == first.body
    assert again.body != first.body


@pytest.mark.people("P05")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", Concern)
def test_staff_read_why_only_a_human_may_take_a_mail(concern: Concern) -> None:
    """And that nothing goes to any address on file where she must be protected."""
    given = variables(Mail.BY_HAND, concerns=[concern])
    said = flat(render(Mail.BY_HAND, Language.SV, given).body)
    ordinary = flat(render(Mail.BY_HAND, Language.SV, variables(Mail.BY_HAND)).body)
    assert "Sök i alla tre bolagen" in ordinary
    assert "Sök i alla tre bolagen" not in said
    if concern is Concern.PROTECTED:
        assert "Skicka inget till någon adress" in said
    if concern in {Concern.AUTHORITY, Concern.PROTECTED}:
        assert "Boten har inte svarat" in said


@pytest.mark.people("P05")
@pytest.mark.law("L46")
@pytest.mark.parametrize("language", Language)
def test_a_notice_to_an_old_channel_does_not_know_what_is_new(language: Language) -> None:
    """Neither the new value nor its place, and the three companies alike."""
    assert VARIABLES[Mail.CONTACT_CHANGING] == {"number", "companies", "phones", "change_on"}
    said = render(Mail.CONTACT_CHANGING, language, variables(Mail.CONTACT_CHANGING)).body
    assert {Language.SV: "INTE JAG", Language.EN: "NOT ME"}[language] in flat(said)
    companies = [str(each) for each in EVERY["companies"]]  # type: ignore[attr-defined]
    assert [said.count(name) for name in companies] == [2, 2, 2]


@pytest.mark.people("P02")
@pytest.mark.law("L59")
@pytest.mark.parametrize("language", Language)
def test_an_erasure_is_announced_with_its_day_and_a_way_to_stop_it(language: Language) -> None:
    """To every address on file, without a word of what is held."""
    about_us = {"number", "company", "address_lines", "phone"}
    assert VARIABLES[Mail.ERASURE_COMING] == about_us | {"erase_on", "short_grace"}
    page = render(Mail.ERASURE_COMING, language, variables(Mail.ERASURE_COMING))
    assert format_date(language, date(2026, 4, 2)) in page.subject
    assert {Language.SV: "INTE JAG", Language.EN: "NOT ME"}[language] in flat(page.body)


@pytest.mark.law("L61")
@pytest.mark.parametrize("language", Language)
def test_a_restriction_is_told_with_its_scope_and_its_end(language: Language) -> None:
    """Since when, why, what goes on, what waits, and that the end is told before."""
    said = flat(render(Mail.RESTRICTED, language, variables(Mail.RESTRICTED)).body)
    for words in {
        Language.SV: ("Sedan den 11 mars 2026", "Skälet är", "levereras", "kredit", "upphör inte"),
        Language.EN: ("Since 11 March 2026", "The reason", "delivered", "credit", "does not end"),
    }[language]:
        assert words in said


@pytest.mark.law("L11")
@pytest.mark.parametrize("language", Language)
def test_an_extension_gives_its_reason_its_day_and_who_decided(language: Language) -> None:
    """Art. 12(3): the reasons for the delay, in the decider's own words as well."""
    said = flat(render(Mail.EXTENDED, language, variables(Mail.EXTENDED)).body)
    assert format_date(language, date(2026, 6, 10)) in said
    assert str(EVERY["why"])[1:] in said
    assert "Anna Berg" in said
    assert "Box 8114, 104 20 Stockholm, imy.se" in said


@pytest.mark.people("P12")
@pytest.mark.parametrize("language", Language)
def test_a_withdrawal_can_be_taken_back_with_the_old_date(language: Language) -> None:
    """One word does it, until a day that is named."""
    said = flat(render(Mail.WITHDRAWN, language, variables(Mail.WITHDRAWN)).body)
    assert {Language.SV: "ordet ÅNGRA", Language.EN: "word UNDO"}[language] in said
    assert format_date(language, date(2026, 4, 20)) in said


@pytest.mark.people("P25")
@pytest.mark.law("L62")
@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("language", Language)
def test_a_recipient_reads_whom_it_is_about_and_what_to_do(language: Language, act: Act) -> None:
    """Art. 19: the key it already uses, what to do, KLART; nothing else of the person."""
    said = flat(render(Mail.CARRY_ON, language, variables(Mail.CARRY_ON, act=act)).body)
    assert "K-1042" in said
    assert "KLART" in said
    assert "19" in said
    assert not VARIABLES[Mail.CARRY_ON] & {"corrections", "address", "name"}


def test_no_two_acts_ask_the_same_of_a_recipient() -> None:
    """Each act is a request of its own."""
    given = [variables(Mail.CARRY_ON, act=act) for act in Act]
    assert len({render(Mail.CARRY_ON, Language.SV, each).body for each in given}) == len(Act)


@pytest.mark.people("P26")
@pytest.mark.parametrize("mail", [Mail.CARRY_ON, *REQUESTER])
def test_a_mail_in_two_languages_is_swedish_first_and_english_below(mail: Mail) -> None:
    """One subject, in Swedish, and a line above that says so."""
    given = variables(mail)
    name = names(mail)[0]
    page = render(name, Language.EN, given, also_english=True)
    swedish, english = (render(name, language, given) for language in Language)
    assert page.subject == swedish.subject
    assert page.body.endswith(f"\n\nIN ENGLISH\n\n{english.body}")
    above = page.body.removesuffix(f"\nIN ENGLISH\n\n{english.body}")
    assert above.replace(" (English text below.)", "") == swedish.body
    assert above != swedish.body
