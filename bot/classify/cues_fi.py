"""Finnish: its cases make most cues stems."""

from typing import Final

from bot.classify.cues import Cue, Table

FI: Final[Table] = {
    Cue.ASK: """
        haluan, haluaisin, pyydän, pyytäisin, pyyntö, vaadin, voisitteko, voitteko, voisitko,
        voitko, olkaa hyvä, toivon, pyydämme, täten, käytän oikeuttani, haluamme, edellytän,
        saanko, ystävällisesti""",
    Cue.HOW: "miten voin, kuinka voin, voiko, voinko, onko mahdollista",
    Cue.NOT: "älkää, älä, ette saa, en halua että",
    Cue.UNLESS: "muuten, muussa tapauksessa, jos ette, ellei",
    Cue.DONE: "vahingossa, on poistettu, poistettiin",
    Cue.BOILER: """
        saat tämän, olet saanut tämän, voit perua, voit peruuttaa, voit milloin,
        sinulla on oikeus, klikkaa, napsauta, linkistä, tietosuojaselosteemme,
        tietosuojaseloste, lue lisää, et halua, jos et, käsittelemme henkilötieto*, tietojasi,
        suostumuksesi, oikeutesi""",
    Cue.ME: "minut, minua, minulle, minuun, minulta, mua, mut, meidät",
    Cue.ABOUT_ME: "minusta, minua koskev*, itsestäni, itseäni koskev*, musta, minuun liittyv*",
    Cue.MY_DATA: """
        tietoni, tietojani, tietojeni, henkilötietoni, henkilötietojani, henkilötietojeni,
        minua koskev* ~2 tie*, minua koskev* ~ henkilötie*, kaikki minusta, kaikki ~4 minusta,
        tiedot ~4 minusta, tietoja ~4 minusta, tietoja minusta, mitä ~3 minusta,
        asiakastietoni, asiakastietojani, omat tietoni, minun tietoni, yhteystietoni,
        itseäni koskev* ~ tie*, minuun liittyv* ~ tie*""",
    Cue.PERSONAL_DATA: """
        henkilötieto*, henkilötiedot, henkilötietojen, asiakastietojen, asiakastiedot""",
    Cue.MY_FIELD: """
        osoitteeni, nimeni, puhelinnumeroni, sähköpostini, sähköpostiosoitteeni, numeroni,
        sukunimeni, syntymäaikani, osoitettani, numeroani""",
    Cue.FIELD: """
        osoite, osoitteen, nimi, nimen, puhelinnumero*, sähköposti*, sukunimi, tiedot,
        tietoja, syntymäaika, osoitetta""",
    Cue.MY_ACCOUNT: """
        tilini, tilin, käyttäjätilini, asiakastilini, käyttäjätunnukseni, profiilini, tiliäni""",
    Cue.REGISTER: "rekisteri*, rekisterist*, järjestelmä*, tietokan*, asiakasrekister*",
    Cue.LIST: """
        listalta, listaltanne, postituslist*, sähköpostilist*, jakelulist*, markkinointilist*,
        lista""",
    Cue.ADS: """
        mainos*, mainoksia, mainonta*, mainontaa, markkinoin*, uutiskirje*, roskapost*,
        tarjouks*, tarjousviest*, telemarkkino*, puhelinmarkkino*, suoramarkkino*,
        tilaus uutis*""",
    Cue.MESSAGE: """
        viestejä, viestit, sähköposteja, sähköpostia, sähköpostit, tekstiviest*, soittelu,
        puheluita, kirjeitä, postia, meilejä, viestien""",
    Cue.DIRECT_ADS: "suoramarkkino*, suoramarkkinoin*",
    Cue.CONSENT: "suostumu*, lupani",
    Cue.PROCESSING: "käsittely*, käsittelyä, käsittelyn, käsittelette",
    Cue.INTEREST: "oikeutettu etu, oikeutettuun etuun, oikeutetun edun",
    Cue.PROFILING: "profiloin*, seuranta*, analys*, tilasto*",
    Cue.FORMAT: "koneluettav*, jäsennelty*",
    Cue.LAW: "tietosuoja-asetu*, tietosuojalaki, tietosuojalain, tietosuoja*, tietosuojavastaav*",
    Cue.AUTHORITY: "tietosuojavaltuutet*, valvontaviranomai*",
    Cue.WHAT: "mitä, mitkä, millaisia, onko, käsittelettekö, mikä",
    Cue.HOLD: """
        teillä on, on teillä, tiedätte, tallennettu, keränneet, säilytätte, käsittelette,
        käsittelettekö, olette, rekisterissä, tallessa, onko teillä, tallentaneet, keräätte""",
    Cue.GIVE: """
        lähettäkää, lähetä, lähettää, antakaa, toimittakaa, toimittaa, kopio, jäljennö*,
        haluan nähdä, haluan tietää, haluan saada, saada, pääsy, nähdä, toimitatte, lähetätte,
        luovuttakaa""",
    Cue.ACCESS: """
        tietopyyntö*, tarkastuspyyntö*, tarkastusoikeu*, oikeus saada pääsy, rekisteriote*,
        omien tietojen tarkast*, tarkastaa tietoni, tarkastaa minua, oikeuttani saada pääsy,
        pääsy tietoihin, henkilötietojen tarkast*, tietojen tarkastu*""",
    Cue.ERASE: """
        poista, poistakaa, poistaa, poistamaan, poistamista, poisto*, poistetaan, poistatte,
        poistaisitte, hävittä*, tuhotkaa, tuhota, pyyhkikää, ottakaa ~2 pois""",
    Cue.ERASED: "poistettu, poistetuksi, oikaistu, korjattu",
    Cue.FORGET: """
        oikeus tulla unohdetuksi, oikeutta tulla unohdetuksi, unohtakaa minut, poistopyyntö,
        tietojen poistopyyntö, oikeus poistaa""",
    Cue.CLOSE: "sulkekaa, sulkea, lopettakaa, lopettaa, sulje, irtisano*",
    Cue.CORRECT: """
        oikaiskaa, oikaista, oikaisu*, korjatkaa, korjata, korjaus, korjaa, oikaise,
        oikaisemaan""",
    Cue.CHANGE: "muuttakaa, päivittäkää, muuttaa, päivittää",
    Cue.WRONG: """
        väärin, väärä, virheelli*, virhe, vanhentunut, ei pidä paikkaansa, vanha osoite,
        puutteelli*, väärät""",
    Cue.RESTRICT: "rajoittakaa, rajoittaa, rajoittami*, rajoitus, jäädyttä*",
    Cue.PORTABILITY: """
        siirtää tiedot järjestelmästä, tietojen siirtä*, siirto-oikeu*, siirrettävyy*""",
    Cue.TRANSFER: "siirtäkää, siirtää, siirto, viekää",
    Cue.STOP: """
        lopettakaa, lopeta, lopettaa, en halua, en enää halua, emme halua, älkää lähettäkö,
        älä lähetä, ei enää, peruuttakaa, peruuttaa, peru, perukaa, perua, kiellän, kieltää,
        kiellä, kielto, ei kiitos, vastustan, estäkää""",
    Cue.STOP_REACHING: """
        älkää soittako, älkää ottako yhteyttä, lopettakaa soittelu, älkää lähettäkö,
        älkää häiritkö, jättäkää minut rauhaan, älkää lähestykö, suoramarkkinointikielto*,
        markkinointikielto*""",
    Cue.UNSUBSCRIBE: """
        peruuta tilaus, perukaa tilaus, peruuttakaa tilau*, peruuttakaa uutiskir*,
        peru uutiskir*, peruuta uutiskir*, poistakaa minut ~3 list*, poista minut ~3 list*,
        perun tilau*, haluan perua uutiskir*, postituslistalta""",
    Cue.BARE_STOP: "lopeta, lopettakaa, seis, stop",
    Cue.OBJECT: "vastustan, vastustaa, kiellän, en hyväksy, vastusta*, en halua että",
    Cue.WITHDRAW: """
        peruutan, peruuttaa, perun, peruuttaminen, peruutus, vedän pois, vedän takaisin,
        perua""",
    Cue.HANDLE: """
        käsittelette, käsitellään, käytätte, käytetään, myyttekö, luovutatteko, säilytätte,
        tapahtuu, jaatteko""",
    Cue.KEEP_HOW_LONG: """
        kuinka kauan säilytätte, miten kauan säilytätte, kuinka pitkään säilytätte,
        kuinka kauan tietojani, miten pitkään""",
    Cue.SOURCE: "mistä olette saaneet, mistä saitte, miten saitte",
    Cue.QUESTION: """
        kuka on tietosuojavastaav*, onko teillä tietosuojavastaav*, kuka on rekisterinpitäjä""",
    Cue.COMPLAIN: "valita*, valitus, valituksen, kantelu*, kantelen, tyytymätön, ilmoitan",
    Cue.BREACH: "tietovuo*, tietosuojaloukkau*, ilman suostumu*, vuotan*, tietosuojarikkomu*",
    Cue.UNANSWERED: """
        en ole saanut vastausta, ei ole vastattu, ette ole vastanneet, muistutus,
        ei vastausta""",
    Cue.AGENT: """
        päämieheni, päämiehemme, asiakkaamme puolesta, valtakirja*, asianajotoimisto*,
        edustamme""",
    Cue.COLLECTOR: "perintätoimisto*, perintä, ulosotto*, velallinen, velallisen",
    Cue.POLICE: "poliisilaitos, poliisi pyytää, esitutkin*, syyttäjä*",
    Cue.THIRD_PARTY: "asiakkaanne, velallisen",
    Cue.DEAD: "kuoli, kuollut, kuolinpesä*, menehtyi, edesmennyt",
    Cue.PROTECTED: "turvakielto*, turvakiellon, salainen osoite",
    Cue.CHILD: "tyttäreni, poikani, lapseni",
    Cue.DAMAGES: "vahingonkorvau*",
    Cue.AUTOMATED: "automaattinen päätös, automaattis* pää*, automaattinen",
    Cue.CREDIT_REFUSED: "luotto*, luottohakemu*, laina*",
    Cue.GOODS: """
        tilaus, tilaukse*, tilaan, lasku, laskun, laskut, laskua, toimitu*, toimitus,
        tulostin*, tulostim*, paperi*, hinta, hinnat, värikaset*, paketti, maksu, maksoin,
        palautu*, reklamaatio*, tuote, tuotte*, kopiokone*, tarjous, tarjouspyyntö*""",
    Cue.ERRAND: "aukioloaj*, työhakemu*, kokous, tapaamin*, yhteistyö*, harjoittelu*",
}
