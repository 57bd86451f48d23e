"""The command line over a real folder of workbooks: what it writes, what it says, how it exits."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import openpyxl
import pytest

from etl.__main__ import main
from etl.build.versions import current_version
from etl.commands.bar import Bar
from etl.commands.words import LANGUAGES, say, words
from etl.office import OfficeFolder

ROWS = [
    ["BẢNG CHẤM ĐIỂM NĂM 2014"],
    [],
    ["STT", "Nội dung", "Điểm tối đa", "Phường Hòa Minh", "Phường Hòa Khánh Bắc", "Phường Hòa Hiệp Nam"],
    ["I", "Chỉ đạo, điều hành", 15, 13, 13, 9],
    ["1", "Ban hành kế hoạch công tác", 10, 9, 8, 6],
    ["2", "Báo cáo đúng hạn", 5, 4, 5, 3],
    ["II", "Nghiệp vụ", 20, 15, 16, 12],
    ["1", "Lập hồ sơ công việc", 20, 15, 16, 12],
    ["", "Tổng cộng", 35, 28, 29, 21],
]


@pytest.fixture
def office(tmp_path) -> OfficeFolder:
    folder = OfficeFolder(tmp_path)
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    (folder.raw / "2014").mkdir(parents=True)
    workbook.save(folder.raw / "2014" / "phuong.xlsx")
    return folder


def put(office: OfficeFolder, place: str, value: object) -> None:
    path = office.raw / "2014" / "phuong.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook.active[place] = value
    workbook.save(path)


def contents(office: OfficeFolder) -> dict[str, bytes]:
    """Everything but what is kept to read faster."""
    files = (path for path in office.root.rglob("*") if path.is_file() and office.cells not in path.parents)
    return {path.as_posix(): path.read_bytes() for path in files}


def run(capsys, *arguments: object) -> tuple[int, str]:
    code = main([str(argument) for argument in arguments])
    return code, capsys.readouterr().out


def run_json(capsys, *arguments: object) -> tuple[int, dict]:
    code, out = run(capsys, *arguments, "--format", "json")
    return code, json.loads(out)


def test_from_a_folder_of_workbooks_to_a_version(office, capsys):
    code, said = run_json(capsys, "draft", "--data", office.root)
    assert (code, said["added"]["units"], said["added"]["criteria"]) == (0, 3, 5)
    assert {problem["code"] for problem in said["problems"]} == {"unconfirmed_rows"}
    code, said = run_json(capsys, "build", "--data", office.root)
    assert (code, said["version"]) == (0, current_version(office))
    code, said = run_json(capsys, "versions", "--data", office.root)
    assert (code, [each["is_current"] for each in said["versions"]]) == (0, [True])
    assert run(capsys, "rollback", said["versions"][0]["version"], "--data", office.root)[0] == 0


def test_check_writes_nothing(office, capsys):
    main(["draft", "--data", str(office.root)])
    before = contents(office)
    capsys.readouterr()
    code, out = run(capsys, "check", "--data", office.root)
    assert (code, contents(office) == before) == (0, True)
    assert out.splitlines()[-1].startswith("0 lỗi, ")


def test_a_second_draft_writes_nothing(office, capsys):
    main(["draft", "--data", str(office.root)])
    before = contents(office)
    capsys.readouterr()
    code, out = run(capsys, "draft", "--data", office.root)
    assert (code, out.splitlines()[0], contents(office) == before) == (0, "Không có dòng nào cần đề xuất.", True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_is_one_line_with_its_place(office, capsys, lang):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    capsys.readouterr()
    code, out = run(capsys, "check", "--data", office.root, "--lang", lang)
    line = next(line for line in out.splitlines() if "D5" in line)
    start = {"vi": "điểm 10,5 cao hơn điểm tối đa 10", "en": "10.5 points are above the maximum 10"}[lang]
    assert (code, line.startswith(f'2014/phuong.xlsx > "Sheet" > D5: {start}')) == (1, True)


def test_problems_stand_under_their_severity_and_file_with_counts(office, capsys):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    put(office, "E6", -1)
    capsys.readouterr()
    lines = run(capsys, "check", "--data", office.root)[1].splitlines()
    places = [line.partition(": ")[0] for line in lines]
    place = '2014/phuong.xlsx > "Sheet" > '
    assert places[:5] == ["2 lỗi:", "", "2014/phuong.xlsx (2):", f"{place}D5", f"{place}E6"]
    assert places[6].endswith(" cảnh báo:")
    assert places[8] == "2014/phuong.xlsx (4):"
    assert lines[-1].startswith("2 lỗi, ")


def test_the_report_has_a_row_per_problem_and_a_link_to_each_cell(office, capsys):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    file = office.root / "lỗi.xlsx"
    capsys.readouterr()
    code, out = run(capsys, "check", "--data", office.root, "--report", file)
    assert (code, out.splitlines()[-1]) == (1, f"Đã ghi danh sách ra {file}.")
    sheet = openpyxl.load_workbook(file).active
    count = int(out.splitlines()[-2].split()[0]) + int(out.splitlines()[-2].split()[2])
    assert (sheet.max_row, sheet.freeze_panes, sheet.auto_filter.ref) == (count + 1, "B2", f"A1:I{count + 1}")
    assert [cell.value for cell in sheet[2]][:4] == ["Lỗi", "2014/phuong.xlsx", "Sheet", "D5"]
    link = sheet["D2"].hyperlink
    assert (link.target, link.location) == ((office.raw / "2014" / "phuong.xlsx").resolve().as_uri(), "'Sheet'!D5")
    reference = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "units.csv")
    assert reference[1].hyperlink.target == office.reference_file("units").resolve().as_uri()
    assert reference[1].hyperlink.location is None


def test_a_report_that_cannot_be_written_is_told(office, capsys):
    main(["draft", "--data", str(office.root)])
    capsys.readouterr()
    (office.root / "loi.xlsx").mkdir()
    code, said = run_json(capsys, "check", "--data", office.root, "--report", office.root / "loi.xlsx")
    assert (code, said["problems"][0]["code"]) == (1, "report_not_written")
    assert "đây là một thư mục, không phải tệp" in said["problems"][0]["message"]


def test_a_reader_may_leave_early(office):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    command = [sys.executable, "-m", "etl", "check", "--data", str(office.root), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        reading.stdout.close()
        errors = reading.stderr.read().decode()
    assert (reading.returncode, errors) == (1, "")


def test_a_problem_for_machines_has_the_keys_of_the_contract(office, capsys):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    capsys.readouterr()
    code, said = run_json(capsys, "check", "--data", office.root)
    problem = next(each for each in said["problems"] if each["code"] == "points_above_max")
    assert list(problem) == ["severity", "code", "file", "sheet", "cell", "seen", "expected", "action", "message"]
    assert (code, problem["severity"], problem["file"], problem["cell"], problem["seen"], problem["expected"]) == (
        1,
        "error",
        "2014/phuong.xlsx",
        "D5",
        "10.5",
        "từ 0 đến 10",
    )


def test_a_build_with_errors_changes_nothing_and_tells_all(office, capsys):
    main(["draft", "--data", str(office.root)])
    main(["build", "--data", str(office.root)])
    served = current_version(office)
    put(office, "D5", 10.5)
    put(office, "E6", -1)
    before = contents(office)
    capsys.readouterr()
    code, said = run_json(capsys, "build", "--data", office.root)
    errors = {each["code"] for each in said["problems"] if each["severity"] == "error"}
    assert (code, said["version"], errors) == (1, None, {"points_above_max", "negative_points"})
    assert (contents(office) == before, current_version(office)) == (True, served)


def test_a_broken_workbook_stops_the_draft(office, capsys):
    (office.raw / "2014" / "hong.xlsx").write_bytes(b"not a workbook")
    before = contents(office)
    code, said = run_json(capsys, "draft", "--data", office.root)
    assert (code, said["added"], contents(office) == before) == (1, {}, True)


def test_a_person_may_name_what_the_draft_is_about_to_propose(office, capsys):
    office.reference.mkdir()
    (office.reference / "unit_aliases.csv").write_text("alias,unit_code\nHM,phuong-hoa-minh\n", "utf-8")
    assert run_json(capsys, "draft", "--data", office.root)[0] == 0
    assert run(capsys, "check", "--data", office.root)[0] == 0


def test_problems_of_an_ignored_sheet_are_left_aside(office, capsys):
    path = office.raw / "2014" / "phuong.xlsx"
    workbook = openpyxl.load_workbook(path)
    for row in range(8):
        workbook.create_sheet("Nháp") if row == 0 else workbook["Nháp"].append([row, row, row])
    workbook.save(path)
    code, said = run_json(capsys, "draft", "--data", office.root)
    assert (code, [each["sheet"] for each in said["problems"] if each["severity"] == "error"]) == (0, ["Nháp"])
    ignored = "file,sheet,family\n2014/phuong.xlsx,Nháp,ignore\n"
    office.reference_file("layouts").write_text(ignored, "utf-8")
    assert run_json(capsys, "check", "--data", office.root)[0] == 0


def test_a_folder_without_workbooks_is_an_error(tmp_path, capsys):
    code, said = run_json(capsys, "check", "--data", tmp_path)
    assert (code, [each["code"] for each in said["problems"]]) == (1, ["no_workbooks"])


def test_a_version_that_does_not_exist_is_an_error(office, capsys):
    code, said = run_json(capsys, "rollback", "nothing", "--data", office.root)
    assert (code, [each["code"] for each in said["problems"]]) == (1, ["unknown_version"])


def test_the_sample_goes_into_the_folder_named(tmp_path, capsys):
    code, said = run_json(capsys, "sample", tmp_path / "minh-hoa")
    assert (code, said["problems"]) == (0, [])
    assert sorted(said["files"]) == sorted(
        path.relative_to(tmp_path / "minh-hoa").as_posix() for path in (tmp_path / "minh-hoa" / "raw").rglob("*.xlsx")
    )


@pytest.mark.parametrize(
    "arguments",
    [[], ["bake"], ["check", "--data", "/no/such/folder"], ["check", "--lang", "fr"], ["rollback"], ["inspect"]],
)
def test_wrong_usage_leaves_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "Sai cách dùng lệnh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu LỆNH"),
        (["bake"], "LỆNH không nhận 'bake'; chỉ nhận: "),
        (["check", "--lang", "fr"], "--lang không nhận 'fr'; chỉ nhận: "),
        (["check", "--colour"], "không có tham số nào như “--colour”"),
        (["build", "--data"], "sau --data cần một giá trị"),
        (["check", "--report", "loi.csv", "--data", "."], "phải có đuôi .xlsx, nhưng thấy “loi.csv”"),
    ],
)
def test_wrong_usage_is_explained(arguments, said, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    usage, reason = capsys.readouterr().err.rsplit("Sai cách dùng lệnh: ", 1)
    assert (left.value.code, said in reason, usage.startswith("Cách dùng: ")) == (2, True, True)


def test_help_is_in_the_language_asked_for(capsys):
    for lang, words_of_it in (("vi", ("Cách dùng: ", "Tùy chọn:")), ("en", ("Usage: ", "Options:"))):
        with pytest.raises(SystemExit) as left:
            main(["check", "--help", "--lang", lang])
        out = capsys.readouterr().out
        assert (left.value.code, all(each in out for each in words_of_it)) == (0, True)


def built(office: OfficeFolder, capsys) -> str:
    main(["draft", "--data", str(office.root)])
    main(["build", "--data", str(office.root)])
    capsys.readouterr()
    return current_version(office)


@pytest.mark.parametrize("pointer", ["{bad", "[]", '{"version": "20250101-000000-deadbeef"}'])
def test_a_damaged_pointer_is_told_and_mended(office, capsys, pointer):
    version = built(office, capsys)
    (office.build / "current.json").write_text(pointer, "utf-8")
    code, said = run_json(capsys, "versions", "--data", office.root)
    assert (code, [each["is_current"] for each in said["versions"]]) == (1, [False])
    assert [each["code"] for each in said["problems"]] == ["damaged_pointer"]
    assert "rollback" in run(capsys, "versions", "--data", office.root)[1]
    assert run(capsys, "rollback", version, "--data", office.root)[0] == 0
    assert current_version(office) == version


def test_a_damaged_version_is_not_served(office, capsys):
    version = built(office, capsys)
    damaged = "20250101-000000-deadbeef"
    (office.build / f"{damaged}.duckdb").write_bytes(b"junk")
    code, said = run_json(capsys, "rollback", damaged, "--data", office.root)
    assert (code, [each["code"] for each in said["problems"]]) == (1, ["damaged_version"])
    assert current_version(office) == version


@pytest.mark.parametrize("part", ["raw", "reference", "build"])
@pytest.mark.parametrize("verb", ["draft", "check", "build", "versions"])
def test_a_file_in_the_place_of_a_folder_is_told(tmp_path, capsys, part, verb):
    (tmp_path / part).write_text("", "utf-8")
    code, said = run_json(capsys, verb, "--data", tmp_path)
    assert (code, [(each["code"], each["seen"]) for each in said["problems"]]) == (
        1,
        [("not_a_folder", str(tmp_path.resolve() / part))],
    )


def test_a_place_that_the_system_refuses_is_told_in_our_words(office, capsys):
    built(office, capsys)
    (office.build / ".lock").unlink()
    (office.build / ".lock").mkdir()
    code, said = run_json(capsys, "build", "--data", office.root)
    refused = said["problems"][0]
    assert (code, refused["code"], refused["seen"]) == (1, "place_refused", str(office.build.resolve() / ".lock"))


def test_only_a_version_that_exists_is_said_to_stay(office, capsys):
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    capsys.readouterr()
    assert run(capsys, "build", "--data", office.root)[1].endswith("chưa tạo được phiên bản dữ liệu nào.\n")
    put(office, "D5", 9)
    built(office, capsys)
    put(office, "D5", 10.5)
    assert run(capsys, "build", "--data", office.root)[1].endswith("phiên bản đang dùng được giữ nguyên.\n")


def test_one_is_counted_as_one_in_english(office, capsys):
    assert say("en", "errors", count=1) == "1 error"
    assert say("en", "errors", count=2) == "2 errors"
    main(["draft", "--data", str(office.root)])
    put(office, "D5", 10.5)
    capsys.readouterr()
    lines = run(capsys, "check", "--data", office.root, "--lang", "en")[1].splitlines()
    assert (lines[0], lines[-1].startswith("1 error, ")) == ("1 error:", True)


def test_wrong_usage_is_said_in_the_language_asked_for(capsys):
    with pytest.raises(SystemExit):
        main(["check", "--lang", "en", "--data", "/no/such/folder"])
    assert "there is no folder" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_is_drawn_for_a_terminal_only():
    for stream, expected in ((io.StringIO(), ""), (Terminal(), "Đọc sổ tính")):
        bar = Bar("vi", stream)
        bar("read", 1, 2)
        bar("read", 2, 2)
        assert stream.getvalue().count(expected) == (2 if expected else 1)
        assert stream.getvalue().endswith("\n" if expected else "")


def test_both_languages_say_the_same_things():
    vietnamese, english = (words(lang) for lang in LANGUAGES)
    assert list(vietnamese) == list(english)
    for part in ("progress", "refusals", "sections"):
        assert list(vietnamese[part]) == list(english[part])


def test_versions_are_listed_for_people(office, capsys):
    assert run(capsys, "versions", "--data", office.root)[1].startswith("Chưa có phiên bản dữ liệu nào.")
    main(["draft", "--data", str(office.root)])
    main(["build", "--data", str(office.root)])
    capsys.readouterr()
    out = run(capsys, "versions", "--data", office.root)[1]
    assert out.startswith(f"{current_version(office)}  tạo lúc ")
    assert out.endswith("(đang dùng)\n")
