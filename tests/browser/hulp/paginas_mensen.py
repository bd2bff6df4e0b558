"""De pagina's over mensen en waarden: register, erkenningen, medewerkers en hun certificaten, eigen waarden."""

from tests.browser.hulp.recepten import Recept, aan_zet, in_zaak, van_financier, van_organisatie

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER
IEDEREEN = Recept()
LID = {"lid_id": "l.id"}
VOORSTEL = "l.tenant_id = z.tenant_id join waardevoorstel v on v.tenant_id = z.tenant_id and v.status = 'voorgesteld'"
WAARDE = {"regelset": "v.regelset", "naam": "v.parameter"}
MET_CERTIFICAAT = Recept(
    Recht.MEDEWERKERS_BEHEREN,
    waarden={"certificaat_id": "b.certificaat_id"},
    lid="l.organisatie_id = z.organisatie_id join certificaatbestand b on b.organisatie_id = z.organisatie_id",
)

IN_BEOORDELING = aan_zet("beoordeling")
MEEGEGEVEN = Recept(
    Recht.BESLISSEN,
    FIN,
    waarden={"meegave_id": "m.id", "stuk_id": "s.id"},
    lid="l.tenant_id = z.tenant_id join meegegeven m on m.tenant_id = z.tenant_id and m.status = 'aangeboden'"
    " join meegegevenstuk s on s.tenant_id = m.tenant_id and s.meegegeven_id = m.id",
)
ELDERS = "case z.tenant_id when 'staphorst' then 'uwv-noord' else 'staphorst' end"

MENSEN: dict[str, dict[str, Recept]] = {
    "aanvraag.meegeven": {"": in_zaak(Recht.BESLISSEN, FIN, IN_BEOORDELING)},
    "aanvraag.meegeven_zeker": {
        "": in_zaak(Recht.BESLISSEN, FIN, IN_BEOORDELING, naar=ELDERS, vanaf="'2026-12-01'", delen="'behoefte'")
    },
    "aanvraag.meegave_terug": {
        "": in_zaak(Recht.BESLISSEN, FIN, "x.teruggenomen_op is null", "zaakoverdracht", overdracht_id="x.id")
    },
    "aanvraag.overgedragen": {"": MEEGEGEVEN, "leeg": van_organisatie(Recht.AANVRAAG_WIJZIGEN)},
    "aanvraag.overgenomen": {"": van_financier(Recht.BESLISSEN)},
    "aanvraag.meegave": {"": MEEGEGEVEN},
    "register.zoeken": {"": IEDEREEN},
    "register.organisatie": {"": Recept(Recht.UREN_SCHRIJVEN, waarden={"organisatie_id": "l.organisatie_id"})},
    "register.registreren": {"": IEDEREEN},
    "register.bevestigen": {"": IEDEREEN},
    "register.uitnodigen": {"": van_financier(Recht.ERKENNEN)},
    "register.eigen": {"": van_organisatie(Recht.MEDEWERKERS_BEHEREN)},
    "register.erkenningen": {"": van_financier(Recht.ERKENNEN)},
    "register.erkenning": {
        "": Recept(Recht.ERKENNEN, FIN, "z.organisatie_id is not null", waarden={"organisatie_id": "z.organisatie_id"})
    },
    "waarden.lijst": {"": van_financier(Recht.WAARDEN_BEHEREN)},
    "waarden.toon": {"": Recept(Recht.WAARDEN_BEHEREN, FIN, waarden=WAARDE, lid=VOORSTEL)},
    "waarden.voorstel": {"": Recept(Recht.WAARDEN_BEHEREN, FIN, waarden={"voorstel_id": "v.id"}, lid=VOORSTEL)},
    "medewerkers.lijst": {"organisatie": van_organisatie(Recht.MEDEWERKERS_BEHEREN)},
    "medewerkers.nieuw": {
        "organisatie": van_organisatie(Recht.MEDEWERKERS_BEHEREN),
        "financier": van_financier(Recht.MEDEWERKERS_BEHEREN),
    },
    "medewerkers.toon": {
        "": Recept(Recht.MEDEWERKERS_BEHEREN, ORG, waarden=LID),
        "financier": Recept(Recht.MEDEWERKERS_BEHEREN, FIN, waarden=LID),
    },
    "medewerkers.alle_certificaten": {"": van_organisatie(Recht.MEDEWERKERS_BEHEREN)},
    "medewerkers.certificaten": {"": Recept(Recht.MEDEWERKERS_BEHEREN, ORG, waarden=LID)},
    "medewerkers.mijn_certificaten": {"": van_organisatie(Recht.UREN_SCHRIJVEN)},
    "medewerkers.certificaat_weg": {"": MET_CERTIFICAAT},
    "sleutels.lijst": {"": van_organisatie(Recht.UREN_SCHRIJVEN)},
}
MENSENBESTANDEN: dict[str, Recept] = {
    "waarden.bestand": van_financier(Recht.WAARDEN_BEHEREN),
    "waarden.bron": Recept(Recht.WAARDEN_BEHEREN, FIN, waarden={"voorstel_id": "v.id"}, lid=VOORSTEL),
    "aanvraag.meegavestuk": MEEGEGEVEN,
    "medewerkers.papier": MET_CERTIFICAAT,
}
