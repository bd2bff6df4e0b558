"""Wat iemand typte gaat niet verloren als de sessie voorbij is: het reist ondertekend mee langs het aanmelden."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, render_template, request
from itsdangerous import BadData, URLSafeSerializer

from dakpan.web import koekje
from dakpan.web.aanmelden.formulieren import AANMELDEN
from dakpan.web.taal import eigen_adres

VELD = "bewaard"
HOUDBAAR = timedelta(hours=24)
# Deze doen niets wat iemand getypt heeft.
_NIETS_TE_BEWAREN = frozenset(
    {"aanmelden.afmelden", "aanmelden.blijf", "aanmelden.kies_namens", "aanmelden.antwoord_uitnodiging"}
)


@dataclass(frozen=True, slots=True)
class Bewaard:
    """Een formulier dat nog niet verzonden is. ``account``: van wie de verlopen sessie was, als dat bekend is."""

    pad: str
    velden: tuple[tuple[str, str], ...]
    account: str
    lid: str
    op: int
    bestand: bool = False

    def past_bij(self, account: str) -> bool:
        """Wie op dezelfde computer als een ander aanmeldt, krijgt diens tekst niet te zien."""
        return self.account in {"", account}

    @property
    def verzegeld(self) -> str:
        return str(_zegel().dumps(asdict(self)))


def hier() -> str:
    """Het adres van dit verzoek, zonder een los vraagteken."""
    return request.full_path.rstrip("?")


def bewaar(nu: datetime) -> Bewaard | None:
    """Wat in dit verzoek getypt is, zonder wachtwoorden en bestanden. None: er is niets, of een ander stuurde het."""
    if request.endpoint in _NIETS_TE_BEWAREN or not van_deze_site():
        return None
    velden = tuple((naam, waarde) for naam, waarde in request.form.items(multi=True) if _mag_mee(naam))
    account, lid = koekje.van_wie()
    bestand = any(een.filename for een in request.files.values())
    return Bewaard(hier(), velden, account, lid, int(nu.timestamp()), bestand)


def lees_bewaard(nu: datetime) -> Bewaard | None:
    """Wat met het aanmelden meereisde; een zegel dat niet klopt of te oud is telt niet."""
    try:
        inhoud: dict[str, Any] = _zegel().loads(request.form.get(VELD, ""))
    except BadData:
        return None
    velden = tuple((naam, waarde) for naam, waarde in inhoud.pop("velden"))
    bewaard = Bewaard(velden=velden, **inhoud)
    vers = abs(nu.timestamp() - bewaard.op) < HOUDBAAR.total_seconds()
    return bewaard if vers and eigen_adres(bewaard.pad) == bewaard.pad else None


def van_deze_site() -> bool:
    """Kwam dit formulier van onze eigen pagina's? Een andere site mag niets klaarzetten om te verzenden."""
    soort = request.headers.get("Sec-Fetch-Site")
    if soort is not None:
        return soort in {"same-origin", "none"}
    afkomst = request.headers.get("Origin") or request.headers.get("Referer")
    return afkomst is None or urlsplit(afkomst).netloc == request.host


def aanmelden_met_behoud(nu: datetime) -> Any:
    """De pagina om aan te melden, met wat er getypt was erin."""
    bewaard = lees_bewaard(nu) if request.endpoint == "aanmelden.meld_aan" and van_deze_site() else bewaar(nu)
    return aanmeldpagina(bewaard=bewaard, verder=bewaard.pad if bewaard is not None else "/"), 401


def aanmeldpagina(ingevuld: Any = None, bewaard: Bewaard | None = None, verder: str = "/") -> str:
    """``verder``: waar iemand na het aanmelden heen gaat als er niets te verzenden is."""
    return render_template(
        "aanmelden/aanmelden.html",
        form=AANMELDEN,
        ingevuld=ingevuld or AANMELDEN.leeg(),
        bewaard=bewaard,
        verder=verder,
    )


def _mag_mee(naam: str) -> bool:
    return naam != "csrf_token" and "wachtwoord" not in naam.casefold()


def _zegel() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="dakpan bewaard")
