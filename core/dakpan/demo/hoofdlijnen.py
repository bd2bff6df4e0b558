"""Een financier heeft genoeg aan een logboek op hoofdlijnen, en zijn coaches schrijven het."""

from collections.abc import Sequence

from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop, Toneel
from dakpan.partijen.rechten import Recht
from dakpan.uren.hoofdlijnen.kiezen import kies
from dakpan.uren.hoofdlijnen.schrijven import hoofdlijnen_van, periode_van, schrijf_op, te_beschrijven, versie_van
from dakpan.uren.perioden import MijnPeriode, mijn_perioden


def schrijf_hoofdlijnen(toneel: Toneel, lopen: Sequence[Loop]) -> int:
    """Bij wie er in de spelers om vraagt, per doel waaraan is gewerkt. Hoeveel teksten staan er?"""
    aantal = 0
    for tenant_id, gegevens in toneel.spelers.financiers.items():
        if "op_hoofdlijnen" in gegevens:
            beheerder = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.WAARDEN_BEHEREN)
            erbij = str(gegevens["op_hoofdlijnen"])
            kies(toneel.als(beheerder, toneel.nu), op_hoofdlijnen=True, toelichting=erbij, versie=None)
            aantal += sum(_schrijf(loop) for loop in lopen if loop.tenant_id == tenant_id and not loop.gestopt)
    return aantal


def _schrijf(loop: Loop) -> int:
    if loop.coach is None:
        return 0
    perioden = mijn_perioden(loop.toneel.als(loop.coach, loop.toneel.nu))
    open_ = [een for een in perioden if een.zaak_id == loop.zaak_id and een.weigering is None]
    return sum(_in(loop, een) for een in open_)


def _in(loop: Loop, mijn: MijnPeriode) -> int:
    assert loop.coach is not None  # noqa: S101 - zonder coach was er geen periode
    handeling = loop.toneel.als(loop.coach, loop.toneel.nu)
    zaak = loop.zaak(handeling)
    periode = periode_van(handeling, zaak, mijn.periode_id)
    per_doel = loop.toneel.spelers.teksten["hoofdlijn"]
    bekend = [doel for doel in te_beschrijven(handeling, zaak, periode) if doel in per_doel]
    teksten = {doel: invullen(per_doel[doel], loop) for doel in bekend}
    nu = versie_van(hoofdlijnen_van(handeling, zaak.tenant_id, zaak.id, periode.id))
    schrijf_op(handeling, zaak, periode, teksten, nu)
    return len(teksten)
