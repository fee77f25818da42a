"""Swedish: what customers of an office-supply company ask for, plainly, angrily or misspelt."""

from typing import Final

from bot.classify.cues import Cue, Table, joined
from bot.classify.cues_sv_around import AROUND
from bot.classify.cues_sv_concern import CONCERN
from bot.classify.cues_sv_question import QUESTION
from bot.classify.cues_sv_speech import SPEECH

_ASKED: Final[Table] = {
    Cue.ME: """
        bli raderad, bli borttagen, bli struken, bli borttagna, få mig raderad, mig, mej,
        mig själv, undertecknad, oss""",
    Cue.ABOUT_ME: """
        om mig, om mej, på mig, kring mig, rör mig, berör mig, om min person, om undertecknad,
        om oss, avseende mig, kopplat till mig, kopplade till mig, gällande mig, rörande mig,
        finns jag, är jag registrerad, är jag med, står jag""",
    Cue.MY_DATA: """
        mina uppgifter, mina personuppgifter, mina person uppgifter, mina data, min data,
        mitt data, mina kunduppgifter, mina kontaktuppgifter, mina personliga ~ uppgifter,
        mina privata uppgifter, min information, min personliga information, min info,
        min historik, min köphistorik, min profil, mina sparade ~ uppgifter,
        mina egna uppgifter, mina ~ personuppgifter, mina och ~3 uppgifter,
        uppgift* ~5 om mig, personuppgift* ~5 om mig, information* ~5 om mig, info ~5 om mig,
        data ~5 om mig, uppgift* ~5 rör mig, personuppgift* ~5 rör mig, uppgift* ~5 på mig,
        uppgift* ~5 kopplade till mig, personuppgift* ~5 kopplade till mig,
        personuppgift* ~5 avseende mig, allt ~5 om mig, allting ~5 om mig, allt ~5 på mig,
        allt ~4 rör mig, allt ~4 kopplat till mig, det ni har ~2 om mig, det som ~3 om mig,
        vad ni har ~3 om mig, vad ni ~3 om mig, alla uppgifter ni har,
        alla uppgifter som ni har, samtliga uppgifter ni, samtliga uppgifter som,
        de uppgifter ni har, all information ni har, den information ni har, mina ~4 om mig,
        uppgift* ~5 om undertecknad, allt ~5 undertecknad, uppgift* ~4 om oss,
        vad ni ~3 om oss, allt ni har sparat, all data ni har, alla mina ~, allt som rör mig,
        alla spår av mig, mina kunddata, mina ~ uppgifter, min ~ data, mina ~ data""",
    Cue.PERSONAL_DATA: """
        personuppgift*, person uppgifter, kunduppgifter, persondata, personliga uppgifter""",
    Cue.MY_FIELD: """
        min adress, min mejl, min mail, min email, min epost, min e-post*, min mejladress*,
        min mailadress*, min emailadress*, min epostadress*, mitt namn, mitt efternamn,
        mitt förnamn, mitt telefonnummer, mitt nummer, mitt mobilnummer, mitt mobil*,
        mitt personnummer, mitt personnr, min telefon, mina telefonnummer, min hemadress,
        min gamla adress, mitt födelsedatum, mitt postnummer, födelseår ska vara,
        min postadress, adressen till mig, mitt gamla nummer, mitt kundnummer""",
    Cue.FIELD: """
        adress, adressen, adresser, namn, namnet, efternamn, efternamnet, förnamn,
        telefonnummer, telefonnumret, nummer, mobilnummer, mejladress, mailadress,
        e-postadress, mejl, mejlen, mail, personnummer, personnumret, personnr, födelsedatum,
        födelseår, postnummer, telefon, kontaktuppgifter, uppgift, uppgifter, uppgifterna,
        kunduppgifter, personuppgifter, stavning, stavningen, efter namn""",
    Cue.MY_ACCOUNT: """
        mig som kund, oss som kund, mig som medlem, mig som användare, mitt konto,
        mitt kundkonto, mitt användarkonto, mina konton, mitt medlemskap, mina inloggnings*,
        min profil, min användare, kontot, mitt webbkonto, min kundprofil""",
    Cue.REGISTER: """
        ert register, era register, ert kundregister, era kundregister, ert system,
        era system, er databas, era databaser, kundregistret, registret, registren, databasen,
        databaser, er server, arkiv, ert arkiv, era kundlistor, kundregister, era datorer,
        ert crm, register""",
    Cue.LIST: """
        lista, listan, listor, er lista, era listor, sändlist*, mejllist*, maillist*,
        e-postlist*, epostlist*, mailinglist*, utskickslist*, adresslist*, reklamlist*,
        nyhetsbrevslist*, sms list*, smslist*, kontaktlist*, distributionslist*,
        prenumerantlist*""",
    Cue.ADS: """
        reklam, reklamen, reklamer, reklammejl*, reklammail*, reklamutskick*, reklambrev*,
        reklamsms*, reklamblad*, reklamerbjudand*, reklam sms, nyhetsbrev*, nyhets brev,
        nyhetsmejl*, nyhetsmail*, utskick*, massutskick*, erbjudande*, kampanjmejl*,
        kampanjutskick*, kampanjer, marknadsföring*, direktreklam*, spam, spamma, spammet,
        skräppost*, skräpmejl*, skräpmail*, säljmejl*, säljmail*, säljsamtal*, säljbrev*,
        telefonförsälj*, telefonsälj*, telemarketing, annons*, katalog*, kampanj sms,
        vill sälja, försöker sälja, sälja på mig, sälja in, säljare, säljsnack,
        försäljningssamtal*, försäljningsmejl*, veckobrev*, månadsbrev*""",
    Cue.THEM: "skicka den, dem, dom, dessa, det, detta, sånt, sådant, såna, sådana",
    Cue.MESSAGE: """
        mejl, mejlen, mail, mailen, mails, epost, e-post, e-posten, sms, sms:en, smsen,
        sms:et, smsa, brev, meddelanden, samtal, samtalen, er e-post, mejlutskick*, sms-en""",
    Cue.DIRECT_ADS: """
        direktmarknadsföring*, direkt marknadsföring, direktreklam*, marknadsföringsändamål""",
    Cue.CONSENT: "samtycke*, samtycken, mitt medgivande, medgivande, godkännande",
    Cue.PROCESSING: """
        behandling, behandlingen, behandlar, behandlas, personuppgiftsbehandling*, användning,
        användningen, hantering av mina""",
    Cue.INTEREST: """
        intresseavvägning*, berättigat intresse, berättigade intresse*, intresse avvägning""",
    Cue.PROFILING: """
        profilering*, profilera*, kartlägg*, analysera*, analys av, statistik*, köpmönster,
        spårning, uppföljning*, utvärdering*, följer vad jag, registrera vad jag""",
    Cue.FORMAT: "maskinläsbar*, strukturerat format, excelfil, excel, csv-fil, csv, json, xml",
    Cue.LAW: """
        gdpr, dataskyddsförordning*, dataskyddslag*, personuppgiftslag*, pul,
        dataskyddsombud*, dataskydd*, allmänna dataskydd*, integritetslag*,
        personuppgiftsansvarig*, integritetsskydd*""",
    Cue.AUTHORITY: "imy, integritetsskyddsmyndighet*, datainspektion*, tillsynsmyndighet*, edpb",
    Cue.WHAT: """
        vad, va, vilka, vilken, vilket, vad för, vilka slags, huruvida, om ni har, har ni,
        finns det, ifall ni, hur mycket""",
    Cue.HOLD: """
        har ni, ni har, vet ni, ni vet, har du, sparat, sparar ni, ni sparar, lagrat, lagrar,
        lagras, registrerat, registrerad*, registrerats, samlat, samlar, finns, har sparats,
        sparas, sparad*, behandlar, behandlas, sitter ni på, känner ni till, innehar, ligger,
        står det, skrivit, antecknat, noterat, hos er""",
    Cue.GIVE: """
        skicka mig, skicka mej, skicka ~ över, skicka ut, skicka, sänd mig, sänd, ge mig,
        lämna ut, få ut, få se, få veta, få reda på, få en kopia, få kopia, få kopior,
        få ta del, få tillgång, få information, få en lista, få en utskrift, få hem,
        få utdrag, få ett utdrag, vill se, vilja se, vill veta, vilja veta, vill ha, vilja ha,
        se allt, se vad ni, se vilka, se mina, få fram, ha en kopia, kopia av, kopia på,
        kopior av, kopior på, en kopia, ta del av, tillgång till, utdrag av, utdrag ur,
        utdrag på, utdrag över, utdrag om, lista på, redovisa, redogör*, redogörelse,
        visa mig, maila mig, mejla mig, maila över, mejla över, tillhandahåll*, insyn i,
        ha ut, begär ut, få del av, besked om""",
    Cue.TELL: "berätta, tala om, meddela, informera, svara, upplys, bekräfta, återkom",
    Cue.ACCESS: """
        registerutdrag*, register utdrag, regiserutdrag*, registerutrag*, registerudrag*,
        registutdrag*, utdrag ur ert ~ register, utdrag ur registret,
        utdrag från ert ~ register, utdrag ur kundregist*, utdrag av mina, utdrag på mina,
        utdrag om mig, utdrag över mina, utdrag ur era register, rätt till tillgång,
        rätten till tillgång, begäran om tillgång, begär tillgång till ~ personuppgift*,
        gdpr utdrag, gdpr-utdrag, datautdrag, rätt till information enligt, rätt till insyn,
        information enligt 26, utdrag enligt 26, personuppgiftsutdrag*""",
    Cue.ERASE: """
        radera*, radering*, raderar, ta ~3 bort, tag bort, tar bort, tagits bort, tas bort,
        plocka bort, plockar bort, få bort, bort med, stryk, stryka, stryker, avlägsna*,
        utplåna*, förstör, rensa, rensar, rensa bort, gallra*, sudda*, deleta, ta ner,
        ta mig ur, tar mig ur, makulera, slopa, ta bort, ta väck, få väck, borttag*,
        bort tagning*, borttagen""",
    Cue.ERASED: """
        raderad*, raderat, borttagna, borttagen, borttaget, strukna, rättade, ändrade,
        uppdaterade""",
    Cue.STAY: """
        finnas kvar, finnas med, finnas i, vara med, vara kvar, stå kvar, stå med, ligga kvar,
        vara registrerad*, stå i, ligga i, vara kund""",
    Cue.FORGET: """
        bli bortglömd, bli glömd, bortglömd, glöm mig, glöm bort mig, rätten att glömmas,
        rätt till radering, rätten till radering, begäran om radering, begär radering,
        raderingsbegäran, raderingsförfrågan""",
    Cue.CLOSE: """
        avsluta*, stäng, stänga, stänger, säg upp, säga upp, säger upp, inaktivera*,
        avaktivera*""",
    Cue.CORRECT: """
        rätta, rättar, rättas, rättelse*, rätta till, rättat, korrigera*, korigera*, korrigering*,
        åtgärda, fixa, ändra till rätt, komplettera mina, rättning, justera""",
    Cue.CHANGE: "ändra*, uppdatera*, byt, byta, ändring*, ska vara, skall vara, komplettera*",
    Cue.WRONG: """
        fel, felaktig*, felstavat, felstavad, fel stavat, stavat fel, stavar fel, stavas fel,
        inte rätt, stämmer inte, stämmer ej, inkorrekt*, gammal adress, gamla adressen,
        inaktuell*, ofullständig*, inte korrekt, fel på, inte min adress, inte mitt namn,
        inte mitt nummer, inte min mejl*, är fel, galet, tokigt""",
    Cue.SHOULD_BE: """
        ska vara, skall vara, stavas, ska stavas, rätt är, rätt adress, rätt namn,
        rätt nummer, rätt telefon*, det korrekta är, ska det vara, skrivs""",
    Cue.RESTRICT: """
        begränsa, begränsas, begränsar, begränsning*, frys, frysa, fryser, frysning, pausa,
        pausar, pausas, blockera mina, spärra mina, använd inte mina, rör inte mina,
        låsa mina, lås mina""",
    Cue.PORTABILITY: """
        dataportabilitet*, data portabilitet, portabilitet*, rätt till dataport*, portera*,
        flytträtt""",
    Cue.TRANSFER: """
        för över, föra över, överför*, exportera*, export av, flytta mina, flytta över,
        flyttar mina, skicka över, ladda ner, ta med mig, lämna över, förs över, flyttas till,
        portera""",
    Cue.STOP: """
        sluta, slutar, slut med, stoppa*, stopp, stopa, stopp på, upphör*, avsluta*, slippa,
        slipper, inte ha, inte längre ha, inte få, inte vill ha, vill inte ha,
        vill inte längre, vill ej, ej ha, ej få, inga fler, inga mer, ingen mer, inget mer,
        vill inga, önskar inte, önskar inga, önskar ingen, önskar ej, undanber*, tackar nej,
        tacka nej, nej till, nej tack till, avböj*, spärra*, blockera*, avbeställ*, säg upp,
        säga upp, säger upp, låt bli, aldrig mer, skicka inte, skicka inga, skicka ingen,
        skicka ej, trött på, less på, vill inte bli, vill inte att, lägg av, skit i att,
        vill inte veta av, nixa, vill inte prenumerera, avstår, inte längre få,
        ta bort ~ från, tag bort ~ från, stäng av, vill inte""",
    Cue.STOP_REACHING: """
        ingen reklam tack, ingen mer reklam, ingen reklam till mig, inga nyhetsbrev tack,
        sluta ~ mejla, sluta ~ maila, sluta ~ sms:a, sluta ~ smsa, sluta ~ ringa,
        sluta ~ kontakta, sluta ~ spamma, sluta ~ messa, sluta ~ skriva till mig,
        sluta ~ höra av er, sluta ~ tjata, ring mig inte, mejla mig inte, maila mig inte,
        kontakta mig inte, kontakta inte mig, ring inte mer, ring inte igen, ring inte hit,
        mejla inte mer, smsa inte mer, inte bli kontaktad, inte bli uppringd,
        ej bli kontaktad, slippa bli kontaktad, slippa bli uppringd, lämna mig ifred,
        lämna mig i fred, inte kontaktas, sluta mejla mig, sluta maila mig,
        sluta skicka till mig, inte att ni ringer, inte att ni mejlar, inte att ni kontaktar,
        inte att ni mailar, inte ha fler mejl, inte ha fler mail, inte ha fler sms,
        inte ha fler samtal, sluta besvära, nix registret, nixregistret, nixa mig,
        reklamspärr*, spärra mig för""",
    Cue.UNSUBSCRIBE: """
        avregistrera*, avregistera*, avregisterera*, avregistrering, avprenumerera*,
        avprenumrera*, avprenumrea*, avanmäl*, av-registrera, avprenumeration,
        avsluta prenumeration*, avsluta min prenumeration*, säg upp prenumeration*,
        av prenumerera, unsubscribe*, avsluta nyhetsbrev*, avsluta utskick*, stryk mig,
        plocka bort mig, opt out""",
    Cue.BARE_STOP: """
        stopp, stop, stoppa, avsluta, sluta, sluta nu, avsäger, nej tack till mer, avböjer""",
    Cue.OBJECT: """
        invänder mot, invänder enligt, invänder härmed, invänder med stöd, invändning mot,
        invändning, invända mot, motsätter mig, motsätta mig,
        protesterar mot, vill inte att ni, går inte med på, får inte använda mina,
        inte använda mina, inte använder mina, accepterar inte, godkänner inte, sluta, stoppa,
        upphör""",
    Cue.WITHDRAW: """
        återkalla*, åter kallar, tar ~2 tillbaka, ta ~2 tillbaka, drar ~2 tillbaka,
        dra ~2 tillbaka, drar in, upphäv*, inte längre samtycke, ångrar, ångra, dra in,
        återkallelse, återtar, återta, samtycker inte längre, har inte längre""",
    Cue.HANDLE: """
        hanterar, hanteras, behandlar, behandlas, använder, används, säljer, delar, lagrar,
        lagras, skyddar, händer med, gör ni med, lämnar ut, lämnar ni, skickar ni, sprider,
        delas, säljs, sparar, sparas, har tillgång till, har åtkomst, kommer åt""",
    Cue.KEEP_HOW_LONG: """
        hur länge sparar, hur länge lagrar, hur länge behåller, hur länge har ni kvar,
        hur länge sparas, hur länge lagras, hur länge finns""",
    Cue.SOURCE: """
        varifrån har ni, var har ni fått, hur har ni fått, var fick ni, hur fick ni tag,
        var kommer mina, varifrån fick, vem har gett er, hur kommer det sig att ni har,
        var har ni tagit""",
    Cue.QUESTION: """
        vem är personuppgiftsansvarig, vem är er dataskydd*, vem är ert dataskydd*,
        har ni ett dataskyddsombud, har ni dataskyddsombud, kontakt ~ dataskyddsombud*,
        vem är dataskyddsombud, hur når jag ~ dataskydd*, vilken laglig grund,
        vilka rättigheter har jag, hur följer ni gdpr, följer ni gdpr, frågor om gdpr,
        fråga om gdpr, fråga om personuppgift*, fråga om mina personuppgift*,
        fråga om cookies, vilka cookies, era cookies, om er integritetspolicy,
        om er personuppgiftspolicy, läsa er integritetspolicy, fråga om dataskydd*,
        vad innebär gdpr""",
    Cue.COMPLAIN: """
        anmäl*, anmälan, klaga hos, klaga till, klagar, klagomål, rapportera*, besviken,
        missnöjd*, inte nöjd, oacceptabelt, upprörd*, kräver en förklaring, vill klaga,
        lämna in klagomål, under all kritik, inte okej, inte ok""",
    Cue.BREACH: """
        läckt, läckt ut, läcka, dataintrång, personuppgiftsincident*, bryter mot gdpr,
        bryter mot lagen om, brott mot gdpr, bryter mot dataskydd*, lämnat ut mina,
        lämnade ut mina, skickat mina ~ till, skickade mina ~ till, spridit mina, delat mina,
        sålt mina, utan mitt samtycke, utan mitt medgivande, utan min tillåtelse,
        olagligt behandla*, obehöriga, strider mot gdpr, någon annans uppgifter,
        fel persons uppgifter, andras personuppgifter, kränk* min integritet,
        integritetsintrång, slarvar med, slarvat med""",
    Cue.UNANSWERED: """
        påminnelse ~4 begäran, påminnelse ~4 registerutdrag, påminner om min,
        inte fått ~3 svar på min, inte fått ~3 svar om, fick inget svar, inte fått något svar,
        inte fått svar, ej fått svar, har inte hört något, inte hört av er, obesvarad*,
        inte besvarat, inte svarat, ännu inte fått, fortfarande inte fått,
        fortfarande inget svar, inget svar, andra gången jag, tredje gången jag,
        skrev till er för, mejlade er för, en månad sedan, månaden har gått, månad har gått,
        tidigare begäran, bad er redan, har redan bett, redan bett er, trots min begäran,
        trots att jag bett, trots flera, jag påminner""",
}

SV: Final[Table] = joined(AROUND, SPEECH, CONCERN, QUESTION, _ASKED)
