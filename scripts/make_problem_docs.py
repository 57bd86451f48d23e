"""Write `docs/problems.md`, the page of every problem code in Vietnamese, from the catalogue `etl/problems.toml`.

A test holds the page and the catalogue together; run this after changing the catalogue.
"""

from __future__ import annotations

import re
from pathlib import Path

from etl.problem import Severity, catalogue

PAGE = Path(__file__).resolve().parents[1] / "docs" / "problems.md"

INTRODUCTION = """\
# Lỗi dữ liệu: mã, ý nghĩa, cách xử lý

Trang này được tạo từ `etl/problems.toml` bằng lệnh `python -m scripts.make_problem_docs`; không sửa tay.

`python -m etl check` và `python -m etl build` nêu mỗi lỗi trên một dòng: tệp, trang tính, ô, điều thấy, việc cần làm.
Dấu “…” dưới đây là chỗ của giá trị cụ thể. Với `--format json`, mỗi lỗi kèm mã để đối chiếu với trang này.
"""

HEADINGS = {
    Severity.ERROR: "## Lỗi\n\nPhải sửa hoặc khai báo trước: còn lỗi thì phiên bản dữ liệu mới chưa được tạo.",
    Severity.WARNING: "## Cảnh báo\n\nVẫn tạo được phiên bản dữ liệu mới; cảnh báo được lưu và hiển thị cùng số liệu.",
}


def page() -> str:
    """The whole page, errors before warnings, codes in alphabetical order."""
    parts = [INTRODUCTION]
    for severity, heading in HEADINGS.items():
        codes = sorted(code for code, entry in catalogue().items() if entry["severity"] == severity)
        parts += [heading, *(section(code) for code in codes)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def section(code: str) -> str:
    """One problem: what it says, what is expected where the catalogue says so, and what to do."""
    said = {name: re.sub(r"\{\w+\}", "…", text) for name, text in catalogue()[code]["vi"].items()}
    lines = [f"### `{code}`", "", f"- **Thông báo:** {said['message']}"]
    lines += [f"- **Mong đợi:** {said['expected']}"] if said.get("expected") else []
    lines += [f"- **Cách xử lý:** {said['action']}"] if said.get("action") else []
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(PAGE)
