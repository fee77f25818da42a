"""Swedish of what only people may take: danger, authorities, the dead, whoever asks for others."""

from typing import Final

from bot.classify.cues import Cue, Table

CONCERN: Final[Table] = {
    Cue.PROTECTED: """
        sekretessbelagd*, sekretessmarkerad*, sekretesskydd*, hot från min, hot från mitt,
        hans hot, på grund av hot, hot mot mig, letar efter mig, söker efter mig, polisskydd,
        gömmer mig, kontaktförbud*, besöksförbud*, lever under hot, leva under hot, hotbild*,
        hotar mig, hotat mig, hotar att, är hotad, blir hotad, blivit hotad, blev hotad,
        förföljer mig, förföljt mig, är förföljd, blir förföljd, stalkad, stalkar mig, stalker,
        stalkare, slår mig, slog mig, misshandlat mig, misshandlad av, på grund av våld,
        våld i nära, utsatt för våld, hedersvåld, rädd för min, rädd för mitt, rädd för honom,
        jag är rädd, hotad till livet, farligt för mig, fara för mitt liv, håller mig gömd,
        håller mig undan, på hemlig ort, skyddsboende, hemlig telefon*, hemligt nummer""",
    Cue.SECRECY: """
        han ~2 få veta, hon ~2 få veta, utan att han, utan att hon, gamla brevlådan,
        han ~2 inte veta, hon ~2 inte veta, får inte veta något, får inte veta någonting,
        får inte veta var, inte få veta var, han ~2 inte hitta, hon ~2 inte hitta,
        får inte hitta mig, inte kan hitta mig, inte ska hitta mig, han ~2 inte se,
        hon ~2 inte se, man får inte se, fru får inte se, man ~ inte veta, fru ~ inte veta,
        får veta något, får veta var jag, får reda på var jag, säg inget till honom,
        säg inget till henne, säg ingenting till, säg inte till honom, säg inte till henne,
        inte ut ~5 till honom, inte ut ~5 till henne, inte ut ~5 till mitt ex,
        inte till min gamla, inget till min gamla, inte till vår gamla, inget till vår gamla,
        något till vår gamla, något till min gamla, inte till den gamla, inte till hemadressen,
        skicka inget dit, skicka ingenting dit, skicka inte dit, inget hem till, inte hem till""",
    Cue.SEPARATED: """
        min exman, min ex man, min exfru, min ex fru, min exmake, min exsambo, min ex sambo,
        mitt ex, min expojkvän, min exflickvän, före detta man, före detta make, före detta fru,
        före detta hustru, före detta sambo, före detta partner, före detta pojkvän,
        före detta flickvän, f d man, f d make, f d fru, f d sambo, fd man, fd make, fd fru,
        fd sambo, förra man, förra fru, förra sambo, förre sambo, förre man, gamla man,
        har separerat, vi separerade, är separerade, är separerad, separerade från,
        min separation, vår separation, separationen, skilsmässa*, har skilt oss, skilt mig,
        är skild, är skilda, blivit skild, frånskild, lämnat min man, lämnat min sambo,
        lämnat min make, lämnat min pojkvän, lämnat honom, lämnade honom, flyttat ifrån,
        flyttat från min, gick ifrån min, gick ifrån honom, rymt från, rymde från,
        flyttat från honom, flyttat från mannen, flyttade ifrån, flytt från, flydde från,
        flytt undan, våldsam relation, våldsamt förhållande, våldsam man, gjort slut med""",
    Cue.EX: """
        min f d, min fd, mitt ex, min exman, min exfru, min exsambo, mitt exs, min ex man,
        min ex fru, min före detta""",
    Cue.CHILD: """
        min ~ dotter, min ~ son, vårt ~ barn, min flicka, min pojke, min tonåring, min tonårs*,
        åriga dotter, åriga son, årig dotter, årig son, åriga barn, hon är nio, hon är tio,
        han är nio, han är tio, hon är bara ~ år, han är bara ~ år, mamma till, pappa till,
        mor till, far till, föräldrar till, är ~2 föräldrar, som förälder, mitt minderåriga,
        vår ~ dotter, vår ~ son, minderåriga""",
    Cue.MINOR: """
        jag ~4 är 8 år, jag ~4 är 9 år, jag ~4 är 10 år, jag ~4 är 11 år, jag ~4 är 12 år,
        jag ~4 är 13 år, jag ~4 är 14 år, jag ~4 är 15 år, jag är 8 år, jag är 9 år, jag är 10 år,
        jag är 11 år, jag är 12 år, jag är 13 år, jag är 14 år, jag är 15 år, jag är nio år,
        jag är tio år, jag är elva år, jag är tolv år, jag är tretton år, jag är fjorton år,
        jag är femton år, jag är ett barn, är minderårig""",
    Cue.TEEN: "jag är 16 år, jag är 17 år, jag ~3 är 16 år, jag ~3 är 17 år",
    Cue.WHERE_I_LIVE: """
        min nya adress, min adress, mitt nya nummer, mitt nummer, mitt telefonnummer, var jag bor,
        min nya mejladress, min hemadress, mina nya uppgifter, min nya bostad""",
    Cue.DEAD: """
        har lämnat oss, gick ur tiden, har gått ur tiden, lever inte längre, boutredning*,
        dödsbodelägare, efter min bortgångna, bortgångne, bortgångna, har avlidit, avlidit, omkom,
        den döde, hastigt bort, vår döda, min döda, begravd*, begravt, begravde""",
    Cue.AGENT: """
        i egenskap av advokat, advokatfirma*, för klients räkning, för min klients,
        å huvudmannens vägnar, å hennes vägnar, å hans vägnar, för hennes räkning,
        för hans räkning, fullmakt finns, fullmakt medföljer, jag har fullmakt,
        jag har en fullmakt, via vår portal för, för våra användares räkning, jag är ombud,
        är ombud för, jurist för, fullmaktshavare, legala företrädare, god man åt,
        bifogar fullmakt, fullmakten""",
    Cue.ALL_THERE_IS: """
        alla uppgifter, samtliga uppgifter, all information ni, alla handlingar om, hela akten""",
    Cue.HIS_DATA: """
        hans uppgifter, hennes uppgifter, hans personuppgifter, hennes personuppgifter,
        hans ~ uppgifter, hennes ~ uppgifter, personuppgifter ~3 rör henne,
        personuppgifter ~3 rör honom, personuppgifter ~2 om henne, personuppgifter ~2 om honom,
        uppgifter ~3 om henne, uppgifter ~3 om honom, hennes konto, hans konto, hennes kundkonto,
        hans kundkonto, registerutdrag ~2 henne, registerutdrag ~2 honom""",
    Cue.ABOUT_OTHER: "hans köphistorik, hennes köphistorik, hans ~ uppgifter, hennes ~ uppgifter",
    Cue.RELATIVE_OF: """
        jag hjälper, hjälper, jag skriver för, jag skriver åt, skriver åt, mejlar åt, mejlar för,
        jag hör av mig för, för min räkning, sköter, tar hand om, ber mig""",
    Cue.FRIEND: "min granne, min väninna, min vän, min kompis, min gamla granne, en vän, en granne",
    Cue.KIN: """
        min svärfar, min dotterson, mina föräldrar, min ~ mamma, min ~ pappa, min ~ mor,
        min ~ far, mamma, pappa""",
    Cue.HIM: "sitt, sin, sina",
    Cue.POLICE: """
        från polisen, på polisen, polismannen, polisområde, polisens, polisen i,
        åklagarmyndighet*""",
    Cue.COLLECTOR: "gäldenärens, fordringsägare, fordringar hos er, utmätning*",
    Cue.THIRD_PARTY: """
        adress till er, aktuell adress, kunduppgifter, uppgifter om vem, uppgift om huruvida,
        uppgift om adress, uppgift om gäldenär*, uppgifter om en person, namn och adress på,
        uppgifter om personen""",
    Cue.OTHERS_DATA: """
        var bor min, var min ~ bor, uppgifter om er kund, uppgift om er kund, adress till er kund,
        om kunden hos er""",
    Cue.IDLE: "min invändning",
    Cue.PRESS: """
        jag är journalist, jag är reporter, jag är redaktör, som journalist, som reporter,
        reporter på, reporter för, reporter vid, jobbar på ~ lokaltidning*, jobbar på ~ tidning*,
        arbetar på ~ tidning*, journalist på, journalist vid, journalist för, granskande reporter,
        grävande journalist, nyhetsredaktionen, på nyhetsredaktionen, skriver en artikel om,
        jag skriver för tidningen""",
    Cue.OPPONENT: "motpart*, motsidan i, svarandens ombud, kärandens ombud",
    Cue.INSPECTOR: """
        handläggare på imy, handläggare vid imy, jurist på imy, jurist vid imy, vi på imy,
        jag arbetar på imy, jag arbetar vid imy, inspektör på imy, inspektör vid imy,
        inspektör hos imy, från imy, från integritetsskyddsmyndighet*,
        vi på integritetsskyddsmyndighet*, vi vid integritetsskyddsmyndighet*,
        handläggare ~ integritetsskyddsmyndighet*, inspektör ~ integritetsskyddsmyndighet*,
        jurist ~ integritetsskyddsmyndighet*, vi på konsumentverket, vi på pts""",
    Cue.OVERSEER: """
        konsumentverket, konsumentombudsman*, pts, post och telestyrelsen, telestyrelsen,
        justitiekanslern, diskrimineringsombudsman*""",
    Cue.OPENS: """
        har inlett, inleder, har öppnat, öppnar, granskar, utreder, förelägger, har fått in,
        har tagit emot, har mottagit, har beslutat, önskar ert, har tillsyn, begär att ni,
        begär in, begär yttrande, begär ert, begär svar, begär upplysning*,
        begär information från er""",
    Cue.SUPERVISION: "inkom med yttrande, inkomma med ett yttrande, ett skriftligt yttrande",
    Cue.MENACE: """
        stämmer jag er, jag stämmer er, in en stämning, in stämning, kommer att stämma,
        tar er till, stämmer vi er, vi stämmer er, stämma er, stämma ert, stämma företaget,
        stämma bolaget, lämna in en stämning, stämningsansökan, dra er inför, drar er inför,
        drar jag er inför, inför rätta, inför domstol, till domstol, i domstol, i rätten,
        i tingsrätten, till tingsrätten, går till rätten, rättsliga åtgärder, rättslig åtgärd,
        rättsliga steg, juridiska åtgärder, juridiska steg, vidta åtgärder mot er,
        polisanmäler er, polisanmäler jag er, polisanmäla er, polisanmäler jag, polisanmäler vi,
        en polisanmälan mot er, min advokat, mina advokater, min jurist, mina jurister,
        min jurister, vår advokat, vår jurist, våra advokater, våra jurister, från advokat,
        till advokat, kopplar in advokat, kopplar jag in, kontaktar advokat, anlitar advokat,
        med advokat, en advokat på er, jag vet var ni, jag vet var du, vet var du bor,
        ni ska få ångra, kommer få ångra, kommer att få ångra, få betala för det här dyrt,
        hänga ut er, hänger ut er, hänger jag ut er, slår sönder, slå sönder, bränner ner,
        tända eld, bomba, skjuta, slå ihjäl, döda er, ge er stryk, spöar er, kommer ner och,
        ska ni få se""",
    Cue.RESERVED: "förbehåller mig, förbehåller oss, förbehåller jag mig",
    Cue.DAMAGES: """
        ersättning för den skada, ersättning för skada, ersättning för skadan,
        ersättning för ~3 skada, ersättning för lidande*, ersättning för kränkning*,
        ersättning enligt art*, ersättning enligt gdpr, ideellt skadestånd,
        kompensation för ~3 skada, kompenserad för""",
    Cue.DIRECTLY: "direkt till, direkt över till, direkt från er till, raka vägen till",
    Cue.AUTOMATED: """
        utan att någon människa, utan att en människa, ingen människa har, av ert system,
        systemet avslog, avslogs automatiskt, automatiskt avslagen, automatiskt avslog,
        automatiska avslag*, nekades automatiskt, en verklig person, en levande människa,
        av kött och blod, av en person, riktig person, gör om bedömningen, mänskligt ingripande,
        mänsklig bedömning, omprövning av beslutet, av en robot, av en ai, robot som,
        en person prövar, en person omprövar, en person tittar, en person går igenom""",
    Cue.CREDIT_REFUSED: """
        nekad faktura*, nekades faktura*, nekas faktura*, nej på ~ konto, nej på ~ kredit*,
        nej till ~ faktura*, fakturaköp, delbetala, kreditkonto*, kreditgräns, kreditprövning*,
        kreditbeslut*, kreditavslag*, inget fakturakonto, gav mig avslag, avslag på, avslaget,
        kontoansökan, blev nekad, nekats kredit""",
}
