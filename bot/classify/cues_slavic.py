"""Polish, Czech and Croatian, shorter: the words that requests can hardly do without."""

from typing import Final

from bot.classify.cues import Cue, Table

PL: Final[Table] = {
    Cue.ASK: """
        chcę, chciałbym, chciałabym, proszę, prosimy, żądam, wnoszę, wniosek, niniejszym,
        czy mogą, czy możecie, wnioskuję, zwracam się, żądanie""",
    Cue.HOW: "jak mogę, czy mogę, jak usunąć",
    Cue.BOILER: """
        otrzymujesz, otrzymali państwo, możesz zrezygnować, kliknij, nasza polityka,
        państwa dane, twoje dane, masz prawo, ma pan prawo""",
    Cue.ME: "mnie, mi, mój, moją",
    Cue.ABOUT_ME: """
        o mnie, na mój temat, mnie dotycząc*, dotyczące mnie, dotyczących mnie, mojej osoby""",
    Cue.MY_DATA: """
        moje dane, moich danych, mojych danych, moje informacje, dane ~4 o mnie,
        danych ~4 mnie, wszystko ~4 o mnie, dane osobowe dotyczące mnie,
        danych osobowych dotyczących, danych dotyczących mnie, swoich danych""",
    Cue.PERSONAL_DATA: "dane osobowe, danych osobowych",
    Cue.MY_FIELD: """
        mój adres, moje nazwisko, moje imię, mój numer, mój email, mój e-mail, mojego adresu""",
    Cue.FIELD: "adres, nazwisko, imię, numer, telefon, dane, email",
    Cue.MY_ACCOUNT: "moje konto, mojego konta, konto, konta",
    Cue.REGISTER: "bazy, bazy danych, systemu, systemów, rejestru, waszej bazy",
    Cue.LIST: "listy, listy mailingowej, lista, list mailingowych",
    Cue.ADS: "reklam*, newsletter*, spam*, marketing*, ofert*, promocj*",
    Cue.MESSAGE: "maile, maili, wiadomości, sms, telefony, e-maile",
    Cue.DIRECT_ADS: """
        marketing bezpośredni, marketingu bezpośredniego, celów marketingowych,
        celach marketingowych""",
    Cue.CONSENT: "zgod*",
    Cue.PROCESSING: "przetwarzani*, przetwarzacie, przetwarzają",
    Cue.LAW: "ochronie danych, ochrony danych osobowych",
    Cue.AUTHORITY: """
        urząd ochrony danych, urzędu ochrony danych, organ nadzorczy, organu nadzorczego""",
    Cue.WHAT: "jakie, co, czy",
    Cue.HOLD: """
        macie, posiadacie, przechowujecie, przetwarzacie, wiecie, państwo mają, posiadają,
        przetwarzają""",
    Cue.GIVE: """
        kopię, kopii, dostęp, dostępu, przesłanie, przesłać, udostępnienie, informacji,
        udzielenie, prześlijcie, wgląd""",
    Cue.ACCESS: """
        prawo dostępu, prawa dostępu, dostęp do danych, dostępu do danych, dostęp do moich,
        dostępu do moich""",
    Cue.ERASE: "usun*, usunięci*, usuńcie, wykreśl*, skasow*, kasacj*",
    Cue.FORGET: """
        bycia zapomnianym, prawo do usunięcia, prawa do usunięcia, żądanie usunięcia,
        wniosek o usunięcie""",
    Cue.CORRECT: "sprostow*, popraw*, korekt*, sprostujcie",
    Cue.WRONG: "błędn*, błąd, nieprawidłow*, niepoprawn*, nieaktualn*, niekompletn*",
    Cue.RESTRICT: "ogranicz*",
    Cue.PORTABILITY: "przenoszenia danych, przeniesienia danych, przeniesienie danych",
    Cue.TRANSFER: "przenieś*, przenies*, eksport*",
    Cue.STOP: """
        przestań*, przestac, nie chcę, zaprzesta*, rezygnuj*, nie życzę, stop, koniec,
        sprzeciw*, nie wysyłajcie""",
    Cue.STOP_REACHING: """
        nie dzwońcie, nie piszcie, proszę nie dzwonić, proszę nie pisać,
        proszę o zaprzestanie""",
    Cue.UNSUBSCRIBE: "wypis*, wypisać, rezygnacja z newsletter*, anulować subskrypcję, wyrejestr*",
    Cue.OBJECT: "sprzeciw*, wnoszę sprzeciw, sprzeciwiam",
    Cue.WITHDRAW: "wycofuj*, cofam, wycofać, cofnięcie, odwołuj*, wycofanie",
    Cue.COMPLAIN: "skarg*, skargę, złożę skargę",
    Cue.UNANSWERED: """
        brak odpowiedzi, nie otrzymałem odpowiedzi, nie otrzymałam odpowiedzi, bez odpowiedzi,
        nie otrzymałem, nie otrzymałam""",
    Cue.GOODS: """
        zamówieni*, faktur*, dostaw*, drukark*, toner*, papier*, paczk*, płatnoś*, zwrot*,
        produkt*""",
}

