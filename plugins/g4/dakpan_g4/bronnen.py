"""De afspraak van maart 2015, en het rapport dat haar beschrijft."""

from datetime import date

from dakpan.pluginkit import Bron

AFSPRAAK = Bron("Vraag en antwoord jobcoaching, afspraak G4 en UWV", datum=date(2015, 3, 1))
RAPPORT = Bron("UWV-rapport Jobcoaching onder de loep (2023)")

PAR_6_1 = RAPPORT.bij("par. 6.1")
BEDRAGEN = AFSPRAAK.bij("tabel maximale kosten per begeleidingsniveau")
DUUR = AFSPRAAK.bij("structurele jobcoaching; UWV-rapport par. 6.1")
TARIEF = AFSPRAAK.bij("verschil interne en externe jobcoach")
