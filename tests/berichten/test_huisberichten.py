"""Een bericht dat bij geen zaak hoort: in hetzelfde postvak, met dezelfde teller en dezelfde keuze voor e-mail."""

from collections.abc import Sequence

import pytest
from tests.berichten.conftest import Post

from dakpan.dossier.berichten import Aanleiding, ongelezen, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.postvak import lees_alles, postvak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import huisberichten
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import met_id
from dakpan.partijen.tables import Mailkeuze


def meld(post: Post, kenmerk: str, *aan: Vrager, soort: Huissoort = Huissoort.AANMELDING, brief: str = "") -> int:
    ids = [een.lidmaatschap_id for een in aan if een.lidmaatschap_id is not None]
    with post.wereld.als(post.beslisser) as handeling:
        nieuws = Huisnieuws(soort, kenmerk, over="Bob Bekend", brief=(lambda: brief) if brief else None)
        aantal = laat_weten(handeling.sessie, nieuws, met_id(handeling.sessie, ids), handeling.nu)
        handeling.sessie.commit()
    return aantal


def onderwerpen(post: Post, wie: Vrager) -> Sequence[str]:
    return [een.onderwerp for een in post.brieven(wie)]


def test_over_hetzelfde_komt_er_een_en_alleen_bij_wie_het_aangaat(post: Post) -> None:
    assert meld(post, "1", post.coach) == 1
    assert meld(post, "1", post.coach, post.accordeerder) == 1
    assert [(een.soort.value, een.over) for een in post.postvak(post.coach)] == [("aanmelding", "Bob Bekend")]
    assert post.postvak(post.beslisser) == []
    [bericht] = post.postvak(post.coach)
    with post.wereld.als(post.accordeerder) as handeling, pytest.raises(NietGevonden):
        huisberichten.lees(handeling, bericht.id)
    with post.wereld.als(post.coach) as handeling:
        assert ongelezen(handeling) == 1
        huisberichten.lees(handeling, bericht.id)
        assert ongelezen(handeling) == 0


def test_zij_staan_tussen_de_andere_de_nieuwste_eerst_en_tellen_samen(post: Post) -> None:
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id)
    for nummer in range(30):
        meld(post, str(nummer), post.coach)
        with post.wereld.als(post.beslisser) as handeling:
            rij = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
            stuur(handeling, Aanleiding.bij(Berichtsoort.VRAAG, rij, nummer), [post.coach.lidmaatschap_id])
            handeling.sessie.commit()
    with post.wereld.als(post.coach) as handeling:
        eerste, verder = postvak(handeling)
        tweede, klaar = postvak(handeling, verder)
        assert [een.soort.value for een in eerste[:4]] == ["vraag", "aanmelding", "vraag", "aanmelding"]
        assert (len(eerste), len(tweede), klaar) == (50, 10, None)
        assert not {een.id for een in eerste} & {een.id for een in tweede}
        assert ongelezen(handeling) == 60
        assert lees_alles(handeling) == 60
        assert ongelezen(handeling) == 0


def test_e_mail_komt_zoals_iemand_die_wil(post: Post) -> None:
    post.kies(post.accordeerder, Mailkeuze.DAGELIJKS)
    post.kies(post.consulent, Mailkeuze.GEEN)
    meld(post, "1", post.coach, post.accordeerder, post.consulent, brief="Bob wil bij u werken.")
    meld(post, "2", post.coach, soort=Huissoort.WAARDE_BEOORDEELD)
    [brief] = post.brieven(post.coach)  # een oordeel is ter informatie
    assert (brief.onderwerp, brief.tekst) == ("Iemand wil bij uw organisatie werken", "Bob wil bij u werken.")
    assert onderwerpen(post, post.accordeerder) == onderwerpen(post, post.consulent) == []
    post.ronde()
    post.ronde()
    assert onderwerpen(post, post.accordeerder) == ["1 nieuw bericht"]
    assert onderwerpen(post, post.consulent) == []
