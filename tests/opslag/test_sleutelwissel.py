"""Een andere sleutel: elk BSN blijft leesbaar en vindbaar, en de oude sleutel kan weg."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.opslag.vragers import ANDERE_FINANCIER, ANDERE_TENANT, FINANCIER, MIJN_TENANT, sessie_van

from dakpan.begrippen.nummers import Bsn
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Kant
from dakpan.partijen.sleutelwissel import wissel_sleutels
from dakpan.partijen.tables import Persoon

OUD, NIEUW, ZOEK = "o" * 40, "n" * 40, "z" * 40
BSN = Bsn("111222333")


def test_na_de_wissel_past_alleen_de_nieuwe_sleutel(motor: Engine) -> None:
    oud = Sleutelbos((OUD,), ZOEK)
    for vrager, tenant in ((FINANCIER, MIJN_TENANT), (ANDERE_FINANCIER, ANDERE_TENANT)):
        with sessie_van(motor, vrager) as sessie:
            eigen = {"tenant_id": tenant, "kant": Kant.FINANCIER, "voornaam": "Bo", "achternaam": "Bloem"}
            afdruk = oud.vingerafdruk(tenant, BSN)
            sessie.add(Persoon(bsn_cijfer=oud.versleutel(BSN), bsn_zoek=afdruk, bsn_eind="2333", **eigen))
            sessie.add(Persoon(**eigen))
            sessie.commit()
    with Session(motor) as sessie:
        assert wissel_sleutels(sessie, Sleutelbos((NIEUW, OUD), ZOEK)) == 2
    nieuw = Sleutelbos((NIEUW,), ZOEK)
    with sessie_van(motor, FINANCIER) as sessie:
        gevonden = sessie.scalars(select(Persoon).where(Persoon.bsn_zoek == nieuw.vingerafdruk(MIJN_TENANT, BSN))).one()
        assert gevonden.bsn_cijfer is not None
        assert nieuw.ontsleutel(gevonden.bsn_cijfer) == BSN
