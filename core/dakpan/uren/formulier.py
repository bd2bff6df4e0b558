"""Het formulier van een activiteit: wie, wat, waar, wanneer en hoe lang."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, time
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.duur import Duur
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Geheel, Keuzeveld, datumveld, lijst, tekstveld, tijdveld
from dakpan.opslag.handeling import Handeling
from dakpan.plan.toestanden import Periodestatus
from dakpan.regels.regels import Regels
from dakpan.uren.domain import NietVergoed
from dakpan.uren.keuzes import Locatie, Werkkeuze, doeltitel, soorttekst, werkkeuzes
from dakpan.uren.nakijken import MINUTEN_PER_DAG, Werk
from dakpan.uren.perioden import Klant, MijnPeriode
from dakpan.uren.plandoelen import wie_bij_doel
from dakpan.uren.tables import BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE, PLANREDEN_TEN_HOOGSTE, Activiteit
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.vertaling import InHetNederlands

LOCATIES: Mapping[Locatie, Any] = {
    Locatie.WERKPLEK: _l("Op de werkplek"),
    Locatie.KANTOOR: _l("Op kantoor"),
    Locatie.THUIS: _l("Bij de cliënt thuis"),
    Locatie.TELEFOON: _l("Telefonisch"),
    Locatie.BEELDBELLEN: _l("Via beeldbellen"),
    Locatie.ELDERS: _l("Ergens anders"),
}
NIET_VERGOED: Mapping[NietVergoed, Any] = {
    NietVergoed.REISTIJD: _l("reistijd"),
    NietVergoed.EIGEN_ADMINISTRATIE: _l("eigen administratie"),
    NietVergoed.OVERDRACHT: _l("overdracht"),
    NietVergoed.SCHOLING: _l("scholing"),
    NietVergoed.INTERVISIE: _l("intervisie"),
    NietVergoed.BEMIDDELING_ANDER_WERK: _l("bemiddeling naar ander werk"),
}
# Tot zoveel cliënten staan zij allemaal op de pagina; daarboven alleen wie is gekozen of pas nog aan de beurt was.
KORTE_LIJST, MEESTE_VOORAAN = 8, 5


class Activiteitvragen(Strikt):
    klanten = lijst(tekstveld(100), required=True)
    activiteit = tekstveld(200, required=True)
    locatie = Keuzeveld(Locatie)
    datum = datumveld(required=True)
    begin = tijdveld(required=True)
    duur = Geheel(1, MINUTEN_PER_DAG, "een activiteit duurt ten minste 1 minuut en ten hoogste 24 uur", required=True)
    beoogd = tekstveld(BEOOGD_TEN_HOOGSTE)
    bereikt = tekstveld(BEREIKT_TEN_HOOGSTE)
    planreden = tekstveld(PLANREDEN_TEN_HOOGSTE)


def activiteitformulier(
    handeling: Handeling,
    perioden: Sequence[MijnPeriode],
    dag: date,
    *,
    om_te_tonen: bool = True,
    gekozen: Collection[str] = (),
    onlangs: Sequence[tuple[str, UUID]] = (),
) -> Formulier | None:
    """De cliënten en activiteiten waaruit deze coach op deze dag kan kiezen. None: er is geen cliënt om te kiezen.

    ``om_te_tonen``: met de doelen uit elk plan vooraan; om te lezen wat iemand koos is dat niet nodig.
    ``gekozen`` (klantcodes) en de zaken van ``onlangs``, de laatste eerst: deze cliënten staan vooraan.
    """
    if not perioden:
        return None
    dagen = sorted({(een.tenant_id, een.peildatum(dag)) for een in perioden})
    keuzes = _keuzes(tuple((handeling.regels(*een), een[1]) for een in dagen))
    in_plan = wie_bij_doel(perioden) if om_te_tonen else {}
    wie = _groep_wie(*_vooraan(perioden, gekozen, onlangs), keuzes, in_plan)
    return Formulier([wie, *_overig()], Activiteitvragen)


@lru_cache(maxsize=256)
def _keuzes(regels: tuple[tuple[Regels, date], ...]) -> tuple[tuple[str, str, Any], ...]:
    """Doel, code en tekst van wat er bij deze regels te kiezen is; dezelfde regels zeggen steeds hetzelfde."""
    keuzes = werkkeuzes(een.bepaal_activiteiten(dag).resultaat for een, dag in regels)
    return tuple((een.doel.value, een.code, _regel(een)) for een in keuzes)


@cache
def _overig() -> tuple[Groep, Groep]:
    """Wat in elk formulier hetzelfde is."""
    return _groep_wanneer(), _groep_resultaat()


def _vooraan(
    perioden: Sequence[MijnPeriode], gekozen: Collection[str], onlangs: Sequence[tuple[str, UUID]]
) -> tuple[Sequence[MijnPeriode], int | None]:
    """De cliënten op volgorde van hoe vlot iemand ze nodig heeft, en hoeveel er meteen staan. None: allemaal."""
    if len(perioden) <= KORTE_LIJST:
        return perioden, None
    rang = {zaak: plek for plek, zaak in reversed(list(enumerate(onlangs)))}

    def plek(een: MijnPeriode) -> int:
        return -1 if klantcode(een.klant) in gekozen else rang.get((een.tenant_id, een.zaak_id), len(onlangs))

    plekken = sorted(map(plek, perioden))
    bekend = sum(een < len(onlangs) for een in plekken[:MEESTE_VOORAAN])
    return sorted(perioden, key=plek), max(plekken.count(-1), bekend)


def _groep_wie(
    perioden: Sequence[MijnPeriode],
    vooraan: int | None,
    keuzes: Sequence[tuple[str, str, Any]],
    in_plan: Mapping[str, Sequence[str]],
) -> Groep:
    """De doelen uit een plan staan vooraan, onder een kopje dat zegt wiens plan het is."""
    op_volgorde = sorted(keuzes, key=lambda een: _plek(in_plan.get(een[0], ()))) if in_plan else keuzes
    regels = [(code, tekst) for _doel, code, tekst in op_volgorde]
    clienten = [(klantcode(een.klant), _klantnaam(een)) for een in perioden]
    koppen = {code: _kop(in_plan.get(doel, ())) for doel, code, _tekst in op_volgorde} if in_plan else {}
    werk = Veld("activiteit", _l("Doel en activiteit"), "keuze", verplicht=True, keuzes=regels, koppen=koppen)
    hulp = _l("Kiest u meer cliënten, dan wordt de duur over hen verdeeld")
    return Groep(
        _l("Met wie en waarvoor"),
        [
            Veld("klanten", _l("Cliënten"), "keuzes", verplicht=True, keuzes=clienten, hulp=hulp, vooraan=vooraan),
            werk,
            _planreden(perioden),
            Veld("locatie", _l("Locatie"), "keuze", keuzes=[(een.value, tekst) for een, tekst in LOCATIES.items()]),
        ],
    )


def _planreden(perioden: Sequence[MijnPeriode]) -> Veld:
    """Met JavaScript pas te zien als het gekozen doel in het plan van een gekozen cliënt ontbreekt."""
    past = {klantcode(een.klant): [*sorted(een.plandoelen), *NietVergoed] for een in perioden if een.plandoelen}
    hulp = _l(
        "Alleen als het doel niet in het plan van elke gekozen cliënt staat. Wie de uren beoordeelt leest dit. "
        "Ten hoogste %(aantal)s tekens",
        aantal=PLANREDEN_TEN_HOOGSTE,
    )
    return Veld(
        "planreden",
        _l("Waarom dit doel, dat niet in het plan staat?"),
        "lang",
        hulp=hulp,
        max=PLANREDEN_TEN_HOOGSTE,
        rijen=2,
        soms=True,
        telt=True,
        toon_buiten=("klanten", "activiteit", past),
    )


def _klantnaam(een: MijnPeriode) -> str:
    """Wie het is; bij een periode zonder besluit ook dat niemand deze uren nog betaalt."""
    delen = [een.client, een.financier, een.nummer]
    if een.status is not Periodestatus.OPEN:
        delen.append(_("nog geen besluit: op eigen risico"))
    return " · ".join(delen)


def _plek(clienten: Sequence[str]) -> tuple[bool, Sequence[str]]:
    """Wat in een plan staat eerst, en dezelfde mensen bij elkaar."""
    return not clienten, clienten


def _kop(clienten: Sequence[str]) -> Any:
    """Twee namen zijn nog te lezen; daarboven telt het aantal."""
    match clienten:
        case []:
            return _("Andere doelen")
        case [een]:
            return _("Uit het plan van %(wie)s", wie=een)
        case [een, ander]:
            return _("Uit het plan van %(een)s en %(ander)s", een=een, ander=ander)
    return _("Uit het plan van %(aantal)s cliënten", aantal=len(clienten))


def _regel(keuze: Werkkeuze) -> Any:
    if isinstance(keuze.doel, NietVergoed):
        return _l("%(wat)s (wordt niet vergoed)", wat=NIET_VERGOED[keuze.doel])
    titel = doeltitel(keuze.doel.value)
    return InHetNederlands(f"{titel}: {soorttekst(keuze.soort) if keuze.soort else 'anders'}")


def _groep_wanneer() -> Groep:
    return Groep(
        _l("Wanneer en hoe lang"),
        [
            Veld("datum", _l("Datum"), "datum", verplicht=True),
            Veld("begin", _l("Begintijd"), "tijd", verplicht=True),
            Veld(
                "duur",
                _l("Duur in minuten"),
                "minuten",
                verplicht=True,
                hulp=_l("Van de hele groep, zonder reistijd; 1:30 mag ook"),
            ),
        ],
    )


def _groep_resultaat() -> Groep:
    """Beide teksten komen in het logboek van de cliënt."""
    kort = _l("Ten hoogste %(aantal)s tekens", aantal=BEOOGD_TEN_HOOGSTE)
    lang = _l("Ten hoogste %(aantal)s tekens", aantal=f"{BEREIKT_TEN_HOOGSTE:,}".replace(",", "."))
    return Groep(
        _l("Resultaat"),
        [
            Veld("beoogd", _l("Beoogd resultaat"), max=BEOOGD_TEN_HOOGSTE, hulp=kort, telt=True),
            Veld("bereikt", _l("Bereikt resultaat"), "lang", max=BEREIKT_TEN_HOOGSTE, hulp=lang, rijen=6, telt=True),
        ],
    )


def klantcode(klant: Klant) -> str:
    return f"{klant[0]}/{klant[1]}"


def als_werk(gelezen: Mapping[str, Any]) -> Werk:
    """Wat het formulier las, zoals de handeling het wil. De keuzes zijn al nagekeken."""
    return Werk(
        tuple(_lees_klant(code) for code in gelezen["klanten"]),
        Werkkeuze.uit_code(gelezen["activiteit"]),
        gelezen["datum"],
        gelezen["begin"],
        Duur(gelezen["duur"]),
        gelezen["locatie"].value if "locatie" in gelezen else "",
        gelezen.get("beoogd", ""),
        gelezen.get("bereikt", ""),
        gelezen.get("planreden", ""),
    )


def klanten_uit(codes: Iterable[str]) -> tuple[Klant, ...]:
    """Wie er is gekozen; een code die geen cliënt aanwijst telt niet mee, het formulier zegt er iets van."""
    with suppress(ValueError):
        return tuple(map(_lees_klant, codes))
    return ()


def _lees_klant(code: str) -> Klant:
    tenant_id, _, periode_id = code.partition("/")
    return tenant_id, UUID(periode_id)


def als_antwoorden(rijen: Sequence[Activiteit]) -> dict[str, Any]:
    """Een activiteit, of een hele groep, zoals zij in het formulier staat."""
    een = rijen[0]
    return {
        "klanten": [klantcode((rij.tenant_id, rij.periode_id)) for rij in rijen],
        "activiteit": f"{een.doel}:{een.soort}",
        "locatie": een.locatie,
        "datum": een.datum,
        "begin": time(*divmod(een.begin, 60)),
        "duur": str(sum(rij.duur.minuten for rij in rijen)),
        "beoogd": een.beoogd,
        "bereikt": een.bereikt,
        "planreden": next((rij.planreden for rij in rijen if rij.planreden), ""),
    }
