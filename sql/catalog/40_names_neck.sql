-- Names of exercises in other languages: neck. The keys are explained in README.md.
select private.load_translations($catalog$[
  {"slug":"isometric-neck-hold","es":{"name":"Isométrico de cuello","aliases":["Resistencia isométrica de cuello"]},"de":{"name":"Isometrisches Nackenhalten","aliases":["Isometrische Nackenübung","Nackendrücken gegen die Hand"]}},
  {"slug":"machine-neck-flexion","es":{"name":"Flexión de cuello en máquina","aliases":["Cuello en máquina"]},"de":{"name":"Nackenbeugen an der Maschine","aliases":["Nackenmaschine"]}},
  {"slug":"neck-curl","es":{"name":"Flexión de cuello con disco","aliases":["Flexión de cuello tumbado"]},"de":{"name":"Nackenbeugen mit Hantelscheibe","aliases":["Neck Curl","Nackencurl","Nackenbeugen im Liegen"]}},
  {"slug":"neck-extension","es":{"name":"Extensión de cuello con disco","aliases":["Extensión de cuello tumbado"]},"de":{"name":"Nackenstrecken mit Hantelscheibe","aliases":["Nackenstrecken","Nackenstrecken im Liegen"]}},
  {"slug":"neck-harness-extension","es":{"name":"Extensión de cuello con arnés","aliases":["Arnés de cuello"]},"de":{"name":"Nackenstrecken mit Kopfgeschirr","aliases":["Nackenheben mit Kopfgeschirr"]}},
  {"slug":"neck-lateral-flexion","es":{"name":"Flexión lateral de cuello con disco","aliases":["Inclinación lateral de cuello"]},"de":{"name":"Seitliches Nackenbeugen mit Hantelscheibe","aliases":["Seitliches Nackenbeugen","Seitliches Nackenheben"]}}
]$catalog$);
