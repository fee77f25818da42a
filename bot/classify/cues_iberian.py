"""Spanish and Portuguese, shorter: the words that requests can hardly do without."""

from typing import Final

from bot.classify.cues import Cue, Table

ES: Final[Table] = {
    Cue.ASK: """
        quiero, quisiera, solicito, solicitar, solicitud, por favor, ruego, les ruego, pido,
        deseo, exijo, por la presente, pueden, podrían, me gustaría, necesito, ejercer,
        ejerzo, solicita, requiero""",
    Cue.HOW: "cómo puedo, puedo, es posible, cómo",
    Cue.UNLESS: "de lo contrario, en caso contrario, si no, me reservo",
    Cue.BOILER: """
        recibe este, ha recibido este, usted puede, puede darse, haga clic, nuestra política,
        sus datos, tus datos, sus derechos, tiene derecho, tienes derecho,
        la existencia del derecho, si no desea, si ya no desea""",
    Cue.ME: "me, mi, mí, darme, eliminarme",
    Cue.ABOUT_ME: """
        sobre mí, de mí, que me conciernen, que me conciern*, relativos a mi persona,
        sobre mi persona, me concierne*, acerca de mí""",
    Cue.MY_DATA: """
        mis datos, mis datos personales, mi información, datos ~5 sobre mí,
        información ~5 sobre mí, todo ~5 sobre mí, datos ~4 me conciern*,
        mis datos de carácter, datos que tengan ~2 de mí""",
    Cue.PERSONAL_DATA: "datos personales, datos de carácter personal, información personal",
    Cue.MY_FIELD: """
        mi dirección, mi nombre, mi correo*, mi teléfono, mi número, mis apellidos,
        mi apellido, mi email""",
    Cue.FIELD: "dirección, nombre, teléfono, correo, datos, apellido, número",
    Cue.MY_ACCOUNT: "mi cuenta, mi perfil, la cuenta",
    Cue.REGISTER: """
        su base, sus bases, base de datos, bases de datos, sus ficheros, sus sistemas,
        sus registros, su sistema, fichero, ficheros""",
    Cue.LIST: "lista, listas, lista de correo, lista de distribución, listado",
    Cue.ADS: """
        publicidad, boletín, boletines, newsletter*, spam, promocion*, ofertas, marketing,
        comunicaciones comerciales, publicitari*, mercadotecnia""",
    Cue.MESSAGE: "correos, emails, mensajes, llamadas, sms, comunicaciones",
    Cue.DIRECT_ADS: """
        mercadotecnia directa, marketing directo, fines publicitarios, prospección comercial""",
    Cue.CONSENT: "consentimiento*",
    Cue.PROCESSING: "tratamiento*, tratar mis, tratan",
    Cue.INTEREST: "interés legítimo, intereses legítimos",
    Cue.FORMAT: "lectura mecánica, formato estructurado, uso común",
    Cue.LAW: "reglamento general de protección de datos, protección de datos, lopd*, lopdgdd",
    Cue.AUTHORITY: """
        agencia española de protección de datos, autoridad de control, agencia de protección""",
    Cue.WHAT: "qué, cuáles, si ustedes",
    Cue.HOLD: """
        tienen, tiene, tenéis, almacenan, conservan, guardan, saben, tratan, tengan, disponen,
        tratando""",
    Cue.GIVE: """
        copia, acceso a, acceder a, enviarme, envíenme, facilitarme, proporcionar*, saber,
        conocer, obtener, remitir, me faciliten""",
    Cue.ACCESS: """
        derecho de acceso, solicitud de acceso, acceso a mis datos,
        ejercicio del derecho de acceso, acceso a los datos""",
    Cue.ERASE: """
        eliminar, eliminación, eliminen, eliminar*, borrar, borrado, borren, borrarme,
        suprimir, supresión, supriman, cancelar, cancelación, borra""",
    Cue.ERASED: "eliminados, borrados, suprimidos",
    Cue.FORGET: """
        derecho al olvido, derecho de supresión, derecho a la supresión,
        solicitud de supresión, solicitud de eliminación, solicitud de cancelación""",
    Cue.CLOSE: "cerrar, cierren, dar de baja, cierre, cancelar",
    Cue.CORRECT: "rectificar, rectificación, corregir, corrección, corrijan, rectifiquen",
    Cue.WRONG: """
        error, erróneo*, errónea*, incorrecto*, incorrecta*, inexacto*, inexacta*,
        incompleto*, equivocad*, mal escrito""",
    Cue.RESTRICT: "limitación, limitar, limiten, bloquear mis",
    Cue.PORTABILITY: "portabilidad",
    Cue.TRANSFER: "transferir, transmitir, exportar, transferencia",
    Cue.STOP: """
        dejen de, dejar de, deje de, no quiero, no deseo, no más, cesar, cesen, basta de,
        me opongo, oponerme, oposición, no recibir, no enviar, parar, paren""",
    Cue.STOP_REACHING: """
        dejen de enviarme, dejen de llamarme, no me llamen, no me envíen, no me contacten,
        dejen de contactarme, dejen de escribirme""",
    Cue.UNSUBSCRIBE: """
        darme de baja, dar de baja, dadme de baja, denme de baja, desuscribir*,
        cancelar mi suscripción, cancelar la suscripción, baja de la lista""",
    Cue.OBJECT: "me opongo, oponerme, oposición, derecho de oposición",
    Cue.WITHDRAW: "retiro, retirar, revoco, revocar, revocación, retirada",
    Cue.COMPLAIN: "reclamación, denuncia, denunciar, queja, quejarme, reclamar",
    Cue.UNANSWERED: """
        sin respuesta, no he recibido respuesta, no han respondido, no he recibido ninguna,
        recordatorio, ninguna respuesta""",
    Cue.GOODS: """
        pedido*, factura*, entrega*, impresora*, tóner*, papel, paquete*, pago*, devolución*,
        producto*, presupuesto*""",
}

