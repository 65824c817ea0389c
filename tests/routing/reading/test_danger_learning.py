"""The leaning of words is learnt from labelled lines, and only from what they have in common."""

from pathlib import Path

import pytest

from tools.learn_danger import Labelled, learn, main, read_labelled

_LINES = [
    Labelled("he is hitting her", True),
    Labelled("he is hurting my mum", True),
    Labelled("he is here and he is shouting", True),
    Labelled("who is the duty officer", False),
    Labelled("who do I ring about an appointment", False),
    Labelled("who is on duty in Worcester", False),
]


def test_words_said_in_danger_lean_to_it_and_others_away() -> None:
    weights = learn(_LINES)
    assert weights["he is"] > 0 > weights["who"]


def test_the_same_lines_give_the_same_weights() -> None:
    assert learn(_LINES) == learn(_LINES)


def test_a_place_is_not_learnt_for_it_says_nothing_of_danger() -> None:
    lines = [Labelled(f"{line.text} in Worcester", line.danger) for line in _LINES]
    assert "worcester" not in learn(lines)


def test_labelled_lines_are_read_in_each_form(tmp_path: Path) -> None:
    texts = {
        "a.toml": '[one]\ndanger = ["fire"]\nnot_danger = ["drill"]\n',
        "b.jsonl": (
            '{"text": "fire", "expect": {"kind": "emergency"}}\n'
            '{"text": "drill", "expect": {"kind": "route"}}\n'
        ),
        "c.txt": "# what it is | the text\ntopic=case | drill | as=officer\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    read = {name: list(read_labelled(tmp_path / name)) for name in texts}
    both = [Labelled("fire", True), Labelled("drill", False)]
    assert read == {"a.toml": both, "b.jsonl": both, "c.txt": both[1:]}


@pytest.mark.parametrize("named", [[], ["no-such-file.toml"]])
def test_without_a_file_it_says_so_and_writes_nothing(
    named: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(named)
    assert stopped.value.code == 2
    assert "Name files such as" in capsys.readouterr().err
