"""Het formulier van een medewerker: bij een organisatie rechten zoals het portaal ze kent, bij een financier rollen."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, lijst, tekstveld
from dakpan.partijen.medewerkers import Medewerkergegevens
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Lidmaatschap
from dakpan.web.formulier import Formulier, Groep, Veld

# Een keuze is een trap: wie hoger staat mag ook wat eronder ligt.
AANVRAGEN: Mapping[str, frozenset[str]] = {
    "geen": frozenset(),
    "wijzigen": frozenset({Recht.AANVRAAG_WIJZIGEN}),
    "definitief": frozenset({Recht.AANVRAAG_WIJZIGEN, Recht.AANVRAAG_DEFINITIEF}),
}
ARCHIEF: Mapping[str, frozenset[str]] = {
    "geen": frozenset(),
    "inzien": frozenset({Recht.ARCHIEF_INZIEN}),
    "archiveren": frozenset({Recht.ARCHIEF_INZIEN, Recht.ARCHIVEREN}),
}
MODULES = (
    (Recht.UREN_SCHRIJVEN.value, _l("Uren schrijven en verantwoorden")),
    (Recht.UREN_ACCORDEREN.value, _l("Uren accorderen namens de organisatie")),
    (Recht.DECLAREREN.value, _l("Declareren namens de organisatie")),
    (Recht.MEDEWERKERS_BEHEREN.value, _l("Medewerkers beheren")),
    (Recht.PERIODES_BEHEREN.value, _l("Jobcoachperiodes beheren")),
    (Recht.AANVRAAG_INDIENEN.value, _l("Aanvragen elektronisch indienen namens de organisatie")),
    (Recht.BSN_TONEN.value, _l("Een BSN helemaal tonen (dat wordt vastgelegd)")),
)
# In de lijst is het kort; wie er meer van wil weten opent de medewerker.
_IN_HET_KORT = {
    Recht.AANVRAAG_WIJZIGEN: _l("aanvragen"),
    Recht.AANVRAAG_DEFINITIEF: _l("definitief maken"),
    Recht.AANVRAAG_INDIENEN: _l("indienen"),
    Recht.UREN_SCHRIJVEN: _l("uren schrijven"),
    Recht.UREN_ACCORDEREN: _l("uren accorderen"),
    Recht.DECLAREREN: _l("declareren"),
    Recht.PERIODES_BEHEREN: _l("periodes"),
    Recht.MEDEWERKERS_BEHEREN: _l("medewerkers"),
    Recht.ARCHIEF_INZIEN: _l("archief inzien"),
    Recht.ARCHIVEREN: _l("archiveren"),
}
ROLLEN = (
    (Rol.WERKCONSULENT.value, _l("Werkconsulent")),
    (Rol.ARBEIDSDESKUNDIGE.value, _l("Arbeidsdeskundige")),
    (Rol.BESLISSER.value, _l("Beslisser")),
    (Rol.FINANCIEEL.value, _l("Financieel medewerker")),
    (Rol.CONTRACTBEHEERDER.value, _l("Contractbeheerder")),
    (Rol.FUNCTIONEEL_BEHEERDER.value, _l("Functioneel beheerder")),
)


class _Schema(Strikt):
    naam = tekstveld(required=True)
    email = tekstveld(required=True)
    actief = JaNee(load_default=True)


class OrganisatieSchema(_Schema):
    mobiel = tekstveld(20, required=True)
    aanvragen = tekstveld(required=True)
    modules = lijst(tekstveld(), load_default=list)
    archief = tekstveld(required=True)


class FinancierSchema(_Schema):
    rollen = lijst(tekstveld(), load_default=list)


_WIE = Groep(
    _l("Wie is het?"),
    [
        Veld("naam", _l("Naam"), verplicht=True, max=200),
        Veld(
            "email",
            _l("E-mailadres"),
            "email",
            verplicht=True,
            max=254,
            hulp=_l("Hiermee meldt de medewerker zich aan. Wie hier al werkt bevestigt een ander adres zelf."),
        ),
    ],
)
_WIE_EN_MOBIEL = Groep(
    _WIE.titel,
    [
        *_WIE.velden,
        Veld(
            "mobiel",
            _l("Mobiel nummer"),
            verplicht=True,
            max=20,
            hulp=_l("Landcode en nummer aan elkaar, zonder nul ervoor en zonder tekens: 31612345678."),
        ),
    ],
)
_ACTIEF = Groep(
    _l("Werkt hier nog"),
    [
        Veld(
            "actief",
            _l("Actief"),
            "janee",
            hulp=_l("Gaat iemand weg, haal het vinkje dan weg. Wat hij deed blijft staan."),
        )
    ],
)
_RECHTEN = Groep(
    _l("Wat mag deze medewerker?"),
    [
        Veld(
            "aanvragen",
            _l("Aanvragen"),
            "keuze",
            verplicht=True,
            keuzes=(
                ("geen", _l("Geen toegang")),
                ("wijzigen", _l("Aanmaken en wijzigen")),
                ("definitief", _l("Aanmaken, wijzigen en definitief maken")),
            ),
        ),
        Veld(
            "modules",
            _l("Onderdelen"),
            "keuzes",
            keuzes=MODULES,
            hulp=_l("Wie uren schrijft accordeert nooit zijn eigen uren."),
        ),
        Veld(
            "archief",
            _l("Archief"),
            "keuze",
            verplicht=True,
            keuzes=(
                ("geen", _l("Geen toegang")),
                ("inzien", _l("Inzien")),
                ("archiveren", _l("Inzien en archiveren")),
            ),
        ),
    ],
)
_ROLLEN = Groep(_l("Wat doet deze medewerker?"), [Veld("rollen", _l("Rollen"), "keuzes", keuzes=ROLLEN)])

VOOR_ORGANISATIE = Formulier([_WIE_EN_MOBIEL, _RECHTEN], OrganisatieSchema)
VOOR_ORGANISATIE_WIJZIGEN = Formulier([_WIE_EN_MOBIEL, _RECHTEN, _ACTIEF], OrganisatieSchema)
VOOR_FINANCIER = Formulier([_WIE, _ROLLEN], FinancierSchema)
VOOR_FINANCIER_WIJZIGEN = Formulier([_WIE, _ROLLEN, _ACTIEF], FinancierSchema)


def kies_formulier(*, financier: bool, nieuw: bool) -> Formulier:
    """Welk formulier hoort bij deze kant en deze handeling?"""
    if financier:
        return VOOR_FINANCIER if nieuw else VOOR_FINANCIER_WIJZIGEN
    return VOOR_ORGANISATIE if nieuw else VOOR_ORGANISATIE_WIJZIGEN


def als_gegevens(gelezen: Mapping[str, Any]) -> Medewerkergegevens:
    """Van het formulier naar wat de handeling vraagt."""
    rechten = (
        AANVRAGEN[gelezen["aanvragen"]] | ARCHIEF[gelezen["archief"]] | frozenset(gelezen["modules"])
        if "aanvragen" in gelezen
        else frozenset()
    )
    rollen = frozenset(gelezen.get("rollen", ()))
    return Medewerkergegevens(
        gelezen["naam"], gelezen["email"], rechten, rollen, gelezen["actief"], gelezen.get("mobiel", "")
    )


def alvast(contract: Mapping[str, Any]) -> Medewerkergegevens:
    """Wat er al te lezen is, ook als er aan een ander antwoord nog iets mankeert; de rechten niet."""
    naam, email, mobiel = (str(contract.get(veld) or "") for veld in ("naam", "email", "mobiel"))
    return Medewerkergegevens(naam, email, rollen=frozenset(contract.get("rollen") or ()), mobiel=mobiel)


def als_waarden(lid: Lidmaatschap) -> dict[str, Any]:
    """Van wat bewaard is naar het formulier."""
    wie = {"naam": lid.heet, "email": lid.account.email, "actief": lid.actief, "mobiel": lid.mobiel or ""}
    if lid.tenant_id is not None:
        return {veld: waarde for veld, waarde in wie.items() if veld != "mobiel"} | {"rollen": list(lid.rollen)}
    rechten = frozenset(lid.rechten)
    modules = [recht for recht, _label in MODULES if recht in rechten]
    return {**wie, "aanvragen": _trede(AANVRAGEN, rechten), "modules": modules, "archief": _trede(ARCHIEF, rechten)}


def samenvatting(lid: Lidmaatschap) -> list[str]:
    """In woorden wat iemand mag, voor de lijst."""
    if lid.tenant_id is not None:
        return [str(label) for rol, label in ROLLEN if rol in lid.rollen]
    return [str(label) for recht, label in _IN_HET_KORT.items() if recht in lid.rechten]


def _trede(trap: Mapping[str, frozenset[str]], rechten: frozenset[str]) -> str:
    return [naam for naam, nodig in trap.items() if nodig <= rechten][-1]
