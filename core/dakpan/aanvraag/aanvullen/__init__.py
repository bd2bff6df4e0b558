"""Om aanvulling vragen en antwoorden, met de termijn die zolang stilstaat."""
