"""Verbs of saying, and the words of those who say."""

import re
from typing import Final

from tasks.enrich.word_lists import words

# A verb that introduces speech by itself.
SPEECH: Final = (
    r"said|says|say|saying|told|tells|tell|telling|added(?!\sto\b)|adds(?!\sto\b)|adding(?!\sto\b)|asked|asks|asking|warned|warns|warning|"
    r"claimed|claims|claiming|"
    r"stated|states|stating|declared|declares|declaring|announced|announces|announcing|insisted|insists|"
    r"insisting|argued|argues|arguing|"
    r"explained|explains|explaining|noted|notes|noting|wrote|writes|writing|tweeted|tweets|posted|replied|"
    r"replies|responded|responds|"
    r"responding|continued(?!\sto\b)|continues(?!\sto\b)|concluded|concludes|observed|observes|remarked|remarks|recalled|recalls|"
    r"commented|comments|"
    r"stressed|stresses|stressing|emphasi[sz]ed|emphasi[sz]es|emphasi[sz]ing|urged|urges|urging|demanded|"
    r"demands|vowed|vows|vowing|pledged|"
    r"pledges|promised|promises|predicted|predicts|suggested|suggests|acknowledged|acknowledges|admitted|admits|"
    r"conceded|"
    r"concedes|confirmed|confirms|denied|denies|revealed|reveals|reported|reports|maintained|maintains|"
    r"contended|contends|"
    r"asserted|asserts|alleged|alleges|cautioned|cautions|complained|complains|joked|jokes|quipped|shouted|"
    r"shouts|chanted|"
    r"reads|read|lamented|laments|cried|exclaimed|answered|answers|reiterated|reiterates|mused|recounted|"
    r"retorted|testified|"
    r"thinks|thought|believes|believed|countered|counters|clarified|elaborated|opined|pointed out|points out|"
    r"went on|goes on|"
    r"shot back|fired back|hit back|called for|calls for|tells us|quoted as saying|hoped|hopes|agreed|agrees|"
    r"figured|reckoned|"
    r"offered|proclaimed|proclaims|ruled|summed up|relayed|whispered|yelled|screamed|proposed|recommended|"
    r"echoed|echoes|echoing|fumed|pressed|boasted|boasts|bragged|snapped|thundered|pleaded|pleads|wondered|wonders|hinted|sang|"
    r"sings|proclaiming|tweeting|remarking|interjected|chimed in|teased|gushed|sniffed|scoffed|countering|replying|begged|"
    r"repeated(?=\s*[,.:;“\"‘]|$|\s(?:[A-Z]|(?:the|his|her|that|on|in|at|to|after|this)\b))|"
    r"repeats|advised|reasoned|charged(?!\swith)|puts? it"
)
# A verb that gives something a name or a judgement in quotation marks.
LABEL: Final = (
    r"called|calling|described|describes|describing|dubbed|termed|terming|labell?ed|labell?ing|branded|"
    r"branding|denounced|denouncing|"
    r"condemned|condemning|slammed|slamming|blasted|blasting|criticis?z?ed|criticis?z?ing|praised|praising|"
    r"hailed|hailing|accused|accuses|accusing|"
    r"characteri[sz]ed|characteri[sz]ing|decried|decrying|mocked|mocking|dismissed|dismissing|referred to|"
    r"referring to|refers to|cited|citing|"
    r"blamed|blaming|expressed|expressing|welcomed|rejected|rejecting|attacked|attacking|touted|considers?|"
    r"considered|deemed|views?|viewed|"
    r"showing|showed|saw|sees|want(?:s|ed)?|feels?|felt|fears?|feared|expects?|expected|accepted|embraced|"
    r"ridiculed|defended"
)
ACCORDING: Final = r"according to|in the words of|as told to|in remarks to"
PRONOUN: Final = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|[Ww]ho)"
# Things that speak for the one who wrote them.
DOCUMENTS: Final = words(
    "statement report letter post tweet communique communiqué message email memo release notice headline article "
    "editorial document declaration resolution verdict ruling ad advertisement sign banner caption book story "
    "petition poll survey transcript"
)
# "hospital officials", "prison sources".
WORKPLACE: Final = (
    r"(?i:hospital|prison|jail|port|airport|court|government|city|provincial|district|federal|state|party|company|union|election|border|army|"
    r"disaster|emergency|aid|school|university|immigration|customs|embassy|railway|county|tribal|defen[cs]e)"
    r"(?=\s(?:[a-z]+\s)?(?:officials?|sources?|authorities|workers|staff|doctors|administrators|spokes[a-z]+)\b)"
)
# No noun phrase holds these words: what stands around them is a clause, or the end of one.
NO_NOUN: Final = (
    r"is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|did|does|do|not|neither|nor|and|but|that|than|what|"
    r"how|why|when|while|where|because|if|as|after|before|since|to(?!\s(?:the\s|h(?:im|er|is)\b|them\b|[A-Z]))"
)
# "A statement by the mayor", "a post on the mayor’s page": what says so, and whose it is.
DOCUMENT_OF: Final = re.compile(
    r"(?:^|,\s|(?<!\bin)(?<!\bof)(?<!\bon)(?<!\bby)(?<!\bto)(?<!\bat)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<!\bafter)(?<!through)\s)"
    rf"(?P<subject>(?:the|an?|its|his|her|their|another|this|that)\s(?:(?!(?:{NO_NOUN}|of|by|on|in|from)\b)[\w’'-]+\s){{0,4}}?(?:{'|'.join(sorted(DOCUMENTS))})s?"
    r"(?:\s(?:issued|released|published|posted|signed|sent|written|made|read(?:\sout)?|put\sout|shared|carried|prepared|compiled|uploaded|seen|obtained|attributed))?"
    rf"\s(?:by|from|of|on|to)\s(?!\w+day\b)(?:(?!(?:{NO_NOUN})\b)[\w.&’'()-]+(?<![a-z]{{4}}\.)(?:\s|$)){{1,12}}?)\s*$",
    re.I,
)
# Between a subject and its verb.
AUXILIARY: Final = (
    r"(?:(?:has|have|had|is|was|were|are|be|been|also|later|then|further|recently|once|repeatedly|previously|"
    r"however|already|"
    r"reportedly|himself|herself|themselves|earlier|who|which|that|himself|again|only|both|all|often|never|"
    r"always|still|"
    r"just|simply|even|long|since|now|first|in\sparticular|did|would|will|could|may|might|can|on\s\w+day|(?:last|this)\s(?:week|month|year|night|morning)|\w+ly)\s){0,4}"
)
