"""What is spelt alike in every language: the law's short names, file formats, authorities."""

from typing import Final

from bot.classify.cues import Cue, Table

ANY: Final[Table] = {
    Cue.LAW: """
        gdpr, gpdr, gdrp, dsgvo, ds gvo, rgpd, avg, rodo, ccpa, dpo, 2016 679""",
    Cue.FORMAT: "csv, json, xml, vcf",
    Cue.AUTHORITY: "imy, edpb, datatilsynet, cnil, aepd, uodo, agpd, cnpd, tietosuojavaltuutet*",
    Cue.ACCESS: "dsar",
    Cue.COOKIE: "cookie*",
    Cue.SIGNED: """
        mvh, hälsningar, hälsning, hälsn, vänligen, regards, sincerely, hilsen, grüßen, cheers""",
    Cue.BARE_STOP: "stop, stopp, unsubscribe",
    Cue.UNSUBSCRIBE: "unsubscribe",
}

_ARTICLE: Final = """
    arikel art artical article articles articol articoli articolo articulo articulos artigo
    artigos artike artikel artikeln artikels artikkel artikla artiklan artiklar artiklarna
    artiklas artykul artykulow artykulu cikk cikke cl clanak clanek clanka clanku clanky
"""
ARTICLE_WORDS: Final = frozenset(_ARTICLE.split())
"""Folded words for "article"; the number stands behind or just before."""
