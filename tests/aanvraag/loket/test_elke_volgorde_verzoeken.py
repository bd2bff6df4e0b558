"""Een verzoek aan de werkgever en een verzoek om aanvulling, in elke volgorde van handelingen, met de echte diensten.

Ernaast staat een klein model: na elke stap is de stand wat het model zegt, en werkt er nooit meer dan één link.
"""

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, ZES_TEKSTEN, met
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.aanvraag.aanvullen.aanvullen import Antwoord, Onderdeel, kijk_na, laatste_verzoek, trek_verzoek_in, vul_aan
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.aanvraag.werkgever.bezoek import rond_af
from dakpan.aanvraag.werkgever.verzoeken import (
    herinner_werkgever,
    invulverzoeken_van,
    trek_invulverzoek_in,
    vraag_werkgever,
)
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Brief
from dakpan.wandeling.aanvragen import maak_definitief
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.seinen import vraag_aanvulling

ADRES, IBAN = "https://loket.voorbeeld.invalid", "NL91ABNA0417164300"
PROEF = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
# Wat er met het laatste verzoek gebeurt; None: dat kan in die stand niet.
WERKGEVER: dict[str, dict[str | None, str]] = {
    "vraag": {None: "open", "open": "open", "ingevuld": "open", "ingetrokken": "open"},
    "herinner": {"open": "open"},
    "rond_af": {"open": "ingevuld"},
    "trek_in": {"open": "ingetrokken"},
}
AANVULLING: dict[str, dict[str | None, str]] = {
    "vraag": dict.fromkeys((None, "volledig", "onvoldoende", "vervallen", "verlopen"), "gevraagd"),
    "vul_aan": {"gevraagd": "aangevuld", "verlopen": "aangevuld"},
    "volledig": {"aangevuld": "volledig"},
    "terug": {"aangevuld": "onvoldoende"},
    "trek_in": {"gevraagd": "vervallen", "verlopen": "vervallen"},
}
# Besluiten laat het verzoek zoals het was; daarna kan er niets meer mee.
BESLISSEN = {None, "volledig", "onvoldoende", "vervallen", "verlopen"}
AFWIJZEN = {"soort": "afgewezen", "motivering": "De beperking is niet vastgesteld."}


def _geheimen(loket: Loket) -> list[str]:
    with Session(loket.wereld.motor) as sessie:
        teksten = sessie.scalars(select(Brief.tekst).order_by(Brief.gemaakt_op, Brief.id))
        return [een for tekst in teksten for een in re.findall(r"/invullen/(\S+)", tekst)]


def _rond_af(zaak: Zaakloket, geheim: str) -> None:
    """De werkgever opent deze link en is klaar."""
    wereld = zaak.loket.wereld
    with wereld.als(zaak.loket.consulent, op=zaak.loket.vandaag) as tijd:
        link = links.link_van(tijd.sessie, geheim, tijd.nu)
        bezoeker = Handeling(tijd.sessie, links.bezoeker(link), tijd.nu, wereld.regelboek, tijd.sleutelbos)
        rond_af(bezoeker, link)


def _met_werkgever(zaak: Zaakloket, wat: str, geheimen: list[str]) -> None:
    wie, laatste = zaak.loket.consulent, next(iter(zaak.doe(zaak.loket.consulent, invulverzoeken_van)), None)
    if wat == "vraag":
        zaak.doe(wie, vraag_werkgever, "Ria Meel", "ria@bakkerij.invalid", ADRES)
    elif laatste is None:
        raise KanNiet
    elif wat == "rond_af":
        _rond_af(zaak, geheimen[-1])
    elif wat == "herinner":
        zaak.doe(wie, herinner_werkgever, laatste.id, ADRES)
    else:
        zaak.doe(wie, trek_invulverzoek_in, laatste.id)


def _open_links(loket: Loket, zaak: Zaakloket) -> int:
    with Session(loket.wereld.motor) as sessie:
        van_zaak = [een.id for een in zaak.doe(loket.consulent, invulverzoeken_van)]
        open_ = select(func.count()).where(Tekenlink.verzoek_id.in_(van_zaak), Tekenlink.gesloten_op.is_(None))
        return sessie.scalar(open_) or 0


