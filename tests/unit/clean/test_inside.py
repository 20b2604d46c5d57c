"""Whole lines that are no part of a story, and lines that are."""

import pytest

from tasks.clean.inside import read_line


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Facebook Twitter Linkedin Mail", "share_words"),
        ("Share on WhatsApp", "share_words"),
        ("Read more: Mayor opens the bridge", "read_more"),
        ("ALSO READ: Mayor opens the bridge", "read_more"),
        ("RELATED: Mayor opens the bridge", "read_more"),
        ("Read More", "read_more_alone"),
        ("More From The Author", "read_more_alone"),
        ("Most Popular", "read_more_alone"),
        ("Read more at Riverside.example - politics", "read_more_at"),
        ("- Advertisement -", "advertisement"),
        ("Story Continued Below", "advertisement"),
        ("How relevant is this ad to you?", "ad_feedback"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Get the best stories in your inbox every morning", "newsletter"),
        ("Never miss our breaking news again", "newsletter_offer"),
        ("Follow us on Twitter", "follow_us"),
        ("Error loading player: no sources", "script_error"),
        ("Something went wrong!", "script_error"),
        ("© 2024 Riverside Post. All rights reserved.", "copyright"),
        ("Powered by:", "reuse_terms"),
        ("12 Comments", "comments"),
        ("Slideshow (2 images)", "gallery_words"),
        ("The opinions expressed here are solely those of the author.", "opinion_disclaimer"),
        ("Tags: bridge, council", "tags"),
        ("jane.doe@riverside.example", "contact"),
        ("Editor's note: The writer is a former mayor.", "editor_note"),
        ("Correction appended", "correction"),
        ("An earlier version of this article misnamed the mayor.", "correction"),
        ("This story has been updated.", "correction"),
        ("— Jane Doe (@janedoe) November 8, 2014", "post_signature"),
        ("* * *", "end_mark"),
        ("3 min read", "reading_time"),
        ("blinking-dot Live updates", "live_marks"),
    ],
)
def test_a_line_of_the_site_is_known(line: str, rule: str) -> None:
    taken = read_line(line)
    assert taken is not None
    assert taken.rule == rule
    assert (taken.start, taken.end) == (0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "The mayor shared the news on Facebook on Monday.",
        "More than 40 people follow the council on its tours.",
        "He told readers to subscribe to the idea that bridges matter.",
        "Corrections officers found the tunnel on Monday, the prison said.",
        "1977",
        "“My view of it is that you cannot represent everybody here,” he wrote.",
        "No comment on the bridge",
        "Reactions to the plan were blunt.",
        "9:55:",
        "(c) we will not allow large boats under the bridge;",
        "The page was torn out of the book.",
        "Related charges were dropped.",
        "An error in the plan delayed the bridge for a year.",
        "Get out of the way, the captain shouted to the crowd.",
        "Comments by the mayor angered the council on Monday.",
    ],
)
def test_a_sentence_of_the_story_stays(line: str) -> None:
    assert read_line(line) is None
