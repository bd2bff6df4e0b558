"""Waarop de uitkomst van een bezwaar voortbouwt, en wat er gaat gebeuren als zij vastligt."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from dakpan.aanvraag.bezwaren.formulier import UITKOMSTNAMEN, uitkomstformulier
from dakpan.aanvraag.bezwaren.lezen import latere_besluiten, veranderde
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort, Bezwaarstatus
from dakpan.aanvraag.inhoud import besluiten_van
from dakpan.aanvraag.namen import AANLEIDINGEN, BESLOTEN
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.nakijken import Overzicht, Regel, naast_nu, nakijkpagina, verborgen
from dakpan.aanvraag.wijzigen.vannaar import Toegekend, in_woorden
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import bezwaren as wandeling
from dakpan.web.formulier import Ingevuld
from dakpan.web.opmaak import datum, leesbaar, toonbaar
from dakpan.web.verzoek import handeling


def kijk_uitkomst_na(zaak: Zaak, deze: Bezwaarschrift, ingevuld: Ingevuld) -> str:
    """Alles in één overzicht. Wat niet klopt komt terug als de fout van het formulier."""
    gezien = wandeling.kijk_na(handeling(), zaak, deze, ingevuld.contract)
    gegrond = gezien.gelezen["uitkomst"] is Bezwaarstatus.GEGROND
    cijfer = gezien.gelezen["cijfer"] if gegrond else "uren"
    overzicht = Overzicht(
        _("Klopt deze uitkomst?"),
        list(_regels(gezien)),
        waarop(besluiten_van(handeling(), zaak), deze) if gegrond else [],
        [*_wie_het_hoort(zaak), *(_vervangt(gezien) if gegrond else _blijft(gezien)), *_daartegen(deze)],
        _("Leg de uitkomst vast"),
    )
    ingevulde = {"uitkomst": gezien.gelezen["uitkomst"].value}
    if gegrond:
        ingevulde |= {naam: gezien.gelezen[naam] for naam in (cijfer, "begin", "eind")}
    return nakijkpagina(
        zaak,
        overzicht,
        verborgen(uitkomstformulier(cijfer, deze.soort, van_regels=True), ingevulde, ingevuld, gezien.geldend),
        wandeling.legt_vast(handeling(), zaak, deze, ingevuld.contract),
        url_for("aanvraag.beslis_op_bezwaar", tenant_id=zaak.tenant_id, zaak_id=zaak.id, bezwaar_id=deze.id),
    )


def waarop(besluiten: Sequence[Besluit], deze: Bezwaarschrift) -> list[str]:
    """Wat er na het aangevochten besluit nog kwam, en dat niemand zegt hoe dat meetelt. Leeg: er kwam niets."""
    regels = []
    latere = latere_besluiten(besluiten, deze)
    if latere:
        keten = pairwise(besluiten[: len(latere) + 1])
        opsomming = ". ".join(_besluit(na, voor) for na, voor in keten)
        zin = _("Na het besluit waartegen dit gaat is er nog besloten: %(opsomming)s.", opsomming=opsomming)
        blijft = _("Is het gegrond, dan komt er een nieuw besluit in de plaats van wat nu geldt.")
        regels.append(f"{zin} {blijft}")
    if deze.melding_id is not None:
        regels.append(
            str(
                _(
                    "Dit gaat over het afwijzen van een wijziging. Wat er na een gegrond bezwaar of beroep gaat gelden "
                    "rekenen de regels niet uit: niet in bron. Vul het in en schrijf waarom."
                )
            )
        )
    if veranderde(besluiten):
        regels.append(
            str(
                _(
                    "Wat de regels geven gaat uit van de aanvraag, zonder de wijziging. Hoe een wijziging en een "
                    "gegrond bezwaar of beroep samen tellen: niet in bron. Vul in wat er gaat gelden en schrijf waarom."
                )
            )
        )
    return regels


def _besluit(na: Besluit, voor: Besluit) -> str:
    """``3 april 2023, door een wijziging: van 86,4 uur naar 64,8 uur``."""
    was, werd = (Toegekend(een.id, een.uren, een.bedrag, een.eind) for een in (voor, na))
    wat = "; ".join(in_woorden(was, werd)) or str(BESLOTEN[na.soort])
    waardoor = AANLEIDINGEN[na.aanleiding]
    return str(_("%(dag)s, door %(waardoor)s: %(wat)s", dag=datum(na.genomen_op), waardoor=waardoor, wat=wat))


def _regels(gezien: Any) -> Iterator[Regel]:
    geldend, gelezen = gezien.geldend, gezien.gelezen
    yield _("Hoe loopt het af?"), UITKOMSTNAMEN[gelezen["uitkomst"]], ""
    if gelezen["uitkomst"] is Bezwaarstatus.GEGROND:
        cijfer = gelezen["cijfer"]
        namen = {"uren": _("Toegekende uren"), "bedrag": _("Toegekend bedrag")}
        nu = getattr(geldend, cijfer) if geldend.soort.kent_toe else None
        yield naast_nu(namen[cijfer], gelezen[cijfer], nu, gezien.van_regels.cijfer)
        yield naast_nu(_("Eerste dag"), gelezen["begin"], geldend.begin)
        yield naast_nu(_("Laatste dag"), gelezen["eind"], geldend.eind)
    yield _("Motivering"), toonbaar(gelezen["motivering"]), ""
    if gelezen.get("rechtbank"):
        yield _("Beroep kan bij"), toonbaar(gelezen["rechtbank"]), ""


def _wie_het_hoort(zaak: Zaak) -> Iterator[Any]:
    if zaak.organisatie is not None:
        yield _("%(wie)s krijgt een bericht en leest de uitkomst in de zaak.", wie=toonbaar(zaak.organisatie.naam))
    yield _("De brief aan %(wie)s staat daarna klaar om te versturen.", wie=toonbaar(zaak.persoon.naam))


def _vervangt(gezien: Any) -> Iterator[Any]:
    yield _(
        "Er komt een nieuw besluit. Het komt in de plaats van het besluit van %(dag)s: %(soort)s.",
        dag=datum(gezien.geldend.genomen_op),
        soort=BESLOTEN[gezien.geldend.soort],
    )
    yield _(
        "De periode loopt dan van %(van)s tot en met %(tot)s. Een verslag dat nog open staat volgt; wat is ingediend "
        "blijft.",
        van=datum(gezien.gelezen["begin"]),
        tot=datum(gezien.gelezen["eind"]),
    )
    yield _("Wat al klaarstaat of is betaald verandert niet vanzelf; de zaak zegt daarna wat niet meer past.")


def _blijft(gezien: Any) -> Iterator[Any]:
    nu, cijfer = gezien.geldend, gezien.geldend.uren or gezien.geldend.bedrag
    toegekend = f"{BESLOTEN[nu.soort]}, {leesbaar(cijfer)}" if nu.soort.kent_toe and cijfer else BESLOTEN[nu.soort]
    yield _("Het besluit van %(dag)s blijft gelden: %(soort)s.", dag=datum(nu.genomen_op), soort=toegekend)
    if not nu.soort.kent_toe:
        yield _("Er is geen toekenning; de zaak stopt en wat voorlopig liep vervalt.")


def _daartegen(deze: Bezwaarschrift) -> Iterator[Any]:
    """Na een beslissing op bezwaar beslist de rechter; wat na de rechter komt staat in zijn uitspraak."""
    if deze.soort is Bezwaarsoort.BEZWAAR:
        yield _(
            "Beroep bij de rechter kan tot en met %(dag)s.", dag=datum(bezwaartermijn(handeling().vandaag).uiterlijk)
        )
    yield _("Een uitkomst die vastligt kunt u hier niet meer veranderen.")
