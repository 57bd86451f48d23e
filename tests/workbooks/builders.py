"""Small workbooks as offices write them, cell by cell: letterheads, merges, numbers as text, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

LETTERHEAD = (
    ("ỦY BAN NHÂN DÂN QUẬN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("PHÒNG NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"),
)
SIGNATURE = (
    (),
    (None, None, None, "Liên Chiểu, ngày 15 tháng 12 năm 2015"),
    (None, "NGƯỜI LẬP BIỂU", None, "TRƯỞNG PHÒNG"),
    (None, "(Ký, ghi rõ họ tên)", None, "Nguyễn Văn Mẫu"),
)
CRITERIA = (
    ("I", "CHỈ ĐẠO, ĐIỀU HÀNH", 15),
    (1, "Ban hành kế hoạch công tác", 10),
    (2, "Báo cáo đúng hạn", 5),
    ("II", "NGHIỆP VỤ", 25),
    ("1", "Lập hồ sơ công việc", 15),
    ("1.1", "Lập Danh mục hồ sơ", 5),
    ("1.2", "Nộp lưu đúng hạn", 10),
    ("2", "Quản lý con dấu", 10),
)


def put(sheet: Worksheet, rows: Iterable[Sequence[Any]], first_row: int = 1) -> int:
    """Writes the rows below each other, None for an empty cell; gives the row after the last."""
    row = first_row
    for row, values in enumerate(rows, start=first_row):
        for column, value in enumerate(values, start=1):
            if value is not None:
                sheet.cell(row, column, value)
    return row + 1


def new_sheet(title: str = "Sheet1") -> Worksheet:
    """The only sheet of a new workbook."""
    sheet = Workbook().active
    sheet.title = title
    return sheet


def save(sheet: Worksheet, folder: Path, name: str = "book.xlsx") -> Path:
    """The path of the saved workbook."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.parent.save(path)
    return path


def unit_sheet(
    scores: Sequence[Any] = (None, 9, 4, None, None, 3, 8, 10),
    title: str = "BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2014",
) -> Worksheet:
    """One unit on the sheet, letterhead and signature block and all."""
    sheet = new_sheet("Hòa Minh")
    after = put(sheet, [*LETTERHEAD, (), (title,), ("Đơn vị: UBND phường Hoà Minh",), ()])
    after = put(
        sheet, [("STT", "Nội dung", "Điểm chuẩn", "Điểm chấm", "Ghi chú"), ("(1)", "(2)", "(3)", "(4)", "(5)")], after
    )
    after = put(sheet, [(*criterion, score) for criterion, score in zip(CRITERIA, scores, strict=True)], after)
    after = put(sheet, [("TỔNG CỘNG", None, 40, 34), ("XẾP LOẠI", None, None, "Tốt")], after)
    put(sheet, SIGNATURE, after)
    sheet.merge_cells("A4:E4")
    return sheet


def criteria_by_units() -> Worksheet:
    """Criteria down, units across under two merged group headings, self-assessed and appraised under each unit."""
    sheet = new_sheet("Tổng hợp 2015")
    put(sheet, [("BẢNG TỔNG HỢP ĐIỂM NĂM 2015",)])
    header = [
        ("TT", "Tiêu chí", "Điểm tối đa", "Khối phòng ban", None, None, None, "Khối phường"),
        (None, None, None, "Phòng Tư pháp", None, "Văn phòng", None, "Hòa Minh"),
        (None, None, None, *("Tự chấm", "Thẩm định") * 3),
    ]
    after = put(sheet, header, 3)
    for area in ("A3:A5", "B3:B5", "C3:C5", "D3:G3", "H3:I3", "D4:E4", "F4:G4", "H4:I4"):
        sheet.merge_cells(area)
    points = [
        (None,) * 6,
        (10, 9, 10, 10, 8, None),
        (5, 4, 5, "-", 4, "KAD"),
        (None,) * 6,
        (None,) * 6,
        (5, 5, "4,5", 4, 3, 2),
        (10, 8, 10, 9, 7, 7),
        (10, 10, 10, 10, 9, 8),
    ]
    after = put(sheet, [(*criterion, *row) for criterion, row in zip(CRITERIA, points, strict=True)], after)
    put(
        sheet,
        [("Tổng điểm", None, 40, 40, 36, 39.5, 33, 31, 17), ("Xếp thứ", None, None, None, 1, None, 2, None, 3)],
        after,
    )
    return sheet


def units_by_criteria() -> Worksheet:
    """Units down under group rows, criteria across under merged group headings, the maxima in a row of their own."""
    sheet = new_sheet("Kết quả")
    put(sheet, [("KẾT QUẢ ĐÁNH GIÁ CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2018",)])
    header = [
        (
            "STT",
            "Tên đơn vị",
            "I. Chỉ đạo",
            None,
            None,
            "II. Nghiệp vụ",
            None,
            "Điểm thưởng",
            "Tổng điểm",
            "Xếp hạng",
            "Xếp loại",
        ),
        (None, None, "1.1 Kế hoạch", "1.2 Báo cáo", "Cộng", "2.1 Lập hồ sơ", "2.2 Con dấu"),
    ]
    put(sheet, header, 3)
    for area in ("A3:A4", "B3:B4", "C3:E3", "F3:G3", "H3:H4", "I3:I4", "J3:J4", "K3:K4"):
        sheet.merge_cells(area)
    rows = [
        (None, "Điểm tối đa", 10, 5, 15, 15, 10, 5, 45),
        ("I", "KHỐI PHÒNG BAN"),
        (1, "Phòng Tư pháp", 9, 4, 13, 12, 10, 2, 37, 1, "Tốt"),
        (2, "Văn phòng", 8, 5, 13, 10, 9, None, 32, 2, "Khá"),
        ("II", "KHỐI PHƯỜNG"),
        (1, "UBND phường Hòa Minh", 7, 3, 10, 11, 8, 0, 29, 1, "Khá"),
        (2, "UBND phường Hoà Hiệp Bắc", "Chưa nộp"),
        (None, "Trung bình", 8, 4, 12, 11, 9, 1, 32.7),
    ]
    put(sheet, [*rows, *SIGNATURE], 5)
    return sheet


def summary() -> Worksheet:
    """Units with their printed totals, ranks and grades, nothing else."""
    sheet = new_sheet("Xếp hạng")
    put(
        sheet,
        [("BẢNG XẾP HẠNG CÁC PHƯỜNG NĂM 2014",), ("(Kèm theo Quyết định số 123/QĐ-UBND ngày 10 tháng 01 năm 2015)",)],
    )
    header = ("STT", "Đơn vị", "Điểm tự chấm", "Điểm thẩm định", "Xếp hạng", "Xếp loại", "Ghi chú")
    rows = [(1, "Hòa Minh", 95, 90.5, 1, "Xuất sắc"), (2, "Hòa Khánh Bắc", 92, 88, 2, "Tốt")]
    put(sheet, [header, *rows, (3, "Hòa Hiệp Nam", None, None, None, None, "Không nộp báo cáo")], 4)
    return sheet