PT: Final[Table] = {
    Cue.ASK: """
        quero, queria, gostaria, solicito, solicitar, solicitação, pedido de, peço, por favor,
        venho por, venho, exijo, desejo, podem, poderiam, requeiro, exercer, exerço, agradeço,
        favor""",
    Cue.HOW: "como posso, posso, é possível, como faço",
    Cue.UNLESS: "caso contrário, reservo me, se não",
    Cue.BOILER: """
        você recebeu, está a receber, está recebendo, pode cancelar, clique, nossa política,
        os seus dados, seus dados, tem o direito, a existência do direito, se não deseja""",
    Cue.ME: "me, mim, eu",
    Cue.ABOUT_ME: """
        sobre mim, a meu respeito, que me digam, que me dizem respeito, me dizem respeito,
        que me diz*""",
    Cue.MY_DATA: """
        meus dados, minhas informações, dados ~5 sobre mim, informações ~5 sobre mim,
        tudo ~5 sobre mim, dados ~4 me dizem, dados ~3 respeito""",
    Cue.PERSONAL_DATA: "dados pessoais, informações pessoais",
    Cue.MY_FIELD: """
        meu endereço, minha morada, meu nome, meu email, meu e-mail, meu telefone, meu número""",
    Cue.FIELD: "endereço, morada, nome, telefone, número, dados, email",
    Cue.MY_ACCOUNT: "minha conta, meu perfil, minha conta de utilizador",
    Cue.REGISTER: """
        vossa base, sua base, base de dados, banco de dados, vossos sistemas, seus sistemas,
        vossos registos""",
    Cue.LIST: "lista, listas, lista de e-mails, lista de email",
    Cue.ADS: """
        publicidade, newsletter*, boletim, boletins, spam, promoç*, ofertas, marketing,
        propaganda, comerciais""",
    Cue.MESSAGE: "emails, e-mails, mensagens, chamadas, sms, comunicações",
    Cue.DIRECT_ADS: "marketing direto, marketing directo, comercialização direta",
    Cue.CONSENT: "consentimento*",
    Cue.PROCESSING: "tratamento*, tratar, tratam",
    Cue.INTEREST: "interesse legítimo, interesses legítimos, legítimo interesse",
    Cue.LAW: """
        regulamento geral sobre a proteção de dados, proteção de dados,
        regulamento geral de proteção, encarregado de proteção""",
    Cue.AUTHORITY: """
        comissão nacional de proteção de dados, autoridade de controlo, anpd,
        autoridade de supervisão""",
    Cue.WHAT: "quais, que dados, se, o que",
    Cue.HOLD: "têm, tem, possuem, armazenam, guardam, conservam, sabem, tratam, detêm",
    Cue.GIVE: """
        cópia, acesso a, acesso aos, aceder, enviar me, enviem, fornecer, saber, obter,
        facultar, receber, forneçam""",
    Cue.ACCESS: """
        direito de acesso, pedido de acesso, acesso aos meus dados, acesso aos dados,
        solicitação de acesso""",
    Cue.ERASE: """
        apagar, apagamento, apaguem, eliminar, eliminação, eliminem, excluir, exclusão,
        excluam, remover, remoção, removam, suprimir, deletar""",
    Cue.ERASED: "apagados, eliminados, removidos",
    Cue.FORGET: """
        direito ao esquecimento, direito ao apagamento, pedido de apagamento,
        pedido de eliminação, direito de exclusão""",
    Cue.CLOSE: "encerrar, fechar, cancelar, encerramento",
    Cue.CORRECT: "retificar, retificação, corrigir, correção, retifiquem, corrijam",
    Cue.WRONG: "errado*, errada*, incorret*, inexat*, erro, incomplet*",
    Cue.RESTRICT: "limitação, limitar, restringir",
    Cue.PORTABILITY: "portabilidade",
    Cue.TRANSFER: "transferir, transmitir, exportar, transferência",
    Cue.STOP: """
        parem, parar, deixem de, não quero, não desejo, cessar, não receber, oponho me,
        opor me, oposição, basta de, chega de""",
    Cue.STOP_REACHING: """
        não me contactem, não me liguem, parem de enviar, parem de ligar, não me enviem,
        parem de me""",
    Cue.UNSUBSCRIBE: """
        cancelar a subscrição, cancelar subscrição, anular a subscrição, descadastrar,
        cancelar inscrição, desinscrever, cancelar a minha subscrição, descadastr*""",
    Cue.OBJECT: "oponho me, opor me, oposição, direito de oposição, me oponho",
    Cue.WITHDRAW: "retiro, retirar, revogo, revogar, retirada",
    Cue.COMPLAIN: "reclamação, queixa, denúncia",
    Cue.UNANSWERED: """
        sem resposta, não recebi resposta, não responderam, nenhuma resposta, não obtive,
        não recebi""",
    Cue.GOODS: """
        encomenda*, fatura*, entrega*, impressora*, toner*, papel, pagamento*, devolução,
        produto*, orçamento*""",
}
