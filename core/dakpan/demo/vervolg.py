"""Wat een coach naast de vragen doet: de matching beschrijven, en tegen het einde het vervolg beginnen."""

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.matching import mag_lezen, schrijf_matching
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop
from dakpan.opslag.handeling import Handeling
from dakpan.wandeling.vervolg import begin_vervolg


def beschrijf_matching(loop: Loop, handeling: Handeling) -> None:
    """De vijf aspecten, waar het formulier ernaar vraagt en wie het invult ze mag lezen."""
    zaak = loop.zaak(handeling)
    formulier = formulier_voor(handeling, zaak, haal_aanvraag(handeling, zaak))
    if mag_lezen(handeling) and formulier.pagina("matching") is not None:
        teksten: dict[str, str] = loop.toneel.spelers.teksten["matching"]
        schrijf_matching(handeling, zaak, {naam: invullen(tekst, loop) for naam, tekst in teksten.items()})


def begin_het_vervolg(loop: Loop) -> None:
    """Een vervolg dat net is begonnen: wat bekend was staat er al, en niemand keek het nog na."""
    if loop.plan.vervolg and loop.coach is not None:
        handeling = loop.toneel.als(loop.coach, loop.toneel.nu)
        begin_vervolg(handeling, loop.zaak(handeling))
