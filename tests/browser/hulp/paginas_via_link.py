"""De pagina's voor wie zonder account via een link komt, en waar iemand zo'n link stuurt."""

from tests.browser.hulp.recepten import Recept, aan_zet, in_zaak

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

# Het geheim staat alleen in de brief; de demonstratie bewaart haar brieven heel.
_IN_BRIEF = "substr(b.tekst, instr(b.tekst, '/tekenen/link/') + 14, 43)"
GETEKEND_VIA_LINK = Recept(
    Recht.AANVRAAG_WIJZIGEN,
    Kant.ORGANISATIE,
    aan_zet("ondertekening"),
    waarden={"geheim": _IN_BRIEF},
    lid="l.organisatie_id = z.organisatie_id join brief b on b.tekst like '%/tekenen/link/%'",
)
_IN_INVULBRIEF = "substr(b.tekst, instr(b.tekst, '/invullen/') + 10, 43)"


def _in_te_vullen(**waarden: str) -> Recept:
    """De werkgever met een link om in te vullen, nog voor de code."""
    brief = "l.tenant_id = z.tenant_id join brief b on b.tekst like '%/invullen/%'"
    geheim = {"geheim": _IN_INVULBRIEF, **waarden}
    waar = "x.status = 'open' and x.waarvoor = 'aanvraag'"
    return Recept(Recht.AANVRAAG_WIJZIGEN, Kant.FINANCIER, waar, "invulverzoek", geheim, brief)


_IN_DOORGEEFBRIEF = "substr(b.tekst, instr(b.tekst, '/doorgeven/') + 11, 43)"
DOOR_TE_GEVEN = Recept(
    Recht.AANVRAAG_WIJZIGEN,
    Kant.ORGANISATIE,
    "x.status = 'open' and x.waarvoor = 'wijziging'",
    "invulverzoek",
    {"geheim": _IN_DOORGEEFBRIEF},
    "l.organisatie_id = z.organisatie_id join brief b on b.tekst like '%/doorgeven/%'",
)


_IN_MACHTIGBRIEF = "substr(b.tekst, instr(b.tekst, '/machtigen/') + 11, 43)"
OPEN_MACHTIGING = "x.status = 'open' and x.waarvoor = 'post'"
TE_MACHTIGEN = Recept(
    Recht.AANVRAAG_WIJZIGEN,
    Kant.ORGANISATIE,
    OPEN_MACHTIGING,
    "invulverzoek",
    {"geheim": _IN_MACHTIGBRIEF},
    "l.organisatie_id = z.organisatie_id join brief b on b.tekst like '%/machtigen/%'",
)
VIA_LINK: dict[str, dict[str, Recept]] = {
    "tekenen.link": {"": GETEKEND_VIA_LINK},
    "tekenen.klaar": {"": Recept()},
    "aanvraag.werkgever": {
        "": in_zaak(
            Recht.AANVRAAG_WIJZIGEN,
            Kant.FINANCIER,
            "x.status = 'open' and x.waarvoor = 'aanvraag'",
            "invulverzoek",
        )
    },
    "aanvraag.client_geeft_door": {
        "": in_zaak(
            Recht.AANVRAAG_WIJZIGEN,
            Kant.ORGANISATIE,
            "x.status = 'open' and x.waarvoor = 'wijziging'",
            "invulverzoek",
        )
    },
    "doorgeven.link": {"": DOOR_TE_GEVEN},
    "doorgeven.klaar": {"": Recept()},
    "zaak.machtiging": {
        "organisatie": in_zaak(Recht.AANVRAAG_WIJZIGEN, Kant.ORGANISATIE, OPEN_MACHTIGING, "invulverzoek"),
        "financier": in_zaak(Recht.BEOORDELEN, Kant.FINANCIER, OPEN_MACHTIGING, "invulverzoek"),
    },
    "machtigen.link": {"": TE_MACHTIGEN},
    "machtigen.klaar": {"": Recept()},
    "invullen.link": {"": _in_te_vullen()},
    "invullen.groep": {"": _in_te_vullen(groepnaam="'plan'")},
    "invullen.klaar": {"": Recept()},
}
