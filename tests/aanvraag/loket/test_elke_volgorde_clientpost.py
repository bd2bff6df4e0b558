"""De machtiging om post mee te lezen in elke volgorde: vragen, geven, weigeren, op papier, intrekken, opbergen.

Naast de database staat een klein model. Na elke stap geldt er ten hoogste één machtiging, is elk verzoek wat het model
zegt, en leest de organisatie precies de brieven die er lagen toen zij een machtiging had. Elke stap duurt een dag.
"""

import re
from itertools import count

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_clientpost import ADRES, _beslis_over_wijziging, _bezoek, _geef, _scan, _stop
from tests.aanvraag.loket.test_wijzigen import toegekend

from dakpan.aanvraag.clientpost.machtiging import (
    herinner_machtiging,
    leg_papier_vast,
    trek_vraag_in,
    vraag_machtiging,
    vragen_van,
)
from dakpan.aanvraag.clientpost.stukken import clientpost, nieuwe_post
from dakpan.aanvraag.vialink.links import LINK_GELDIG
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.archief import archiveer, haal_terug
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Brief
from dakpan.wandeling import clientpost as wandeling

MENSEN = count(1)
VRAGEN = ["vraag", "herinner", "trek_vraag_in", "papier"]
MET_LINK = ["geef", "geef", "weiger", "stop", "oude_link"]
DADEN = [*VRAGEN, *MET_LINK, "namens", "brief", "brief", "berg_op", "haal_terug", "wacht"]


class Model:
    """Elk verzoek, elke machtiging als [begin, eind], elke brief met zijn dag, en of de zaak nog loopt."""

    def __init__(self) -> None:
        self.dag = 0
        self.verzoeken: list[str] = []
        self.verstuurd = 0
        self.machtigingen: list[tuple[str, int | None]] = []
        self.brieven = [-1]
        self.loopt = True

    @property
    def geldt(self) -> str:
        """Hoe gaf de cliënt de machtiging die nu geldt? Leeg: er geldt er geen."""
        return next((hoe for hoe, eind in self.machtigingen if eind is None), "")

    @property
    def open(self) -> bool:
        return "open" in self.verzoeken

    def mag(self, wat: str) -> bool:
        link = self.open and self.dag < self.verstuurd + LINK_GELDIG.days
        return {
            "vraag": not self.geldt and self.loopt,
            "papier": not self.geldt and self.loopt,
            "herinner": self.open and self.loopt,
            "trek_vraag_in": self.open,
            "geef": link,
            "weiger": link,
            "stop": self.geldt == "link",
            "oude_link": False,
            "namens": bool(self.geldt),
            "brief": self.loopt,
            "berg_op": self.loopt,
            "haal_terug": not self.loopt,
            "wacht": True,
        }[wat]

    def doe(self, wat: str) -> None:
        if wat in {"vraag", "papier", "trek_vraag_in"}:
            self._zet("open", "ingetrokken")
        if wat == "vraag":
            self.verzoeken.append("open")
        if wat in {"vraag", "herinner"}:
            self.verstuurd = self.dag
        if wat in {"geef", "weiger"}:
            self._zet("open", "ingevuld" if wat == "geef" else "geweigerd")
        if wat in {"geef", "papier"}:
            self.machtigingen.append(("link" if wat == "geef" else "papier", None))
        if wat in {"stop", "namens"}:
            self.machtigingen[-1] = self.machtigingen[-1][0], self.dag
            self._zet("ingevuld", "ingetrokken")
        if wat == "brief":
            self.brieven.append(self.dag)
        if wat in {"berg_op", "haal_terug"}:
            self.loopt = wat == "haal_terug"

    def _zet(self, van: str, naar: str) -> None:
        self.verzoeken = [naar if een == van else een for een in self.verzoeken]

    @property
    def leesbaar(self) -> int:
        """Wat er lag zolang er een machtiging gold, ook van daarvoor; na het intrekken niets nieuws."""
        return sum(any(eind is None or brief <= eind for _hoe, eind in self.machtigingen) for brief in self.brieven)


def _geheimen(loket: Loket, email: str) -> list[str]:
    """Elke link die deze cliënt kreeg, de laatste het laatst."""
    with Session(loket.wereld.motor) as sessie:
        teksten = sessie.scalars(select(Brief.tekst).where(Brief.aan == email).order_by(Brief.gemaakt_op, Brief.id))
        return [een for tekst in teksten for een in re.findall(r"/machtigen/(\S+)", tekst)]


