"""French, shorter: the words that requests can hardly do without."""

from typing import Final

from bot.classify.cues import Cue, Table

FR: Final[Table] = {
    Cue.ASK: """
        je souhaite, je voudrais, je veux, je demande, demande, je vous demande, veuillez,
        merci de, je vous prie, vous prie, par la présente, pourriez vous, pouvez vous,
        j exige, je sollicite, je vous saurais, prière de, souhaite, exerce, exercer""",
    Cue.HOW: "comment puis, puis je, comment faire, est il possible",
    Cue.UNLESS: "à défaut, sinon, faute de, si vous ne, me réserve",
    Cue.BOILER: """
        vous recevez, vous pouvez vous désabonner, vous pouvez vous désinscrire,
        pour vous désabonner, pour vous désinscrire, cliquez ici, cliquez sur,
        notre politique, vos données, vos droits, vous disposez d un droit,
        l existence du droit""",
    Cue.ME: "me, moi, m",
    Cue.ABOUT_ME: """
        sur moi, me concernant, à mon sujet, sur ma personne, qui me concernent,
        me concernent""",
    Cue.MY_DATA: """
        mes données, mes informations, données ~4 me concern*, informations ~5 me concern*,
        données ~4 à mon sujet, tout ~5 sur moi, mes coordonnées, données ~3 me concernant,
        informations ~5 sur moi, données ~5 sur moi""",
    Cue.PERSONAL_DATA: """
        données personnelles, données à caractère personnel, données a caractere personnel,
        informations personnelles""",
    Cue.MY_FIELD: """
        mon adresse, mon nom, mon numéro, mon e-mail, mon email, mon téléphone,
        ma date de naissance, mon prénom""",
    Cue.FIELD: "adresse, nom, numéro, téléphone, email, données, prénom",
    Cue.MY_ACCOUNT: "mon compte, mon profil, mon compte client",
    Cue.REGISTER: """
        vos fichiers, votre fichier, votre base, vos bases, base de données, vos systèmes,
        vos registres""",
    Cue.LIST: """
        liste, listes, liste de diffusion, vos listes, liste de distribution, fichier,
        fichiers""",
    Cue.ADS: """
        publicité*, publicites, prospection, newsletter*, lettre d information, spam,
        sollicitation*, marketing, promotion*, démarchage, infolettre, offres""",
    Cue.MESSAGE: "mails, e-mails, emails, courriels, sms, messages, appels, courrier, courriers",
    Cue.DIRECT_ADS: "prospection commerciale, prospection, marketing direct, fins de prospection",
    Cue.CONSENT: "consentement*",
    Cue.PROCESSING: "traitement*, traiter, traitez",
    Cue.INTEREST: "intérêt légitime, intérêts légitimes",
    Cue.FORMAT: "lisible par machine, format structuré, couramment utilisé",
    Cue.LAW: """
        règlement général sur la protection des données, protection des données,
        informatique et libertés, loi 25, délégué à la protection""",
    Cue.AUTHORITY: "commission nationale de l informatique, autorité de contrôle",
    Cue.WHAT: "quelles, quelle, quels, ce que, si vous",
    Cue.HOLD: """
        avez vous, vous avez, détenez, conservez, savez vous, possédez, traitez, disposez,
        stockées, enregistrées, conservées""",
    Cue.GIVE: """
        copie, accès à, accéder à, accéder, communiquer, transmettre, envoyer, m envoyer,
        me fournir, fournir, consulter, savoir, obtenir, recevoir, me communiquer""",
    Cue.ACCESS: """
        droit d accès, demande d accès, droit d acces, accès à mes données, accès aux données""",
    Cue.ERASE: """
        supprimer, suppression, supprimez, effacer, effacement, effacez, retirer, retirez,
        enlever, détruire, radier, radiation""",
    Cue.ERASED: "supprimées, effacées, supprimés, effacés, rectifiées",
    Cue.FORGET: """
        droit à l oubli, droit à l effacement, demande de suppression, droit d effacement,
        demande d effacement""",
    Cue.CORRECT: "rectifier, rectification, corriger, correction, corrigez, rectifiez, modifier",
    Cue.WRONG: """
        erreur, inexact*, incorrect*, faux, fausse, erroné*, incomplet*, incomplètes,
        mal orthographié""",
    Cue.RESTRICT: "limitation, limiter, geler, gel",
    Cue.PORTABILITY: "portabilité",
    Cue.TRANSFER: "transférer, transfert, exporter, export",
    Cue.STOP: """
        arrêter, arrêtez, cesser, cessez, ne plus, plus recevoir, plus de, stop,
        ne souhaite plus, ne veux plus, m oppose, opposition, m opposer, ne pas recevoir,
        désinscrire, mettre fin""",
    Cue.STOP_REACHING: """
        ne plus me contacter, ne me contactez plus, arrêtez de m, cessez de m,
        ne plus être contacté*, ne m appelez plus, laissez moi tranquille, ne m écrivez plus""",
    Cue.UNSUBSCRIBE: """
        désabonner, désabonnez, désabonnement, désinscrire, désinscription, désinscrivez,
        me désabonner, me désinscrire, résilier mon abonnement""",
    Cue.OBJECT: "m oppose, opposition, m opposer, droit d opposition, opposer",
    Cue.WITHDRAW: "retire, retirer, révoque, révoquer, retrait, rétracte",
    Cue.COMPLAIN: "plainte, réclamation auprès, porter plainte, saisir la cnil, saisir",
    Cue.UNANSWERED: """
        sans réponse, pas reçu de réponse, aucune réponse, pas répondu, relance,
        reçu aucune réponse""",
    Cue.GOODS: """
        commande*, facture*, livraison*, imprimante*, toner*, papier, colis, paiement*,
        retour, produit*, devis""",
}
