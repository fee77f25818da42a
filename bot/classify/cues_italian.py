"""Italian, shorter: the words that requests can hardly do without."""

from typing import Final

from bot.classify.cues import Cue, Table

IT: Final[Table] = {
    Cue.ASK: """
        voglio, vorrei, chiedo, richiedo, richiesta, si prega, vi prego, desidero,
        con la presente, potete, potreste, pretendo, esercitare, esercito, per favore,
        chiediamo, vogliate, prego""",
    Cue.HOW: "come posso, posso, è possibile",
    Cue.UNLESS: "in caso contrario, altrimenti, in mancanza, mi riservo",
    Cue.BOILER: """
        ricevi questa, riceve questa, hai ricevuto, ha ricevuto questa, per cancellarti,
        per cancellarsi, clicca, cliccare, la nostra privacy, la nostra informativa,
        i tuoi dati, i suoi dati, i vostri dati, hai il diritto, ha il diritto,
        l esistenza del diritto, se non desideri""",
    Cue.ME: "mi, me, cancellarmi, mio nome, rimuovermi",
    Cue.ABOUT_ME: """
        su di me, che mi riguarda*, mi riguardano, a mio carico, sul mio conto,
        che mi riguardano, riguardanti la mia persona""",
    Cue.MY_DATA: """
        i miei dati, miei dati, mie informazioni, dati ~5 che mi riguarda*,
        dati ~3 mi riguarda*, tutto ~5 su di me, informazioni ~5 su di me, dati ~5 su di me,
        dati personali ~4 riguarda*""",
    Cue.PERSONAL_DATA: "dati personali, informazioni personali",
    Cue.MY_FIELD: """
        mio indirizzo, mio nome, mio cognome, mio numero, mia email, mia e-mail, mio telefono,
        mia data di nascita""",
    Cue.FIELD: "indirizzo, nome, cognome, numero, telefono, dati, email",
    Cue.MY_ACCOUNT: "mio account, mio profilo, l account, mio conto, account",
    Cue.REGISTER: """
        vostro sistema, vostri sistemi, vostro database, vostri archivi, banca dati, archivi,
        vostro archivio""",
    Cue.LIST: "lista, liste, mailing list, elenco",
    Cue.ADS: """
        pubblicità, newsletter*, spam, promozion*, offerte, marketing, pubblicitari*,
        comunicazioni commerciali""",
    Cue.MESSAGE: "mail, email, e-mail, messaggi, sms, chiamate, comunicazioni",
    Cue.DIRECT_ADS: "marketing diretto, finalità di marketing, invio di materiale pubblicitario",
    Cue.CONSENT: "consenso, consensi",
    Cue.PROCESSING: "trattamento, trattamenti, trattare, trattate",
    Cue.INTEREST: "interesse legittimo, legittimo interesse, interessi legittimi",
    Cue.FORMAT: "leggibile da dispositivo automatico, formato strutturato, uso comune",
    Cue.LAW: """
        regolamento generale sulla protezione dei dati, protezione dei dati, codice privacy,
        regolamento ue, normativa privacy""",
    Cue.AUTHORITY: "garante, autorità di controllo, garante per la protezione",
    Cue.WHAT: "quali, che cosa, cosa, se",
    Cue.HOLD: """
        avete, possedete, conservate, sapete, trattate, detenete, in vostro possesso,
        memorizzati, raccolti""",
    Cue.GIVE: """
        copia, accesso ai, accedere, inviarmi, fornirmi, comunicarmi, sapere, conoscere,
        ottenere, ricevere, fornire""",
    Cue.ACCESS: """
        diritto di accesso, richiesta di accesso, accesso ai miei dati, accesso ai dati,
        istanza di accesso""",
    Cue.ERASE: """
        cancellare, cancellazione, cancellate, cancellar*, eliminare, eliminazione, eliminate,
        rimuovere, rimozione, rimuovete, distruggere, cancellino""",
    Cue.ERASED: "cancellati, eliminati, rimossi",
    Cue.FORGET: """
        diritto all oblio, diritto alla cancellazione, richiesta di cancellazione,
        diritto di cancellazione""",
    Cue.CLOSE: "chiudere, chiudete, disattivare, chiusura",
    Cue.CORRECT: "rettificare, rettifica, correggere, correzione, rettifichiate, correggete",
    Cue.WRONG: "errato*, errata, errati, sbagliat*, inesatt*, errore, incomplet*, scorrett*",
    Cue.RESTRICT: "limitazione, limitare, limitiate",
    Cue.PORTABILITY: "portabilità",
    Cue.TRANSFER: "trasferire, trasmettere, esportare, trasferimento",
    Cue.STOP: """
        smettere, smettete, smettetela, basta, non voglio, non desidero, cessare,
        interrompere, non inviate, non inviatemi, mi oppongo, opposizione, oppormi,
        non ricevere, disiscriver*""",
    Cue.STOP_REACHING: """
        non contattatemi, non chiamatemi, smettete di scrivermi, smettete di chiamarmi,
        smettete di contattarmi, non scrivetemi""",
    Cue.UNSUBSCRIBE: """
        disiscriv*, disiscrizione, annullare l iscrizione, cancellare la mia iscrizione,
        cancellatemi, cancellarmi dalla, disdire""",
    Cue.OBJECT: "mi oppongo, oppormi, opposizione, diritto di opposizione, opporsi",
    Cue.WITHDRAW: "revoco, revocare, revoca, ritiro, ritirare",
    Cue.COMPLAIN: "reclamo, lamentela, denuncia, segnalare",
    Cue.UNANSWERED: """
        senza risposta, nessuna risposta, non ho ricevuto risposta, non avete risposto,
        sollecito, alcuna risposta, non ho ricevuto alcun*""",
    Cue.GOODS: """
        ordine, ordini, fattura*, consegna*, stampante*, toner*, carta, pacco, pagamento*,
        reso, prodott*, preventivo*""",
}