CS: Final[Table] = {
    Cue.ASK: """
        žádám, chci, chtěl bych, chtěla bych, prosím, požaduji, tímto, žádost, můžete,
        vyžaduji, uplatňuji""",
    Cue.BOILER: """
        dostáváte, obdrželi jste, můžete se odhlásit, klikněte, naše zásady,
        vaše osobní údaje, vaše údaje, máte právo, existence práva""",
    Cue.ME: "mě, mne, mi, me",
    Cue.ABOUT_ME: """
        o mně, o mne, týkající se mne, mé osoby, které se mě týkají, které se týkají mé,
        týkajících se mé, o mé osobě, týkající se mé osoby""",
    Cue.MY_DATA: """
        moje údaje, mé údaje, moje osobní údaje, mé osobní údaje, mých údajů,
        mých osobních údajů, svých osobních údajů, údaje ~4 o mně, údajů ~4 mé osoby,
        údaje ~4 mé osoby, vše ~4 o mně, osobních údajů týkající*, osobní údaje které se mě""",
    Cue.PERSONAL_DATA: "osobní údaje, osobních údajů, osobním údajům, osobními údaji",
    Cue.MY_FIELD: """
        moje adresa, moji adresu, mé jméno, moje jméno, můj email, můj e-mail, moje telefonní""",
    Cue.FIELD: "adresa, adresu, jméno, příjmení, telefon, údaje, email",
    Cue.MY_ACCOUNT: "můj účet, mého účtu, účet",
    Cue.ADS: """
        reklam*, newsletter*, spam*, marketing*, nabídk*, obchodní sdělení,
        obchodních sdělení""",
    Cue.MESSAGE: "emaily, e-maily, zprávy, sms, maily, telefonáty",
    Cue.DIRECT_ADS: "přímý marketing, přímého marketingu, přímému marketingu",
    Cue.CONSENT: "souhlas*",
    Cue.PROCESSING: "zpracování, zpracováváte, zpracovávání, zpracováním",
    Cue.LAW: """
        obecného nařízení o ochraně, nařízení o ochraně osobních, ochraně osobních údajů,
        ochrana osobních údajů""",
    Cue.AUTHORITY: """
        úřad pro ochranu, úřadu pro ochranu, kontrolnímu orgánu, kontrolní orgán,
        dozorový úřad, dozorovému úřadu""",
    Cue.WHAT: "jaké, které, co, zda",
    Cue.HOLD: "máte, uchováváte, zpracováváte, víte, vedete, evidujete",
    Cue.GIVE: "kopii, kopie, přístup, přístupu, zaslání, poskytnutí, zašlete, poskytněte",
    Cue.ACCESS: """
        právo na přístup, přístup k osobním údajům, přístup k mým, přístup k údajům,
        žádost o přístup, práva na přístup""",
    Cue.ERASE: "vymaz*, vymažte, výmaz*, smaz*, smažte, odstran*, odstraňte, zlikvid*, vymazání",
    Cue.FORGET: "být zapomenut, právo na výmaz, žádost o výmaz, práva na výmaz",
    Cue.CORRECT: "oprav*, opravu, opravte",
    Cue.WRONG: "chybn*, nesprávn*, špatn*, nepřesn*, chyba, neúpln*",
    Cue.RESTRICT: "omez*",
    Cue.PORTABILITY: "přenositelnost*",
    Cue.TRANSFER: "přenést, převést, převod, export*",
    Cue.STOP: """
        nechci, přestaňte, přestat, nepřeji, ukončete, ukončení, stop, námitk*, neposílejte,
        nezasílejte, přeji nadále""",
    Cue.STOP_REACHING: "nevolejte, nekontaktujte, neposílejte mi, nezasílejte mi",
    Cue.UNSUBSCRIBE: "odhlás*, odhlaste, odhlásit, odhlášení, zrušit odběr, zrušte odběr",
    Cue.OBJECT: "námitk*, vznáším námitku, nesouhlasím",
    Cue.WITHDRAW: "odvol*, odvolávám, beru zpět, stahuji",
    Cue.COMPLAIN: "stížnost*, stěžuji, stěžovat",
    Cue.UNANSWERED: "neobdržel*, bez odpovědi, neodpověděli, žádnou odpověď, nedostal* odpověď",
    Cue.GOODS: """
        objednávk*, faktur*, dodávk*, tiskárn*, toner*, papír*, balík*, platb*, reklamac*,
        zboží, výrob*""",
}