def _berg_op(handeling: Handeling, zaak: Zaak) -> None:
    zaak.status = Zaakstatus.AFGEROND
    assert archiveer(handeling, [(zaak.tenant_id, zaak.id)]) == 1


def _haal_terug(handeling: Handeling, zaak: Zaak) -> None:
    assert haal_terug(handeling, [(zaak.tenant_id, zaak.id)]) == 1
    zaak.status = Zaakstatus.LOPEND
    handeling.sessie.commit()


def _met_link(loket: Loket, wat: str, geheimen: list[str]) -> None:
    """De laatste link, of ook een die daarvoor kwam: die werkt nooit meer."""
    kies = geheimen[:-1] if wat == "oude_link" else geheimen[-1:]
    if not kies:
        raise NietGevonden
    if wat == "weiger":
        with _bezoek(loket, kies[0]) as (handeling, link):
            wandeling.weiger(handeling, link)
    else:
        (_stop if wat == "stop" else _geef)(loket, kies[0])


def _doe(zaak: Zaakloket, mens: Mens, wat: str) -> None:
    loket, coach = zaak.loket, zaak.loket.coach
    laatste = next(iter(zaak.doe(coach, vragen_van)), None)
    if wat in MET_LINK:
        _met_link(loket, wat, _geheimen(loket, mens.email))
    elif wat == "vraag":
        zaak.doe(coach, vraag_machtiging, mens, ADRES)
    elif wat == "papier":
        zaak.doe(coach, leg_papier_vast, mens, loket.vandaag, _scan())
    elif wat == "namens":
        zaak.doe(loket.beslisser, wandeling.trek_in, "Zij belde.")
    elif wat == "brief":
        _beslis_over_wijziging(zaak)
    elif wat in {"berg_op", "haal_terug"}:
        if (zaak.zaak(coach).status is Zaakstatus.LOPEND) == (wat == "haal_terug"):
            raise KanNiet
        zaak.doe(coach, _berg_op if wat == "berg_op" else _haal_terug)
    elif wat in {"herinner", "trek_vraag_in"}:
        if laatste is None:
            raise NietGevonden
        zaak.doe(
            coach, *((herinner_machtiging, laatste.id, ADRES) if wat == "herinner" else (trek_vraag_in, laatste.id))
        )


def _vergelijk(zaak: Zaakloket, model: Model) -> None:
    loket = zaak.loket
    vragen = zaak.doe(loket.coach, vragen_van)
    assert [een.status.value for een in reversed(vragen)] == model.verzoeken
    post = zaak.doe(loket.coach, clientpost)
    gevonden = [(een.hoe.value, een.ingetrokken_op is not None) for een in reversed(post.machtigingen)]
    assert gevonden == [(hoe, eind is not None) for hoe, eind in model.machtigingen]
    assert sum(een.ingetrokken_op is None for een in post.machtigingen) <= 1
    assert (post.geldend.hoe.value if post.geldend is not None else "") == model.geldt
    assert (len(post.stukken), post.alleen_client) == (model.leesbaar, len(model.brieven) - model.leesbaar)
    assert zaak.doe(loket.coach, nieuwe_post) == model.leesbaar
    assert len(zaak.doe(loket.beslisser, clientpost).stukken) == len(model.brieven)


@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(st.sampled_from(DADEN), min_size=3, max_size=9))
@example(["vraag", "geef", "brief", "berg_op", "stop", "haal_terug", "brief", "papier", "oude_link"])
@example(["vraag", "wacht", "geef", "herinner", "weiger", "vraag", "papier", "geef", "stop", "namens", "brief"])
@example(["papier", "namens", "brief", "vraag", "berg_op", "geef", "namens", "stop"])
def test_de_machtiging_in_elke_volgorde(snel_loket: Loket, handelingen: list[str]) -> None:
    zaak, model = toegekend(snel_loket), Model()
    mens, begin = Mens("Mila Bakker", f"mila{next(MENSEN)}@voorbeeld.invalid"), snel_loket.vandaag
    for wat in handelingen:
        model.dag += LINK_GELDIG.days if wat == "wacht" else 1
        snel_loket.vandaag = begin.fromordinal(begin.toordinal() + model.dag)
        mag, gelukt = model.mag(wat), True
        try:
            _doe(zaak, mens, wat)
        except (KanNiet, NietGevonden):
            gelukt = False
        assert gelukt == mag, f"{wat} met {model.verzoeken} en {model.machtigingen}"
        if mag:
            model.doe(wat)
        _vergelijk(zaak, model)
