"""De tabel van alle pagina's: bij elke GET-route wie haar bezoekt, en in welke zaak."""

from tests.browser.hulp.paginas_correcties import CORRECTIEBESTANDEN, CORRECTIES
from tests.browser.hulp.paginas_inlezen import INLEZEN
from tests.browser.hulp.paginas_mensen import MENSEN, MENSENBESTANDEN
from tests.browser.hulp.paginas_plan import PLANPAGINAS
from tests.browser.hulp.paginas_post import MEETPAGINAS, POSTBESTANDEN, POSTPAGINAS
from tests.browser.hulp.paginas_toezicht import TOEZICHT
from tests.browser.hulp.paginas_uren import ACCORDEERDER, COACH, URENPAGINAS
from tests.browser.hulp.paginas_via_link import VIA_LINK
from tests.browser.hulp.paginas_vorderingen import VORDERINGEN
from tests.browser.hulp.paginas_werklijst import WERKLIJST
from tests.browser.hulp.recepten import Recept, aan_zet, in_zaak, na, van_financier, van_organisatie

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER
IEDEREEN = Recept()
OPGEBORGEN = "z.gearchiveerd_op is not null"
WIJZIGEN, SCHRIJVEN, LEZEN = Recht.AANVRAAG_WIJZIGEN, Recht.UREN_SCHRIJVEN, Recht.BEOORDELEN
CONCEPT = in_zaak(WIJZIGEN, ORG, f"{aan_zet('aanvraag')} and z.kant = 'organisatie'")
BUDGET = in_zaak(Recht.DECLAREREN, ORG, aan_zet("declaratie"))
LOPEND = in_zaak(SCHRIJVEN, ORG, na("betaling"))
GEFACTUREERD = f"x.status = 'goedgekeurd' and {na('factuur')}"
_BIJ_BESTAND = "l.tenant_id = z.tenant_id join betaalbestand b on b.tenant_id = z.tenant_id"
BESTAND = Recept(Recht.BETALEN, FIN, waarden={"bestand_id": "b.id"}, lid=_BIJ_BESTAND)
GROEPEN = (
    *("soort", "client", "werkgever", "dienstverband", "periode", "jobcoach"),
    *("geschiedenis", "ondersteuning", "matching", "plan", "betaling"),
)
BEGONNEN = "x.id in (select c.verslag_id from verslagconcept c where c.tenant_id = x.tenant_id)"


def _verslag(recht: Recht, kant: Kant, waar: str) -> Recept:
    return in_zaak(recht, kant, waar, "verslag", verslag_id="x.id")


def _declaratie(recht: Recht, kant: Kant, waar: str) -> Recept:
    return in_zaak(recht, kant, waar, "declaratie", declaratie_id="x.id")


def _groep(naam: str) -> Recept:
    return in_zaak(WIJZIGEN, ORG, f"{aan_zet('aanvraag')} and z.kant = 'organisatie'", groepnaam=f"'{naam}'")


def _document(recht: Recht, kant: Kant, waar: str) -> Recept:
    return in_zaak(recht, kant, f"{waar} and x.soort in ('stuk', 'bijlage')", "document", document_id="x.id")


