"""Het loket: alle huizen samen in één webtoepassing, met de pagina's die over de hele straat gaan."""
