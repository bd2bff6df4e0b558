"""De waarden die een financier zelf invult waar de bronnen zwijgen: de een stelt voor, een ander keurt goed."""
