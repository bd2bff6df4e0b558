"""De regels van een financier: opgezocht op de dag, aangevuld met wat hij zelf invult."""

from datetime import date
from importlib.metadata import EntryPoint

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.invoer.toml import OngeldigBestand, Plek
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenant import GekozenRegelset, Huisstijl, Tenant
from dakpan.regels.parameters.model import Parameter, Reeks, Soort
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regelset import Regelset
from dakpan.regels.register import GROEP, Register
from dakpan.uitleg.bron import Bron

VANAF, LATER = date(2022, 1, 1), date(2024, 1, 1)
BRON = Bron("Besluit")
TARIEF = Parameter("tarief", "Uurtarief", Soort.BEDRAG, "euro", BRON.ontbreekt, {(): Reeks(())})
RIJ = {"vanaf": VANAF, "bron": "besluit", "vindplaats": "1", "zekerheid": "tekst", "waarde": "95.45"}


class Proef(Regelset):
    """Een regelset met één lege parameter, zonder pakket op schijf."""

    @classmethod
    def eigen_parameters(cls) -> Parameters:
        return Parameters("proef", "Proef", "1", {"besluit": BRON}, {"tarief": TARIEF})


@pytest.fixture(name="register")
def _register() -> Register:
    return Register([EntryPoint("proef", f"{__name__}:Proef", GROEP)])


def _tenant(slug: str, *aanvullingen: dict[str, object]) -> Tenant:
    plek = Plek(f"{slug}.toml", "regelset.1")
    keuzes = zip((VANAF, LATER), aanvullingen, strict=False)
    gekozen = tuple(GekozenRegelset(vanaf, "proef", plek, aanvulling) for vanaf, aanvulling in keuzes)
    return Tenant(slug, slug, Huisstijl(slug, "#154273", slug), gekozen)


AANVULLING: dict[str, object] = {"tarief": {"waarden": [RIJ]}}


def test_voor_de_eerste_dag_is_er_geen_regelset(register: Register) -> None:
    regelboek = Regelboek(register, {"dam": _tenant("dam", {})})
    assert regelboek.van_tenant("dam", date(2021, 12, 31)) is None
    assert regelboek.van_tenant("dam", VANAF) is not None


def test_zonder_aanvulling_gelden_de_eigen_parameters(register: Register) -> None:
    regelboek = Regelboek(register, {"dam": _tenant("dam", {})})
    assert regelboek.van_tenant("dam", VANAF) is regelboek.van_regelset("proef")


def test_een_aanvulling_geldt_alleen_voor_die_tenant(register: Register) -> None:
    regelboek = Regelboek(register, {"dam": _tenant("dam", {}), "vul": _tenant("vul", AANVULLING)})
    gevuld, leeg = regelboek.van_tenant("vul", VANAF), regelboek.van_tenant("dam", VANAF)
    assert gevuld is not None
    assert leeg is not None
    waarde = gevuld.parameters.lijst["tarief"].op((), VANAF)
    assert waarde is not None
    assert waarde.waarde == Bedrag(9545)
    assert leeg.parameters.lijst["tarief"].op((), VANAF) is None


def test_elke_ingangsdag_heeft_zijn_eigen_aanvulling(register: Register) -> None:
    regelboek = Regelboek(register, {"vul": _tenant("vul", AANVULLING, {})})
    eerst, later = regelboek.van_tenant("vul", VANAF), regelboek.van_tenant("vul", LATER)
    assert eerst is regelboek.van_tenant("vul", date(2023, 12, 31))
    assert later is regelboek.van_regelset("proef")


def test_een_onbekende_tenant_of_regelset(register: Register) -> None:
    regelboek = Regelboek(register, {})
    with pytest.raises(KeyError, match="weg"):
        regelboek.van_tenant("weg", VANAF)
    with pytest.raises(KeyError, match="weg"):
        regelboek.van_regelset("weg")


def test_een_slechte_aanvulling_blijkt_bij_de_start(register: Register) -> None:
    regelboek = Regelboek(register, {"dam": _tenant("dam", {}), "vul": _tenant("vul", {}, {"tarif": {}})})
    with pytest.raises(OngeldigBestand, match=r"vul\.toml: regelset\.1\.parameters\.tarif: .*bedoelde u 'tarief'\?"):
        regelboek.controleer()
