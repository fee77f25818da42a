"""What may never be printed: each trap is caught, and what is right passes."""

import re

import pytest
from mail_samples import names, pages, variables

from bot.core.vocabulary import Audience, Extension, Language, Mail, Refusal, Right
from bot.mail.lint import lint, lint_refusal, mask
from bot.mail.numbers import personal_number_free
from bot.mail.templates import audience, render

NUMBERS = (
    "18900101-9802",
    "19000101-9801",
    "19900101-2385",
    "20000229-2399",
    "20240229-2383",
    "19140168-2396",
)
#: the law that each trap of the notice, and each fault of ours, would break
TRAPS = {
    "Du kan klaga hos Datainspektionen.": "L32",
    "You can complain to Datainspektionen.": "L32",
    "Vi har rätt att fortsätta behandla redan insamlade personuppgifter med stöd av ditt "
    "tidigare lämnande.": "L48",
    "Redan insamlade uppgifter får vi fortsätta använda.": "L48",
    "Det sker med stöd av ditt tidigare samtycke.": "L48",
    "We may continue to use data already collected under your earlier consent.": "L48",
    "Genom att fortsätta surfa godkänner du detta.": "L89",
    "By continuing to browse you agree.": "L89",
    "Vi sparar ingen personlig information i cookies på din dator.": "L89",
    "We keep no personal data in our cookies.": "L89",
    "Enligt lagen (2003:389) om elektronisk kommunikation.": "L89",
    "Lagen trädde i kraft den 25 juli 2003.": "L89",
    "Uppgifterna sparas enligt lag.": "L88",
    "Uppgifterna sparas enligt gällande lagstiftning.": "L88",
    "Fakturorna bevaras enligt bokföringslagen.": "L88",
    "De lagras under lagstadgad tid.": "L88",
    "Vi sparar dem hos alla tre bolagen enligt lag.": "L88",
    "Vi behandlar dem så länge det är nödvändigt.": "L88",
    "Data are kept for as long as is necessary.": "L88",
    "The invoices are kept by law.": "L88",
    "Kontakta Gävle om du har handlat där.": "L78",
    "Då får du vända dig till Mora.": "L78",
    "Ring vårt kontor i Borlänge.": "L78",
    "Please contact Kontor & Miljö i Borlänge AB.": "L78",
    "Ditt personnummer är 19900101-2385.": "L69",
    "Läs mer på https://allkontor.example.": "P28",
    "Läs mer på allkontor.se/gdpr.": "P28",
    "Se www.imy.se.example": "P28",
    "Grunden är OGRUNDAD.": "L19",
    "Det gäller objection_li.": "L19",
    "Svaret är None.": "L19",
}
#: what looks a little like a trap and is right
RIGHT = (
    "Du kan klaga hos IMY (tidigare Datainspektionen), imy.se.",
    "You can complain to IMY (formerly known as the Data Inspection Board), imy.se.",
    "Det vi gjorde innan du tog tillbaka ditt samtycke var tillåtet.",
    "Vi fortsätter att leverera det du har beställt.",
    "Vi måste enligt bokföringslagen spara fakturan till och med den 31 december 2033.",
    "Uppgifterna sparas enligt lag i sju år efter räkenskapsåret.",
    "De sparas så länge du är kund och i 24 månader därefter.",
    "Grund: rättslig förpliktelse (artikel 6.1 c i GDPR): bokföringslagen",
    "Lagen (2022:482) om elektronisk kommunikation gäller.",
    "En medarbetare hos Allkontor Teknisk Service AB har läst ditt ärende.",
    "Svaret gäller Mora Kontorsteam AB. Ring 0250-160 75.",
    "Skriv till siri_a@kund.se eller info.gavle@allkontor.com.",
    "Org.nr 556268-6823, VAT SE556268682301.",
    "Filen heter uppgifter-2026-17.zip, och data.json ligger i den.",
)
SPOKEN = [mail for mail in Mail if audience(mail) is Audience.REQUESTER]


