"""German, as written in Germany, Austria and Switzerland."""

from typing import Final

from bot.classify.cues import Cue, Table

DE: Final[Table] = {
    Cue.ASK: """
        ich möchte, möchte ich, ich will, ich bitte, bitte, ich verlange, ich fordere,
        fordere ich, hiermit, ich beantrage, beantrage ich, antrag auf, ersuche, können sie,
        könnten sie, wünsche, ich mache, machen sie, begehre, ersuchen, fordern, aufforderung,
        unverzüglich, mache ich, übe ich, würden sie, wir bitten""",
    Cue.HOW: """
        wie kann ich, kann ich, wie lösche, wie komme ich, ist es möglich, kann man,
        wie melde""",
    Cue.NOT: "nicht, keinesfalls",
    Cue.UNLESS: """
        andernfalls, ansonsten, sollten sie, falls sie nicht, wenn sie nicht, behalte ich mir,
        sonst""",
    Cue.DONE: """
        versehentlich, aus versehen, wurde gelöscht, wurden gelöscht, sind gelöscht,
        ist gelöscht""",
    Cue.BOILER: """
        sie erhalten diese, sie haben diese, sie können sich jederzeit,
        sie können den newsletter, um sich abzumelden, wenn sie keine, falls sie keine,
        möchten sie keine, klicken sie, hier klicken, über den link, folgenden link,
        unsere datenschutz*, unserer datenschutz*, wir verarbeiten ihre,
        ihre personenbezogenen, ihre daten werden, ihre einwilligung, ihre rechte,
        sie haben das recht, sie haben jederzeit, bestehen eines rechts, das bestehen eines,
        diese e-mail enthält, nicht der richtige adressat, nicht der beabsichtigte""",
    Cue.ME: "mich, mir, meine person, uns, unterzeichner*",
    Cue.ABOUT_ME: """
        über mich, zu mir, von mir, zu meiner person, meine person betreffend*,
        mich betreffend*, über meine person, über uns, bin ich""",
    Cue.MY_DATA: """
        meine daten, meiner daten, meine personenbezogenen daten,
        meiner personenbezogenen daten, meine personenbezogene daten,
        meine persönlichen daten, meiner persönlichen daten, meine informationen,
        meine kundendaten, meine ~2 daten, meiner ~2 daten, daten ~5 über mich,
        daten ~5 zu mir, daten ~5 von mir, daten ~5 zu meiner person,
        mich betreffend* ~3 daten, alles ~5 über mich, alles ~4 von mir,
        informationen ~5 über mich, daten die sie von mir, sämtliche daten, alle daten,
        daten meiner person, meinen daten, mich gespeicherten ~2 daten,
        mich betreffend* personenbezogen*""",
    Cue.PERSONAL_DATA: """
        personenbezogene* ~ daten, personenbezogener daten, persönliche daten,
        persönlichen daten, personendaten, kundendaten, personenbezogen*""",
    Cue.MY_FIELD: """
        meine adresse, meinen namen, mein name, meine e-mail*, meine emailadresse,
        meine telefonnummer, meine nummer, meine anschrift, mein nachname, mein geburtsdatum,
        meine mailadresse, meiner adresse, meine alte adresse, meinen nachnamen""",
    Cue.FIELD: """
        adresse, anschrift, name, namen, nachname, telefonnummer, e-mail, emailadresse,
        geburtsdatum, daten, postleitzahl, hausnummer""",
    Cue.MY_ACCOUNT: """
        mein konto, meinen account, mein account, mein kundenkonto, mein benutzerkonto,
        meines kontos, meines accounts, mein profil, nutzerkonto, kundenkonto,
        meines kundenkontos, mein nutzerkonto""",
    Cue.REGISTER: """
        ihrem system, ihren systemen, ihrer datenbank, ihrem register, ihrer kundenkartei,
        kundendatei, ihrer kundendatenbank, ihren datenbanken, ihrer datei,
        ihren verzeichnissen, ihrer kartei""",
    Cue.LIST: """
        verteiler*, ihrem verteiler, mailingliste*, e-mail-liste*, adressliste*, ihrer liste,
        newsletter-liste, adressverteiler, liste""",
    Cue.ADS: """
        werbung, werbe*, newsletter*, reklame, spam, angebote, angebots*, rundschreib*,
        rundmail*, werbemail*, direktwerbung, werbeanrufe, marketing*, kataloge, prospekte,
        infopost, abonnement""",
    Cue.MESSAGE: """
        e-mails, emails, mails, sms, nachrichten, briefe, anrufe, post, e-mail, zusendungen,
        zusendung""",
    Cue.DIRECT_ADS: """
        direktwerbung, direktmarketing, werbezwecke*, zwecke der werbung,
        zwecken der direktwerbung""",
    Cue.CONSENT: "einwilligung*, zustimmung*, einverständnis*",
    Cue.PROCESSING: """
        verarbeitung*, datenverarbeitung*, nutzung meiner, verarbeiten, verwendung meiner,
        verarbeitet""",
    Cue.INTEREST: """
        berechtigte* interesse*, berechtigtes interesse, berechtigten interesses,
        interessenabwägung""",
    Cue.PROFILING: "profiling, profilbildung, analyse*, auswertung*, statistik*, tracking",
    Cue.FORMAT: "maschinenlesbar*, strukturierten gängigen, gängigen format, strukturiert*",
    Cue.LAW: """
        datenschutz-grundverordnung*, datenschutzgrundverordnung*, datenschutzgesetz*, bdsg,
        dsg, datenschutzrecht*, datenschutzbeauftragt*, datenschutz, ds gvo, revdsg""",
    Cue.AUTHORITY: """
        aufsichtsbehörde*, datenschutzbehörde*, landesdatenschutz*, datenschutzaufsicht*,
        bfdi, edöb""",
    Cue.WHAT: "welche, welcher, was, ob, haben sie, bin ich",
    Cue.HOLD: """
        haben sie, sie haben, gespeichert*, speichern, wissen sie, verarbeiten, verarbeitet,
        erhoben, besitzen, vorliegen, gesammelt, haben, vorhanden""",
    Cue.GIVE: """
        auskunft, auskünfte, senden sie, schicken sie, zusenden, übermitteln sie, kopie,
        kopien, einsicht, zugang zu, stellen sie mir, erteilen, zur verfügung, wissen welche,
        offenlegen, geben sie mir, übersenden""",
    Cue.ACCESS: """
        auskunftsersuchen, auskunftsanfrage, auskunft nach art*, auskunft gemäß art*,
        datenauskunft, selbstauskunft, auskunftsrecht*, auskunftsverlangen,
        auskunft über ~4 daten, recht auf auskunft, auskunftsbegehren, auskunftsantrag,
        eigenauskunft, datenkopie""",
    Cue.ERASE: """
        lösch*, löschung*, entfern*, gelöscht, vernicht*, streichen, entfernen,
        nehmen sie mich aus, nehmen sie ~4 aus, austragen, ausgetragen, tilgen, lösche""",
    Cue.ERASED: "gelöscht, entfernt, berichtigt, korrigiert",
    Cue.FORGET: """
        recht auf vergessenwerden, recht auf löschung, löschantrag, löschungsantrag,
        antrag auf löschung, löschersuchen, löschungsersuchen, vergessen werden,
        datenlöschung, löschbegehren""",
    Cue.CLOSE: "kündig*, schließ*, deaktivier*, auflösen, stilllegen",
    Cue.CORRECT: """
        berichtig*, korrigier*, korrektur*, richtigstell*, korrigieren, richtig stellen,
        vervollständig*""",
    Cue.CHANGE: "ändern, ändern sie, aktualisier*, anpassen",
    Cue.WRONG: """
        falsch*, fehlerhaft*, unrichtig*, unvollständig*, veraltet*, stimmt nicht,
        nicht korrekt, falsch geschrieben, inkorrekt, nicht richtig, lautet, stimmen nicht""",
    Cue.RESTRICT: "einschränk*, einschränkung*, sperren, sperrung, einzuschränken, eingeschränkt",
    Cue.PORTABILITY: "datenübertragbarkeit, datenportabilität, übertragbarkeit",
    Cue.TRANSFER: "übertragen, übertragung, exportier*, export, überführen, transferieren",
    Cue.STOP: """
        keine, kein, keinerlei, aufhören, hören sie auf, stoppen, stopp, unterlassen,
        unterlassung, einstellen, stellen sie, nicht mehr, nicht länger, abbestell*,
        widersprech*, widerspruch*, beenden, beendet, untersage, unterbinden, verzichte auf,
        schicken sie mir keine, senden sie mir keine, nicht erhalten, schluss mit, untersagen,
        abmelden von, streichen""",
    Cue.STOP_REACHING: """
        rufen sie mich nicht, kontaktieren sie mich nicht, nicht mehr kontaktier*,
        nicht mehr anrufen, nicht mehr anzurufen, lassen sie mich in ruhe,
        schreiben sie mir nicht, keine weiteren e-mails, keine weiteren mails,
        hören sie auf mich, keine e-mails mehr, keine mails mehr, nicht mehr anschreiben,
        hören sie auf mir""",
    Cue.UNSUBSCRIBE: """
        abmelden, abmeldung, abmeld*, melden sie mich ~4 ab, abbestellen,
        newsletter abbestell*, newsletter kündig*, austragen, nehmen sie mich ~3 verteiler*,
        abo beenden, mich ab""",
    Cue.BARE_STOP: "stopp, stop, abmelden, aufhören, abbestellen",
    Cue.OBJECT: """
        widerspreche, widerspruch, widersprechen, lege ~3 widerspruch, untersage,
        nicht einverstanden, widerspruchsrecht, keine""",
    Cue.WITHDRAW: "widerruf*, widerrufe, ziehe ~4 zurück, zurückzieh*, zurückgezogen, widerrufen",
    Cue.HANDLE: """
        verarbeiten, verarbeitet, nutzen, verwenden, verkaufen, weitergeben, geben sie,
        teilen, speichern, passiert mit, geschieht mit, gespeichert, weitergegeben, umgehen""",
    Cue.KEEP_HOW_LONG: """
        wie lange speichern, wie lange bewahren, wie lange werden, wie lange behalten""",
    Cue.SOURCE: "woher haben sie, wo haben sie, wie sind sie an, wie kommen sie an, woher stammen",
    Cue.QUESTION: """
        wer ist ihr datenschutzbeauftragt*, haben sie einen datenschutzbeauftragt*,
        wer ist verantwortlicher, frage zum datenschutz, fragen zum datenschutz,
        frage zur dsgvo""",
    Cue.COMPLAIN: """
        beschwerde*, beschweren, beschwere, anzeige, melden, unzufrieden, inakzeptabel,
        nicht zufrieden""",
    Cue.BREACH: """
        datenpanne, datenleck, datenschutzverstoß*, datenschutzverletzung*,
        verstoß gegen die dsgvo, verstoßen gegen, ohne meine einwilligung,
        ohne meine zustimmung, ohne einwilligung, unrechtmäßig, verletzung des datenschutz*,
        weitergegeben an""",
    Cue.UNANSWERED: """
        keine antwort, nicht geantwortet, keine rückmeldung, erinnerung, mahnung ~3 auskunft,
        unbeantwortet, nicht reagiert, nicht nachgekommen, bisher keine, frist ~4 abgelaufen,
        frist ~4 verstrichen, monatsfrist, fristablauf, nicht erhalten""",
    Cue.AGENT: """
        unsere mandantin, unser mandant, unseres mandanten, unserer mandantin, mein mandant,
        meines mandanten, vollmacht anbei, anwaltlich vertret*, namens und in vollmacht,
        rechtsanwaltskanzlei, vertreten wir, in vollmacht""",
    Cue.COLLECTOR: "inkasso*, schuldner*, gläubiger*, gerichtsvollzieher*",
    Cue.POLICE: """
        polizeipräsidium, kriminalpolizei, staatsanwaltschaft, ermittlungsverfahren,
        polizeidienststelle, polizeiinspektion""",
    Cue.THIRD_PARTY: """
        ihres kunden, ihr kunde, ihrer kundin, des schuldners, der schuldnerin,
        kundendaten zu, des beschuldigten""",
    Cue.DEAD: "verstorben*, gestorben, verschieden, todesfall, nachlass*, erbengemeinschaft",
    Cue.PROTECTED: "auskunftssperre, geheime adresse, zeugenschutz, frauenhaus",
    Cue.CHILD: """
        meine tochter, mein sohn, meines sohnes, meiner tochter, mein kind, meines kindes,
        minderjährig*""",
    Cue.DAMAGES: "schadensersatz*, schadenersatz*, schmerzensgeld*",
    Cue.AUTOMATED: """
        automatisierte* entscheidung*, automatisierten entscheidung*, algorithmus,
        durch einen menschen""",
    Cue.CREDIT_REFUSED: "kredit*, bonität*, kreditantrag, rechnungskauf, ratenzahlung, abgelehnt",
    Cue.GOODS: """
        bestellung*, bestell, bestellen, bestellt, rechnung, rechnungen, rechnungs*, toner*,
        lieferung*, liefer*, paket*, drucker*, kopierer*, papier*, preis*, angebot für, ware,
        waren, rücksendung*, reklamation*, zahlung*, gekauft, produkt*, artikelnummer*,
        bürostuhl*, patrone*, passwort, lieferschein*""",
    Cue.ERRAND: """
        öffnungszeit*, termin*, bewerbung*, stelle als, zusammenarbeit, praktikum,
        kostenvoranschlag*, besprechung*""",
}
