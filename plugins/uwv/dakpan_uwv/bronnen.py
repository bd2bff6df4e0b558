"""De regelingen van UWV, met een korte naam om naar te verwijzen."""

from datetime import date

from dakpan.pluginkit import Bron

PROTOCOL_2014 = Bron("Beleidsregel Protocol Jobcoach UWV 2014 (BWBR0035263)", datum=date(2014, 7, 1))
INTERN_2011 = Bron("Beleidsregels UWV onderzoek interne jobcoaching (BWBR0029424)")
INTERN_2015 = Bron("Beleidsregel UWV Protocol Interne Jobcoach 2015 (BWBR0036046)")
NORMBEDRAGEN = Bron("UWV-normbedragen voorzieningen 2015 (BWBR0036026)")
RAPPORT = Bron("UWV-rapport Jobcoaching onder de loep (2023)")
VRAGEN = Bron("Veelgestelde vragen over het jobcoachportaal")
HANDLEIDING = Bron("Handleiding jobcoachportaal")
