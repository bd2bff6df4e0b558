"""De pagina's van plan en periode: bij elke GET-route wie haar bezoekt, en in welke zaak."""

from tests.browser.hulp.recepten import Recept, aan_zet, in_zaak, na, van_organisatie

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER
WIJZIGEN, LEZEN = Recht.AANVRAAG_WIJZIGEN, Recht.BEOORDELEN
BEHEER = in_zaak(Recht.PERIODES_BEHEREN, ORG, aan_zet("uren"), "koppeling", koppeling_id="x.id")
AKKOORD = Recept(
    Recht.PERIODES_BEHEREN,
    ORG,
    "x.accordeerder_id is not null and z.status = 'lopend'",
    "koppeling",
    {"lid_id": "x.accordeerder_id", "daad": "'verwijderen'"},
)
CONCEPTPLAN = f"x.status = 'concept' and x.kant = 'organisatie' and {aan_zet('aanvraag')}"
ZONDER_PLAN = "not exists (select 1 from coachingsplan p where p.tenant_id = z.tenant_id and p.zaak_id = z.id)"
VERVANGER = "z.id in (select a.zaak_id from aanvraag a where a.vervangt_zaak_id is not null)"

EVALUATIEDAG = "json_extract(x.inhoud, '$.evaluaties.\"1\".datum')"
AFGESPROKEN = f"x.status = 'vast' and {na('uren')} and {EVALUATIEDAG} is not null"

PLANPAGINAS: dict[str, dict[str, Recept]] = {
    "plan.verzoek": {"": in_zaak(Recht.OFFERTE_VRAGEN, FIN, aan_zet("offerteverzoek"))},
    "plan.terugnemen": {
        "": in_zaak(Recht.OFFERTE_VRAGEN, FIN, f"{aan_zet('offerte')} and x.teruggenomen_op is null", "offerteverzoek")
    },
    "plan.offerte": {
        "schrijven": in_zaak(WIJZIGEN, ORG, f"{aan_zet('offerte')} and x.status = 'concept'", "offerte"),
        "lezen": in_zaak(LEZEN, FIN, f"{aan_zet('beoordeling')} and {na('offerte')}"),
    },
    "plan.versturen": {"": in_zaak(WIJZIGEN, ORG, f"{aan_zet('offerte')} and x.status = 'concept'", "offerte")},
    "plan.coachingsplan": {
        "beginnen": in_zaak(WIJZIGEN, ORG, f"{aan_zet('offerte')} and {ZONDER_PLAN}"),
        "schrijven": in_zaak(WIJZIGEN, ORG, CONCEPTPLAN, "coachingsplan"),
        "lezen": in_zaak(LEZEN, FIN, "x.status = 'vast'", "coachingsplan"),
    },
    "plan.plandoel": {
        "wijzigen": in_zaak(WIJZIGEN, ORG, CONCEPTPLAN, "coachingsplan", nummer="1"),
        "nieuw": in_zaak(WIJZIGEN, ORG, CONCEPTPLAN, "coachingsplan", nummer="2"),
    },
    "plan.evaluatie": {"": in_zaak(Recht.UREN_SCHRIJVEN, ORG, AFGESPROKEN, "coachingsplan", dag=EVALUATIEDAG)},
    "plan.planafspraken": {"": in_zaak(WIJZIGEN, ORG, CONCEPTPLAN, "coachingsplan")},
    "plan.plan_weggooien": {"": in_zaak(WIJZIGEN, ORG, CONCEPTPLAN, "coachingsplan")},
    "plan.opdracht": {"": in_zaak(Recht.OPDRACHT_GEVEN, FIN, aan_zet("opdracht"))},
    "plan.periode": {"": in_zaak(Recht.PERIODES_BEHEREN, ORG, aan_zet("uren"))},
    "uren.omboeken": {"": in_zaak(Recht.PERIODES_BEHEREN, ORG, VERVANGER)},
    "plan.koppeling": {"": BEHEER},
    "plan.loskoppelen": {"": BEHEER},
    "plan.aanspreekpunten": {
        "organisatie": in_zaak(Recht.PERIODES_BEHEREN, ORG, aan_zet("uren")),
        "financier": in_zaak(LEZEN, FIN, na("uren")),
    },
    "plan.aanspreekpunt": {
        "": in_zaak(Recht.PERIODES_BEHEREN, ORG, "x.soort = 'contactpersoon'", "aanspreekpunt", punt_id="x.id")
    },
    "perioden.lijst": {"": van_organisatie(Recht.PERIODES_BEHEREN)},
    "perioden.accordeerders": {"": van_organisatie(Recht.PERIODES_BEHEREN)},
    "perioden.accordeerder": {"": AKKOORD},
    "perioden.vooraf": {"verwijderen": AKKOORD},
}
