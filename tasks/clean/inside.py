"""Lines that are not the story wherever they stand: player texts, share bars, promotion, notes, footers, error texts.

Each rule is one pattern for a whole line. Patterns describe what such lines say in any newspaper; none names an outlet.
"""

import re
from dataclasses import dataclass

from tasks.clean import byline, captions
from tasks.clean.facts import Note
from tasks.clean.rules import Taken, whole

_SHARE = (
    r"(?:share(?:s|d)?(?: (?:this|on|via|to|with)(?: \w+){0,3})?|tweet(?:s|ed)?|retweet|facebook|twitter|linked ?in|e-?mail(?: \w+)?|mail|whats ?app|print|pinterest|pin it|"
    r"reddit|google(?:\+| plus)?|telegram|copy (?:link|url)|messenger|flipboard|tumblr|viber|line|vkontakte|x|instagram|youtube|rss|snapchat|comments?|like|"
    r"save|bookmark|listen|article|this|close|more|\d{1,6}k?|\+)"
)
_COPYRIGHT = r"(?:.{0,40}(?:©|\(c\)|copyright)\s?(?:19|20)\d{2}\b|©|\(c\)\s?(?=\d{4}|(?-i:[A-Z]))|copyright\b|all (?:rights|content) reserved|all rights are reserved)"


@dataclass(frozen=True)
class LinePattern:
    """A whole line that is no part of the story: its kind, the rule's name, its longest length in characters, its flags."""

    kind: str
    rule: str
    pattern: re.Pattern[str]
    max_chars: int
    flags: tuple[str, ...] = ()


def _line(kind: str, rule: str, pattern: str, max_chars: int, *flags: str) -> LinePattern:
    return LinePattern(kind, rule, re.compile(pattern, re.I), max_chars, flags)


