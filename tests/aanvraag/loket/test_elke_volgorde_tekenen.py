"""Verzoeken om te tekenen in elke volgorde van handelingen, met de echte diensten en een klein model ernaast.

Na elke stap is elk verzoek wat het model zegt, en is er nooit meer dan één dat met een link te tekenen is.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_tekenen import ADRES, MENSEN, _brieven, _teken, _vraag
from tests.aanvraag.loket.test_tekenen_op_papier import op_papier

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tekenen.verzoeken import herinner, herroep, onderteken_op_papier, trek_in, verzoeken_van
from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import NietGevonden

VOLGORDE = (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)
LOPEND = ("wacht", "open")
DADEN = ["vraag", "teken", "herinner", "trek_in", "papier", "herroep"]


class Model:
    """Hoeveel handtekeningen er staan, en per verzoek van wie en hoe ver."""

    def __init__(self) -> None:
        self.getekend = 0
        self.verzoeken: list[list[str]] = []

    def laatste(self, partij: str) -> str | None:
        return next((stand for wie, stand in reversed(self.verzoeken) if wie == partij), None)

    @property
    def beurt(self) -> str:
        return VOLGORDE[self.getekend].value if self.getekend < len(VOLGORDE) else ""

    def mag(self, wat: str) -> bool:
        nog = bool(self.beurt)
        return {
            "vraag": nog,
            "papier": nog,
            "teken": nog and self.laatste(self.beurt) == "open",
            "herinner": nog and self.laatste(self.beurt) == "open",
            "trek_in": nog and self.laatste("client") in LOPEND,
            "herroep": self.getekend > 0,
        }[wat]

    def doe(self, wat: str) -> None:
        if wat == "vraag":
            self._zet(LOPEND, "ingetrokken")
            self.verzoeken += [[een.value, "wacht"] for een in VOLGORDE[self.getekend :]]
        elif wat == "trek_in":
            self._zet(LOPEND, "ingetrokken", "client")
        elif wat == "herroep":
            self.getekend -= 1
            self._zet(("getekend",), "ingetrokken", self.beurt)
            self._zet(LOPEND, "ingetrokken")
        elif wat in {"teken", "papier"}:
            self._zet(LOPEND, "getekend" if wat == "teken" else "ingetrokken", self.beurt)
            self.getekend += 1
        if wat in {"vraag", "teken", "papier"}:
            self._zet(("wacht",), "open", self.beurt)

    def _zet(self, van: tuple[str, ...], naar: str, partij: str | None = None) -> None:
        for een in self.verzoeken:
            if een[1] in van and partij in {None, een[0]}:
                een[1] = naar


def _doe(zaak: Zaakloket, wat: str, beurt: str, eerder: dict[Partij, int]) -> None:
    wie, alle = zaak.loket.coach, zaak.doe(zaak.loket.coach, verzoeken_van)
    partij = Partij(beurt) if beurt else Partij.CLIENT
    if wat == "vraag":
        zaak.doe(wie, _vraag, MENSEN)
    elif wat == "papier":
        zaak.doe(wie, onderteken_op_papier, op_papier(partij, MENSEN[partij].naam), None, adres=ADRES)
    elif wat == "herroep":
        zaak.doe(wie, herroep, None)
    elif wat == "teken":
        if len(_brieven(zaak, MENSEN[partij].email)) == eerder[partij]:
            raise NietGevonden  # in deze zaak kreeg hij nog geen link
        _teken(zaak, partij, machtiging=False if partij is Partij.CLIENT else None)
    else:
        gezocht = Partij.CLIENT if wat == "trek_in" else partij
        verzoek = next((een for een in reversed(alle) if een.partij is gezocht), None)
        if verzoek is None:
            raise NietGevonden
        zaak.doe(wie, *((trek_in, verzoek.id) if wat == "trek_in" else (herinner, verzoek.id, ADRES)))


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(DADEN), min_size=3, max_size=8))
def test_tekenen_in_elke_volgorde(snel_loket: Loket, handelingen: list[str]) -> None:
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR).tot_definitief(snel_loket.coach)
    model, eerder = Model(), {een: len(_brieven(zaak, MENSEN[een].email)) for een in VOLGORDE}
    for wat in ["vraag", *handelingen]:
        mag, gelukt = model.mag(wat), True
        try:
            _doe(zaak, wat, model.beurt, eerder)
        except (KanNiet, NietGevonden):
            gelukt = False
        assert gelukt == mag, f"{wat} met {model.getekend} handtekeningen en {model.verzoeken}"
        if mag:
            model.doe(wat)
        verzoeken = [[een.partij.value, een.status.value] for een in zaak.doe(snel_loket.coach, verzoeken_van)]
        assert verzoeken == model.verzoeken
        assert len(zaak.aanvraag(snel_loket.coach).handtekeningen) == model.getekend
        assert sum(stand == "open" for _wie, stand in verzoeken) <= 1
