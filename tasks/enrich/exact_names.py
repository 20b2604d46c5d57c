"""Names that came from no other script: another vowel makes another person. Hess is not Hayes, Li Peng is not Li Ping."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from tasks.enrich.nicknames import NICKNAMES
from tasks.enrich.transliteration import sound
from tasks.enrich.word_lists import words

# Given names of Europe and America; who bears one has a surname of one spelling, and not a transliterated one.
GIVEN: Final = (
    words(
        "aaron abby adam adrian al alan albert alberto alec alex alfred alice alicia alison allan allen allison amanda amber "
        "amy ana andre andrea andrew andy angela angelo angus ann anna anne annette annie anthony antoine antonio april "
        "arlene arnold arthur ashley audrey austin barack barbara barry beatrice becky ben bernard bernie beth betsy betty "
        "beverly bill bob bonnie boris brad bradley brandon brenda brent brett brian brittany bruce bruno bryan byron caitlin "
        "calvin cameron carl carla carlo carlos carly carmen carol caroline carolyn carrie cary casey catherine cathy cecil "
        "cecilia chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher chuck "
        "cindy claire clara clarence claude claudia clay cliff clifford clint cody colin colleen connie connor cory courtney "
        "craig curtis cynthia dale damian dan dana daniel daniela danny darren darryl dave david dawn dean deborah debra "
        "denise dennis derek diana diane dianne dick dirk dominic don donald donna dorothy doug douglas duncan dustin dwight "
        "earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elizabeth ellen elliott emily emma enrique eric "
        "erica erik erin ernest ethan eugene evan eve fabio felix fernando fiona florence frances francesco francis francisco "
        "francois frank franklin franz fred frederick gabriel gail garrett gary gavin gene geoffrey george gerald gerard "
        "gianni gina glen glenn gloria gordon grace graham grant greg gregory greta guy hank hannah hans harold harriet harry "
        "harvey hazel heather hector heidi helen henri henry herbert herman hillary holly hope howard hubert hugh hugo ian "
        "irene isaac isabel ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jane janet janice jared "
        "jason jay jean jeb jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna "
        "joaquin joe joel johannes john johnny jon jonathan jordan jorge jose joseph joshua joy joyce juan judith judy julia "
        "julian julie justin karen karl karla kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin "
        "kim kimberly kirk kristen kurt kyle lance larry laura lauren laurence lawrence leah lee leo leon leonard leroy "
        "leslie lewis liam linda lindsay lindsey lisa liz lloyd logan lois loren lorraine louis louise lucas lucy luigi luis "
        "luke lydia lynn madeleine malcolm manuel marc marcel marco marcus margaret marian marie marilyn marina mario marion "
        "mark marsha marshall martha martin marvin mary mathew matt matthew maureen maurice max megan melanie melissa melvin "
        "michael michel michele michelle miguel mike mildred miles mitch mitchell mitt molly monica morgan nancy natalie "
        "nathan nathaniel neal neil nelson nicholas nick nicolas nicole nigel noah noel norman oliver olivia oscar otto owen "
        "pablo pamela pascal pat patricia patrick patrik paul paula pauline pedro peggy penny perry pete peter phil philip "
        "philippe phillip phyllis pierre rachel ralph ramon randall randy raphael raul ray raymond rebecca ricardo richard "
        "rick ricky rita robert roberto robin rod rodney roger roland roman ron ronald rosa rosemary ross roy rudolph russell "
        "ruth ryan sally sam samantha samuel sandra sandy sara sarah scott sean sebastian sergio seth shane shannon sharon "
        "shaun shawn sheila shelley sherry shirley sidney simon sophia sophie stacy stan stanley stella stephanie stephen "
        "steve steven stewart stuart sue susan suzanne sylvia tammy tanya ted terence teresa terry thelma theodore theresa "
        "thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tyler ursula valerie vanessa vera "
        "vernon veronica vicki victoria vincent virginia vivian wallace walter warren wayne wendy wesley whitney wilfred "
        "wilhelm william willie wolfgang yvonne zachary zoe"
    )
    | NICKNAMES.keys()
    | frozenset(NICKNAMES.values())
) - words("vladimir volodya alexander adam ivan boris roman jan irene vera marina max")
# What surnames of Europe and America end in, and transliterated ones do not.
SURNAME: Final = re.compile(r"[a-z]{2}(?:son|ssen|ton|ley|berg|field|worth|stein|wood|smith|ford)$")
# Family names of China, before words that are its syllables in the official spelling.
FAMILY: Final = words(
    "bai cai cao chen cheng cui deng ding dong du fan fang feng fu gao gu guo han hao he hou hu huang jia jiang jin kong lei li "
    "liang liao lin liu lu luo lyu ma mao meng pan peng qian qiu ren shao shen shi song su sun tan tang tian wan wang wei wen wu "
    "xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou"
)
SYLLABLES: Final = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]ang|iong|uai|uan|i?ao|[aeio]ng|ian|[aeiu]n|[aeu]i|ou|i[aeu]|u[aeo]|[aeiou]))+"
)
MIN_MISPRINTED: Final = 6  # letters of a word in which one may be wrong


@lru_cache(maxsize=20_000)
def is_exact(own: tuple[str, ...]) -> bool:
    """Return whether the folded words of a person's name are written in its own letters, or in the one spelling of China."""
    return own[0] in GIVEN or (len(own) > 1 and SURNAME.search(own[-1]) is not None) or is_chinese(own)


def is_chinese(own: tuple[str, ...]) -> bool:
    """Return whether a name is a family name of China with syllables behind it."""
    return len(own) > 1 and own[0] in FAMILY and all(SYLLABLES.fullmatch(word) for word in own)


def letters(word: str) -> str:
    """Return a folded word without doubled letters."""
    return re.sub(r"(.)\1+", r"\1", word)


def is_printed_as(word: str, own: tuple[str, ...]) -> bool:
    """Return whether a word that sounds like one of the name `own` is printed like it, or is a misprint of it."""
    return not is_exact(own) or any(
        letters(word) == letters(one)
        or (min(len(word), len(one)) >= MIN_MISPRINTED and word[0] == one[0] and OSA.distance(word, one) == 1)
        for one in own
    )


def key_word(word: str, own: tuple[str, ...]) -> str:
    """Return what a word of the name `own` has in common with its other printings: its letters, or its sound."""
    return letters(word) if is_exact(own) else sound(word)
