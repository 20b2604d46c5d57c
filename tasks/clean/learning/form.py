"""Is this text about the story, or about the page around it?

Counting alone cannot tell: agencies print the same background sentence below hundreds of stories, and "No arrests have been
made." stands in every second report. What a page says about itself and to its reader is told by its words.
"""

import re

# In the syntax that both RE2 (over whole columns) and `re` read. Words that a reporter needs for the story itself ("subscribers",
# "sponsored by", "become a member", "Amazon.com") are here only in the turns that pages use.
_SITES = r"(?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|tiktok|social media|x\b)"
_PAGE = (
    r"(?i)\b(?:sign up (?:here|now|today|to (?:receive|get)|for (?:our|free|the|this)|loading|thanks)|(?:e-?mail|loading) sign up|"
    r"signing up, you|by signing up|subscribe|unsubscribe|newsletter (?:sign|subscription|delivered)|"
    r"(?:our|daily|weekly|morning|evening|free|e-?mail) newsletters?|\S+ newsletter sign|"
    r"click (?:here|on)|tap here|privacy policy|terms of (?:use|service)|cookies? (?:policy|settings|notice)|"
    r"all rights reserved|copyright (?:©|\(c\)|\d{4}|by|notice)|recaptcha|https?:|www\.|javascript|(?:your|web) browser|"
    r"(?:hide|show|toggle) caption|(?:opinions|views|claims)(?: and opinions)? (?:expressed|set forth)|"
    r"not necessarily (?:reflect|represent|those of)|solely those of|"
    r"this (?:story|article|column|report|post|piece|op-ed|commentary|item|interview|copy) (?:"
    r"(?:was )?(?:first |originally ){1,2}(?:published|posted|printed|aired|appeared|ran)|was (?:written|produced|reported) by|"
    r"appeared|has been updated|has not been edited|contains material|tagged under|will be updated|is (?:re)?published|"
    r"is (?:part of|syndicated))|"
    r"(?:re-?)?published (?:with permission|under a)|syndicated feed|auto-generated|"
    rf"(?:follow|like|join|find) (?:\S+ ){{1,3}}on {_SITES}|share (?:this (?:story|article|post|page)|via|on {_SITES})|"
    r"(?:send|e-?mail) us|contact (?:us|the (?:author|editor|newsroom))|check out (?:our|the)|"
    r"please (?:include your|visit|enable|upgrade|try again)|download (?:the|our) (?:\S+ ){0,2}app|our (?:\S+ ){0,4}apps?\b|"
    r"breaking news (?:alerts?|e-?mails?)|leave a comment|post a comment|comments? (?:section|policy|are closed)|"
    r"support (?:our|independent) (?:journalism|work|newsroom|reporting)|our journalism|donate (?:now|today)|"
    r"become a member (?:today|now|here)|sponsored content|read (?:more|next)\b|also read:|"
    r"related (?:stories|articles|links|news|topics)|for (?:more|the latest) (?:news|stories|updates|on this story)|"
    r"visit our (?:website|site|page)|(?:visit|via) \S+\.(?:com|org|net)|stay (?:tuned|updated|informed)|transcripts are|"
    r"rush deadline|with (?:inputs|reporting|files|additional reporting) (?:from|by)|(?:at|follow|twitter:?) @\w{3,})"
    r"|©|\w@\w+\.\w"
)
_MAKERS = r"\bis (?:an? |the )?(?:\S+ ){0,4}(?:editor|editor-at-large|reporter|correspondent|columnist|writer|contributor|fellow)\b"
PAGE_WORDS = f"{_PAGE}|{_MAKERS}"
_ABOUT_PAGE = re.compile(_PAGE)
_ABOUT_MAKERS = re.compile(_MAKERS)
_QUOTED = re.compile(r"[“”„«»\"]|(?:^|\s)[‘']\w")


def is_about_page(text: str) -> bool:
    """Tell whether `text` speaks of the page or to its reader."""
    return bool(_ABOUT_PAGE.search(text))


def is_about_makers(text: str) -> bool:
    """Tell whether `text` may say who wrote the story; it may also say so of someone the story is about."""
    return bool(_ABOUT_MAKERS.search(text))


def holds_quote(text: str) -> bool:
    """Tell whether someone is quoted in `text`: what was said is told again in many stories."""
    return bool(_QUOTED.search(text))
