"""What stands at the very end of a document."""

import pytest

from tasks.clean.facts import Credit
from tasks.clean.foot import read_foot
from tasks.clean.lines import read_lines

STORY = "The council will repair the bridge."


@pytest.mark.parametrize(
    ("tail", "rules"),
    [
        ("Published in Dawn, February 3rd, 2022", ["published_in"]),
        ("Published in Dawn, EOS, February 3rd, 2022", ["published_in"]),
        (
            "Published in Dawn, February 3rd , 2022 On a mobile phone? Get the Dawn Mobile App: Apple Store",
            ["published_in"],
        ),
        ("The Express Tribune, February 4th, 2022.", ["outlet_and_date"]),
        ("Copyright 2024 Riverside Post. All rights reserved.", ["copyright_tail"]),
        ("© 2024 riverside.example | Powered by:", ["copyright_tail"]),
        ("Follow Riverside English:", ["promotion_tail"]),
        ("Continue Reading", ["cut_off_mark"]),
        ("... [+1234 chars]", ["cut_off_mark"]),
        ("(AFP)", ["agency_tail"]),
        ("— AP/AFP", ["agency_tail"]),
        ("Source: Riverside Post", ["source_tail"]),
        ("ENDS", ["end_word"]),
        ("Read Also", ["promotion_tail"]),
    ],
)
def test_a_foot_is_taken_behind_the_last_sentence(tail: str, rules: list[str]) -> None:
    foot = read_foot(read_lines(f"{STORY} {tail}"))
    assert [label.rule for label in foot.labels] == rules
    assert [unit.text for unit in foot.rest] == [STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Published in Dawn, February 3rd, 2022",
        "The Express Tribune, February 4th, 2022.",
        "The Canadian Press, with files from the Riverside Press",
        "— AP/AFP",
        "(Reuters)",
        "Source: Riverside Post",
        "The writer is a lecturer at the college of Riverside.",
        "Jane Doe is a columnist of the Post and can be reached at jane@post.example",
        "— Jane Doe is a reporter at Riverside Online.",
        "Dr. Jane Doe is professor of law and author of “The Bridge.”",
    ],
)
def test_a_foot_is_taken_as_a_line_of_its_own(line: str) -> None:
    foot = read_foot(read_lines(f"{STORY}\n\n{line}"))
    assert len(foot.labels) == 1
    assert [unit.text for unit in foot.rest] == [STORY]


@pytest.mark.parametrize(
    "last",
    [
        "The report was published in Paris, the capital of France, in 2019.",
        "They met in Dawn, a village of 300.",
        "The council is the author of the plan.",
        "Jane Doe is charged with theft.",
        "He read more in prison than ever before.",
        "“We follow the law,” the mayor said.",
        "The letter was signed by the AFL and the UN.",
    ],
)
def test_a_last_sentence_stays(last: str) -> None:
    assert read_foot(read_lines(f"{STORY} {last}")).labels == []


def test_a_credit_line_tells_publisher_and_day() -> None:
    label = read_foot(read_lines(f"{STORY} Published in Dawn, February 3rd, 2022")).labels[0]
    assert isinstance(label.fact, Credit)
    assert label.fact.publisher == "Dawn"
    assert str(label.fact.dates[0].day) == "2022-02-03"
