"""De vragen die de kern aan een regelset stelt. Elke vraag heeft één zin die zegt wat zij vraagt.

``bepaal_`` en ``bereken_`` geven één ``Berekening``, of ``None``: geen eigen regel.
``toets_`` geeft een lijst bevindingen. Een regelset slaat niets op, kent geen klok en geen andere zaak.
"""

from collections.abc import Sequence
from datetime import date

import pluggy

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging
from dakpan.aanvraag.domain.stukken import VereisteStukken
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnen
from dakpan.aanvraag.domain.tijdlijn import Telling, Tijdlijn
from dakpan.aanvraag.domain.uitstel import Uitstelgronden
from dakpan.aanvraag.domain.vervanging import Vervanging
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.periode import Periode
from dakpan.betaling.domain import Betaalritme, Declaratie, Vergoeding
from dakpan.dossier.domain import Werkwijze
from dakpan.plan.domain import Plan
from dakpan.rapportage.domain import Rapportage, Rapportageplan, Rapportageplicht
from dakpan.regels.kenmerken import Kenmerken
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uren.domain import Activiteiten, Groepsverdeling

PROJECT = "dakpan"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Vragen:
    """Alle vragen bij elkaar."""

    @hookspec
    def toets_aanspraak(self, dossier: Dossier, peildatum: date) -> list[Bevinding]:  # type: ignore[empty-body]
        """Kunnen deze persoon, deze baan en deze aanvraag jobcoaching krijgen?"""

    @hookspec(firstresult=True)
    def bereken_omvang(self, dossier: Dossier, peildatum: date) -> Berekening[Omvang] | None:
        """Hoeveel uren of hoeveel geld is er ten hoogste, alsof niets de aanspraak blokkeert?"""

    @hookspec(firstresult=True)
    def bepaal_termijnen(self, dossier: Dossier, peildatum: date) -> Berekening[Termijnen] | None:
        """Aan welke datums moet iemand zich houden?"""

    @hookspec(firstresult=True)
    def bepaal_beoordelaar(self, dossier: Dossier, peildatum: date) -> Berekening[Beoordelaar] | None:
        """Wie beoordeelt deze aanvraag?"""

    @hookspec(firstresult=True)
    def bepaal_werkwijze(self, dossier: Dossier, peildatum: date) -> Berekening[Werkwijze] | None:
        """Welke stappen heeft deze zaak, in welke volgorde, wie opent ze en wat moet ervoor klaar zijn?"""

    @hookspec(firstresult=True)
    def bepaal_vereiste_stukken(self, dossier: Dossier, peildatum: date) -> Berekening[VereisteStukken] | None:
        """Welke documenten en handtekeningen zijn nodig, van wie en in welke volgorde?"""

    @hookspec
    def toets_plan(self, plan: Plan, omvang: Omvang, peildatum: date) -> list[Bevinding]:  # type: ignore[empty-body]
        """Is de offerte of het coachingsplan volledig en binnen de grenzen?"""

    @hookspec(firstresult=True)
    def bepaal_activiteiten(self, peildatum: date) -> Berekening[Activiteiten] | None:
        """Welke doelen en activiteiten mag een coach schrijven, en wat wordt nooit betaald?"""

    @hookspec(firstresult=True)
    def bepaal_rapportageplan(self, dossier: Dossier, periode: Periode) -> Berekening[Rapportageplan] | None:
        """Welke verslagen zijn er in deze periode nodig, wanneer en in welke vorm?"""

    @hookspec
    def toets_rapportage(  # type: ignore[empty-body]
        self, rapportage: Rapportage, plicht: Rapportageplicht, peildatum: date
    ) -> list[Bevinding]:
        """Staat in dit verslag wat erin moet, en is het op tijd?"""

    @hookspec(firstresult=True)
    def bereken_vergoeding(self, declaratie: Declaratie, peildatum: date) -> Berekening[Vergoeding] | None:
        """Wat van deze declaratie is betaalbaar?"""

    @hookspec(firstresult=True)
    def bereken_na_wijziging(
        self, dossier: Dossier, wijzigingen: Sequence[Wijziging], peildatum: date
    ) -> Berekening[Omvang] | None:
        """Hoeveel uren of geld is er na een vroegtijdig einde, andere uren, een ander regime of een verlenging?"""

    @hookspec(firstresult=True)
    def bepaal_wijzigingstermijnen(
        self, dossier: Dossier, ingangsdatum: date, gemeld_op: date
    ) -> Berekening[Termijnen] | None:
        """Tot wanneer moet een wijziging zijn gemeld, en tot wanneer wordt erover beslist?"""

    @hookspec(firstresult=True)
    def bepaal_uitstelgronden(self, dossier: Dossier, peildatum: date) -> Berekening[Uitstelgronden] | None:
        """Op welke gronden kan er langer over het besluit worden gedaan?"""

    @hookspec(firstresult=True)
    def bepaal_vervanging(self, dossier: Dossier, peildatum: date) -> Berekening[Vervanging] | None:
        """Wanneer kan een nieuwe aanvraag deze vervangen, en gaan de geschreven uren dan mee?"""

    @hookspec(firstresult=True)
    def bereken_tijdlijn(self, tijdlijn: Tijdlijn, peildatum: date) -> Berekening[Telling] | None:
        """Wat telt er mee van de contracten en de jobcoaching vóór de gevraagde periode?"""

    @hookspec(firstresult=True)
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling] | None:
        """Hoe wordt een groepsactiviteit verdeeld, zodat de delen samen de hele duur zijn?"""

    @hookspec(firstresult=True)
    def bepaal_betaalritme(self, dossier: Dossier) -> Berekening[Betaalritme] | None:
        """Wanneer wordt er betaald, aan wie, en met of zonder factuur?"""

    @hookspec(firstresult=True)
    def bepaal_kenmerken(self, peildatum: date) -> Berekening[Kenmerken] | None:
        """Hoe beschrijft deze regelset zichzelf in één zin per onderwerp, om te vergelijken?"""
