"""Wie tekent de aanvraag? Met een link, of op papier; en wat al is getekend."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import LANGSTE_NAAM, bezwaren_tegen, ondertekenaars, wie_indient
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.tekenen.toestanden import LOPEND
from dakpan.aanvraag.tekenen.verzoeken import OpPapier, herroep, onderteken_op_papier, verzoeken_van
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug
from dakpan.aanvraag.views.mensen import mensenformulier
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import waarom_niet
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.partijen.collegas import collegas
from dakpan.partijen.leden import met_id
from dakpan.partijen.rechten import Recht
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.bestand import lees_met_scan
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.opmaak import datum
from dakpan.web.verzoek import handeling, huidig_account, instellingen, zaak_of_404


class Handtekeningvragen(Strikt):
    naam = tekstveld(LANGSTE_NAAM, required=True)
    op = datumveld(required=True)


HANDTEKENING = Formulier(
    [
        Groep(
            _l("Wie tekende?"),
            [
                Veld("naam", _l("Naam van wie tekende"), verplicht=True, max=LANGSTE_NAAM),
                Veld("op", _l("Datum van de handtekening"), "datum", verplicht=True),
                Veld(
                    "bestand",
                    _l("Scan van het getekende papier"),
                    "bestand",
                    verplicht=True,
                    hulp=_l(
                        "Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB). Staan er meer handtekeningen "
                        "op één papier, kies dan elke keer hetzelfde bestand."
                    ),
                ),
            ],
        )
    ],
    Handtekeningvragen,
)


@bp.get(f"{ZAAK}/ondertekenen")
def ondertekenen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie tekende al, en wie is nu aan de beurt?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    return tekenpagina(zaak, aanvraag)


@bp.post(f"{ZAAK}/ondertekenen")
def teken(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt de volgende handtekening vast."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld, gestuurd = lees_met_scan(HANDTEKENING)
    if not ingevuld.geldig:
        aanvraag = haal_aanvraag(handeling(), zaak)
        return tekenpagina(zaak, aanvraag, ingevuld.met_ook(*_wat_nog_meer(aanvraag, ingevuld))), 422
    try:
        naam, partij = ingevuld.gelezen["naam"], _partij(request.form.get("partij", ""))
        scan = Aangeleverd(*gestuurd, _("Getekend op papier door %(naam)s", naam=naam))
        gezet = OpPapier(partij, naam, ingevuld.gelezen["op"], scan)
        onderteken_op_papier(handeling(), zaak, gezet, ingevuld.versie, adres=instellingen().adres)
    except InvoerFout as fout:
        return tekenpagina(*_vers(zaak), ingevuld.met(fout)), 422
    except KanNiet as fout:
        return tekenpagina(*_vers(zaak), ingevuld.met_melding(str(fout))), 409
    bezorg_straks()
    flash(_("De handtekening is vastgelegd."), "goed")
    return naar(adres("aanvraag.ondertekenen", zaak))


def _wat_nog_meer(aanvraag: Aanvraag, ingevuld: Ingevuld) -> list[Veldfout]:
    """Wat pas bij het vastleggen zou blijken, van de antwoorden die al te lezen zijn."""
    naam, op = (ingevuld.contract.get(veld) for veld in ("naam", "op"))
    dag = date.fromisoformat(op) if isinstance(op, str) and "op" not in ingevuld.fouten else None
    return bezwaren_tegen(handeling(), aanvraag, naam or "", dag)


@bp.post(f"{ZAAK}/ondertekenen/intrekken")
@of_terug("aanvraag.ondertekenen")
def trek_handtekening_in(tenant_id: str, zaak_id: UUID) -> Any:
    """Haalt de laatste handtekening weg; wie het deed en wat er stond blijft in de geschiedenis."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    if herroep(handeling(), zaak, request.form.get("versie", type=int)):
        flash(
            _("De handtekening is ingetrokken, en elke link die nog liep. Vraag opnieuw om de handtekeningen."), "goed"
        )
    else:
        flash(_("De handtekening is ingetrokken. Leg haar opnieuw vast."), "goed")
    return naar(adres("aanvraag.ondertekenen", zaak))


def _vers(zaak: Zaak) -> tuple[Zaak, Aanvraag]:
    opnieuw = zaak_of_404(zaak.tenant_id, zaak.id)
    return opnieuw, haal_aanvraag(handeling(), opnieuw)


def _partij(tekst: str) -> Partij:
    try:
        return Partij(tekst)
    except ValueError as fout:
        raise KanNiet(_("Kies wie er tekende.")) from fout


