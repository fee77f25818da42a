"""Norwegian and Danish; what they spell alike, or nearly, stands once."""

from typing import Final

from bot.classify.cues import Cue, Table, joined

_BOTH: Final[Table] = {
    Cue.ASK: """
        jeg vil, vil jeg, jeg ønsker, ønsker, jeg ber, ber om, anmoder, anmodning,
        vær så snill, venligst, vennligst, kan dere, kan i, kan du, kan jeg få, jeg krever,
        kræver, krever, herved, hermed, begjærer, begjæring, gerne, gjerne, vi ønsker, bedes,
        jeg beder, benytter, tak, takk, må dere, skal dere, straks""",
    Cue.HOW: "hvordan, kan man, er det mulig, er det muligt, kan jeg trekke, kan jeg trække",
    Cue.NOT: "ikke, ikkje, aldri, aldrig, ej",
    Cue.UNLESS: """
        ellers, hvis dere ikke, hvis i ikke, dersom dere ikke, såfremt i ikke, i modsat fald,
        i motsatt fall, forbeholder mig, forbeholder meg""",
    Cue.DONE: "ved en feil, ved en fejl, er slettet, er blevet slettet, ble slettet, blev slettet",
    Cue.BOILER: """
        du mottar denne, du modtager denne, du får denne, du kan når som helst,
        du kan til enhver tid, du har rett til, du har ret til, du kan melde, du kan afmelde,
        klikk her, klik her, lenken, linket, vår personvern*, vores privatlivspolitik,
        vores persondatapolitik, les mer, læs mere, dine personopplysninger,
        dine personoplysninger, dine oplysninger, ditt samtykke, dit samtykke, hvis du ikke,
        dersom du ikke, ønsker du ikke, vil du ikke""",
    Cue.ME: "meg, mig, mæ, undertegnede, oss, os",
    Cue.ABOUT_ME: """
        om meg, om mig, på meg, på mig, angående meg, vedrørende mig, som gjelder meg,
        som vedrører mig, knyttet til meg, er jeg registrert, er jeg registreret""",
    Cue.MY_DATA: """
        mine data, min data, min informasjon, min information, mine info, alt ~5 om meg,
        alt ~5 om mig, alt ~5 på meg, alt ~5 på mig, data ~5 om meg, data ~5 om mig,
        info ~5 om meg, min historikk, min historik, det dere har ~3 om meg,
        hva dere ~3 om meg, hvad i ~3 om mig, det i har ~3 om mig, alle data""",
    Cue.MY_FIELD: """
        min adresse, min e-post*, min epost*, mitt navn, mit navn, navnet mitt, adressen min,
        telefonnummeret mitt, mitt telefonnummer, mit telefonnummer, mit nummer,
        nummeret mitt, min mail*, min e-mail*, mitt etternavn, mit efternavn, mitt nummer,
        e-posten min, fødselsdatoen min, min fødselsdato""",
    Cue.FIELD: """
        adresse, adressen, navn, navnet, telefonnummer, telefonnummeret, nummer, nummeret,
        e-post, epost, mail, e-mail, etternavn, efternavn, opplysninger, oplysninger,
        fødselsdato, postnummer""",
    Cue.MY_ACCOUNT: """
        kontoen min, min konto, kontoen, min profil, profilen min, brukeren min, min bruger,
        kundekontoen, min kundekonto, brukerkontoen""",
    Cue.REGISTER: """
        registeret deres, registrene deres, jeres register, jeres registre, kunderegister*,
        systemet deres, systemene deres, jeres system, jeres systemer, databasen,
        databasen deres, jeres database, registeret, registret, deres systemer, deres system,
        systemer, arkiv*, kundekartotek, registre""",
    Cue.LIST: """
        listen, lista, listene, listen deres, jeres liste, deres liste, e-postlist*,
        epostlist*, mailingliste*, mailliste*, maillist*, adresselist*, liste, sms-list*,
        sms liste, utsendelseslist*""",
    Cue.ADS: """
        reklame, reklamen, reklamer, reklamepost*, reklamemail*, reklame-mail*,
        reklamemeldinger, nyhetsbrev*, nyhedsbrev*, nyhedsmail*, markedsføring*, tilbud,
        tilbudsmail*, spam, annonser, annoncer, kampanj*, kampagne*, utsendelse*, utsending*,
        udsendelse*, telefonsalg, abonnement*, reklamesms, søppelpost, katalog*,
        direktereklame, salgs-mail*, salgsmail*""",
    Cue.MESSAGE: """
        mail, mails, mailen, e-post, epost, e-poster, eposter, e-mails, sms, sms-er, sms-ene,
        sms'er, smser, beskeder, meldinger, brev, breve, opkald, oppringninger, henvendelser""",
    Cue.DIRECT_ADS: "direkte markedsføring, direktemarkedsføring, markedsføringsformål",
    Cue.CONSENT: "samtykke*, samtykket, tillatelse, tilladelse",
    Cue.PROCESSING: """
        behandling*, behandler, behandles, behandlingen, bruken av mine, bruger mine,
        bruker mine""",
    Cue.INTEREST: """
        berettiget interesse, berettigede interesse*, legitim interesse*, legitime interesse*,
        interesseavveining, interesseafvejning""",
    Cue.PROFILING: """
        profilering*, analyse*, sporing, sporer, kartlegg*, kortlægg*, statistikk, statistik""",
    Cue.FORMAT: "maskinlesbar*, maskinlæsbar*, strukturert, struktureret, excel",
    Cue.LAW: """
        personvernforordning*, databeskyttelsesforordning*, personopplysningslov*,
        databeskyttelseslov*, persondatalov*, persondataforordning*, personvernombud*,
        databeskyttelsesrådgiver*, personvern*""",
    Cue.AUTHORITY: "datatilsynet, tilsynsmyndighet*",
    Cue.WHAT: """
        hva, hvad, hvilke, hvilken, om dere, om i, har dere, har i, er jeg, står jeg,
        finnes det""",
    Cue.HOLD: """
        har dere, dere har, har i, i har, vet dere, dere vet, ved i, i ved, lagret, lagrer,
        lagres, gemt, gemmer, registrert, registreret, samlet, samler, behandler, behandles,
        opbevarer, oppbevarer, finnes, ligger, står, sitter på, opbevares""",
    Cue.GIVE: """
        send meg, send mig, sende meg, sende mig, send over, gi meg, giv mig, få se, få vite,
        få at vide, få en kopi, få kopi, få innsyn, få indsigt, få tilgang, få adgang,
        få utlevert, få udleveret, kopi av, kopi af, en kopi, innsyn i, indsigt i,
        tilgang til, adgang til, se hva, se hvad, vite hva, vide hvad, utlevere*, udlever*,
        en oversikt, en oversigt, oversikt over, utskrift av, udskrift af, ha alt, have alt,
        send, vil se""",
    Cue.ACCESS: """
        innsyn, innsynsbegjæring*, innsynskrav, innsynsrett, indsigtsanmodning*, indsigtsret,
        indsigt, aktindsigt i mine, rett til innsyn, ret til indsigt, registerutskrift*,
        registerudskrift*, dataudtræk, innsyn i mine, egenindsigt, registerutdrag""",
    Cue.ERASE: """
        slett, slette, slettes, sletting, sletter, slet, sletning, slettet, fjern, fjerne,
        fjernes, fjerner, ta ~3 vekk, ta ~3 bort, tag ~3 væk, stryk, stryke, av med, utslett,
        få bort, få slettet, ta ~3 ut av, tage ~2 af""",
    Cue.ERASED: "slettet, fjernet, rettet, oppdatert, opdateret",
    Cue.FORGET: """
        bli glemt, blive glemt, retten til å bli glemt, retten til at blive glemt,
        rett til sletting, ret til sletning, retten til sletning, retten til sletting,
        anmodning om sletning, anmodning om sletting, begjæring om sletting, slettebegjæring,
        sletteanmodning, glem meg, glem mig""",
    Cue.CLOSE: """
        lukk, lukke, luk, avslutt*, afslut*, si opp, sige op, opsig*, deaktiver*, stenge,
        steng, nedlæg*""",
    Cue.CORRECT: """
        rett, rette, rettes, retting, ret, rettelse*, rettet, korriger*, berigtig*,
        korrigering""",
    Cue.CHANGE: "endre, endres, ændre, ændres, oppdater*, opdater*, skal være",
    Cue.WRONG: """
        feil, feilaktig*, fejl, fejlagtig*, forkert*, galt, uriktig*, ukorrekt, stemmer ikke,
        passer ikke, stavet forkert, feilstavet, stavet feil, gammel adresse, utdatert*,
        forældet, ikke min, skal være, urigtig*, staves, ufullstendig*, ufuldstændig*""",
    Cue.RESTRICT: """
        begrense, begrenses, begrensning*, begrænse, begrænses, begrænsning*, frys, fryse,
        sperr mine, spær mine, ikke bruk mine, ikke brug mine, suspender*""",
    Cue.PORTABILITY: "dataportabilitet*, portabilitet*",
    Cue.TRANSFER: """
        overfør*, eksporter*, flytt mine, flyt mine, eksport av, eksport af, føre over,
        overføring""",
    Cue.STOP: """
        slutt å, slutt med, slutte, stopp, stoppe, stop, stoppes, hold op, opphør*, ophør*,
        avslutt*,
        afslut*, ikke ha, ikke have, ikke motta, ikke modtage, ikke lenger, ikke længere,
        ikke flere, ikke mer, ikke mere, ingen flere, ikke mottar, ikke få, slippe, slipper,
        reserver*, frabeder*, avbestill*, afbestil*, ønsker ikke, ønsker ingen, vil ikke ha,
        vil ikke have, nei til, nej til, nei takk til, nej tak til, ikke send, send ikke,
        undgå, blokker*, lei av, træt af, ingen reklame, motsetter meg, modsætter mig, stans,
        ikke sende, ikke at modtage""",
    Cue.STOP_REACHING: """
        slutt å ringe, slutt å sende, slutt å maile, slutt å kontakte, stop med at ringe,
        stop med at sende, stop med at maile, stop med at kontakte, hold op med at ringe,
        hold op med at sende, hold op med at kontakte, ikke ring, ikke kontakt meg,
        ikke kontakt mig, ikke kontaktes, kontakt meg ikke, kontakt mig ikke,
        la meg være i fred, lad mig være i fred, reservasjonsregisteret, robinsonlisten,
        ring ikke, ikke ringe, slutt å spamme, stop med at skrive""",
    Cue.UNSUBSCRIBE: """
        meld meg av, meld ~ av, melde meg av, meld meg ut, avmeld*, avmelding, afmeld*,
        afmelding, frameld*, framelding, meld mig fra, meld mig af, melde mig fra,
        afregistrer*, avregistrer*, unsubscribe, av abonner*, stopp abonnement*,
        opsig nyhedsbrev*, si opp nyhetsbrev*, avslutt abonnement*, afslut abonnement*,
        tag mig af, ta meg av listen, fjern meg fra ~3 list*, fjern mig fra ~3 list*""",
    Cue.BARE_STOP: "stopp, stop, slutt, avslutt, afslut",
    Cue.OBJECT: """
        motsetter meg, modsætter mig, protesterer mot, protesterer imod, gjør indsigelse,
        gør indsigelse, innvending mot, innsigelse mot, indsigelse mod, indsigelse,
        innsigelse, vil ikke at dere, vil ikke have at, stopp, stop, slutt""",
    Cue.WITHDRAW: """
        trekker, trekke tilbake, trekke, trækker, trække, tilbakekall*, tilbagekald*,
        tilbagetrækk*, kaller tilbake, kalder tilbage, angrer""",
    Cue.HANDLE: """
        behandler, behandles, bruker, bruger, brukes, bruges, selger, sælger, deler, lagrer,
        lagres, opbevarer, oppbevarer, skjer med, sker der med, sletter, gemmer,
        hvem har tilgang, videregir, videregiver""",
    Cue.KEEP_HOW_LONG: """
        hvor lenge lagrer, hvor længe gemmer, hvor lenge oppbevarer, hvor længe opbevarer,
        hvor lenge beholder, hvor længe beholder, hvor lenge har dere, hvor længe har i,
        hvor lenge lagres, hvor længe gemmes""",
    Cue.SOURCE: """
        hvor har dere fått, hvor har i fået, hvordan fikk dere, hvordan fik i,
        hvordan har dere fått, hvordan har i fået, hvor fikk dere, hvor fik i, hvorfra har""",
    Cue.QUESTION: """
        hvem er personvernombud*, hvem er databehandl*, hvem er behandlingsansvarlig,
        hvem er dataansvarlig, har dere et personvernombud, har i en databeskyttelsesrådgiver,
        hvem er jeres databeskyttelsesrådgiver, spørsmål om personvern,
        spørgsmål om persondata, spørgsmål om gdpr, spørsmål om gdpr""",
    Cue.COMPLAIN: """
        klage, klager, klage til, anmelde, anmelder, misfornøyd, utilfreds, uakseptabelt,
        innklage, uacceptabelt""",
    Cue.BREACH: """
        lekket, lækket, brudd på personvern*, brudd på gdpr, brud på gdpr,
        brud på persondata*, uten mitt samtykke, uden mit samtykke, delt mine, solgt mine,
        personvernbrudd, databrud, utlevert mine, videregivet mine, i strid med gdpr""",
    Cue.UNANSWERED: """
        ikke fått svar, ikke fået svar, ikke hørt fra, ikke hørt noe, ikke hørt noget,
        ikke mottatt svar, ikke modtaget svar, purring, påminnelse, påmindelse, rykker for,
        ubesvart, ubesvaret, ikke besvart, ikke besvaret""",
    Cue.AGENT: """
        vår klient, vores klient, min klient, på vegne av vår klient,
        på vegne af vores klient, fullmakt vedlagt, fuldmagt vedlagt, ifølge fullmakt,
        i henhold til fullmakt, i henhold til fuldmagt, advokatfirma*, advokatfirmaet""",
    Cue.COLLECTOR: "inkasso*, skyldner*, debitor*",
    Cue.POLICE: """
        politiet anmoder, politidistrikt*, etterforskning, efterforskning, statsadvokat,
        anklagemyndighed*, politiet ber""",
    Cue.THIRD_PARTY: """
        deres kunde, jeres kunde, opplysninger om kunden, oplysninger om kunden,
        adresse og telefon*, skyldneren, kundeopplysninger om, debitors adresse""",
    Cue.DEAD: "er død, døde, dødsbo*, avdøde, afdøde, gikk bort, gik bort, gått bort",
    Cue.PROTECTED: """
        skjult adresse, hemmelig adresse, adressebeskyttelse, navne- og adressebeskyttelse,
        sperret adresse, kode 6""",
    Cue.CHILD: """
        min datter, min sønn, min søn, datteren min, sønnen min, mitt barn, mit barn,
        barnet mitt""",
    Cue.DAMAGES: "erstatning",
    Cue.AUTOMATED: """
        automatisert avgjørelse*, automatiske afgørelser, automatisk afgørelse*,
        automatisert*, av en maskin, af en computer""",
    Cue.CREDIT_REFUSED: "kreditt, kredit, lånesøknad, kreditsøknad, avslag, afslag",
    Cue.THREAT: """
        rettslige skritt, retslige skridt, min advokat, politianmelde*, min sagfører, søksmål,
        søgsmål""",
    Cue.GOODS: """
        ordre, ordren, bestill*, bestil*, bestilling*, faktura*, toner*, blekk*, blæk*,
        papir*, levering*, levere*, levert, pakke*, skriveren, skrivere, printer*, kopimaskin*,
        tilbud på, pris*,
        kjøpt, købt, retur*, reklamasjon*, reklamation*, kvittering*, betal*, vare*, varen,
        produkt*, stol*, skrivebord*, frakt*, fragt*, patron*, kontorstol*, passord*,
        adgangskode*""",
    Cue.ERRAND: """
        åpningstid*, åbningstid*, møte, møde, jobb, job, søknad på, ansøgning om, stilling*,
        samarbeid*, samarbejd*, kurs, kursus, rabatt, rabat, bestille time""",
}

_NO: Final[Table] = {
    Cue.MY_DATA: """
        mine opplysninger, mine personopplysninger, opplysningene mine,
        personopplysningene mine, dataene mine, opplysninger ~5 om meg,
        personopplysninger ~5 om meg, opplysningene ~5 om meg,
        personopplysninger som gjelder meg, informasjon ~5 om meg,
        personlige opplysninger om meg, kundeopplysningene mine, mine kundeopplysninger,
        informasjonen min""",
    Cue.PERSONAL_DATA: "personopplysning*, persondata, personlige opplysninger",
}

_DA: Final[Table] = {
    Cue.MY_DATA: """
        mine oplysninger, mine personoplysninger, mine personlige oplysninger,
        oplysninger ~5 om mig, personoplysninger ~5 om mig, oplysningerne ~5 om mig,
        personoplysninger der vedrører mig, information* ~5 om mig, mine kundeoplysninger,
        mine persondata, personlige oplysninger om mig""",
    Cue.PERSONAL_DATA: "personoplysning*, persondata, personlige oplysninger",
}

NO: Final[Table] = joined(_BOTH, _NO)
DA: Final[Table] = joined(_BOTH, _DA)
