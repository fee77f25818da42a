"""Dutch, shorter: the words that requests can hardly do without."""

from typing import Final

from bot.classify.cues import Cue, Table

NL: Final[Table] = {
    Cue.ASK: """
        ik wil, wil ik, ik verzoek, verzoek ik, verzoek, graag, hierbij, gelieve, kunt u,
        kunnen jullie, alstublieft, aub, ik vraag, vraag ik, ik eis, ik wens, ik vorder,
        wil graag""",
    Cue.HOW: "hoe kan ik, kan ik, is het mogelijk, hoe verwijder",
    Cue.UNLESS: "anders, indien u niet, bij gebreke, behoud ik mij",
    Cue.BOILER: """
        u ontvangt deze, je ontvangt deze, u kunt zich, je kunt je, klik hier, onze privacy*,
        uw persoonsgegevens, uw gegevens, het bestaan van het recht, dat u het recht,
        u heeft het recht, je hebt het recht""",
    Cue.ME: "mij, me, mijn naam",
    Cue.ABOUT_ME: """
        over mij, van mij, mij betreffend*, op mij betrekking, die mij betreffen,
        over mijn persoon""",
    Cue.MY_DATA: """
        mijn gegevens, mijn persoonsgegevens, mijn persoonlijke gegevens, mijn data,
        gegevens ~5 van mij, gegevens ~5 over mij, alles ~5 over mij, persoonsgegevens ~4 mij,
        mijn informatie, informatie ~4 over mij, alle gegevens, mijn ~ gegevens""",
    Cue.PERSONAL_DATA: "persoonsgegevens, persoonlijke gegevens",
    Cue.MY_FIELD: """
        mijn adres, mijn naam, mijn e-mail*, mijn telefoonnummer, mijn achternaam,
        mijn geboortedatum""",
    Cue.FIELD: "adres, naam, telefoonnummer, gegevens, achternaam, geboortedatum",
    Cue.MY_ACCOUNT: "mijn account, mijn profiel, mijn klantaccount, mijn gebruikersaccount",
    Cue.REGISTER: """
        uw systeem, uw systemen, uw bestand, uw bestanden, uw database, jullie systeem,
        jullie bestand, uw administratie""",
    Cue.LIST: "mailinglijst, verzendlijst, mailinglist, lijst, uw lijst, maillijst",
    Cue.ADS: """
        reclame, nieuwsbrief, nieuwsbrieven, spam, aanbiedingen, marketing, reclamemails,
        advertenties, commerciële""",
    Cue.MESSAGE: "mails, e-mails, emails, sms, berichten, brieven",
    Cue.DIRECT_ADS: "direct marketing, direct-marketing*",
    Cue.CONSENT: "toestemming*",
    Cue.PROCESSING: "verwerking*, verwerken, verwerkt",
    Cue.INTEREST: "gerechtvaardigd belang, gerechtvaardigde belang*",
    Cue.LAW: "algemene verordening gegevensbescherming, gegevensbescherming, privacywet*",
    Cue.AUTHORITY: """
        autoriteit persoonsgegevens, gegevensbeschermingsautoriteit,
        toezichthoudende autoriteit, toezichthouder""",
    Cue.WHAT: "welke, wat, of u",
    Cue.HOLD: """
        heeft u, u heeft, hebben jullie, jullie hebben, opgeslagen, bewaart, bewaard,
        verwerkt, weet u, hebt""",
    Cue.GIVE: """
        inzage, inzien, kopie, afschrift, stuur mij, toesturen, verstrek*, toegang tot,
        overzicht van, ontvangen""",
    Cue.ACCESS: """
        inzageverzoek, verzoek om inzage, recht op inzage, verzoek tot inzage, inzagerecht,
        recht van inzage""",
    Cue.ERASE: """
        verwijder*, verwijdering, wissen, wis, gewist, wissing, vernietig*, gegevenswissing,
        schrap*, haal mij""",
    Cue.ERASED: "verwijderd, gewist, gecorrigeerd",
    Cue.FORGET: """
        vergeten te worden, recht op vergetelheid, recht op gegevenswissing, recht op wissing,
        verwijderverzoek, verwijderingsverzoek""",
    Cue.CORRECT: "corrige*, rectific*, verbeter*, correctie, rectificatie, aanpassen",
    Cue.WRONG: """
        onjuist*, verkeerd*, fout, foutief, incorrect, onvolledig*, verouderd*, klopt niet,
        kloppen niet""",
    Cue.RESTRICT: "beperken, beperking*, bevries*",
    Cue.PORTABILITY: "dataportabiliteit, overdraagbaarheid, gegevensoverdraagbaarheid",
    Cue.TRANSFER: "overdragen, overdracht, exporteer*, exporteren",
    Cue.STOP: """
        stop, stoppen, geen, niet meer, niet langer, afmelden, beëindig*, staak, staken,
        ophouden, bezwaar""",
    Cue.STOP_REACHING: """
        stop met mailen, stop met bellen, bel mij niet, mail mij niet, niet meer benader*,
        laat mij met rust, geen contact meer""",
    Cue.UNSUBSCRIBE: """
        uitschrijv*, schrijf mij ~3 uit, afmeld*, meld mij af, uitschrijf*, schrijf me ~3 uit,
        opzeggen""",
    Cue.OBJECT: "bezwaar, maak bezwaar, bezwaar maken, verzet",
    Cue.WITHDRAW: "trek ~5 in, intrek*, ingetrokken, herroep*, intrekken",
    Cue.COMPLAIN: "klacht*, klagen",
    Cue.UNANSWERED: """
        geen antwoord, geen reactie, niet gereageerd, herinnering, nog niets ontvangen""",
    Cue.GOODS: """
        bestelling*, factuur*, facturen, levering*, printer*, toner*, papier, pakket*,
        betaling*, retour*, product*""",
}