def tekenpagina(zaak: Zaak, aanvraag: Aanvraag, papier: Ingevuld | None = None, mensen: Ingevuld | None = None) -> str:
    """Wie tekende, en hoe kan de volgende tekenen: met een link, of op papier."""
    volgorde = ondertekenaars(handeling(), zaak, aanvraag)
    nog = volgorde[len(aanvraag.handtekeningen) :]
    form_mensen = mensenformulier(nog) if nog else None
    leeg = HANDTEKENING.leeg({"op": handeling().vandaag}, versie=aanvraag.versie)
    lopend = [een for een in verzoeken_van(handeling(), zaak) if een.status in LOPEND]
    return render_template(
        "aanvraag/ondertekenen.html",
        rijen=[_rij(aanvraag, nummer, partij) for nummer, partij in enumerate(volgorde)],
        zaak=zaak,
        aanvraag=aanvraag,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        form=HANDTEKENING,
        ingevuld=papier or leeg,
        volgorde=volgorde,
        namen=PARTIJEN,
        nu=nog[0] if nog else None,
        kan=AANVRAAG.kan(aanvraag.status, "onderteken") and not waarom_niet(handeling(), zaak, Zaakstap.ONDERTEKENING),
        laatste=aanvraag.handtekeningen[-1]["naam"] if aanvraag.handtekeningen else None,
        mag_indienen=not waarom_niet(handeling(), zaak, Zaakstap.INDIENEN),
        indieners=wie_indient(handeling(), zaak),
        verzoeken=lopend,
        # Trok iemand het verzoek in van wie aan de beurt is, dan wacht de rest anders op een link die er niet is.
        vraag_opnieuw=bool(nog) and not any(een.partij is nog[0] for een in lopend),
        form_mensen=form_mensen,
        mensen=mensen
        or (form_mensen.leeg({**_bekend(zaak, aanvraag, nog), **_gevraagd(lopend)}) if form_mensen else None),
    )


def _bekend(zaak: Zaak, aanvraag: Aanvraag, nog: Sequence[Partij]) -> dict[str, dict[str, Any]]:
    """Wat Dakpan al weet staat er al, ook wie als wettelijk vertegenwoordiger voor de cliënt tekent."""
    client = zaak.persoon
    voor_client = client.vertegenwoordiger is not None
    bekend = {
        Partij.CLIENT: (client.vertegenwoordiger, client.vertegenwoordiger_email)
        if voor_client
        else (client.naam, client.email),
        Partij.WERKGEVER: (zaak.werkgever.contactpersoon, zaak.werkgever.email),
        Partij.JOBCOACH: _jobcoach(aanvraag),
    }
    paren = {partij: bekend.get(partij, (None, None)) for partij in nog}
    staat: dict[str, dict[str, Any]] = {
        partij.value: {"naam": naam or "", "email": email or ""} for partij, (naam, email) in paren.items()
    }
    if voor_client and Partij.CLIENT in paren:
        staat[Partij.CLIENT.value]["vertegenwoordiger"] = True
    return staat


def _jobcoach(aanvraag: Aanvraag) -> tuple[str | None, str | None]:
    """De coach die in de aanvraag staat; noemt zij er geen, dan wie haar begon of wie vraagt, als die zelf coacht."""
    genoemd = aanvraag.aanvulling
    naam, email, ik = genoemd.get("jobcoach_naam"), genoemd.get("jobcoach_email"), huidig_account()
    zelf = handeling().vrager.naam
    if ik is not None and handeling().mag(Recht.UREN_SCHRIJVEN) and naam in {None, "", zelf}:
        return zelf, email or ik.email
    return (naam, email) if naam else _wie_begon(aanvraag)


def _wie_begon(aanvraag: Aanvraag) -> tuple[str | None, str | None]:
    """De collega die de aanvraag begon, als die nog werkt en zelf coacht."""
    deze, wie = handeling(), aanvraag.coach_id
    if wie is None or deze.vrager.organisatie_id is None:
        return None, None
    begon = next((een for een in collegas(deze) if een.id == wie and een.actief and een.mag_schrijven), None)
    return (begon.naam, met_id(deze.sessie, [wie])[0].email) if begon is not None else (None, None)


def _gevraagd(lopend: Sequence[Tekenverzoek]) -> dict[str, dict[str, Any]]:
    """Wie al is gevraagd en nog wacht houdt de naam en het adres die iemand voor hem koos."""
    return {
        een.partij.value: {"naam": een.naam, "email": een.email, "vertegenwoordiger": een.vertegenwoordiger}
        for een in lopend
    }


def _rij(aanvraag: Aanvraag, nummer: int, partij: Partij) -> dict[str, Any]:
    gezet = aanvraag.handtekeningen
    rij: dict[str, Any] = {"wie": PARTIJEN[partij], "naam": None, "op": None}
    if nummer < len(gezet):
        handtekening = {"naam": gezet[nummer]["naam"], "op": datum(gezet[nummer]["op"])}
        return {**rij, **handtekening, "stand": {"tekst": _("getekend"), "status": "goed"}}
    if nummer == len(gezet):
        return {**rij, "stand": {"tekst": _("aan de beurt"), "status": "bezig"}}
    return {**rij, "stand": {"tekst": _("later"), "status": "neutraal"}}
