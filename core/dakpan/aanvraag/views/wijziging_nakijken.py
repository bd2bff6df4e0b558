"""Wat er gaat gebeuren als iemand over een wijziging beslist."""

from collections.abc import Iterator
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.domain.meldingen import Gevolg
from dakpan.aanvraag.views.nakijken import Overzicht, Regel, naast_nu, nakijkpagina, verborgen
from dakpan.aanvraag.wijzigen.beslisformulier import beslisformulier
from dakpan.aanvraag.wijzigen.beslisvragen import in_uren, is_nul, voorgesteld
from dakpan.aanvraag.wijzigen.namen import GEVOLGEN
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import wijzigen as wandeling
from dakpan.web.formulier import Ingevuld
from dakpan.web.opmaak import datum, leesbaar, toonbaar
from dakpan.web.verzoek import handeling


def kijk_wijziging_na(zaak: Zaak, melding: Wijzigingsmelding, ingevuld: Ingevuld) -> str:
    """Alles in één overzicht. Wat niet klopt komt terug als de fout van het formulier."""
    gezien = wandeling.kijk_na(handeling(), zaak, melding, ingevuld.contract)
    cijfer = "uren" if in_uren(gezien.geldend) else "bedrag"
    anders = gezien.gelezen["gevolg"] is Gevolg.ANDERS
    overzicht = Overzicht(
        _("Klopt deze beslissing?"),
        list(_regels(gezien, cijfer)),
        [_("Er blijft niets over van de toekenning: %(cijfer)s.", cijfer=leesbaar(gezien.gelezen[cijfer]))]
        if anders and is_nul(gezien.gelezen[cijfer])
        else [],
        [*_wie_het_hoort(zaak, melding), *(_daarna(gezien) if anders else _blijft(gezien, cijfer))],
        _("Leg de beslissing vast"),
    )
    ingevulde = {"gevolg": gezien.gelezen["gevolg"].value}
    if anders:
        ingevulde |= {naam: gezien.gelezen[naam] for naam in (cijfer, "eind")}
    return nakijkpagina(
        zaak,
        overzicht,
        verborgen(beslisformulier(cijfer), ingevulde, ingevuld, gezien.geldend),
        wandeling.legt_vast(handeling(), zaak, melding, ingevuld.contract),
        url_for("aanvraag.beslis_wijziging", tenant_id=zaak.tenant_id, zaak_id=zaak.id, melding_id=melding.id),
    )


def _regels(gezien: wandeling.Nagekeken, cijfer: str) -> Iterator[Regel]:
    geldend, gelezen = gezien.geldend, gezien.gelezen
    yield _("Uw beslissing"), GEVOLGEN[gelezen["gevolg"]], ""
    if gelezen["gevolg"] is Gevolg.ANDERS:
        van_regels = voorgesteld(geldend, gezien.na)
        namen = {"uren": _("Toegekende uren"), "bedrag": _("Toegekend bedrag")}
        yield naast_nu(namen[cijfer], gelezen[cijfer], getattr(geldend, cijfer), van_regels[cijfer])
        yield naast_nu(_("Laatste dag van de periode"), gelezen["eind"], geldend.eind, van_regels["eind"])
    yield _("Motivering"), toonbaar(gelezen["motivering"]), ""


def _wie_het_hoort(zaak: Zaak, melding: Wijzigingsmelding) -> Iterator[Any]:
    if zaak.organisatie is not None:
        yield _("%(wie)s krijgt een bericht en leest de beslissing in de zaak.", wie=toonbaar(zaak.organisatie.naam))
    if melding.van_client:
        yield _("%(wie)s krijgt een e-mail dat erover is beslist.", wie=toonbaar(zaak.persoon.naam))
    yield _("De brief aan %(wie)s staat daarna klaar om te versturen.", wie=toonbaar(zaak.persoon.naam))


def _daarna(gezien: wandeling.Nagekeken) -> Iterator[Any]:
    yield _("Er komt een nieuw besluit in de plaats van dat van %(dag)s.", dag=datum(gezien.geldend.genomen_op))
    yield _(
        "De periode loopt dan tot en met %(dag)s. Een verslag dat nog open staat volgt; wat is ingediend blijft.",
        dag=datum(gezien.gelezen["eind"]),
    )
    yield _("Wat al klaarstaat of is betaald verandert niet vanzelf; de zaak zegt daarna wat niet meer past.")
    yield _bezwaar_kan()
    yield _("Een beslissing die vastligt kunt u hier niet meer veranderen.")


def _blijft(gezien: wandeling.Nagekeken, cijfer: str) -> Iterator[Any]:
    yield _(
        "De toekenning blijft %(cijfer)s, tot en met %(dag)s.",
        cijfer=leesbaar(getattr(gezien.geldend, cijfer)),
        dag=datum(gezien.geldend.eind),
    )
    if gezien.gelezen["gevolg"] is Gevolg.AFGEWEZEN:
        yield _bezwaar_kan()
    yield _("Een beslissing die vastligt kunt u hier niet meer veranderen.")


def _bezwaar_kan() -> Any:
    return _("Bezwaar maken kan tot en met %(dag)s.", dag=datum(bezwaartermijn(handeling().vandaag).uiterlijk))
