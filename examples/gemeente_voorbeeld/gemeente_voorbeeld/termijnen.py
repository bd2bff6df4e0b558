"""Aan welke datums houdt iedereen zich? (Artikel 6)"""

from dakpan.pluginkit import Berekening, Dossier, Termijnen, aanvraagtermijn, beslistermijn, bundel_termijnen
from gemeente_voorbeeld.regeling import BELEIDSREGEL

AANVRAAGDAGEN = 30
BESLISDAGEN = 40


def bepaal_termijnen(dossier: Dossier) -> Berekening[Termijnen]:
    """Uiterlijk aanvragen en uiterlijk beslissen."""
    aanvragen = aanvraagtermijn(dossier, AANVRAAGDAGEN, BELEIDSREGEL.bij("artikel 6, eerste lid"))
    beslissen = beslistermijn(dossier, BESLISDAGEN, BELEIDSREGEL.bij("artikel 6, tweede lid"))
    return bundel_termijnen("voorbeeld", (aanvragen, beslissen))