# Per eindpunt een of meer bezoeken; de naam van een bezoek zegt wat er anders is.
PAGINAS: dict[str, dict[str, Recept]] = {
    **VIA_LINK,
    "aanmelden.aanmelden": {"": IEDEREEN},
    "aanmelden.vergeten": {"": IEDEREEN},
    "aanmelden.link": {"": COACH},
    "aanmelden.post": {"": IEDEREEN},
    "aanmelden.wachtwoord": {"": COACH},
    "aanmelden.namens": {
        "": Recept(SCHRIJVEN, zaak="(select count(*) from lidmaatschap t where t.account_id = l.account_id) > 1")
    },
    "zaak.start": {
        "coach": COACH,
        "accordeerder": ACCORDEERDER,
        "kantoor": van_organisatie(Recht.DECLAREREN),
        "werkconsulent": van_financier(Recht.OPDRACHT_GEVEN),
        "beslisser": van_financier(Recht.BESLISSEN),
        "arbeidsdeskundige": in_zaak(LEZEN, FIN, "z.beurt = 'arbeidsdeskundige'"),
        "financieel": van_financier(Recht.BETALEN),
    },
    **WERKLIJST,
    "zaak.lijst": {
        "organisatie": COACH,
        "financier": van_financier(LEZEN),
        "om op te bergen": Recept(Recht.ARCHIVEREN, ORG, "z.status = 'afgewezen'", waarden={"status": "'alle'"}),
    },
    "archief.lijst": {
        "beheren": Recept(Recht.ARCHIVEREN, ORG, OPGEBORGEN),
        "inzien": Recept(Recht.ARCHIEF_INZIEN, ORG, "l.rechten not like '%archiveren%'"),
    },
    "zaak.toon": {
        **{f"aan zet {stap}": in_zaak(WIJZIGEN, ORG, aan_zet(stap)) for stap in ("aanvraag", "offerte", "uren")},
        **{f"aan zet {stap}": in_zaak(LEZEN, FIN, aan_zet(stap)) for stap in ("declaratie", "betaling")},
        "aan zet besluit": in_zaak(Recht.BESLISSEN, FIN, f"{aan_zet('besluit')} and z.vorm = 'extern'"),
        "afgewezen": in_zaak(LEZEN, FIN, "z.status = 'afgewezen'"),
        "intern": in_zaak(LEZEN, FIN, "z.vorm = 'intern'"),
        "afgerond": in_zaak(SCHRIJVEN, ORG, "z.status = 'afgerond'"),
        "in het archief": in_zaak(Recht.ARCHIVEREN, ORG, OPGEBORGEN),
    },
    "zaak.gesprek": {
        "organisatie": in_zaak(SCHRIJVEN, ORG, "x.van = 'financier'", "gespreksbericht"),
        "financier": in_zaak(LEZEN, FIN, "x.van = 'organisatie'", "gespreksbericht"),
        "nog niet gedeeld": CONCEPT,
    },
    **POSTPAGINAS,
    **MEETPAGINAS,
    "zaak.geschiedenis": {"": LOPEND},
    "zaak.inzage": {"": LOPEND},
    "zaak.bsn": {"": in_zaak(Recht.BSN_TONEN, FIN, aan_zet("besluit"))},
    "aanvraag.nieuw": {
        "organisatie": van_organisatie(WIJZIGEN),
        "financier": van_financier(Recht.ZAAK_OPENEN),
    },
    "aanvraag.formulier": {"organisatie": CONCEPT, "financier": in_zaak(WIJZIGEN, FIN, aan_zet("aanvraag"))},
    "aanvraag.groep": {naam: _groep(naam) for naam in GROEPEN},
    "aanvraag.samenvatting": {"": CONCEPT},
    "aanvraag.kopie": {"": CONCEPT},
    "aanvraag.controle": {"": CONCEPT},
    "aanvraag.definitief": {"": CONCEPT},
    "aanvraag.weggooien": {"": CONCEPT},
    "aanvraag.ondertekenen": {"": in_zaak(WIJZIGEN, ORG, aan_zet("ondertekening"))},
    "aanvraag.bewijsblad": {
        "organisatie": in_zaak(Recht.AANVRAAG_INDIENEN, ORG, aan_zet("indienen")),
        "financier": in_zaak(LEZEN, FIN, na("ondertekening")),
    },
    "aanvraag.indienen": {"": in_zaak(Recht.AANVRAAG_INDIENEN, ORG, aan_zet("indienen"))},
    "documenten.nieuw": {
        "gevraagd": in_zaak(WIJZIGEN, ORG, aan_zet("indienen")),
        "van de financier": in_zaak(LEZEN, FIN, aan_zet("beoordeling")),
    },
    "documenten.verwijderen": {"": _document(WIJZIGEN, ORG, "x.verzonden_op is null and x.kant = 'organisatie'")},
    "documenten.verzenden": {"nog niet": _document(WIJZIGEN, ORG, "x.verzonden_op is null and x.kant = 'organisatie'")},
    "aanvraag.intrekken": {"": in_zaak(Recht.AANVRAAG_INDIENEN, ORG, aan_zet("indienen"))},
    "aanvraag.afdruk": {"": in_zaak(LEZEN, FIN, aan_zet("beoordeling"))},
    "aanvraag.wijzigingen": {"": in_zaak(WIJZIGEN, ORG, "x.status = 'gemeld'", "wijzigingsmelding")},
    "aanvraag.wijziging": {
        "": in_zaak(LEZEN, FIN, "x.status = 'gemeld'", "wijzigingsmelding", melding_id="x.id"),
    },
    "aanvraag.bezwaren": {"": in_zaak(WIJZIGEN, ORG, "x.status = 'lopend'", "bezwaarschrift")},
    "aanvraag.bezwaar": {"": in_zaak(LEZEN, FIN, "x.status = 'lopend'", "bezwaarschrift", bezwaar_id="x.id")},
    "aanvraag.beoordelen": {"": in_zaak(LEZEN, FIN, aan_zet("beoordeling"))},
    "aanvraag.aanvulling": {
        "vragen": in_zaak(LEZEN, FIN, aan_zet("beoordeling")),
        "aanvullen": in_zaak(WIJZIGEN, ORG, aan_zet("aanvulling")),
        "nakijken": in_zaak(LEZEN, FIN, "x.status = 'aangevuld'", "aanvulverzoek"),
    },
    "aanvraag.uitstel": {
        "vastleggen": in_zaak(Recht.BESLISSEN, FIN, aan_zet("beoordeling")),
        "lezen": in_zaak(WIJZIGEN, ORG, aan_zet("aanvulling")),
    },
    "aanvraag.behandeling": {
        "doorgeven": in_zaak(LEZEN, FIN, "l.id = x.behandelaar_id and x.tafel <> 'klaar'", "behandeling"),
        "opnemen": in_zaak(LEZEN, FIN, aan_zet("beoordeling")),
    },
    "aanvraag.onderzoek": {
        "schrijven": in_zaak(LEZEN, FIN, "x.status = 'concept' and z.status = 'lopend'", "onderzoek"),
        "lezen": in_zaak(Recht.BESLISSEN, FIN, "x.status = 'afgerond'", "onderzoek"),
        "gedeeld": in_zaak(SCHRIJVEN, ORG, "x.status = 'gedeeld'", "onderzoek"),
    },
    "aanvraag.besluiten": {
        "nemen": in_zaak(Recht.BESLISSEN, FIN, f"{aan_zet('besluit')} and z.vorm = 'extern'"),
        "genomen": in_zaak(LEZEN, FIN, na("opdracht")),
    },
    "aanvraag.brief": {
        "toegekend": in_zaak(WIJZIGEN, ORG, na("uren")),
        "afgewezen": in_zaak(LEZEN, FIN, "z.status = 'afgewezen'"),
    },
    **PLANPAGINAS,
    **URENPAGINAS,
    "rapportage.lijst": {"coach": COACH, "financier": van_financier(LEZEN)},
    "rapportage.zaak": {"": LOPEND},
    "rapportage.verslag": {
        "schrijven": _verslag(SCHRIJVEN, ORG, f"x.status = 'open' and {na('uren')}"),
        "lezen": _verslag(LEZEN, FIN, "x.status = 'ingediend'"),
    },
    "rapportage.indienen_vraag": {"": _verslag(SCHRIJVEN, ORG, f"{BEGONNEN} and x.status = 'open'")},
    "betaling.lijst": {
        "organisatie": van_organisatie(Recht.DECLAREREN),
        "financier": van_financier(Recht.DECLARATIE_BEOORDELEN),
    },
    "betaling.onderhanden": {"": van_organisatie(Recht.DECLAREREN)},
    "betaling.organisatie": {"": van_organisatie(Recht.DECLAREREN)},
    "betaling.declareren": {"": BUDGET},
    "betaling.beeindigen": {"": in_zaak(Recht.PERIODES_BEHEREN, ORG, aan_zet("declaratie"))},
    "betaling.beeindigen_zeker": {"": in_zaak(Recht.PERIODES_BEHEREN, ORG, aan_zet("declaratie"))},
    "betaling.declaratie": {
        "proef": _declaratie(Recht.DECLAREREN, ORG, "x.status = 'proef'"),
        "beoordelen": _declaratie(Recht.DECLARATIE_BEOORDELEN, FIN, "x.status = 'ingediend'"),
        "goedgekeurd": _declaratie(Recht.DECLAREREN, ORG, "x.status = 'goedgekeurd'"),
    },
    "betaling.bevestig_indienen": {"": _declaratie(Recht.DECLAREREN, ORG, "x.status = 'proef'")},
    "betaling.factureren": {"": in_zaak(Recht.DECLAREREN, ORG, aan_zet("factuur"))},
    "betaling.factuur": {"": _declaratie(Recht.DECLAREREN, ORG, aan_zet("factuur"))},
    "betaling.terugvragen": {
        "": _declaratie(
            Recht.DECLAREREN, ORG, "x.status = 'ingediend' and x.id not in (select t.declaratie_id from terugvraag t)"
        )
    },
    "betaling.teruggevraagd": {"": _declaratie(Recht.DECLARATIE_BEOORDELEN, FIN, "x.status = 'ingediend'")},
    "betaling.versturen_vraag": {"": _declaratie(Recht.DECLAREREN, ORG, GEFACTUREERD)},
    "betaling.betalen": {"": in_zaak(Recht.BETALEN, FIN, aan_zet("betaling"))},
    "betaling.betalingen": {"": van_financier(Recht.BETALEN)},
    "betaling.alle": {"": van_financier(Recht.BETALEN)},
    "betaling.bestand": {"": BESTAND},
    "betaling.teruggekomen": {
        "": in_zaak(Recht.BETALEN, FIN, "x.status = 'in_bestand'", "betaalopdracht", opdracht_id="x.id")
    },
    "betaling.alles_vrijgeven": {"": van_financier(Recht.BETALING_VRIJGEVEN)},
    "betaling.vrijgeven_vraag": {
        "": Recept(
            Recht.BETALING_VRIJGEVEN,
            FIN,
            "x.status = 'klaargezet'",
            "betaalopdracht",
            {"betaling": "x.id || ':' || x.versie"},
        )
    },
    "betaling.rekening": {"": van_financier(Recht.BETALEN)},
    "betaling.budget": {"": van_financier(Recht.BETALEN)},
    "betaling.budget_invullen": {"": van_financier(Recht.WAARDEN_BEHEREN)},
    "betaling.budget_tellen": {"": van_financier(Recht.WAARDEN_BEHEREN)},
    "betaling.budgetzaken": {
        "": Recept(
            Recht.BETALEN,
            FIN,
            "x.geldend",
            "verplichting",
            {"jaar": "x.jaar", "kostenplaats": "x.kostenplaats"},
        )
    },
    **CORRECTIES,
    **VORDERINGEN,
    **TOEZICHT,
    "betaling.kwartaalrondes": {"": van_financier(Recht.BETALEN)},
    "betaling.kwartaalronde": {
        "": Recept(
            Recht.BETALEN,
            FIN,
            waarden={"ronde_id": "k.id"},
            lid="l.tenant_id = z.tenant_id join kwartaalronde k on k.tenant_id = z.tenant_id and k.zaken > 0",
        )
    },
    "betaling.vaststellen": {"": in_zaak(Recht.BESLISSEN, FIN, na("vaststelling"))},
    "berichten.lijst": {
        "coach": COACH,
        "kantoor": van_organisatie(Recht.DECLAREREN),
        "financier": van_financier(LEZEN),
    },
    "berichten.email": {"": COACH},
    "vergelijken.vergelijken": {"verzonnen": COACH},
    "uitvoer.van_zaak": {"organisatie": LOPEND, "financier": in_zaak(LEZEN, FIN, na("betaling"))},
    "uitvoer.overzicht": {"organisatie": van_organisatie(Recht.DECLAREREN), "financier": van_financier(Recht.BETALEN)},
    **INLEZEN,
    **MENSEN,
}
# Wat geen pagina is: een bestand, een stijlblad of één woord voor wie de machine bewaakt.
BESTANDEN: dict[str, Recept] = {
    "livez": IEDEREEN,
    "readyz": IEDEREEN,
    "webdienst.beschrijving": IEDEREEN,
    "huisstijl.stijlblad": Recept(waarden={"slug": "staphorst"}),
    "betaling.ophalen": _declaratie(Recht.DECLAREREN, ORG, GEFACTUREERD),
    "betaling.papier": _declaratie(Recht.DECLAREREN, ORG, "x.status = 'goedgekeurd'"),
    "betaling.bestand_ophalen": BESTAND,
    "aanvraag.afdruk_pdf": in_zaak(LEZEN, FIN, aan_zet("beoordeling")),
    "uitvoer.lijst": Recept(Recht.DECLAREREN, waarden={"naam": "'declaraties'", "soort": "'csv'"}),
    "inlezen.voorbeeld": Recept(SCHRIJVEN, waarden={"naam": "'uren'", "soort": "'xlsx'"}),
    "uitvoer.alles_van_zaak": in_zaak(LEZEN, FIN, na("betaling"), soort="'ods'"),
    "uitvoer.alles": Recept(Recht.BETALEN, FIN, waarden={"soort": "'ods'"}),
    "aanvraag.wijziging_op_papier": in_zaak(WIJZIGEN, ORG, "x.status = 'gemeld'", "wijzigingsmelding"),
    **POSTBESTANDEN,
    **CORRECTIEBESTANDEN,
    **MENSENBESTANDEN,
    "plan.plan_op_papier": in_zaak(LEZEN, FIN, "x.status = 'vast'", "coachingsplan"),
    "zaak.document": in_zaak(WIJZIGEN, ORG, "1", "document", document_id="x.id"),
}
# Alleen met een toegangssleutel: tests/uren/webdienst.
MET_SLEUTEL = {"webdienst.clienten", "webdienst.lijst", "webdienst.toon"}
# Een doorverwijzing naar de pagina van nu.
DOORVERWEZEN = {
    "uren.deze_week": "uren.week",
    "betaling.factureren": "betaling.factuur",
    "invullen.groep": "invullen.link",
}
# De afdrukken in docs/schermen; wie op een telefoon werkt krijgt er ook een van zijn telefoon.
SCHERMEN = {
    ("zaak.start", "coach"): "start-coach",
    ("zaak.toon", "aan zet besluit"): "zaak",
    ("zaak.lijst", "organisatie"): "zaken",
    ("aanvraag.formulier", "organisatie"): "aanvraag",
    ("aanvraag.besluiten", "nemen"): "besluit",
    ("plan.offerte", "schrijven"): "offerte",
    ("uren.week", ""): "week",
    ("uren.accorderen", ""): "accorderen",
    ("rapportage.verslag", "schrijven"): "verslag",
    ("betaling.declaratie", "proef"): "declaratie",
    ("betaling.betalingen", ""): "betalingen",
    ("vergelijken.vergelijken", "verzonnen"): "vergelijken",
}
OOK_OP_TELEFOON = {"start-coach", "week"}
MET_UITLEG_OPEN = {"besluit"}
