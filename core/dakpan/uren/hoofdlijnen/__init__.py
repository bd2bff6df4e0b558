"""Het logboek op hoofdlijnen: per doel wat er is gedaan, in plaats van per uur."""