@PROEF
@given(st.lists(st.sampled_from([*WERKGEVER, "definitief"]), min_size=2, max_size=7))
def test_de_werkgever_vult_in_in_elke_volgorde(snel_loket: Loket, handelingen: list[str]) -> None:
    alles = met(GEMEENTE, aanvraag={"vorm": "intern"}, werkgever={"iban": IBAN})
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", {**alles, "teksten": ZES_TEKSTEN})
    eerder = len(_geheimen(snel_loket))
    stand: str | None = None
    definitief = False
    for wat in handelingen:
        if wat == "definitief":
            if not definitief:
                zaak.doe(snel_loket.consulent, controleer)
                zaak.doe(snel_loket.consulent, maak_definitief)
                definitief, stand = True, "ingetrokken" if stand == "open" else stand
        else:
            mag = stand in WERKGEVER[wat] and not definitief
            gelukt = True
            try:
                _met_werkgever(zaak, wat, _geheimen(snel_loket)[eerder:])
            except (KanNiet, NietGevonden):
                gelukt = False
            assert gelukt == mag, f"{wat} vanuit {stand}, definitief: {definitief}"
            stand = WERKGEVER[wat][stand] if mag else stand
        verzoeken = zaak.doe(snel_loket.consulent, invulverzoeken_van)
        assert (verzoeken[0].status.value if verzoeken else None) == stand
        assert _open_links(snel_loket, zaak) == (1 if stand == "open" else 0)


def _aanvullen(zaak: Zaakloket, wat: str) -> None:
    loket = zaak.loket
    if wat == "vraag":
        gevraagd = [Onderdeel("client", "Cliënt")]
        zaak.doe(loket.deskundige, vraag_aanvulling, gevraagd, "", loket.vandaag + timedelta(14))
    elif wat == "vul_aan":
        zaak.doe(loket.coach, vul_aan, [Antwoord("Zit erbij.", klaar=True)], versie=None)
    elif wat == "trek_in":
        zaak.doe(loket.deskundige, trek_verzoek_in, versie=None)
    elif wat == "besluit":
        zaak.doe(loket.beslisser, besluit, AFWIJZEN)
    else:
        zaak.doe(loket.deskundige, kijk_na, volledig=wat == "volledig", oordeel="Blad 2.", versie=None)


@PROEF
@given(st.lists(st.sampled_from([*AANVULLING, "wacht", "besluit"]), min_size=2, max_size=7))
@example(["vraag", "wacht", "besluit", "vul_aan"])
def test_aanvullen_in_elke_volgorde(snel_loket: Loket, handelingen: list[str]) -> None:
    snel_loket.vandaag = date(2023, 3, 20)
    zaak = snel_loket.halfjaarzaak(HALFJAAR).tot_advies(snel_loket.deskundige)
    stand: str | None = None
    besloten = False
    for wat in handelingen:
        if wat == "wacht":
            snel_loket.vandaag += timedelta(21)
            stand = "verlopen" if stand == "gevraagd" else stand
            continue
        mag = not besloten and stand in (BESLISSEN if wat == "besluit" else AANVULLING[wat])
        gelukt = True
        try:
            _aanvullen(zaak, wat)
        except KanNiet:
            gelukt = False
        assert gelukt == mag, f"{wat} vanuit {stand}"
        besloten = besloten or (mag and wat == "besluit")
        stand = AANVULLING[wat][stand] if mag and wat != "besluit" else stand
        verzoek: Any = zaak.doe(snel_loket.deskundige, laatste_verzoek)
        assert (verzoek.status.value if verzoek else None) == (stand if stand != "verlopen" else "gevraagd")
        # Alleen zolang er gevraagd is ligt de beurt bij wie aanvult.
        wacht_op_ander = zaak.zaak(snel_loket.deskundige).beurt_stap is Zaakstap.AANVULLING
        assert wacht_op_ander == (stand in {"gevraagd", "verlopen"} and not besloten)