HR: Final[Table] = {
    Cue.ASK: """
        želim, zahtijevam, tražim, molim, zahtjev, ovim putem, ovime, možete li, zahtevam,
        podnosim, ovim""",
    Cue.BOILER: """
        primate, možete se odjaviti, kliknite, naša pravila, vaši osobni podaci, vaše podatke,
        imate pravo, postojanje prava""",
    Cue.ME: "me, mene, mi, meni",
    Cue.ABOUT_ME: "o meni, koji se odnose na mene, odnose na mene, na mene, mojoj osobi",
    Cue.MY_DATA: """
        moje podatke, mojih podataka, moji podaci, moje osobne podatke,
        mojih osobnih podataka, svojih osobnih podataka, podatke ~4 o meni, sve ~4 o meni,
        osobnih podataka koji se, osobne podatke koji se, podataka ~4 na mene,
        moje podatke o ličnosti, moje lične podatke""",
    Cue.PERSONAL_DATA: """
        osobni podaci, osobne podatke, osobnih podataka, osobnim podacima, lične podatke,
        ličnih podataka, podataka o ličnosti""",
    Cue.ADS: "reklam*, newsletter*, spam*, marketing*, ponud*, oglas*, promidžb*, oglašavanj*",
    Cue.MESSAGE: "mailove, e-mailove, poruke, sms, pozive",
    Cue.DIRECT_ADS: """
        izravni marketing, izravnog marketinga, direktni marketing, direktnog marketinga""",
    Cue.CONSENT: "privol*, suglasnost*, pristan*, saglasnost*",
    Cue.PROCESSING: "obrad*, obrađujete",
    Cue.LAW: """
        opće uredbe o zaštiti, opća uredba, uredbe o zaštiti podataka,
        zaštiti osobnih podataka, zaštitu podataka""",
    Cue.AUTHORITY: """
        agencija za zaštitu, agenciji za zaštitu, nadzorno tijelo, nadzornom tijelu, azop""",
    Cue.WHAT: "koje, koji, što, šta, obrađujete li, jesu li",
    Cue.HOLD: "imate, čuvate, obrađujete, posjedujete, znate",
    Cue.GIVE: "kopiju, kopija, pristup, dostavite, pošaljite, dostavu, uvid",
    Cue.ACCESS: """
        pravo na pristup, pravo pristupa, pristup osobnim podacima, pristup mojim,
        zahtjev za pristup, pristup podacima""",
    Cue.ERASE: "izbriš*, izbris*, brisanj*, obriš*, obris*, ukloni*, uklanjanj*",
    Cue.FORGET: "pravo na zaborav, pravo na brisanje, zahtjev za brisanje, biti zaboravljen",
    Cue.CORRECT: "ispravit*, ispravak, ispravk*, ispravi*",
    Cue.WRONG: "netočn*, pogrešn*, krivo, krivi, pogreška, nepotpun*",
    Cue.RESTRICT: "ograniči*, ograničenj*",
    Cue.PORTABILITY: "prenosivost*",
    Cue.TRANSFER: "prenesite, prenijeti, prijenos",
    Cue.STOP: "prestanite, ne želim, prekinite, stop, prigovor*, prestanak, obustav*, nemojte",
    Cue.UNSUBSCRIBE: "odjav*",
    Cue.OBJECT: "prigovor*, prigovaram, protivim",
    Cue.WITHDRAW: "povlač*, povuć*, opoziv*, opozvati",
    Cue.COMPLAIN: "pritužb*, žalb*, prijaviti",
    Cue.UNANSWERED: "nisam primi*, nisam dobi*, bez odgovora, niste odgovorili, nikakav odgovor",
    Cue.GOODS: """
        narudžb*, račun*, dostav* robe, isporuk*, pisač*, toner*, papir*, paket*, plaćanj*,
        proizvod*""",
}
