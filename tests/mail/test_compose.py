"""A composed mail as bytes: its headers, its text, and what it refuses to say."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from mail_samples import variables

from bot.core.vocabulary import Language, Mail, Refusal
from bot.mail.compose import Envelope, Unsayable, compose, personal_number_free

ENVELOPE = Envelope(
    sender=("Allkontor Gävle", "info.gavle@allkontor.example"),
    to="siri@kund.example",
    message_id="m.abc@rightsbot.example",
    date=datetime(2026, 3, 10, 9, 0, tzinfo=UTC),
    matter="2026-17",
)
TRICK = "=?utf-8?q?a=0D=0ABcc:_evil=40x.example?="
TEST_NUMBERS = (
    "18900101-9802",
    "19000101-9801",
    "19900101-2385",
    "20000229-2399",
    "20240229-2383",
    "19140168-2396",
)


def composed(envelope: Envelope, mail: Mail = Mail.CODE) -> EmailMessage:
    """The mail as its reader's program sees it, by way of its bytes."""
    made = compose(mail, Language.SV, variables(mail), envelope)
    read = message_from_bytes(made.as_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_mail_says_who_what_and_when() -> None:
    """Sender, recipient, subject, date and id stand as given."""
    mail = composed(ENVELOPE)
    assert mail["From"] == "Allkontor Gävle <info.gavle@allkontor.example>"
    assert mail["To"] == "siri@kund.example"
    assert mail["Subject"] == "Är det du som frågar? (ärende 2026-17)"
    assert mail["Date"] == "Tue, 10 Mar 2026 09:00:00 +0000"
    assert mail["Message-ID"] == "<m.abc@rightsbot.example>"
    assert mail["X-Rightsbot"] == "2026-17"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Content-Language"] == "sv"
    assert "Då stoppar vi allt" in " ".join(mail.get_content().split())


def test_every_line_on_the_wire_is_short_and_ascii() -> None:
    """Any server can carry it, and the text comes back with its letters."""
    raw = compose(Mail.CODE, Language.SV, variables(Mail.CODE), ENVELOPE).as_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    assert raw.isascii()


@pytest.mark.parametrize(
    ("mail", "auto", "header"),
    [
        (Mail.ACKNOWLEDGEMENT, True, "auto-replied"),
        (Mail.TRANSCRIPT, True, "auto-replied"),
        (Mail.APPROVE, True, "auto-generated"),
        (Mail.DIGEST, True, "auto-generated"),
        (Mail.ANSWER, False, None),
        (Mail.CARRY_ON, True, "auto-generated"),
    ],
)
def test_a_machine_says_that_it_is_one(mail: Mail, auto: bool, header: str | None) -> None:  # noqa: FBT001 - a column of the table
    """RFC 3834; what a human approved is not a machine's word."""
    assert composed(replace(ENVELOPE, auto=auto), mail)["Auto-Submitted"] == header


def test_a_mail_without_matter_still_carries_the_loop_header() -> None:
    """Our own digest is known again when it comes back."""
    assert composed(replace(ENVELOPE, matter=""))["X-Rightsbot"] == "house"


def test_a_reply_stays_in_its_thread() -> None:
    """The nearest mail is answered, and named last among the references."""
    mail = composed(replace(ENVELOPE, in_reply_to="b@x.example", references=("a@x.example",)))
    assert mail["In-Reply-To"] == "<b@x.example>"
    assert mail["References"] == "<a@x.example> <b@x.example>"


def test_an_id_longer_than_a_line_stays_an_id() -> None:
    """Exchange writes such ids; as an encoded word no program would find the thread."""
    long = "A" * 150 + "@prod.outlook.example"
    raw = compose(
        Mail.CODE, Language.SV, variables(Mail.CODE), replace(ENVELOPE, in_reply_to=long)
    ).as_bytes()
    assert b"In-Reply-To: <" + long.encode() + b">\r\n" in raw
    assert b"References: <" + long.encode() + b">\r\n" in raw


def test_a_thread_without_end_is_cut_in_the_middle() -> None:
    """The root and the twenty nearest stay."""
    ids = tuple(f"{number}@x.example" for number in range(500))
    kept = composed(replace(ENVELOPE, references=ids))["References"].split()
    assert kept[0] == "<0@x.example>"
    assert kept[-1] == "<499@x.example>"
    assert len(kept) == 21


@pytest.mark.parametrize(
    "bad", [TRICK, "a\r\nBcc: evil@x.example", "a b@x.example", "<a@x.example>", "", "å@x.example"]
)
def test_an_id_that_is_none_is_left_out(bad: str) -> None:
    """Whatever a stranger wrote as her id, our headers hold only ids."""
    mail = composed(replace(ENVELOPE, in_reply_to=bad, references=(bad, "a@x.example")))
    assert mail["In-Reply-To"] is None
    assert mail["References"] == "<a@x.example>"
    assert mail["Bcc"] is None


@pytest.mark.parametrize("trick", [TRICK, "a\r\nBcc: evil@x.example", "a\x85Bcc: evil@x.example"])
def test_no_value_can_write_a_header(trick: str) -> None:
    """An encoded word that hides a line break is broken up before it is written."""
    envelope = replace(
        ENVELOPE, sender=(trick, "a@b.example"), matter=trick, attachments=((trick, b"x", "a/b"),)
    )
    made = compose(Mail.STOPPED, Language.SV, variables(Mail.STOPPED, number=trick), envelope)
    raw = made.as_bytes()
    assert not [line for line in raw.split(b"\n") if line.lower().startswith(b"bcc")]
    read = message_from_bytes(raw, policy=policy.default)
    assert read["Bcc"] is None
    assert read["To"] == "siri@kund.example"


@pytest.mark.parametrize(
    "bad", ["", "siri", "@x.example", "a b@x.example", "a@x.example\r\nBcc: c"]
)
def test_what_is_no_address_is_refused(bad: str) -> None:
    """The sentence shows what was found."""
    with pytest.raises(ValueError, match="this is no address"):
        compose(Mail.CODE, Language.SV, variables(Mail.CODE), replace(ENVELOPE, to=bad))


def test_a_domain_with_swedish_letters_is_written_in_ascii() -> None:
    """The name servers know it by no other name."""
    assert (
        b"To: a@xn--rksmrgs-5wao1o.example"
        in compose(
            Mail.CODE,
            Language.SV,
            variables(Mail.CODE),
            replace(ENVELOPE, to="a@räksmörgås.example"),
        ).as_bytes()
    )


def test_a_date_without_zone_is_refused() -> None:
    """The clock gives aware times; anything else is a mistake of ours."""
    naive = datetime(2026, 3, 10)  # noqa: DTZ001 - the very thing to refuse
    with pytest.raises(ValueError, match="time zone"):
        compose(Mail.CODE, Language.SV, variables(Mail.CODE), replace(ENVELOPE, date=naive))


def test_an_attachment_keeps_its_name_type_and_bytes() -> None:
    """The extract goes with the answer."""
    pdf = ("utdrag ärende.pdf", b"%PDF-1.7", "application/pdf")
    mail = composed(replace(ENVELOPE, attachments=(pdf,), auto=False), Mail.ANSWER)
    (part,) = mail.iter_attachments()
    assert part.get_filename() == pdf[0]
    assert part.get_content_type() == pdf[2]
    assert part.get_content() == pdf[1]
    body = mail.get_body()
    assert body is not None
    assert "Utdraget är PDF-filen" in body.get_content()


def test_a_refusal_is_composed_by_its_ground() -> None:
    """The closed word chooses the template."""
    made = compose(Refusal.SECRECY, Language.EN, variables(Mail.REFUSAL), ENVELOPE)
    assert "bound by secrecy" in made.get_content()


@pytest.mark.people("P19")
@pytest.mark.law("L69")
@pytest.mark.parametrize("number", TEST_NUMBERS)
def test_no_way_to_write_a_personal_number_is_missed(number: str) -> None:
    """With and without century, dash, blanks and dots, and as a sole trader's VAT number."""
    long, short, last = number[:8], number[2:8], number[-4:]
    dotted = f"{number[:4]}-{number[4:6]}-{number[6:8]}"
    written = [
        *(number, long + last, f"{long} {last}", f"{short}-{last}", f"{short}+{last}"),
        *(short + last, f"{short} {last}", f"{short} - {last}", f"{dotted}-{last}"),
        *(f"{dotted} {last}", f"{short}–{last}", f"SE{short}{last}01", f"se {short}-{last} 01"),
        *(f"pnr:{short}-{last}.", f"({short}{last})", f"a{short}{last}b"),
    ]
    assert [text for text in written if personal_number_free(text)] == []


@pytest.mark.people("P19")
@pytest.mark.law("L69")
@pytest.mark.parametrize(
    "text",
    [
        "556268-6823",
        "SE556268682301",
        "16556268-6823",
        "026-10 98 77",
        "0243-79 23 40",
        "faktura 9001012386",
        "Box 8114, 104 20 Stockholm",
        "order 12345678901234567890",
        "900101-2386",
        "10 mars 2026 kl. 09.14",
    ],
)
def test_what_is_no_personal_number_may_be_written(text: str) -> None:
    """A company's number, a phone, a number whose check digit is wrong."""
    assert personal_number_free(text)


@pytest.mark.people("P19")
@pytest.mark.law("L69")
@pytest.mark.parametrize("number", TEST_NUMBERS)
def test_a_personal_number_is_masked_in_subject_and_body(number: str) -> None:
    """The gate stands in compose, after all values are in; an attachment is exempt."""
    given = variables(Mail.CODE, number=number, phone=f"{number[:8]}{number[-4:]}")
    txt = ("a.txt", number.encode(), "text/plain")
    made = compose(Mail.CODE, Language.SV, given, replace(ENVELOPE, attachments=(txt,)))
    body = made.get_body()
    assert body is not None
    said = f"{made['Subject']} {body.get_content()}"
    assert personal_number_free(said)
    assert said.count(f"{number[2:8]}-****") >= 2
    (part,) = made.iter_attachments()
    assert part.get_content() == number


@pytest.mark.law("L48")
@pytest.mark.parametrize(
    ("mail", "changes"),
    [
        (Refusal.LEGAL_DUTY, {"why": "vi sparar fakturan så länge lagen kräver, enligt lag"}),
        (Mail.EXTENDED, {"why": "klaga hos Datainspektionen om du inte vill vänta längre"}),
        (Mail.LIFTING, {"why": "läs mer om det på https://allkontor.example/gdpr"}),
        (Mail.QUESTION_ANSWER, {"cookies": ["Genom att fortsätta surfa godkänner du cookies."]}),
        (Mail.ANSWER, {"told": ["Kontakta Gävle"], "parts": ["erasure"]}),
    ],
)
def test_what_somebody_wrote_against_the_law_is_not_sent(
    mail: Mail | Refusal, changes: dict[str, object]
) -> None:
    """Free words and approved texts: the answer waits for a human, who is told what is wrong."""
    kind = Mail.REFUSAL if isinstance(mail, Refusal) else mail
    with pytest.raises(Unsayable) as told:
        compose(mail, Language.SV, variables(kind, **changes), ENVELOPE)
    assert told.value.faults


@pytest.mark.people("P13")
@pytest.mark.parametrize("language", Language)
def test_the_notices_on_the_way_are_never_held_back(language: Language) -> None:
    """They print nothing that somebody wrote, so that no wording leaves a customer unanswered."""
    for mail in (Mail.ACKNOWLEDGEMENT, Mail.NEUTRAL_ACKNOWLEDGEMENT, Mail.CODE, Mail.LATENESS):
        given = variables(mail, company="Datainspektionen", phone="www.exempel.se")
        assert compose(mail, language, given, ENVELOPE)["Subject"]


@pytest.mark.law("L17")
def test_a_refusal_without_reasons_is_not_sent() -> None:
    """Art. 12(4): the decider's own words, or no refusal; the same text for all needs none."""
    for ground in Refusal:
        given = variables(Mail.REFUSAL, why="nej")
        if ground is Refusal.UNIDENTIFIED:
            compose(ground, Language.SV, given, ENVELOPE)
            continue
        with pytest.raises(Unsayable, match="concrete reasons"):
            compose(ground, Language.SV, given, ENVELOPE)


@pytest.mark.people("P26")
def test_a_mail_in_two_languages_says_so_in_its_header() -> None:
    """Swedish first, English below, one subject in Swedish."""
    given = variables(Mail.CODE)
    made = compose(Mail.CODE, Language.EN, given, ENVELOPE, also_english=True)
    assert made["Content-Language"] == "sv, en"
    assert made["Subject"] == "Är det du som frågar? (ärende 2026-17)"
    text = made.get_content()
    assert text.index("Hej!") < text.index("IN ENGLISH") < text.index("Hello,")
