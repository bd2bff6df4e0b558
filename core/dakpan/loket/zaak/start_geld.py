"""De blokken van de startpagina over geld: factureren, bevestigen, nakijken en betalen."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.betaling.corrigeren.lijsten import Correctieregel
from dakpan.betaling.lijsten import Declaratieregel, TeDeclareren
from dakpan.betaling.vorderen.lezen import TEN_HOOGSTE, TeVolgen, Wachtend
from dakpan.loket.zaak.regels import financiernaam
from dakpan.loket.zaak.taak import Taakblok, naar
from dakpan.loket.zaak.woorden import nabij
from dakpan.opslag.handeling import Handeling
from dakpan.wandeling.werkvoorraad import Werkvoorraad
from dakpan.web.opmaak import bedrag


def te_factureren(handeling: Handeling, voorraad: Werkvoorraad) -> list[Taakblok]:
    """Wat de organisatie nog maakt: een factuur, een creditnota, een einddeclaratie."""
    return [
        *(_factuur(handeling, een) for een in voorraad.facturen),
        *(_creditnota(handeling, een) for een in voorraad.creditnotas),
        *(_einddeclaratie(handeling, een) for een in voorraad.einddeclaraties),
    ]


def te_bevestigen(voorraad: Werkvoorraad) -> list[Taakblok]:
    """Wat een ander bij de financier vastlegde en op een tweede persoon wacht."""
    return [*map(_correctie, voorraad.correcties), *map(_ontvangst, voorraad.ontvangsten)]


def terug_te_krijgen(handeling: Handeling, voorraad: Werkvoorraad) -> list[Taakblok]:
    """Wat terug moet: kiezen hoe, en daarna volgen tot de dag waarop het er uiterlijk is."""
    blokken = [_vordering(handeling, een) for een in voorraad.vorderingen[:TEN_HOOGSTE]]
    if len(voorraad.vorderingen) > TEN_HOOGSTE:
        blokken.append(Taakblok(_("Alle vorderingen die openstaan"), naar("betaling.alle_terug", status="open")))
    return blokken


def na_te_kijken(voorraad: Werkvoorraad) -> list[Taakblok]:
    """Declaraties om over te oordelen, en steekproeven."""
    return [*_declaraties(voorraad), *_steekproeven(voorraad)]


def te_betalen(voorraad: Werkvoorraad) -> list[Taakblok]:
    """Vrijgeven, naar de bank brengen, en wat terugkwam."""
    return [*_betalingen(voorraad), *_naar_de_bank(voorraad), *_teruggekomen(voorraad)]


def _factuur(handeling: Handeling, een: Declaratieregel) -> Taakblok:
    return Taakblok(
        _("Maak de factuur bij declaratie %(nummer)s", nummer=een.nummer),
        naar("betaling.factuur", tenant_id=een.tenant_id, zaak_id=een.zaak_id, declaratie_id=een.id),
        f"{een.client} · {financiernaam(handeling, een.tenant_id)} · {een.zaak}",
    )


def _creditnota(handeling: Handeling, een: Correctieregel) -> Taakblok:
    return Taakblok(
        _("Maak een creditnota bij declaratie %(nummer)s", nummer=een.nummer),
        naar("betaling.creditnota", tenant_id=een.tenant_id, zaak_id=een.zaak_id, declaratie_id=een.declaratie_id),
        f"{een.client} · {financiernaam(handeling, een.tenant_id)} · {een.zaak}",
    )


def _correctie(een: Correctieregel) -> Taakblok:
    return Taakblok(
        _("Beslis over de correctie van declaratie %(nummer)s", nummer=een.nummer),
        naar("betaling.een_correctie", tenant_id=een.tenant_id, zaak_id=een.zaak_id, correctie_id=een.id),
        f"{een.client} · {een.zaak}",
    )


def _ontvangst(een: Wachtend) -> Taakblok:
    waar = {"tenant_id": een.tenant_id, "zaak_id": een.zaak_id, "vordering_id": een.vordering_id}
    waar["ontvangst_id"] = een.id
    return Taakblok(
        _("Bevestig dat %(bedrag)s is ontvangen op vordering %(nummer)s", bedrag=bedrag(een.bedrag), nummer=een.nummer),
        naar("betaling.ontvangst", **waar),
        een.zaak,
    )


def _vordering(handeling: Handeling, een: TeVolgen) -> Taakblok:
    dichtbij = nabij(een.uiterlijk, handeling.vandaag) if een.wijze is not None else None
    wat = {"bedrag": bedrag(een.open), "wie": een.naam}
    return Taakblok(
        _("Volg of %(bedrag)s terugkomt van %(wie)s", **wat)
        if een.wijze is not None
        else _("Kies hoe %(bedrag)s terugkomt van %(wie)s", **wat),
        naar("betaling.een_vordering", tenant_id=een.tenant_id, zaak_id=een.zaak_id, vordering_id=een.id),
        f"{een.nummer} · {een.zaak}",
        dichtbij.tekst if dichtbij else "",
        dichtbij.soort if dichtbij else "neutraal",
    )


def _einddeclaratie(handeling: Handeling, een: TeDeclareren) -> Taakblok:
    return Taakblok(
        _("Maak de einddeclaratie van %(client)s", client=een.client),
        naar("betaling.declareren", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
        f"{_('De periode is beëindigd.')} {financiernaam(handeling, een.tenant_id)} · {een.zaak}",
        soort="let_op",
    )


def _declaraties(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal = voorraad.te_beoordelen
    if aantal:
        yield Taakblok(
            ngettext("Beoordeel %(num)s declaratie", "Beoordeel %(num)s declaraties", aantal),
            naar("betaling.lijst"),
            _("Na uw akkoord staat de betaling klaar."),
        )


def _steekproeven(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal, deze = voorraad.steekproeven
    if aantal:
        yield Taakblok(
            ngettext("Kijk %(num)s steekproef na", "Kijk %(num)s steekproeven na", aantal),
            naar("betaling.steekproef", steekproef_id=deze) if deze is not None else naar("betaling.steekproeven"),
            _("Elk oordeel is meteen bewaard; afsluiten kan als over elke regel is geoordeeld."),
        )


def _betalingen(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal, totaal = voorraad.vrij_te_geven
    if aantal:
        yield Taakblok(
            ngettext("Geef %(num)s betaling vrij", "Geef %(num)s betalingen vrij", aantal),
            naar("betaling.betalingen"),
            _(
                "Samen %(bedrag)s. Wie een betaling klaarzette of goedkeurde geeft haar niet zelf vrij.",
                bedrag=bedrag(totaal),
            ),
        )


def _naar_de_bank(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal, totaal = voorraad.te_betalen
    if aantal:
        yield Taakblok(
            ngettext(
                "Zet %(num)s betaling in een betaalbestand", "Zet %(num)s betalingen in een betaalbestand", aantal
            ),
            naar("betaling.betalingen"),
            _("Samen %(bedrag)s, vrijgegeven en aan de beurt.", bedrag=bedrag(totaal)),
        )


def _teruggekomen(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal, totaal = voorraad.teruggekomen
    if aantal:
        yield Taakblok(
            ngettext("%(num)s betaling kwam terug", "%(num)s betalingen kwamen terug", aantal),
            naar("betaling.alle", status="teruggekomen"),
            _("Samen %(bedrag)s. Zet opnieuw klaar wat een nieuwe rekening heeft.", bedrag=bedrag(totaal)),
        )
