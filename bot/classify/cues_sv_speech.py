"""Swedish as it is spoken: roundabout, polite, dialectal, and what people tell of themselves."""

from typing import Final

from bot.classify.cues import Cue, Table

SPEECH: Final[Table] = {
    Cue.WONDER: """
        undrar, undrade, undran, fråga, frågor, funderar, funderingar, fundering, kan ni,
        kan du, kunde ni, skulle ni, jag vill, skulle vilja, vill veta, skulle behöva,
        prata med, hjälpa mig, berätta, kolla upp, återkomma, förklara, önskar, hur funkar""",
    Cue.WHY: "varför, hur kommer det sig, av vilken anledning, med vilken rätt, hur kan ni",
    Cue.WHY_US: """
        varför får jag ~3 från er, varför får vi ~3 från er, varför skickar ni ~3 till mig,
        varför skriver ni till mig, varför kontaktar ni mig, varför hör ni av er,
        jag får ~3 från er fast, får fortfarande ~3 från er""",
    Cue.PRIVACY: """
        integritet, integriteten, personlig integritet, integritetspolicy*, integritetsfråg*,
        privatliv*, cookie*, sekretess, personuppgiftspolicy*, dataskydd*""",
    Cue.OWN: """
        mina uppgifter, mina personuppgifter, mina person uppgifter, mina kunduppgifter,
        mina privata uppgifter, mina personliga uppgifter, mina kontaktuppgifter,
        uppgift* ~3 om mig, personuppgift* ~3 om mig, information ~3 om mig, mycket om mig,
        allt om mig, om mej i, mina data, min personliga information, sparat om mig,
        sparat på mig, lagrat om mig, registrerat på mig""",
    Cue.OUR_DATA: "våra uppgifter, våra personuppgifter, våra kunduppgifter, kunders uppgifter",
    Cue.PEOPLE_DATA: """
        sina ~ uppgifter, allt ni vet, allt ni sparat, sina uppgifter, sina personuppgifter,
        sin data, sina data, ens uppgifter, ens personuppgifter, hade om honom, hade om henne,
        vet om en, sparar om en, har om en, sparar om folk, vet om folk, vad företag sparar,
        vad företag har, vad ett företag""",
    Cue.RECEIVED: """
        har ni fått mina, har ni fått min, har du fått mina, fick ni mina, ni har redan mina,
        här är mina, här kommer mina, här kommer min""",
    Cue.IDLE: """
        enligt mina uppgifter, enligt min information, enligt våra uppgifter, glöm mig inte,
        glöm inte mig, hur länge sparar man, om mina uppgifter stämmer, min son säger,
        min son sa, min dotter säger, min dotter sa, aldrig köpt, aldrig handlat,
        inte köpt något, varenda, mina uppgifter är följande, mina uppgifter för fakturering,
        på vårt konto""",
    Cue.KEPT: """
        står mitt namn, finns mitt namn, står min adress, finns min adress, ligger min adress,
        har ni mig kvar, är jag kvar i, har ni kvar mig i, har ni kvar mig som, har ni mig i,
        varför jag finns, varför finns jag, varför jag står, varför står jag, finns vi kvar i,
        är jag fortfarande registrerad, kvar något om mig, kvar något från när jag""",
    Cue.EXTRACT: "utdrag, utdraget, ett utdrag",
    Cue.PRIVATE_FIELD: """
        personnummer, personnumret, personnr, födelsedatum, känsliga uppgifter,
        hemliga nummer, legitimation, kortnummer, kortuppgifter""",
    Cue.AT_YOURS: "hos er, hos eder, ifrån er, i era system, i eran, i erat",
    Cue.SYSTEM: "systemet, systemen, datasystemet, datorn, datorerna, rullorna, liggaren",
    Cue.KEEP: """
        har kvar, ha kvar, sparar, spara, behåller, behålla, lagrar, lagra, sitter på,
        registrerar, samlar""",
    Cue.ALL: "allt, allting, alltihop, rubbet",
    Cue.WIPE_ME: """
        radera mig, raderar mig, radera mej, raderar mej, raderad från er, sudda mig,
        sudda ut mig, suddar ut mig, utplåna mig, få mig raderad""",
    Cue.ENOUGH: """
        nog med, nog av, ingen lust, räcker nu med, räcker det inte, räcker med, fått nog,
        för mycket, alldeles för många, bli av med, blir jag av med, blir av med, bli kvitt,
        drunknar i, översvämmas av, vill inte ha fler, less på, utleds på, tröttnat på,
        slut på, slut med, alltför många, alltför mycket""",
    Cue.NO_MORE: """
        vill inte ha fler, vill inte ha mer, inga fler tack, det vill jag inte, inte för mig""",
    Cue.NOT_INTERESTED: "inte intresserad*, ej intresserad*, inget intresse, ointresserad*",
    Cue.NEVER_ASKED: """
        aldrig sagt ja, inte sagt ja, aldrig bett om, inte bett om, inte anmält mig,
        aldrig anmält mig, aldrig godkänt, inte godkänt, aldrig prenumererat,
        inte prenumererat, prenumererar inte, aldrig tackat ja, inte beställt ~ nyhetsbrev*,
        aldrig beställt ~ nyhetsbrev*, aldrig beställt ~ reklam*""",
    Cue.SUBSCRIBED: "prenumererar tydligen, jag prenumererar, tydligen prenumer*",
    Cue.LINK_FAILED: """
        avreg* ~3 inte, avpren* ~3 inte, avanmäl* ~3 fungerar inte, avanmält mig ~6 ändå,
        avregistrerat mig ~6 ändå, försökt avregistrera mig, försökt avanmäla mig,
        försökt avprenumerera""",
    Cue.STOP_REACHING: """
        nog med reklam*, nog med nyhetsbrev*, nog med mejl från er, fått nog av er reklam*,
        fått nog av era nyhetsbrev*, fått nog av era mejl, blir tokig på era sms,
        blir tokig på era mejl, blir galen på era mejl""",
    Cue.STOP: """
        vill int, int ha, vill icke ha, orkar inte med, jag behöver inte ert,
        vi behöver inte ert, jag behöver inte era, vi behöver inte era, inte skicka mer""",
    Cue.MESSAGE: "mer post, mera post, post från er, brev från er",
    Cue.STAY: "stå på, ligga på, finnas på, vara på, finnas hos, vara kvar hos",
    Cue.ERASE: """
        tar jag bort, tar man bort, tar ni bort, tar du bort, ska bort, skall bort,
        måste bort, släng, slänga, slänger, kasta bort, bli borttagen, förstöra""",
    Cue.MY_DATA: """
        allt ~3 med mig att göra, allt som har med mig, något ~ om mig, nåt ~ om mig,
        någonting ~ om mig, inget ~4 om mig, inget av det ni har, det ni har ~2 på mig,
        det ni har ~3 om mig, vad ni har ~3 på mig, vad ni ~3 på mig, har jag ~2 uppgift*,
        mina köp, mina inköp och, mycket om mig, vad ni ~3 om mej, allt ~4 om mej,
        allt ~4 på mej, uppgift* ~5 om mej, uppgift* ~5 på mej, min kundhistorik""",
    Cue.ABOUT_ME: """
        på mej, kring mej, angående mig, runt mig, kring min person, min person,
        handlingar som rör mig""",
    Cue.REGISTER: """
        eran databas, eran data, erat system, erat register, eran kundlista, er kundlista,
        erat kundregister, eran kundregister, eran dator, ert kundsystem, kundsystemet,
        eran kunddatabas, er kunddatabas""",
    Cue.MY_FIELD: """
        mitt mejl, mitt mail, min mobil, födelsedatumet ni har, mitt telefon nummer,
        min e post, mitt hemnummer, mitt fasta nummer, min födelsedag""",
    Cue.NAMED_OTHERWISE: """
        jag heter inte, heter numera, heter nu, jag har bytt namn, bytt efternamn, gift mig,
        gift om mig, skilt mig, kallar mig""",
    Cue.MIXED_UP: """
        blandat ihop mig, blandar ihop mig, förväxlat mig, förväxlar mig, förväxlad med,
        är inte jag som""",
    Cue.MISSPELT: """
        stavar mitt, stavat mitt, stavar min, stavat min, skriver mitt namn, skrivit mitt,
        men jag heter, jag stavar""",
    Cue.RESTRICT: """
        rör inget, rör ingenting, använd dem inte, använd dom inte, inte använda dem,
        inte använda dom, använd inget, uppgifter spärras, uppgifterna spärras""",
    Cue.TRANSFER: "ha med mig, få med mig, flytta med",
    Cue.WHO_SEES: "vem kan se, vem får se, vilka kan se, vilka får se, kan någon se, vem har sett",
    Cue.TAKE_ALONG: "ha med mig, få med mig, ta med mig",
    Cue.MISUSE: """
        sålt, spridit, sprids, spreds, sprida, synlig*, publicerat, lämnade ut, lagt ut,
        för alla i, visat för, kopia till alla, säljer""",
    Cue.STILL: """
        trots att, fortfarande, ändå, för ofta, ingen lust, hela tiden, jämt, varje dag,
        varenda dag, gång på gång, skräp, irriterande, tjat*, om och om igen, fast jag""",
    Cue.REACHING: "ni mejlar, ni mailar, ni ringer, ni smsar, ni skriver till mig, ni spammar",
    Cue.GONE: """
        jag försvinner, jag ska försvinna, jag vill försvinna, spår försvinner,
        försvinna från er, försvinner från er, försvinna ur, ej längre finnas,
        inte längre finnas, inte längre vara registrerad, inte vara registrerad,
        inte vara kvar i ert, inget kvar om mig, inget om mig, ingenting om mig""",
    Cue.UNSUBSCRIBE: "avregga*",
    Cue.PROFILING: """
        kartlagd*, spårad*, övervakad*, kollar vad jag, samla in, profilerad, profil av mig,
        profil på mig, en profil av""",
    Cue.WITHDRAW: "gäller inte längre, gäller ej längre",
    Cue.FORMAT: "i ett format, format som, usb, usb minne, usbminne",
    Cue.OBJECT: """
        ni får inte, får ni inte, får ej, ni får absolut inte, inte ge mina, inte lämna mina,
        inte dela mina, inte sälja mina, inte sprida mina, vill inte att min, vill inte att mina""",
    Cue.SAID_YES: """
        sa ja, sagt ja, tackade ja, godkände, kryssade i, kryssat i, klickade i, bockade i,
        gick med på, gett er lov, gett lov, gett tillåtelse, gav er lov""",
    Cue.NO_LONGER_AGREE: "går inte längre med på, inte längre okej att ni, står inte längre bakom",
    Cue.COMPLAIN: """
        inte ~5 okej, inte ~5 ok, känns inte bra, känns inte okej, känns inte rätt,
        känns inte tryggt, känns otryggt, inte schysst, obehaglig*, får det inte gå till""",
    Cue.BREACH: """
        intrång i min, intrång i mitt, annan kunds mejl, annan kunds uppgifter,
        annan persons uppgifter, annan kunds personuppgifter""",
    Cue.OTHERS: """
        någon annan, nån annan, någon annans, nån annans, en annan kund*, andra kunder,
        annan person, fel person, utomstående, obehörig*, min granne, grannen, tredje part,
        andra företag, en annan persons""",
    Cue.SOURCE: """
        hur fick ni mitt, hur fick ni min, hur fick ni mina, hur har ni mitt, hur har ni min,
        vart har ni fått, vart fick ni, hur kan ni ha, hur kan ni veta, hur vet ni,
        vem gav er, hur hittade ni min, hur hittade ni mitt, vem har lämnat""",
    Cue.QUESTION: """
        hur hittade ni mig, fått tag i mig, fått tag på mig, fick ni tag i mig,
        fick ni tag på mig, lyssnar ni av, spelar ni in samtal*, sparas inspelning*,
        sparar ni inspelning*, kameraövervak*, blivit hackad*, vet ni vad jag heter,
        vet ni var jag bor, vet ni vem jag, veta vad jag handla*, veta vad jag köp*""",
    Cue.AGENT: """
        klients räkning, vår klients vägnar, jag är god man, jag är förvaltare, som god man,
        som förvaltare, framtidsfullmakt*, min huvudmans""",
    Cue.KIN: """
        min man, min fru, min make, min maka, min hustru, min sambo, min mamma, min pappa,
        min mor, min far, min bror, min syster, min farmor, min farfar, min mormor,
        min morfar, min svärmor, min svärfar, min gamla mamma, min gamla pappa, min gamla mor,
        min gamla far, min faster, min moster, min farbror, min morbror, min gamle far""",
    Cue.HIM: "honom, henne, hans, hennes, hon, han",
    Cue.ABOUT_OTHER: """
        om henne, om honom, på henne, på honom, hennes uppgifter, hans uppgifter,
        hennes personuppgifter, hans personuppgifter, hennes konto, hans konto,
        hennes kundkonto, hans kundkonto""",
    Cue.ACCOUNT: """
        ett konto, konto hos er, kontot, kundkonto, hennes konto, hans konto, registrerat sig,
        skapat konto, lagt upp""",
    Cue.IMPOSTOR: """
        utsatt för id kapning, utsatt för idkapning, utsatt för identitets*, id kapad,
        idkapad, utsatt för ~2 bedrägeri*, stulit min identitet, kapat min identitet,
        använder mitt personnummer, använt mitt personnummer, någon har använt mina,
        någon har använt mitt, någon använder mina, någon ~6 i mitt namn, nån ~6 i mitt namn,
        någon ~4 mitt namn, utger sig för att vara mig, utgett sig för att vara mig,
        bedragare, falskt konto, kapat mitt konto, hackat mitt konto, kommit åt mitt konto,
        loggat in på mitt konto""",
    Cue.OTHERS_DATA: """
        uppgifter om en kund, adressen till er kund, adressen till en kund,
        adress till en kund, numret till er kund, numret till en kund, uppgifter om en av era,
        om en annan kund, vem som äger numret, var han bor, var hon bor""",
    Cue.PROTECTED: """
        hemlig adress, skyddat nummer, skyddad folkbokföring, lever gömd, kvinnojour*,
        hotats av mitt, hotad av mitt, hotas av mitt, ingen får veta min,
        får inte veta var jag bor""",
    Cue.HOLD: "lagrad*, noterad*, antecknad*, sparar",
    Cue.ADS: "broschyr*, reklamblad*, foldrar, skitreklam*, skräpreklam*",
    Cue.CHILD: "mamma till en, pappa till en, förälder till, mitt barnbarn, vår dotter, vår son",
}
