"""The kinds of letter that customers write, in Swedish and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Both:
    """One letter in the two languages."""

    sv: str
    en: str

    def __getitem__(self, language: str) -> str:
        """With a greeting and a name, as people write."""
        greeting, closing = FRAME[language]
        return f"{greeting}\n\n{getattr(self, language)}\n\n{closing}"


SV, EN = "sv", "en"
LANGUAGES = (SV, EN)
FRAME = {SV: ("Hej!", "Med vänlig hälsning"), EN: ("Hello,", "Kind regards")}

ACCESS = Both(
    "Jag vill ha ett registerutdrag enligt artikel 15.",
    "Please send me a copy of all personal data you hold about me.",
)
PORTABILITY = Both(
    "Jag begär dataportabilitet enligt artikel 20.",
    "I want my data in a machine-readable format under Article 20 GDPR.",
)
NO_ADVERTISING = Both(
    "Jag vill inte ha mer reklam från er.",
    "Stop sending me advertising. I object to direct marketing.",
)
COMPLAINT = Both(
    "Jag vill klaga på hur ni har hanterat mina personuppgifter.",
    "I wish to make a complaint about how you have handled my personal data.",
)
THREE_RIGHTS = Both(
    "Jag vill ha ett registerutdrag enligt artikel 15. Sedan vill jag att ni raderar alla "
    "uppgifter ni har om mig. Och skicka ingen mer reklam.",
    "Please send me a copy of my personal data. After that, delete all data you hold about me. "
    "And stop sending me advertising.",
)

RETENTION = Both(
    "Hur länge sparar ni uppgifter om era kunder?", "How long do you store customer data?"
)
COOKIES = Both(
    "Hur använder ni cookies på er webbplats?", "How do you use cookies on your website?"
)
RESPONSIBLE = Both(
    "Vem är personuppgiftsansvarig hos er?", "Who is the data controller at your companies?"
)
RECIPIENTS = Both(
    "Vilka lämnar ni ut personuppgifter till?", "Who do you share personal data with?"
)
UNANSWERED = Both(
    "Har ni ett dataskyddsombud, och krypterar ni personuppgifterna?",
    "Do you have a data protection officer, and do you encrypt personal data?",
)

#: what only a human may take, by the word for why (bot.core.vocabulary.Concern)
FOR_PEOPLE: Mapping[str, Both] = MappingProxyType(
    {
        "automated_decision": Both(
            "Jag fick nej till kredit av en dator. Jag vill att en människa prövar beslutet.",
            "I was refused credit by an automated decision. I want a human to review it.",
        ),
        "damages": Both(
            "Jag kräver skadestånd enligt artikel 82 för att ni läckte mina uppgifter.",
            "I claim compensation under Article 82 GDPR because you leaked my data.",
        ),
        "agent": Both(
            "Vi företräder Karin Forsbeck, kundnr G-20001. Sänd alla hennes personuppgifter till "
            "oss enligt artikel 15. Fullmakt bifogas.",
            "I act on behalf of my client Karin Forsbeck, customer no G-20001. Please send us all "
            "her personal data under Article 15. A power of attorney is enclosed.",
        ),
        "child": Both(
            "Min dotter är 11 år och har ett konto hos er. Radera hennes uppgifter.",
            "My daughter is 11 years old and has an account with you. Please delete her data.",
        ),
        "threat": Both(
            "Lämna ut mina uppgifter, annars kommer jag till er butik och slår sönder allt.",
            "Give me all my personal data or I will come and burn your shop down.",
        ),
        "third_party": Both(
            "Inkasso AB begär enligt GDPR adress och telefon till gäldenären Karin Forsbeck, "
            "kundnr G-20001.",
            "Under the GDPR we request the address and telephone number of the debtor "
            "Karin Forsbeck, customer no G-20001.",
        ),
        "transfer": Both(
            "Jag vill att ni för över mina uppgifter direkt till ett annat företag.",
            "I want you to transfer my data directly to another company.",
        ),
        "estate": Both(
            "Olle dog i mars. Sluta skicka reklam och räkningar.",
            "My husband died in March. Please stop sending advertising and bills to him.",
        ),
        "protected": Both(
            "Jag har flyttat och har ny mejl, jag vill inte att min f.d. får veta något. Ändra "
            "mina uppgifter och skicka vad ni har.",
            "I have moved away from my ex-husband and he must not know where I live. Please "
            "correct my address and send me what you have about me.",
        ),
        "authority": Both(
            "Integritetsskyddsmyndigheten inleder tillsyn mot er med anledning av ett klagomål.",
            "The Swedish Authority for Privacy Protection opens an inquiry after a complaint.",
        ),
    }
)  # fmt: skip
