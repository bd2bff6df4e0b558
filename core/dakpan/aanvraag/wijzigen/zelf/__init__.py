"""De cliënt geeft een wijziging zelf door: uitgenodigd met een link, of op papier."""
