"""Wat elke regelset belooft, als pytest-klasse om van te erven."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar
from weakref import WeakKeyDictionary

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.testing.herkomst import vreemde_imports
from dakpan.testing.reeksen import foute_parameters
from dakpan.testing.ronde import Ronde, maak_ronde
from dakpan.testing.sommen import foute_sommen
from dakpan.testing.typen import vreemde_waarden
from dakpan.testing.uitleg import onverklaarde_cijfers, slechte_bevindingen, slechte_stappen
from dakpan.testing.vragen import NODIG, beantwoord, vergeten

_TONEN = 10


class RegelsetContract:
    """Houdt een regelset zich aan haar beloften? Erf hiervan en noem de klasse::

        class TestMijnGemeente(RegelsetContract):
            regelset = MijnGemeente

    ``dossiers`` en ``peildata`` zijn eigen zaken en dagen, boven op het raster van de testkit.
    """

    regelset: ClassVar[type[Regelset]]
    dossiers: ClassVar[Sequence[Dossier]] = ()
    peildata: ClassVar[Sequence[date]] = ()

    def test_laadt_zonder_onbekende_vraag(self) -> None:
        """Kent de kern elke hook en elk argument, en heeft elke vraag haar ``@hookimpl``?"""
        Regels(self.regelset())
        meld(f"{naam} mist @hookimpl, dus niemand hoort haar" for naam in vergeten(self.regelset))

    def test_beantwoordt_wat_toets_nodig_heeft(self) -> None:
        """Zonder deze vier antwoorden kan ``dakpan toets`` niets zeggen."""
        gemist = sorted(set(NODIG) - beantwoord(self.regelset))
        meld(f"{naam} ontbreekt; `dakpan toets` kan niet zonder" for naam in gemist)

    def test_antwoordt_op_elke_zaak_zonder_fout(self) -> None:
        """Geeft elke vraag voor elke zaak en dag een antwoord van de beloofde soort?"""
        fouten = [a for a in self._ronde().antwoorden if a.fout is not None]
        meld(f"{a.vraag}: {type(a.fout).__name__}: {a.fout}" for a in fouten)

    def test_elke_stap_heeft_tekst_en_bron(self) -> None:
        """Kan een mens elke berekening narekenen?"""
        meld(fout for a in self._ronde().antwoorden for fout in slechte_stappen(a, self._naam()))

    def test_elke_bevinding_heeft_tekst_bron_en_eigen_code(self) -> None:
        """Zegt elke bevinding in een zin wat er is, volgens welke bron?"""
        meld(fout for a in self._ronde().antwoorden for fout in slechte_bevindingen(a, self._naam()))

    def test_elk_cijfer_komt_uit_een_stap(self) -> None:
        """Staat elk cijfer van een omvang in een stap?"""
        omvang = [a for a in self._ronde().antwoorden if a.vraag.naam == "bereken_omvang"]
        meld(fout for a in omvang for fout in onverklaarde_cijfers(a))

    def test_antwoorden_dragen_alleen_domeintypen(self) -> None:
        """Is geld altijd ``Bedrag`` en tijd altijd ``Duur``, ``Uren`` of ``date``; nergens een kommagetal?"""
        gezien: dict[int, object] = {}
        uitkomsten = [(str(a.vraag), a.uitkomst) for a in self._ronde().antwoorden]
        meld(fout for vraag, uitkomst in uitkomsten for fout in vreemde_waarden(uitkomst, vraag, gezien))

    def test_gelijke_vraag_gelijk_antwoord(self) -> None:
        """Twee keer vragen, in een andere volgorde of aan een verse instantie: telkens hetzelfde?"""
        meld(self._ronde().wisselvallig())

    def test_geen_klok_toeval_netwerk_of_bestand(self) -> None:
        """Rekent de regelset alleen met wat zij krijgt?"""
        meld(self._ronde().overtredingen)

    def test_laden_vraagt_geen_klok(self) -> None:
        """Staat er ook buiten de functies geen ``date.today()``? Het pakket laadt in een eigen proces."""
        opdracht = [sys.executable, "-c", _LAAD, self.regelset.pakket, *sys.path]
        klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
        laatste = klaar.stderr.strip().splitlines()[-1:]
        meld(regel for regel in (*klaar.stdout.splitlines(), *laatste) if regel)

    def test_gebruikt_van_de_kern_alleen_pluginkit(self) -> None:
        """Blijft de regelset werken als de kern van binnen verandert?"""
        meld(vreemde_imports(self.regelset.pakket))

    def test_parameters_hebben_bron_en_volgorde(self) -> None:
        """Heeft elke waarde een bron, en geldt zij precies op haar eigen dagen?"""
        meld(foute_parameters(self.regelset.eigen_parameters()))

    def test_delen_tellen_op(self) -> None:
        """Zijn groepsdelen, jaardelen en termijnbedragen samen het geheel, en blijft geld binnen de toekenning?"""
        meld(fout for a in self._ronde().antwoorden for fout in foute_sommen(a))

    @classmethod
    def _ronde(cls) -> Ronde:
        if cls not in _RONDES:
            _RONDES[cls] = maak_ronde(cls.regelset, cls.dossiers, cls.peildata)
        return _RONDES[cls]

    @classmethod
    def _naam(cls) -> str:
        return cls.regelset.eigen_parameters().regelset


_RONDES: WeakKeyDictionary[type[RegelsetContract], Ronde] = WeakKeyDictionary()


def meld(fouten: Iterable[str]) -> None:
    """Faalt met de eerste meldingen als er een is."""
    alle = list(fouten)
    if alle:
        rest = f"\n… en nog {len(alle) - _TONEN}" if len(alle) > _TONEN else ""
        raise AssertionError("\n".join(alle[:_TONEN]) + rest)


_LAAD = """
import sys
sys.path[:] = sys.argv[2:]
import dakpan.pluginkit
from importlib import import_module
from dakpan.testing.bewaking import Bewaking
with Bewaking(alleen_van=sys.argv[1]) as bewaking:
    import_module(sys.argv[1])
print("\\n".join(bewaking.overtredingen))
"""
