"""Swedish around a request: how it is said, boilerplate, who writes, and ordinary business."""

from typing import Final

from bot.classify.cues import Cue, Table

AROUND: Final[Table] = {
    Cue.ASK: """
        jag vill, vill jag, vi vill, begär, begär härmed, begäran, jag ber, ber er, ber jag,
        vill ha, kan ni, kan du, kan jag få, kunde ni, skulle vilja, vänligen, snälla, önskar,
        härmed, kräver, var vänlig, var vänliga, var snäll, var snälla, anhåller, hemställer,
        utövar, utöva min, ansöker, behöver, får jag, skulle ni, skulle du, jag tänkte,
        måste ni, ni ska, ni skall, se till att, mvh, tack, tacksam, genast, omedelbart, nu""",
    Cue.HOW: """
        hur gör jag, hur gör man, hur raderar jag, hur tar jag bort, kan jag ta, kan man,
        går det att, hur kan jag, hur avregistrerar, hur avslutar, är det möjligt, hur begär""",
    Cue.NOT: "inte, ej, aldrig, icke",
    Cue.UNLESS: """
        annars, i annat fall, om ni inte, om jag inte, om detta inte, om så inte,
        förbehåller mig, underlåtenhet, i brist på, om svar inte, kan leda till""",
    Cue.DONE: """
        av misstag, råkade, råkat, har raderats, har tagits bort, blev raderad*, är raderad*,
        har ni raderat, raderades, tack för att ni, har blivit raderad*, redan raderat""",
    Cue.BOILER: """
        du får detta, du får det här, du har fått detta, du får mejlet, du mottar,
        du kan när som, du har rätt, du har även rätt, du har också rätt, du kan alltid,
        du kan avregistrera, du kan avprenumerera, du kan också, om du vill avregistrera,
        om du inte vill, vill du inte, om du inte längre, vill du avregistrera, vill du avsluta,
        vill du slippa, klicka här, klicka på, klickar du, via länken, länken nedan,
        länken längst, svara stopp, svara nej, svara med stopp, skicka stopp till, sms:a stopp,
        läs vår, läs mer, läs om hur, vår integritetspolicy, vår personuppgiftspolicy,
        vår dataskyddspolicy, vi behandlar dina, vi behandlar personuppgifter, vi hanterar dina,
        vi sparar dina, vi värnar, vi har rätt att, hur vi behandlar, hur vi hanterar,
        dina personuppgifter, dina uppgifter, ditt samtycke, dina rättigheter, behandlar vi,
        när du kontaktar, i enlighet med vår, detta meddelande kan innehålla,
        detta mejl kan innehålla, detta mail är, om du inte är rätt mottagare,
        om du har fått detta, förekomsten av rätten, förekomsten av rättigheten,
        rätten att begära av den personuppgiftsansvarig*, personer har rätt,
        den registrerade har rätt, kunder har rätt, jag samtycker till, ger mitt samtycke,
        jag godkänner att, våra nyhetsbrev, vårt nyhetsbrev, våra utskick, mejl från oss,
        mail från oss, utskick från oss, höra från oss, fler mejl från, om ni inte vill ha fler,
        vill ni inte, om ni vill slippa, hör jag inte av, besvärar jag inte""",
    Cue.AGENT: """
        vi företräder, jag företräder, företräder vår klient, vår klient, min klient,
        min huvudman, vår huvudman, enligt fullmakt, fullmakt bifogas, bifogad fullmakt,
        med fullmakt, som ombud, ombud för, i egenskap av ombud, för vår kunds räkning,
        advokatbyrå*, juristbyrå*, god man för, förvaltare för, för min mammas räkning,
        för min pappas räkning, å min fars vägnar, å min mors vägnar, på uppdrag av vår klient""",
    Cue.COLLECTOR: "inkasso*, inkassobolag*, gäldenär*, borgenär*, kronofogde*, indrivning*",
    Cue.POLICE: """
        polismyndighet*, polisen begär, förundersökning*, åklagar*, polisregion*,
        utredare vid polisen, editionsföreläggande, tingsrätten, domstolen, stämningsansökan,
        skatteverket begär, försäkringskassan begär, kronofogdemyndigheten begär,
        ekobrottsmyndighet*, husrannsakan, polisinspektör, kriminalinspektör""",
    Cue.SUPERVISION: """
        inleder tillsyn, inlett tillsyn, tillsynsärende*, begär yttrande, inkomma med yttrande,
        yttra er, tagit emot ett klagomål, mottagit ett klagomål, klagomål mot er verksamhet,
        klagomål mot ert, diarienummer imy, tillsyn enligt artikel 58,
        med anledning av ett klagomål, föreläggande, förelägger""",
    Cue.THIRD_PARTY: """
        er kund, en kund hos er, kunduppgifter om, uppgifter om er kund, adress och telefon,
        kontaktuppgifter till, uppgifter om gäldenär*, uppgifter till gäldenär*,
        adress till gäldenär*, adress och telefonnummer, den misstänkte, bankuppgifter,
        köp gjorda av, uppgifter om kund*, gäldenären, person med personnummer,
        lämna ut uppgifter, utlämnande av""",
    Cue.DEAD: """
        avled, avliden, avlidne, avlidna, är död, dog, gick bort, har gått bort, gått bort,
        dödsbo*, bortgång*, bouppteckning*, begravning, dödsfall*, somnade in,
        är inte längre i livet""",
    Cue.PROTECTED: """
        skyddad identitet, skyddade personuppgifter, skyddad adress, skyddade uppgifter,
        skyddad folkbokföring, sekretessmarkera*, sekretessmarkering*, skyddat boende,
        kvarskrivning, fingerade personuppgifter, skyddad id""",
    Cue.CHILD: """
        min dotter, min son, mitt barn, mina barn, vårt barn, barnets, min minderårig*,
        omyndig*, vårdnadshavare""",
    Cue.DAMAGES: """
        skadestånd*, ersättning enligt artikel 82, ekonomisk ersättning för, ideell skada,
        kräver ersättning""",
    Cue.AUTOMATED: """
        datorn sa nej, systemet sa nej, automatiska beslut*, automatiska beslutet,
        automatiserat beslut, automatiserade beslut*, automatiskt beslut,
        automatiskt beslutsfattande, automatiserat beslutsfattande, en dator, datorn bestäm*,
        av en maskin, en algoritm, algoritmen, automatiskt avslag, en människa,
        mänsklig prövning, mänsklig granskning, manuell prövning, en riktig människa""",
    Cue.CREDIT_REFUSED: """
        kredit, krediten, kreditansökan, kreditavslag, kreditprövning*, fakturakonto,
        delbetalning, kreditkund, kreditbeslut, avslag på ~ ansökan, ansökan avslogs,
        nekad kredit, nekades, nekats, fick avslag""",
    Cue.THREAT: """
        stämma er, stämmer er, dra er inför rätta, domstol, rättsliga åtgärder, polisanmäl*,
        jag vet var ni, ni ska få ångra, min advokat, min jurist, hänga ut er,
        ni kommer få ångra""",
    Cue.GOODS: """
        order, ordern, ordrar, ordernummer, ordernr, orderrad*, orderbekräftelse*, beställ*,
        faktur*, toner*, bläck*, papper*, kopieringspapper, leverans*, leverera*, levererat,
        paket*, skrivare*, kopiator*, prislista*, offert*, köpa, köpt, köpte, returner*, retur,
        returen, reklamation*, reklamera*, häftapparat*, häftklam*, pärm*, pennor, penna,
        kontorsstol*, stol, stolar, stolen, skrivbord*, kvitto*, betal*, kreditfaktura*,
        kreditnota, artikelnummer, artikelnr, i lager, på lager, ert lager, lagret, frakt*,
        hyresavtal*, serviceavtal*, tekniker*, garanti*, kartong*, förpackning*, pall, kaffe*,
        kuvert*, etikett*, varan, varor, varorna, produkt*, maskin, maskinen, trumma, trumman,
        sändning*, fraktsedel, rad på, raden, avbeställ*, lösenord*, inloggning*, belopp*, moms,
        pengar*, pengarna, skärm*, batteri*, städning, städmaterial, toalettpapper, möbler,
        montera*, trasig*, krånglar, strular, abonnemang*, mötet, kursen, konferens*, lamp*,
        sladd*, bord, hylla, hyllor, almanack*, ficklampa, pallen, pallar*, dokumentförstör*,
        fika*, kakor till, kakor och, kassarulle*, laminat*, gem""",
    Cue.ERRAND: """
        öppettider, har ~2 öppet, håller ~2 öppet, är ~3 öppet, öppet på lördag*, öppet på sön*,
        öppet i helg*, öppet i morgon, pris, priser, vad kostar, kostar, rabatt*, boka*, möte,
        träff, lunch, ansöker om tjänst*, ansökan om tjänst*, jobb, jobbet, anställning*,
        praktik*, cv, samarbete*, bifogar, bifogat, demo, erbjuda er, lediga tjänst*,
        sommarjobb, sponsr*, återförsälj*, utbildning*, webbinar*, seminari*, kurs, inbjudan,
        anbud*, upphandling*, ring mig, återkom, hämta, reparera*, laga, service på,
        kontaktperson, tidrapport, lunchlåd*, julbord""",
    Cue.NO_REGISTER: """
        belastningsregist*, polisens registerutdrag, registerutdrag från polisen,
        registerutdrag ur belastning*, bolagsverket, registreringsbevis*, fordonsregist*,
        utdrag ur folkbokföring*, utdrag ur bolags*""",
}