@pytest.mark.law("L19")
@pytest.mark.law("L32")
@pytest.mark.law("L48")
@pytest.mark.law("L69")
@pytest.mark.law("L78")
@pytest.mark.law("L88")
@pytest.mark.law("L89")
@pytest.mark.people("P28")
@pytest.mark.parametrize("mail", Mail)
def test_no_mail_holds_a_trap_in_any_shape_or_language(mail: Mail) -> None:
    """Every mail, rendered in every combination that gives it another text, passes the lint."""
    house = mail not in SPOKEN
    faults = {
        fault
        for _, _, page in pages(mail)
        for fault in lint(f"{page.subject}\n\n{page.body}", house=house)
    }
    assert faults == set()


@pytest.mark.law("L32")
@pytest.mark.law("L48")
@pytest.mark.law("L78")
@pytest.mark.law("L88")
@pytest.mark.law("L89")
@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_is_caught_however_the_lines_fall(trap: str) -> None:
    """On one line, and with every blank a line break."""
    assert len(lint(trap)) >= 1
    assert lint(trap.replace(" ", "\n")) == lint(trap)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(text: str) -> None:
    """A sentence that only resembles a trap is not refused."""
    assert lint(text) == []


@pytest.mark.parametrize(
    "word", [*Refusal, *Extension, *(right for right in Right if "_" in right)]
)
def test_a_word_of_the_code_is_for_the_house_alone(word: str) -> None:
    """Staff type the grounds; a customer never reads one."""
    assert lint(f"Det blev {word}.") != []
    assert lint(f"Det blev {word}.", house=True) == []


def test_a_fault_names_what_is_wrong() -> None:
    """Whoever must mend the text sees which words."""
    (fault,) = lint("Hej!\n\nDu kan klaga hos Datainspektionen.\n")
    assert fault.endswith(": 'datainspektion'")


@pytest.mark.people("P19")
@pytest.mark.law("L69")
@pytest.mark.parametrize("number", NUMBERS)
def test_a_personal_number_is_masked_in_every_way_to_write_it(number: str) -> None:
    """With and without century, dash, plus and blanks, and as a sole trader's VAT number."""
    long, short, last = number[:8], number[2:8], number[-4:]
    masked = f"{short}-****"
    dotted = f"{number[:4]}-{number[4:6]}-{number[6:8]}"
    written = [
        *(number, long + last, f"{long} {last}", f"{short}-{last}", f"{short}+{last}"),
        *(short + last, f"{short} {last}", f"{short} - {last}", f"{dotted}-{last}"),
        *(f"{dotted} {last}", f"{short}–{last}"),
    ]
    assert {mask(text) for text in written} == {masked}
    for text in (*written, f"SE{short}{last}01", f"se {short}-{last} 01"):
        whole = mask(f"Nr 12 {text}, och {text}.")
        assert personal_number_free(whole)
        assert last not in whole
        assert whole.count(masked) == 2


@pytest.mark.people("P19")
@pytest.mark.parametrize(
    "text", ["556268-6823", "SE556268682301", "026-10 98 77", "900101-2386", "order 9001012386", ""]
)
def test_what_is_no_personal_number_is_not_masked(text: str) -> None:
    """A company's numbers, a phone, and a number whose check digit is wrong."""
    assert mask(text) == text


@pytest.mark.law("L17")
@pytest.mark.law("L86")
@pytest.mark.parametrize("ground", names(Mail.REFUSAL))
@pytest.mark.parametrize("language", Language)
def test_every_refusal_passes_with_reasons_and_fails_without(
    ground: Refusal, language: Language
) -> None:
    """Reasons, IMY with its address, the court, free, and a name; take one away and it is told."""
    body = render(ground, language, variables(Mail.REFUSAL)).body
    assert lint_refusal(body, ground) == []
    for words in ("tingsrätten|district\\scourt", r"imy\.se", r"Box\s8114"):
        assert lint_refusal(re.sub(words, "", body), ground) != []
    bare = render(ground, language, variables(Mail.REFUSAL, why="")).body
    needed = ground is not Refusal.UNIDENTIFIED
    assert bool(lint_refusal(bare, ground)) is needed


@pytest.mark.law("L17")
def test_reasons_without_substance_are_none() -> None:
    """A word or two is no reason, whatever ground stands beside it."""
    for why in ("", "nej", "enligt ovan", "se ovan"):
        page = render(Refusal.ACCURATE, Language.SV, variables(Mail.REFUSAL, why=why))
        assert any("concrete reasons" in fault for fault in lint_refusal(page.body))