LINE_PATTERNS: tuple[LinePattern, ...] = (
    _line("share_bar", "share_words", rf"(?=[^\n]{{0,60}}[a-z]{{2}})(?:{_SHARE}(?:[\s,|·•/]+|$)){{1,16}}", 160),
    _line("share_bar", "share_story", r"(?:read or )?share (?:this )?(?:story|article|post)\s?[:.]?\s?(?:https?://\S{1,200})?", 260),
    _line("embed", "post_signature", r"[—–-]{1,2}\s?[^\n@]{1,60}\(@\w{1,20}\)\s?(?:[A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [A-Za-z]{3,9} \d{4})", 120),
    _line("embed", "embedded_post", r"(?:view this (?:post|photo|profile) on (?:instagram|facebook|twitter|x|threads)|a post shared by .{1,120}|(?:pic\.)?twitter\.com/\w+|"
          r"https?://(?:t\.co|pic\.twitter\.com|twitter\.com|x\.com|youtu\.be|www\.youtube\.com|www\.instagram\.com|www\.facebook\.com)/\S{1,200}|embedded (?:tweet|post|video))", 240),
    _line("promo_line", "read_more", r"[\[(>•*\s-]{0,4}(?:(?:read|see|watch|also|must|don['’]t|related|more|view|hear|listen)\b[\s-]?(?:more|also|next|read|watch|see|on|miss|below|here|this)?"
          r"(?: (?:stories|story|articles?|news|content|coverage|links?|posts?|topics?|on this(?: story| topic)?|from (?:the )?[\w ]{2,30}|about|for you|headlines))?)\s?(?:[:>»→|–—]{1,2}|\.{3}|…)\s?.{0,180}", 240),
    _line("promo_line", "read_more_alone", r"[\[(>•*\s-]{0,4}(?:(?:click here to )?read (?:more|also|next|the full (?:story|article)|more here|this too)|see also|also read|also see|related (?:stories|articles|news|content|coverage|topics|posts|links)|"
          r"more (?:stories|news|on this story|from the author|from the web|like this|to read|coverage)|more from (?:the )?[\w.' ]{2,40}|recommended(?: for you| stories| reading)?|you may (?:also )?like(?: this)?|you might (?:also )?(?:like|be interested in)(?: this)?|"
          r"up next|trending(?: now| stories)?|most (?:read|popular|viewed|watched|shared|recent)(?: stories| articles| news)?|in case you missed it|editors?['’]?s? picks?|top stories|latest (?:news|stories|headlines|videos?)|"
          r"today['’]s (?:top|must)[ -]?(?:reads?|stories)|related|popular|continue reading(?: (?:the main story|below))?|keep reading|further reading|read more (?:about|on|from|in) .{2,80}|more on .{2,40})[\s.:>»→)\]]{0,4}", 130),
    _line("promo_line", "read_more_at", r"[\[(>•*\s-]{0,4}(?:read|see|view|continue reading) (?:more|the (?:full|rest|original|whole)[\w ]{0,30}|the story|it) (?:at|on|in|here at) \S.{1,100}", 130, "text_truncated"),
    _line("promo_line", "advertisement", r"[-–—*\s\[(]{0,4}(?:advertisements?|advertising|advertisement feature|sponsored(?: content| links?| by .{2,60})?|promoted(?: content)?|ads? by .{2,40}|"
          r"(?:story|article|report|post)(?: content)? continue[sd]? (?:below|after)(?: (?:this |the )?(?:advertisement|ad|advert|video|photo|image))?|(?:scroll|swipe)(?: down)? (?:to|for) .{2,60}|skip (?:past |in |to )?(?:the )?(?:ad\w*|newsletter|promotion|content|main).{0,60}|"
          r"after newsletter promotion|end of (?:story|article|newsletter|promotion)[\w ]{0,30}|report (?:this )?ad|loading\b.{0,20})[-–—*\s.\])…]{0,4}", 130),
    _line("promo_line", "ad_feedback", r"(?:\d{1,2}[.)]\s?)?(?:how relevant (?:is|was) (?:this|the) ad\b|(?:video player|ad|audio on ad|video content)\b.{0,80}\b(?:slow to load|froze|did not finish|never loaded|too loud|did not start|repetitive)\b|(?:was|is) this ad(?:vert)? (?:relevant|helpful)|thank you for your feedback|ad feedback).{0,300}", 400),
    _line("promo_line", "newsletter", r"(?:please |click here to |to )?(?:sign(?:ing)? up|subscribe|register|enter your e-?mail)\b.{0,240}(?:newsletters?|inbox|e-?mails?|updates|alerts?|channel|briefing|bulletin|daily digest|podcast|print edition|subscription|free|here|now|today)\b.{0,120}", 400),
    _line("promo_line", "newsletter_offer", r"(?:get|receive|want|never miss|stay (?:up to date|updated|informed|on top|connected|tuned))\b.{0,200}(?:newsletters?|inbox|breaking news|notifications?|our (?:free )?app|alerts?|whatsapp|telegram|stories|headlines|latest (?:news|updates))\b.{0,120}", 330),
    _line("promo_line", "follow_us", r"(?:for (?:more|all|the latest|latest)\b.{0,100})?(?:please |you can |also )?(?:follow|join|like|find|connect with|contact|write to|tweet|e-?mail|catch|visit|download|add|check out)\b.{0,80}"
          r"(?:@\w{2,}|\bon (?:twitter|facebook|instagram|youtube|linkedin|whatsapp|telegram|google news|social media|tiktok|x)\b|\bapp\b|https?://\S+).{0,160}", 300),
    _line("promo_line", "follow_handle", r"(?:follow|tweet(?: at)?|contact)\s.{0,60}(?:@\w{2,30}|:)", 90),
    _line("promo_line", "support_us", r"(?:support (?:our|independent|quality|local|the)\b.{0,60}\bjournalism|(?:our|this) journalism (?:is|needs|depends)|become a (?:member|subscriber|supporter|patron)|(?:make|consider) a (?:donation|contribution)|donate (?:now|today|here)).{0,200}", 300),
    _line("site_error", "script_error", r"(?:error loading|failed to load|unable to (?:load|play)|could not load|something went wrong|an? (?:unexpected |unknown )?error (?:has )?occurr?ed|oops\b|please try again|"
          r"(?:this |the )?(?:content|video|page|media|gallery|element|feature|tweet|post) (?:is |was )?(?:not available|unavailable|could not be (?:loaded|played)|failed to load|no longer available|not supported)|there was an error|"
          r"no compatible source was found|invalid email|thank you for (?:subscribing|signing up)|you (?:must|need to) (?:be logged in|enable)|javascript (?:is|must be)|please enable)\b.{0,160}", 220),
    _line("site_footer", "copyright", _COPYRIGHT + r".{0,400}", 440),
    _line("site_footer", "reuse_terms", r"(?:this (?:material|content|article|story) (?:may|can|must|shall) not be (?:published|reproduced|broadcast|copied|republished|distributed).{0,200}|"
          r"(?:the )?[\w ]{2,40} is not responsible for the content of external (?:internet )?(?:web)?sites.{0,120}|(?:republished|reprinted|used|reproduced) with permission.{0,160}|provided by [\w .]{3,60}|powered by:?.{0,60}|"
          r"(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice)|cookie policy|contact us|about us)(?:\s?[|·•,-]?\s?[\w &]{3,40}){0,12})", 400),
    _line("site_footer", "comments", r"(?:\d{1,6}|no|add|post|leave|view|show|hide|read|see|write|join)?\s?(?:a |the |all |your )?(?:\d{1,6} )?(?:comments?|repl(?:y|ies)|conversation|discussion|reactions?|views?)(?: (?:are|is|on|below|section|here|so far|closed|yet|via).{0,60})?[\s.(:)\d]{0,12}", 90),
    _line("site_footer", "tags", r"(?:tags?|tagged(?: (?:as|with|in|under))?|topics?|keywords?|filed under|posted (?:in|under)|categor(?:y|ies)|labels?|hashtags?|more about|section)\s?:.{0,240}", 260),
    _line("site_footer", "visits", r"\(?(?:visited|viewed) \d[\d,]* times?.{0,60}", 100),
    _line("site_footer", "contact", r"(?:e-?mail|contact|reach|write to)?(?: (?:the )?(?:author|writer|reporter|us|him|her|them))?\s?(?:at|:)?\s?[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}[.;]?", 110),
    _line("site_footer", "back_to_top", r"(?:back to (?:top|home)|return to (?:top|home(?:page)?)|go to (?:top|homepage)|skip to (?:main )?content|menu|search|home|close|previous(?: article| post)?|next(?: article| post)?|print this (?:page|article|story)|report (?:an? )?(?:error|typo|mistake).{0,40})", 90),
    _line("metadata_line", "editor_note", r"[\[(*_\s]{0,3}(?:(?:editor|ed)s?['’]?s?['’]? note|editor['’]s? (?:comment|update)|note to (?:readers|editors|our readers)|publisher['’]s note|author['’]s note|disclaimer|disclosure)\b.{0,1200}", 1300, "editor_note"),
    _line("metadata_line", "correction", r"[\[(*_\s]{0,3}(?:(?:correction|clarification|corrections? (?:and|&) clarifications?)(?:s)?(?: appended)?(?:\s?\([^)\n]{0,60}\))?\s?(?:[:—–-].{0,900})?|corrects? (?:to|in|the|that|spelling)\b.{0,300}|"
          r"(?:an?|the) (?:earlier|previous|original|initial) (?:version|headline) of (?:this|the) .{0,900}|this (?:story|article|report|post|version|piece|headline|item|column) (?:has been|was|is being|had been) (?:updated|corrected|amended|edited|revised|changed|clarified|refiled)\b.{0,700})[\])*_]{0,3}", 1100, "correction"),
    _line("metadata_line", "story_changed", r"[\[(*]{1,2}(?:this story|adds|updates|recasts|we put|writes through)\b.{0,300}[\])*]{1,2}", 330, "editor_note"),
    _line("metadata_line", "live_marks", r"(?:blinking-dot\s?)?(?:live(?: (?:updates?|blog|reporting|coverage))?[,.:]?\s?){1,3}", 60, "live_blog"),
    _line("metadata_line", "reading_time", r"(?:(?:estimated )?(?:reading|read) time\s?:?\s?)?(?:\d{1,3}|one|two|three)[ -]?min(?:ute)?s?(?: to)?(?: read)?|listen to (?:this )?(?:article|story).{0,40}|font size.{0,20}", 60),
    _line("metadata_line", "end_mark", r"[-–—*_#=~.•·\s]{1,40}|(?:\(?(?:ends?|more to come|end of (?:text|story))\)?|###|30|xxx|-?30-?)", 40),
)  # fmt: skip
_MAX_CHARS = max(rule.max_chars for rule in LINE_PATTERNS)


def read_line(text: str) -> Taken | None:
    """Return what a whole line is when it is no part of the story, None when it may be."""
    length = len(text)
    if length > _MAX_CHARS:
        return None
    if taken := _picture(text):
        return taken
    for rule in LINE_PATTERNS:
        if length <= rule.max_chars and rule.pattern.fullmatch(text):
            return whole(text, rule.kind, rule.rule, Note(rule.flags) if rule.flags else None)
    if credits_ := byline.read_credits(text):
        return whole(text, "byline", "contributors", credits_)
    return None


def _picture(text: str) -> Taken | None:
    """Take a player's words, or a caption."""
    if end := captions.player_text(text):
        return Taken(0, end, "player_text", "player_words")
    if found := captions.read_line(text):
        return whole(text, "caption_line", "caption_alone", found)
    return None
