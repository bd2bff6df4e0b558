"""Een factuur per e-mail, op beide databases: wat er weggaat, wat er blijft staan, en wat er misgaat onderweg."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.crediteren import maak_creditnota
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.facturen import Factuurgegevens, factuur_bij, maak_factuur
from dakpan.betaling.factureren.post import Verzonden, maak_mail, verstuur_factuur, verzendingen
from dakpan.betaling.factureren.verzendtabel import Factuurverzending
from dakpan.betaling.rekening.gegevens import Adresgegevens, Rekeninggegevens, bewaar_factuuradres, bewaar_rekening
from dakpan.betaling.tables import Declaratie
from dakpan.instellingen import Instellingen
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import post
from dakpan.partijen.post import bezorg
from dakpan.partijen.posttabellen import Briefbijlage
from dakpan.partijen.tables import Brief

PLEIN = ("Financier Proef", "Plein 2", "1234 CD", "Proefstad", "00000001002220647000")


def openen(motor: Engine, email: str | None) -> tuple[Loket, Bouwzaak, Declaratie]:
    """Een ingediende declaratie met haar factuur; de financier vulde wel of geen e-mailadres in."""
    loket = Loket.open(motor, "uwv-noord")
    with loket.wereld.als(loket.betaler) as handeling:
        bewaar_rekening(handeling, Rekeninggegevens("Financier Proef", "NL20INGB0001234567"), None)
        bewaar_factuuradres(handeling, Adresgegevens(*PLEIN, email=email), None)
    zaak = loket.zaak(minuten=[60])
    declaratie = loket.dien_in(zaak, tarieven=(TARIEF,))
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        maak_factuur(handeling, rij, declaratie.id, Factuurgegevens("F-1", verplichtingnummer="4500012345"))
    return loket, zaak, declaratie


def verstuur(loket: Loket, zaak: Bouwzaak, declaratie: Declaratie, *, nogmaals: bool = False) -> Factuurverzending:
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        return verstuur_factuur(handeling, rij, declaratie.id, nogmaals=nogmaals)


def stand(loket: Loket, zaak: Bouwzaak, declaratie: Declaratie) -> list[Verzonden]:
    """Wat de financier ervan ziet."""
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        factuur = factuur_bij(handeling, haal_declaratie(handeling, rij, declaratie.id))
        assert factuur is not None
        return verzendingen(handeling, factuur)


def breng(loket: Loket, plek: Path) -> int:
    with loket.wereld.als(loket.declarant) as handeling:
        nu = handeling.nu
        kaal = {"demo": False, "https": False, "adres": "http://localhost"}
        inrichting = Instellingen("", "g" * 32, (), "", post_map=plek, **kaal)  # type: ignore[arg-type]
        return bezorg(handeling.sessie, inrichting, nu)


def test_versturen_bezorgen_en_nog_een_keer(motor: Engine, tmp_path: Path) -> None:
    """60 minuten van 95,45 is met 21% btw 115,49; een tweede keer gaat alleen met nogmaals."""
    loket, zaak, declaratie = openen(motor, "facturen@financier.voorbeeld.invalid")
    verstuur(loket, zaak, declaratie)
    [eerst] = stand(loket, zaak, declaratie)
    assert (eerst.aan, eerst.door, eerst.weg_op, eerst.mislukt) == (
        "facturen@financier.voorbeeld.invalid",
        "Dirk Declarant",
        None,
        False,
    )
    assert breng(loket, tmp_path) == 1
    [brief] = [pad.read_bytes() for pad in tmp_path.glob("*.eml")]
    for stuk in (b"F-1", b"4500012345", (declaratie.nummer or "?").encode(), b"115,49", b'filename="factuur-F-1.xml"'):
        assert stuk in brief
    [weg] = stand(loket, zaak, declaratie)
    assert weg.weg_op is not None
    with loket.wereld.als(loket.declarant) as handeling:
        assert handeling.sessie.scalars(select(Briefbijlage.inhoud)).all() == [None]
    with pytest.raises(KanNiet, match="F-1 is al verstuurd"):
        verstuur(loket, zaak, declaratie)
    verstuur(loket, zaak, declaratie, nogmaals=True)
    assert len(stand(loket, zaak, declaratie)) == 2


def test_ook_een_creditnota_gaat_per_e_mail_en_noemt_haar_factuur(motor: Engine, tmp_path: Path) -> None:
    """De hele declaratie komt terug: 115,49 op de creditnota, en elk stuk telt zijn eigen keren."""
    loket, zaak, declaratie = openen(motor, "facturen@financier.voorbeeld.invalid")
    verstuur(loket, zaak, declaratie)
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        nu = haal_declaratie(handeling, rij, declaratie.id)
    loket.keur(zaak, nu, goed=False, reden="Niet van deze periode")
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        nota = maak_creditnota(handeling, rij, declaratie.id, "C-1")
        verstuur_factuur(handeling, rij, declaratie.id, nota.id)
        assert len(verzendingen(handeling, nota)) == 1
    assert len(stand(loket, zaak, declaratie)) == 1
    assert breng(loket, tmp_path) == 3  # de factuur, het bericht dat zij terugkwam, en de creditnota
    [brief] = [een for een in (pad.read_bytes() for pad in tmp_path.glob("*.eml")) if b"C-1" in een]
    for stuk in (b"bij factuur F-1", b"4500012345", b"115,49", b"Hierbij de creditnota", b"C-1.xml"):
        assert stuk in brief
    with loket.met(loket.declarant, zaak) as (handeling, rij), pytest.raises(KanNiet, match="C-1 is al verstuurd"):
        verstuur_factuur(handeling, rij, declaratie.id, nota.id)


def test_mislukt_onderweg_staat_erbij_en_gaat_later_alsnog(
    motor: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loket, zaak, declaratie = openen(motor, "facturen@financier.voorbeeld.invalid")
    verstuur(loket, zaak, declaratie)

    def stuk(*_: object) -> None:
        raise OSError("geen verbinding")

    with monkeypatch.context() as even:
        even.setattr(post, "_in_map", stuk)
        assert breng(loket, tmp_path) == 0
    [mislukt] = stand(loket, zaak, declaratie)
    assert (mislukt.weg_op, mislukt.mislukt) == (None, True)
    with loket.wereld.als(loket.declarant) as handeling:
        handeling.sessie.scalars(select(Brief)).one().opnieuw_vanaf = None
        handeling.sessie.commit()
    assert breng(loket, tmp_path) == 1


def test_stopt_het_halverwege_dan_is_er_niets_verstuurd(motor: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    loket, zaak, declaratie = openen(motor, "facturen@financier.voorbeeld.invalid")

    def stuk(*_: object) -> None:
        raise RuntimeError("de stroom valt uit")

    monkeypatch.setattr("dakpan.betaling.factureren.post.leg_vast", stuk)
    with pytest.raises(RuntimeError):
        verstuur(loket, zaak, declaratie)
    with loket.wereld.als(loket.declarant) as handeling:
        tellingen = [select(func.count()).select_from(een) for een in (Brief, Briefbijlage, Factuurverzending)]
        assert [handeling.sessie.scalar(een) for een in tellingen] == [0, 0, 0]


def test_zonder_adres_zegt_het_wat_te_doen_en_een_financier_verstuurt_niet(motor: Engine) -> None:
    loket, zaak, declaratie = openen(motor, None)
    with pytest.raises(KanNiet, match="geen e-mailadres voor facturen"):
        verstuur(loket, zaak, declaratie)
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij), pytest.raises(NietGevonden):
        maak_mail(handeling, rij, haal_declaratie(handeling, rij, declaratie.id))
