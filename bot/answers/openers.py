"""Words that begin a Swedish sentence with a capital letter and are nobody's name.

What may be a name as well is not among them: `Per`, `Bo`, `Maj`, `Hans`, `Mina`.
"""

from typing import Final

OPENERS: Final = frozenset(
    word
    for line in (
        "Jag Du Han Hon Hen Vi Ni De Den Det Man Denna Detta Dessa Ingen Inget Inga Någon Något",
        "Några En Ett Två Tre Flera Båda Kund Kunden Kunderna Kundens Firman Företaget Butiken",
        "Lagret Säljaren Teknikern Kollegan Chefen Ärende Ärendet Order Ordern Beställning",
        "Beställningen Faktura Fakturan Leverans Leveransen Betalning Betalningen Retur Returen",
        "Reklamation Reklamationen Skrivaren Kopiatorn Maskinen Tonern Samtal Samtalet Mejl",
        "Mejlet Brev Brevet Notering Anteckning Svar Är Har Hade Kan Kunde Ska Skulle Vill",
        "Ville Får Fick Bör Borde Måste Blev Blir Finns Fanns Ringde Ringer Ringt Skrev Skriver",
        "Skickade Skickar Skickat Mejlade Mejlat Svarade Svarar Frågade Frågar Undrar Undrade",
        "Önskar Önskade Behöver Saknar Saknade Lovade Lovat Kontaktade Kontakt Pratade Talade",
        "Träffade Beställde Beställer Hämtade Hämtar Levererade Levererat Betalade Betalat",
        "Köpte Köper Hyr Hyrde Bytte Bytt Reklamerade Reklamerar Återkommer Återkom Noterat Kom",
        "Kommer Enligt Efter Före Innan När Om Att Som Så Men Och Eller Även Också Samt För",
        "Från Till Med Utan Vid På Av Hos Under Över Idag Igår Nu Sedan Då Där Här Därför",
        "Därefter Eftersom Dock Tidigare Senast Nästa Första Bara Endast Troligen Kanske Mycket",
        "Inte Ej Ja Nej Tack Hej Obs Vad Hur",
    )
    for word in line.split()
)
"""As they are written there."""
