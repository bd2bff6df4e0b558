"""De paragrafen van de uitvoeringsregels."""

from datetime import date

from dakpan.pluginkit import Bron

REGELS = Bron("Uitvoeringsregels jobcoaching gemeente Staphorst (CVDR690480)", datum=date(2023, 1, 3))

PAR_1_1 = REGELS.bij("par. 1.1")
PAR_1_2 = REGELS.bij("par. 1.2")
PAR_1_3 = REGELS.bij("par. 1.3")
PAR_1_4 = REGELS.bij("par. 1.4")
PAR_1_5 = REGELS.bij("par. 1.5")
PAR_1_6 = REGELS.bij("par. 1.6")
PAR_1_7 = REGELS.bij("par. 1.7")
PAR_2_1 = REGELS.bij("par. 2.1")
PAR_2_2 = REGELS.bij("par. 2.2")
PAR_3 = REGELS.bij("par. 3")
