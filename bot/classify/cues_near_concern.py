"""Our neighbours' main words for what is for people, general questions, and taking back."""

from typing import Final

from bot.classify.cues import Cue, Table

NORDIC: Final[Table] = {
    Cue.PROTECTED: """
        fortrolig adresse, strengt fortrolig adresse, voldsalarm, besøksforbud, tilhold,
        krisesenter, krisecenter, redd for min, bange for min, bange for ham, redd for ham,
        truer meg, truer mig, har truet meg, har truet mig, på grunn av vold, på grund af vold,
        forfølger meg, forfølger mig""",
    Cue.SECRECY: """
        han ~2 ikke vite, hun ~2 ikke vite, han ~2 ikke vide, hun ~2 ikke vide, må ikke få vite,
        må ikke få at vide, må ikke finde mig, må ikke finne meg, ikke si noe til,
        ikke sige noget til""",
    Cue.SEPARATED: """
        min eksmann, min eksmand, min ekskone, eksmannen min, eksen min, min eks, er skilt,
        har skilt oss, separert, separeret, skilsmisse*, flyttet fra min, flyttet fra ham,
        gått fra mannen min""",
    Cue.MENACE: """
        saksøke dere, sagsøge jer, saksøker dere, sagsøger jer, til retten, i retten, min advokat,
        mine advokater, rettslige skritt, retslige skridt, politianmelder dere,
        politianmelder jer""",
    Cue.DIRECTLY: "direkte til",
    Cue.DEAD: "døde i, er gått bort, er gået bort, boet etter, boet efter",
    Cue.AUTHORITY: "forbrukertilsynet, forbrugerombudsmanden",
    Cue.OPENS: """
        har åpnet, har åbnet, ber dere redegjøre, anmoder om en udtalelse, har mottatt en klage,
        har modtaget en klage, ber om en redegjørelse""",
    Cue.COOKIE: "informasjonskapsler, informasjonskapsel",
    Cue.SHARE: "deler dere, deler i, utleverer dere, videregiver i, selger dere, sælger i",
    Cue.CUSTOMER_DATA: "kundeopplysninger, kundeoplysninger, kundedata",
    Cue.WHO_GOT: """
        hvem har fått, hvem har fået, hvem har dere delt, hvem har i delt, hvem har dere utlevert,
        hvem har i videregivet""",
    Cue.WHO_ANSWERS: """
        hvem er behandlingsansvarlig, hvem er dataansvarlig, hvem er den dataansvarlige""",
    Cue.TAKE_BACK: """
        trekker tilbake, trekker, trækker, tilbakekaller, tilbagekalder, trekke tilbake,
        trække tilbage, se bort fra, annuller, avbryt, afbryd""",
    Cue.MY_REQUEST: """
        min forespørsel, mitt krav, min anmodning, min begjæring, mit krav, anmodningen min,
        forespørselen min, begjæringen min, kravet mitt, min anmodning om, innsynskravet mitt""",
}

GERMAN: Final[Table] = {
    Cue.PROTECTED: """
        bedroht mich, werde bedroht, häusliche gewalt, stalkt mich, gestalkt, angst vor meinem,
        angst vor ihm, kontaktverbot, näherungsverbot, versteckt lebe""",
    Cue.SECRECY: """
        darf nicht erfahren, darf nichts erfahren, darf mich nicht finden, nicht erfahren wo,
        nichts davon erfahren""",
    Cue.SEPARATED: """
        mein ex mann, meinem ex mann, mein exmann, meinem exmann, mein ex, meine exfrau,
        getrennt lebe, habe mich getrennt, haben uns getrennt, bin geschieden,
        von meinem mann weg, scheidung""",
    Cue.MENACE: """
        verklage sie, verklage ich, verklagen, mein anwalt, meinen anwalt, meinem anwalt,
        meine anwältin, klage einreichen, vor gericht, gerichtliche schritte,
        rechtliche schritte einleiten, strafanzeige gegen sie""",
    Cue.RESERVED: "behalte ich mir, behalten wir uns",
    Cue.DIRECTLY: "direkt an, unmittelbar an",
    Cue.OPENS: """
        hat ~4 eingeleitet, hat ~4 beschwerde, fordert sie auf, bittet um stellungnahme, prüft""",
    Cue.SHARE: "geben sie, verkaufen sie, teilen sie, weitergegeben, übermitteln sie",
    Cue.CUSTOMER_DATA: "kundendaten, daten ihrer kunden",
    Cue.WHO_GOT: "wer hat ~ erhalten, an wen haben sie, wem haben sie, an wen wurden",
    Cue.WHO_ANSWERS: """
        wer ist verantwortlicher, wer ist der verantwortliche, wer ist verantwortlich,
        welches unternehmen ist verantwortlich""",
    Cue.TAKE_BACK: """
        ziehe ~4 zurück, nehme ~4 zurück, zurückziehen, zurückgezogen, hinfällig, betrachten sie,
        ignorieren sie bitte, bitte ignorieren sie, stornieren""",
    Cue.MY_REQUEST: """
        mein auskunftsersuchen, meinen antrag, mein antrag, meine anfrage, mein ersuchen,
        meinen löschantrag, meine anforderung, antrag auf, meine auskunftsanfrage""",
}

FINNISH: Final[Table] = {
    Cue.PROTECTED: """
        uhkailee, uhkaillut, lähestymiskielto*, turvakoti, turvakodissa, vainoaa, pelkään""",
    Cue.SECRECY: "ei saa tietää, ei saa löytää, ei saa saada tietää",
    Cue.SEPARATED: """
        exmieheni, ex mieheni, entinen mieheni, entinen vaimoni, entinen puoliso*, eronnut,
        avioero*, erosimme, muutin pois""",
    Cue.MENACE: "haastan teidät, oikeuteen, asianajajani, lakimieheni, oikeustoim*, rikosilmoituk*",
    Cue.OPENS: "on vastaanottanut, on aloittanut, pyytää selvity*, selvityspyyntö*",
    Cue.COOKIE: "evästeitä, eväste*",
    Cue.SHARE: "luovutatteko, luovutetaan, myyttekö, jaatteko",
    Cue.CUSTOMER_DATA: "asiakastietoja, asiakastietojen, asiakkaiden tietoja",
    Cue.WHO_GOT: """
        kenelle olette luovuttaneet, kenelle tietojani, kuka on saanut, ketkä ovat saaneet""",
    Cue.WHO_ANSWERS: "kuka on rekisterinpitäjä, mikä yhtiö on rekisterinpitäjä",
    Cue.TAKE_BACK: "perun, peruutan, peruuttaa, perua, vedän pois, vedän takaisin, unohtakaa",
    Cue.MY_REQUEST: "pyyntöni, tietopyyntöni, poistopyyntöni, tarkastuspyyntöni, pyynnön",
}
