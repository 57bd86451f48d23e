"""Write `docs/problems.md`, the page of every problem code in Vietnamese, from the catalogue `etl/problems.toml`.

The examples are made by the catalogue's own sentences, filled from `problem_examples.toml`. A test holds the page and
the catalogue together; run this after changing the catalogue.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from etl.problem import Problem, Severity, catalogue

PAGE = Path(__file__).resolve().parents[1] / "docs" / "problems.md"
EXAMPLES = Path(__file__).with_name("problem_examples.toml")
PLACE = ("file", "sheet", "cell", "seen")
GAP = "…"
PLACEHOLDER = re.compile(r"\{(\w+)(?::n)?\}")

INTRODUCTION = """\
# Lỗi dữ liệu: mã, ý nghĩa, cách xử lý

Trang này được tạo từ `etl/problems.toml` bằng lệnh `python -m scripts.make_problem_docs`; không sửa tay.

`python -m etl check` và `python -m etl build` nêu mỗi vấn đề trên một dòng: tệp, trang tính, ô, điều thấy, điều mong
đợi (trừ khi câu đã nói rõ) và việc cần làm. Trang “Dữ liệu” và tệp ghi bằng `python -m etl check --report loi.xlsx`
có cùng nội dung, trong tệp có liên kết mở đúng ô. Với `--format json`, mỗi vấn đề kèm mã để đối chiếu với trang này.
Tên, số trong các ví dụ dưới đây là giả định.

Những chỗ mà cùng một dòng khai báo giải quyết được thì chỉ nêu chỗ đầu tiên, kèm số chỗ khác. Cũng vậy khi một trang
tính có quá 20 tổng cùng loại không khớp, một bảng tham chiếu có quá 20 mã chưa được khai, hoặc thư mục raw có quá 20
tệp cùng loại không được đọc. Cách gộp này như nhau ở mọi nơi: dòng lệnh, JSON, tệp .xlsx, cơ sở dữ liệu.

Cơ quan có thể đổi mức độ của một mã trong `reference/severities.csv` (xem [data/README.md](../data/README.md)): cảnh
báo nào cũng nâng thành lỗi được; lỗi chỉ hạ thành cảnh báo được khi dưới đây có ghi. Mã nào có ghi ngưỡng thì ngưỡng ấy
cũng đặt lại được, ở cột `threshold` của bảng đó.
"""

HEADINGS = {
    Severity.ERROR: "## Lỗi\n\nPhải sửa hoặc khai báo trước: còn lỗi thì phiên bản dữ liệu mới chưa được tạo.",
    Severity.WARNING: "## Cảnh báo\n\nVẫn tạo được phiên bản dữ liệu mới; cảnh báo được lưu và hiển thị cùng số liệu.",
}
MAY_WARN = "- **Mức độ:** cơ quan có thể hạ thành cảnh báo; ô đó khi ấy không được tính, tổng điểm là chưa đầy đủ."

THRESHOLD = "- **Ngưỡng có sẵn:** {number}: {what}."


@cache
def examples() -> dict[str, dict[str, Any]]:
    """The values of the examples: `place`, `values` by placeholder, and `code` with what differs per code."""
    return tomllib.loads(EXAMPLES.read_text("utf-8"))


def example(code: str) -> Problem:
    """A problem of that code as it might be met; what nobody gave a value for stands as a gap."""
    own = examples()["code"].get(code, {})
    place = {name: own.get(name, examples()["place"][name]) for name in PLACE}
    known = examples()["values"] | own
    needed = set(PLACEHOLDER.findall(" ".join(catalogue()[code]["vi"].values()))) - set(PLACE)
    return Problem(code, **place, values={name: known.get(name, GAP) for name in needed})


def page() -> str:
    """The whole page, errors before warnings, codes in alphabetical order."""
    parts = [INTRODUCTION]
    for severity, heading in HEADINGS.items():
        codes = sorted(code for code, entry in catalogue().items() if entry["severity"] == severity)
        parts += [heading, *(section(code) for code in codes)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def section(code: str) -> str:
    """One problem: what it says, an example line, what is expected and what to do."""
    entry = catalogue()[code]
    said = {name: PLACEHOLDER.sub(GAP, text) for name, text in entry["vi"].items()}
    met = example(code)
    line = ": ".join(filter(None, (met.place, met.said("message"))))
    lines = [
        f"### `{code}`",
        "",
        f"- **Thông báo:** {said['message']}",
        f"- **Ví dụ:** `{line}`",
        f"- **Mong đợi:** {said['expected']}",
        f"- **Cách xử lý:** {said['action']}",
    ]
    if "threshold" in entry:
        lines.append(THRESHOLD.format(number=entry["threshold"].replace(".", ","), what=said["threshold"]))
    return "\n".join([*lines, MAY_WARN] if entry.get("may_warn") else lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(PAGE)
