"""Swedish of questions in general, and of taking a request back."""

from typing import Final

from bot.classify.cues import Cue, Table

QUESTION: Final[Table] = {
    Cue.OBJECT: "tillåter inte, tillåter ej, tillåter inga",
    Cue.COOKIE: """
        kakor på, kakor ni lägger, kakor ni sätter, kakor ni sparar, era kakor, er kakor,
        kakor använder, använder ~ kakor, sätter ~ kakor, kakor sätter, kakor sätts,
        sparar ~ kakor, lagrar ~ kakor, spara ~ kakor, lagra ~ kakor, lägger ~ kakor,
        placerar ~ kakor, webbkakor, kakor ~ webb*, kakor ~ hemsid*, tillåta kakor,
        godkänner ~ kakor, accepterar ~ kakor, spårningskakor, tredjepartskakor""",
    Cue.HANDLE: "sätter, sätts, placerar, till vad, använder ni, har ni för, lägger ni",
    Cue.CUSTOMER_DATA: """
        kunduppgifter*, kunddata*, kundinformation*, kunders uppgifter, kunders personuppgifter,
        kundernas uppgifter, kundernas personuppgifter, uppgifter om kunder,
        uppgifter om era kunder, uppgifter om oss kunder, information om kunder, persondata,
        kundens uppgifter, era kunders, folks uppgifter, uppgifter om gamla kunder,
        data om kunder""",
    Cue.KEEP_HOW_LONG: """
        hur lång tid sparar, hur lång tid lagrar, hur lång tid behåller, hur lång tid sparas,
        hur lång tid lagras, hur länge kommer ni att, hur länge ni sparar, hur länge ni lagrar,
        hur länge ni behåller, hur länge ni har kvar, hur länge bevarar, hur länge bevaras,
        hur länge behålls, hur länge ligger, hur länge får ni spara, hur länge tänker ni,
        hur länge ska ni, lagringstid*, gallringstid*, bevarandetid*, när gallrar, när gallras,
        när raderar ni, när raderas, när tas ~2 bort, hur snabbt raderar, vilka gallringsregler,
        vad har ni för gallring*, hur många år sparar, hur många år sparas""",
    Cue.SHARE: """
        ni delar, ni lämnar, ni säljer, ni lämnar ut, lämnar ni ut, lämnar ut, lämnas ut,
        delar ni, delas, säljer ni, säljs, sprids, skickar ni vidare, skickas vidare,
        ger ni vidare, för ni vidare, lämnar ni vidare, lämnar ni över, får del av,
        får tillgång till, tar del av, mottagare av, mottagarna av, vilka mottagare, tredje part*,
        andra företag, samarbetspartner*, underleverantör*, personuppgiftsbiträde*,
        delar med er""",
    Cue.WHO_GOT: """
        vilka har fått, vilka ~2 har fått, vem har fått, vilka fick, vilka har tagit del,
        vem har tagit del, vilka ni har lämnat, vilka ni har delat, vilka ni har gett,
        vilka ni har skickat, vilka ni lämnat, vilka ni delat, vilka ni gett, vilka ni skickat,
        vilka har ni lämnat, vilka har ni delat, vilka har ni gett, vilka har ni skickat,
        vem har ni lämnat, vem har ni delat, vem har ni gett, vem har ni skickat,
        vem ni har lämnat, vem ni har gett, vem ni har delat, vem ni delat, vilka delar ni,
        vem delar ni, vilka lämnar ni, vem lämnar ni, vilka företag har fått,
        vilka företag har ni, vilka bolag har ni, vilka bolag har fått, vilka skickar ni,
        vart har ni skickat, vart har mina, vilka andra har, vilka mottagare""",
    Cue.WHO_ANSWERS: """
        vem är personuppgiftsansvarig*, vilka är personuppgiftsansvarig*,
        vem ~4 personuppgiftsansvar*, vilket ~4 personuppgiftsansvar*,
        vilken ~4 personuppgiftsansvar*, vilka ~4 personuppgiftsansvar*,
        vem ~5 ansvarar för ~3 personuppgift*, vem ~5 ansvarig för ~3 personuppgift*,
        vem ~5 ansvaret för ~3 personuppgift*, vem ~5 ansvar för ~3 personuppgift*,
        vilket ~6 ansvarar för ~3 personuppgift*, vilket ~8 ansvarigt för ~3 personuppgift*,
        vilket ~6 ansvar för ~3 personuppgift*, vilket ~6 ansvaret för ~3 personuppgift*,
        vilken ~6 ansvarar för ~3 personuppgift*, vilken ~6 ansvarig för ~3 personuppgift*,
        vilka ~6 ansvarar för ~3 personuppgift*, vem ~5 ansvarar för mina uppgifter,
        vem ~5 ansvarar för ~ kunduppgifter, vem ~5 ansvarig för mina uppgifter,
        vilket bolag ~6 mina uppgifter, vem ~4 ansvarar för min data,
        vem ~5 har hand om mina uppgifter, hur ~4 delat på ansvaret,
        gemensamt personuppgiftsansvar*, gemensamt ansvariga för""",
    Cue.CONTROLLER: "personuppgiftsansvarig*, personuppgiftsansvaret",
    Cue.OFFICER: """
        dataskyddsombud*, personuppgiftsombud*, gdpr ansvarig*, kontakt i gdpr frågor,
        kontakt i dataskyddsfrågor, kontaktperson för gdpr""",
    Cue.TAKE_BACK: """
        tar ~2 tillbaka, ta ~2 tillbaka, tas tillbaka, drar ~2 tillbaka, dra ~2 tillbaka,
        dras tillbaka, återkallar, återkalla, återkallas, återtar, återta, ångrar, ångra, ångrat,
        avbryt, avbryta, avbryter, bortse från, bortse ifrån, strunta i, ignorera, glöm, glömma,
        stryk, stryka, makulera, avblås, blås av, avskriv, avskriva, avsluta, lägg ner, lägga ner,
        stoppa, annullera, avstår från, går inte vidare med, inte gå vidare med, skit i,
        ändrat mig om, ändrat mig angående, ändrat mig gällande, ångrat mig om, ångrar mig om,
        ångrat mig angående""",
    Cue.MY_REQUEST: """
        min begäran, mina begäranden, begäran om, den begäran, denna begäran, min ~2 begäran,
        begäran jag, raderingen, registerutdraget, min radering, mitt registerutdrag,
        min raderingsbegäran, min gdpr begäran, jag skrev om att, jag skrev om radering,
        jag bad om att, min framställan""",
    Cue.MY_CASE: """
        min förfrågan, mitt ärende, ärendet, min ansökan, min anmälan, mitt klagomål,
        min invändning, rättelsen, min gdpr förfrågan, begränsningen, förfrågan om""",
    Cue.NO_LONGER: """
        gäller inte längre, gäller ej längre, inte längre aktuell*, inte aktuell* längre,
        är inte aktuell*, behövs inte längre, behöver inte besvaras""",
    Cue.CHANGED_MIND: """
        ändrat mig, ångrat mig, ångrar mig, tänkt om, kommit på andra tankar, bytt åsikt""",
    Cue.KEEP_ME: """
        radera inte, ta inte bort, radera mig inte, vill vara kvar, vill stå kvar,
        vill finnas kvar, behåll mina, behåll mitt, behåll mig, låt mig vara kvar,
        låt mina uppgifter vara kvar, låt det vara kvar""",
    Cue.IF_YOU: """
        om ni, ifall ni, väljer att, valt att, ni kan inte, ni får inte, sluta ignorera,
        försöker ni, hur kan ni""",
    Cue.LODGE: "vill klaga, klagar på, jag klagar, klaga på, klagomål, framföra mitt missnöje",
    Cue.UNANSWERED: "har väntat i, väntat i ~3 månader",
    Cue.ANSWERED: """
        svaret på min, svaret på mitt, ert svar på, svar på min, svar på mitt, svaret jag fick,
        besked på min, beslut om min, avslag på min, beslutet om min""",
}
