"""Words that name a section of a paper ("World", "Girls Basketball") or a company, and so never an author."""

_NAMES = """
world pakistan india national international sports sport business opinion editorial entertainment politics news home
latest top local regional asia africa europe americas uk us technology tech science health lifestyle culture economy
markets travel life arts diplomacy energy tourism religion environment defense defence breaking exclusive analysis
features feature columns letters featured headlines education crime
"""
_RUBRICS = """
girls boys women men basketball football soccer volleyball baseball softball hockey tennis golf cricket wrestling swimming
school high college prep city county council police court public notes highlights roundup results schedule report weekly daily
media group company corporation network limited newspapers broadcasting ministry
"""
SECTIONS = frozenset(_NAMES.split())
NO_AUTHORS = SECTIONS | frozenset(_RUBRICS.split())
