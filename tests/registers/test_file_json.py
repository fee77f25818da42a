import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_files import NAMES, folder_of, told

from bot.registers.files.folder import FileFolder
from bot.registers.records import RegisterUnavailable

LIST = """[
  {"nr": 1, "namn": "Öberg, {Åsa}", "mejl": "asa@x.example"},
  {"nr" : 2,"namn": "Ek \\"Bo\\" ]", "mejl": null, "rabatt": 12.50},
  {"nr": 3, "namn": "N", "mejl": "", "aktiv": true}
]
"""


def kept(tmp_path: Path, text: str) -> tuple[Path, FileFolder]:
    """The file with this text, and the register around it."""
    path = tmp_path / "kund.json"
    path.write_bytes(text.encode())
    return path, folder_of(tmp_path, "kund.json", "json")


def test_objects_become_rows(tmp_path: Path) -> None:
    """Signs in texts are texts, decimals keep their noughts, what one object lacks is empty."""
    path, files = kept(tmp_path, LIST)
    assert files.header(path) == (*NAMES, "rabatt", "aktiv")
    rows = list(files.rows("kund"))
    assert rows[0] == {"nr": 1, "namn": "Öberg, {Åsa}", "mejl": "asa@x.example"}
    assert (rows[1]["namn"], rows[1]["rabatt"]) == ('Ek "Bo" ]', "12.50")
    assert rows[2]["aktiv"] == "true"
    kept(tmp_path, '{"nr": 1}\n\n{"namn": "B", "mejl": "b@x.example", "nr": 2}')
    assert told(files) == [(1, None, None), (2, "B", "b@x.example")]


def test_an_object_that_goes_leaves_a_list(tmp_path: Path) -> None:
    """The first, the last, one between, and all: the rest stands letter by letter."""
    first, second, third = (line.strip(",") for line in LIST.splitlines()[1:4])
    wanted = {
        1: f"[\n{second},\n{third}\n]\n",
        2: f"[\n{first},\n{third}\n]\n",
        3: f"[\n{first},\n{second}\n]\n",
    }
    for number, text in wanted.items():
        path, files = kept(tmp_path, LIST)
        with files.writing() as writes:
            assert writes.delete("kund", "nr", [number]) == 1
        assert path.read_text("utf-8") == text
    path, files = kept(tmp_path, LIST)
    with files.writing() as writes:
        writes.delete("kund", "nr", [1, 2, 3])
    assert json.loads(path.read_text()) == told(files) == []
    assert files.header(path) == NAMES


def test_a_new_value_is_of_the_old_ones_kind(tmp_path: Path) -> None:
    """A number stays one, so do yes and no; what was missing is added; nothing is null."""
    path, files = kept(tmp_path, LIST)
    with files.writing() as writes:
        writes.update("kund", "nr", [1], {"namn": None, "mejl": 'a"b'})
        writes.update("kund", "nr", ["2"], {"rabatt": "7.5", "namn": 5})
        writes.update("kund", "nr", [3], {"aktiv": 0, "nr": "4"})
    lines = path.read_text("utf-8").splitlines()
    assert lines[1] == '  {"nr": 1, "namn": null, "mejl": "a\\"b"},'
    assert lines[2] == '  {"nr" : 2,"namn": "5", "mejl": null, "rabatt": 7.5},'
    assert lines[3] == '  {"nr": 4, "namn": "N", "mejl": "", "aktiv": false}'


def test_a_name_that_one_object_lacks_is_added_to_it(tmp_path: Path) -> None:
    """A block that has no place in a row would block nobody."""
    path, files = kept(tmp_path, '{"nr": 1, "namn": "A"}\n{"nr": 2, "mejl": "b@x.example"}\n')
    with files.writing() as writes:
        writes.update("kund", "nr", [1], {"mejl": "stop"})
    assert json.loads(path.read_text().splitlines()[0]) == {"nr": 1, "namn": "A", "mejl": "stop"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", '[{"nr": 9, "namn": "N"}]'),
        ("", '{"nr": 9, "namn": "N"}'),
        ('{"nr": 1, "mejl": "a"}\n', '{"nr": 1, "mejl": "a"}\n{"nr": 9, "namn": "N"}\n'),
        ('[ {"nr": 1} ]', '[ {"nr": 1},\n{"nr": 9, "namn": "N"} ]'),
    ],
)
def test_an_object_is_added_at_the_end(tmp_path: Path, before: str, after: str) -> None:
    """To a list or to lines, also where there was none."""
    path, files = kept(tmp_path, before)
    if before.endswith("} ]"):
        path.write_text(before.replace('{"nr": 1}', '{"nr": 1, "namn": "A", "mejl": "m"}'))
        after = after.replace('{"nr": 1}', '{"nr": 1, "namn": "A", "mejl": "m"}')
    if before.startswith("{"):
        path.write_text(before.replace('"mejl"', '"namn": "A", "mejl"'))
        after = after.replace('"mejl"', '"namn": "A", "mejl"', 1)
    with files.writing() as writes:
        writes.insert("kund", {"nr": 9, "namn": "N"})
    assert path.read_text() == after


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"nr": 1, "namn": {"a": 1}}]', "object 1 of kund.json holds a list, another object"),
        ('[{"nr": 1, "namn": ["a"]}]', "object 1 of kund.json holds a list"),
        ('[{"nr": 1, "nr": 2}]', "a name twice"),
        ('{"kunder": [{"nr": 1}]}', "only flat objects"),
        ('[{"nr": 1} {"nr": 2}]', "neither a list of objects nor a line for each"),
        ('[{"nr": 1}, {"nr": 2', "neither a list"),
        ('[{"nr": 1},]', "neither a list"),
        ('[{"nr": 1}', "neither a list"),
        ('{"nr": 1} {"nr": 2}', "neither a list"),
        ("hello", "neither a list"),
        ('[[{"nr": 1}]]', "neither a list"),
        ('[{"nr": 1, "namn": "A"}]', "lacks the column mejl"),
    ],
)
@pytest.mark.law("L36")
def test_what_is_no_table_stops_the_read(tmp_path: Path, text: str, said: str) -> None:
    """An object left out in silence could be hers."""
    _, files = kept(tmp_path, text)
    with pytest.raises(RegisterUnavailable) as caught:
        told(files)
    assert said in str(caught.value)


VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.text(max_size=6), st.floats(-9, 9)
)
OBJECT = st.fixed_dictionaries(
    {"nr": st.integers(1, 3), "namn": VALUE, "mejl": VALUE}, optional={"x{": VALUE}
)


@given(st.lists(OBJECT, min_size=1, max_size=6), st.booleans(), st.sampled_from([None, 0, 2]))
def test_what_json_says_of_the_rest_stays(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: list[dict[str, object]],
    is_ascii: bool,  # noqa: FBT001 - drawn by name
    indent: int | None,
) -> None:
    """Another program reads the same values, of the same kinds, wherever nothing was changed."""
    folder = tmp_path_factory.mktemp("drawn")
    path, files = folder / "kund.json", folder_of(folder, "kund.json", "json")
    path.write_bytes(
        json.dumps(drawn, indent=indent, ensure_ascii=is_ascii).encode("utf-8", "replace")
    )
    before = json.loads(path.read_bytes())
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
        writes.update("kund", "nr", [2], {"namn": None})
    left = [one for one in before if one["nr"] != 1]
    # an empty text is empty already
    wanted = [
        one | ({"namn": None} if one["nr"] == 2 and one["namn"] != "" else {}) for one in left
    ]
    assert json.loads(path.read_bytes()) == wanted
