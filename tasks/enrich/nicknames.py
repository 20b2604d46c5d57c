"""Given names and their short forms: Bill is William."""

from typing import Final

NICKNAMES: Final[dict[str, str]] = {
    short: name
    for name, shorts in {
        "benjamin": "ben benny bibi", "william": "bill will billy", "robert": "bob bobby rob", "james": "jim jimmy",
        "joseph": "joe", "michael": "mike mick", "thomas": "tom", "edward": "ed eddie ted", "charles": "chuck charlie",
        "richard": "rick dick", "anthony": "tony", "daniel": "dan danny", "david": "dave", "christopher": "chris",
        "matthew": "matt", "nicholas": "nick", "steven": "steve", "stephen": "steve", "timothy": "tim", "kenneth": "ken",
        "ronald": "ron", "donald": "don", "samuel": "sam", "alexander": "alex", "gregory": "greg", "jeffrey": "jeff",
        "elizabeth": "liz beth", "katherine": "kate kathy catherine kathryn", "susan": "sue", "deborah": "debbie",
        "patricia": "pat", "vladimir": "volodya", "abigail": "abby", "jacob": "jake", "andrew": "andy", "eric": "erik",
        "mark": "marc", "sarah": "sara", "neil": "neal", "jonathan": "jon", "lawrence": "larry", "gerald": "jerry",
    }.items()
    for short in shorts.split()
}  # fmt: skip
