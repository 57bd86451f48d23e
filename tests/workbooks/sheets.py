"""One small sheet per thing that offices do to a scoresheet."""

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.builders import SIGNATURE, new_sheet, put

UNIT_HEADER = ("STT", "Nội dung", "Điểm chuẩn", "Điểm")
UNITS_HEADER = ("STT", "Tên đơn vị", "1. Kế hoạch", "2. Hồ sơ", "Tổng điểm")


def unit_lists() -> Worksheet:
    """A pair of columns for each criterion, best unit first, so that every pair has an order of its own."""
    sheet = new_sheet("Theo tiêu chí")
    put(sheet, [("XẾP HẠNG CÁC PHƯỜNG THEO TỪNG TIÊU CHÍ NĂM 2013",)])
    put(sheet, [("1. Ban hành kế hoạch (10 điểm)", None, "2. Lập hồ sơ (20 điểm)", None, "Tổng điểm", None)], 3)
    put(sheet, [("Đơn vị", "Điểm") * 3], 4)
    rows = [
        ("Hòa Minh", 9, "Hòa Khánh Bắc", 18, "Hòa Minh", 26),
        ("Hòa Hiệp Nam", 8, "Hòa Minh", 17, "Hòa Khánh Bắc", 25),
        ("Hoà Khánh Bắc", 7, "Hòa Hiệp Nam", "KAD", "Hòa Hiệp Nam", 8),
    ]
    put(sheet, [*rows, ("Điểm cao nhất", 9, "Điểm cao nhất", 18, "Điểm cao nhất", 26)], 5)
    for area in ("A3:B3", "C3:D3", "E3:F3"):
        sheet.merge_cells(area)
    return sheet


def unit_lists_named_over_the_points() -> Worksheet:
    """The same without a heading: the criterion is the name of the column of points."""
    sheet = new_sheet("Năm 2012")
    put(sheet, [("Phường", "1. Kế hoạch", "Phường", "2. Hồ sơ")])
    put(sheet, [("Hòa Minh", 9, "Hòa Hiệp Nam", 16), ("Hòa Hiệp Nam", 8, "Hòa Minh", 15)], 2)
    return sheet


def unit_lists_with_ranks() -> Worksheet:
    """The same with the rank by each criterion beside its points."""
    sheet = new_sheet("Năm 2012")
    put(sheet, [("1. Kế hoạch", None, None, "2. Hồ sơ", None, None), ("Phường", "Điểm", "Hạng") * 2])
    put(sheet, [("Hòa Minh", 9, 1, "Hòa Hiệp Nam", 16, 1), ("Hòa Hiệp Nam", 8, 2, "Hòa Minh", 15, 2)], 3)
    for area in ("A1:C1", "D1:F1"):
        sheet.merge_cells(area)
    return sheet


def several_tables() -> Worksheet:
    """The points of two units in a matrix, and under it the printed results with a title of their own."""
    sheet = new_sheet("2016")
    matrix = [
        ("TT", "Tiêu chí", "Điểm tối đa", "Hòa Minh", "Hòa Hiệp Nam"),
        (1, "Kế hoạch", 10, 9, 8),
        (2, "Hồ sơ", 20, 15, 16),
    ]
    after = put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2016",), (), *matrix, ()])
    results = [("STT", "Đơn vị", "Tổng điểm", "Xếp hạng"), (1, "Hòa Minh", 24, 1), (2, "Hòa Hiệp Nam", 24, 1)]
    put(sheet, [("BẢNG XẾP HẠNG NĂM 2016",), *results], after)
    return sheet


def broken_over_pages() -> Worksheet:
    """The header and the numbers of its columns again after every page."""
    sheet = new_sheet("Hòa Minh")
    numbering = ("(1)", "(2)", "(3)", "(4)")
    rows = [("I", "CHỈ ĐẠO", 20), (1, "Kế hoạch", 10, 9), UNIT_HEADER, numbering, (2, "Báo cáo", 10, 8)]
    put(sheet, [UNIT_HEADER, numbering, *rows, UNIT_HEADER, numbering, ("II", "NGHIỆP VỤ", 5), (1, "Hồ sơ", 5, 4)])
    return sheet


def three_row_header() -> Worksheet:
    """Groups of units over units over stages, all merged."""
    sheet = new_sheet("2015")
    header = [
        ("TT", "Tiêu chí", "Điểm tối đa", "Khối phòng", None, "Khối phường", None),
        (None, None, None, "Nội vụ", None, "Hòa Minh", None),
        (None, None, None, *("Tự chấm", "Thẩm định") * 2),
    ]
    put(sheet, [*header, (1, "Kế hoạch", 10, 10, 9, 8, 7), (2, "Hồ sơ", 20, 20, 19, 18, 17)])
    for area in ("A1:A3", "B1:B3", "C1:C3", "D1:E1", "F1:G1", "D2:E2", "F2:G2"):
        sheet.merge_cells(area)
    return sheet


def without_numbers() -> Worksheet:
    """No column of numbers at all: bold headings, plain criteria."""
    sheet = new_sheet("Hòa Minh")
    rows = [("CHỈ ĐẠO", 15), ("Kế hoạch", 10, 9), ("Báo cáo", 5, 5), ("NGHIỆP VỤ", 20), ("Hồ sơ", 20, 16)]
    put(sheet, [("Nội dung", "Điểm chuẩn", "Điểm"), *rows, ("TỔNG CỘNG", 35, 30)])
    for row in (2, 5):
        sheet.cell(row, 1).font = Font(bold=True)
    return sheet


def typed_form() -> Worksheet:
    """The form of a district of 2014: points inside the text, parts marked by letters and plus signs, typos and all."""
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "NỘI DUNG CHẤM ĐIỂM", "THANG ĐIỂM", "ĐIỂM CHẤM", "Ghi chú")
    rows = [
        ("I", "Nội dung văn bản", "30 điểm"),
        ("1", "Đúng thẩm quyền", "20 điểm", "18đ"),
        ("2", "Đúng chính tả", "10 điểm", "09 điểm", "mỗi lỗi trừ 03 diểm"),
        ("II", "Thể thức văn bản", "05 điểm"),
        ("1", "Quốc hiệu", "05 điểm"),
        header,
        ("a)", "Dòng trên", "02 điểm"),
        (None, "+ Đúng cỡ chữ ( 01 đ )", None, "01"),
        (None, "+ Đúng kiểu chữ ( 01 đ )", None, 1),
        ("b)", "Dòng dưới", "03 điểm", "2,5 điểm"),
    ]
    put(sheet, [header, *rows, ("TỔNG CỘNG", None, "35 điểm", "31,5"), *SIGNATURE])
    return sheet


def nested_options() -> Worksheet:
    """The form of a commune of 2023: criteria over indicators over numbered contents, of which one option counts."""
    sheet = new_sheet("Thôn 1")
    header = [
        ("Tiêu chí, chỉ tiêu", "Nội dung", "Điểm số tối đa", "Căn cứ chấm điểm", None, "Điểm số tự chấm", "Chữ ký"),
        (None, None, None, "Số liệu thực hiện", "Tỷ lệ đạt được"),
        (None, None, None, "(1)", "(2)"),
    ]
    rows = [
        ("Tiêu chí 1", "Ban hành văn bản", 10),
        ("Chỉ tiêu 1", "Ban hành đúng thẩm quyền", 3),
        ("1", "Trong năm có nhiệm vụ được giao", 3),
        ("a)", "Ban hành đầy đủ 100%", 3, 12, "100%", 3),
        ("b)", "Ban hành chưa đầy đủ", 1.5),
        ("Chỉ tiêu 2", "Công khai kịp thời", 7, None, None, 6),
        ("Tiêu chí 2", "Tiếp cận thông tin", 20),
        ("Chỉ tiêu 1", "Lập danh mục thông tin", 20, None, None, 15),
    ]
    put(sheet, [*header, *rows, ("Tổng điểm", None, 30, None, None, 24)])
    for area in ("A1:A3", "B1:B3", "C1:C3", "D1:E1", "F1:F3", "G1:G3"):
        sheet.merge_cells(area)
    return sheet


def printed_results() -> Worksheet:
    """One unit with the total, the class and the rank as the office printed them."""
    sheet = new_sheet("Hòa Minh")
    results = [("TỔNG CỘNG", None, 30, 24), ("XẾP LOẠI", None, None, "Khá"), ("XẾP THỨ", None, None, 2)]
    put(sheet, [UNIT_HEADER, (1, "Kế hoạch", 10, 9), (2, "Hồ sơ", 20, 15), *results])
    return sheet


def units_with_footers() -> Worksheet:
    """Units, and under them the highest, the lowest and the mean of every column."""
    sheet = new_sheet("2017")
    rows = [(1, "Hòa Minh", 9, 15, 24), (2, "Hòa Hiệp Nam", 8, 16, 24), (3, "Hòa Khánh Bắc", 7, 12, 19)]
    footers = [
        (None, "Điểm cao nhất", 9, 16, 24),
        (None, "Điểm thấp nhất", 7, 12, 19),
        ("Trung bình", None, 8, 14.3, 22.3),
    ]
    put(sheet, [UNITS_HEADER, *rows, *footers])
    return sheet


def units_with_look_up() -> Worksheet:
    """Units, and under them the table in which their classes are looked up."""
    sheet = new_sheet("2018")
    rows = [(1, "Hòa Minh", 9, 15, 24), (2, "Hòa Hiệp Nam", 8, 16, 24)]
    look_up = [(None, "Thang xếp loại", "Từ điểm"), (None, "Xuất sắc", 27), (None, "Tốt", 24), (None, "Còn lại", 0)]
    put(sheet, [UNITS_HEADER, *rows, (), *look_up])
    return sheet


def unit_with_look_up() -> Worksheet:
    """One unit, and under its total the same table."""
    sheet = new_sheet("Hòa Minh")
    rows = [(1, "Kế hoạch", 10, 9), (2, "Hồ sơ", 20, 15), ("TỔNG CỘNG", None, 30, 24)]
    look_up = [(None, "Thang xếp loại", "Từ điểm", "Đến điểm"), (None, "Xuất sắc", 27, 30), (None, "Tốt", 24, 27)]
    put(sheet, [UNIT_HEADER, *rows, (), *look_up])
    return sheet


def notes_between_units() -> Worksheet:
    """A note after the first units, and then the table goes on."""
    sheet = new_sheet("2018")
    rows = [(1, "Hòa Minh", 9, 15, 24), (), ("Ghi chú: các phường sau nộp muộn",), (2, "Hòa Hiệp Nam", 8, 16, 24)]
    put(sheet, [UNITS_HEADER, *rows])
    return sheet


def hidden_left_overs() -> Worksheet:
    """A copy of last year's sheet: its column of points is hidden, not deleted, and so is a whole sheet."""
    sheet = new_sheet("Hòa Minh")
    put(
        sheet,
        [("STT", "Nội dung", "Điểm chuẩn", "Điểm đạt", "Điểm"), (1, "Kế hoạch", 10, 3, 9), (2, "Hồ sơ", 20, 4, 15)],
    )
    sheet.column_dimensions["D"].hidden = True
    old = sheet.parent.create_sheet("Năm trước")
    put(old, [UNIT_HEADER, (1, "Kế hoạch", 10, 3), (2, "Hồ sơ", 20, 4)])
    old.sheet_state = "hidden"
    return sheet


def hidden_criterion() -> Worksheet:
    """Units down, with last year's column of one criterion hidden beside this year's."""
    sheet = new_sheet("2019")
    header = ("STT", "Tên đơn vị", "1. Kế hoạch", "1. Kế hoạch", "2. Hồ sơ", "Tổng điểm")
    put(sheet, [header, (1, "Hòa Minh", 3, 9, 15, 24), (2, "Hòa Hiệp Nam", 4, 8, 16, 24)])
    sheet.column_dimensions["C"].hidden = True
    return sheet


def questionnaire() -> Worksheet:
    """Sections with titles, each with the header again; subtotals in the column of scores, the total above them all."""
    sheet = new_sheet("Questionnaire")
    header = ("ID", "Question", "Answer", "Reviewer 1 Comments", "Mark Question", "Score")
    rows = [
        (None, None, None, None, "Total Score:", 45),
        (None, "Dimension 1: Policy", None, None, None, 30),
        (None, "Please note that this section is about policy and about nothing else at all."),
        (None, "1.1 Framework", None, None, None, 30),
        header,
        (1, "Is there a policy?", "yes", "Please check the link", None, 30),
        ("2a", "Is it published?", "no", None, None, 0),
        (None, "List of channels", "N/A"),
        ("2b", "Where?", "see above", None, None, "N/A"),
        (None, "Dimension 2: Impact", None, None, None, 15),
        (None, "2.1 Reuse", None, None, None, 15),
        (None, "2.1a Public bodies", None, None, None, 15),
        header,
        (3, "Is it reused?", "yes", None, None, 15),
    ]
    put(sheet, [header, *rows])
    return sheet


def detail_with_its_repetitions(region_points: int = 15) -> Worksheet:
    """A matrix of all units, a sheet of one region that repeats two of them, and a summary that repeats the totals."""
    sheet = new_sheet("Chi tiết")
    title = ("BẢNG CHẤM ĐIỂM NĂM 2019",)
    rows = [(1, "Hòa Minh", 9, 15, 24), (2, "Hòa Hiệp Nam", 8, 16, 24), (3, "Hòa Khánh Bắc", 7, 12, 19)]
    put(sheet, [title, UNITS_HEADER, (None, "Điểm tối đa", 10, 20, 30), *rows])
    region = [(1, "Hòa Minh", 9, region_points, 24), (2, "Hòa Khánh Bắc", 7, 12, 19)]
    put(sheet.parent.create_sheet("Cụm 1"), [title, UNITS_HEADER, (None, "Điểm tối đa", 10, 20, 30), *region])
    summary = [(1, "Hòa Minh", 24, 1), (2, "Hòa Hiệp Nam", 24, 1), (3, "Hòa Khánh Bắc", 19, 3)]
    put(sheet.parent.create_sheet("Tổng hợp"), [title, ("STT", "Đơn vị", "Tổng điểm", "Xếp hạng"), *summary])
    return sheet


def detail_with_groups() -> Worksheet:
    """Criteria by units with group headings, and a summary that prints the points of every group."""
    sheet = new_sheet("Chi tiết")
    header = ("TT", "Tiêu chí", "Điểm tối đa", "Hòa Minh", "Hòa Hiệp Nam")
    rows = [
        ("I", "CHỈ ĐẠO", 15, 13, 12),
        (1, "Kế hoạch", 10, 9, 8),
        (2, "Báo cáo", 5, 4, 4),
        ("II", "NGHIỆP VỤ", 20, 15, 16),
        (1, "Hồ sơ", 20, 15, 16),
        (None, "TỔNG CỘNG", 35, 28, 28),
    ]
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2019",), header, *rows])
    header = ("STT", "Đơn vị", "I. Chỉ đạo", "II. Nghiệp vụ", "Tổng điểm", "Xếp loại")
    units = [(1, "Hòa Minh", 13, 15, 28, "Khá"), (2, "Hòa Hiệp Nam", 12, 16, 28, "Khá")]
    put(sheet.parent.create_sheet("Tổng hợp"), [("BẢNG TỔNG HỢP NĂM 2019",), header, *units])
    return sheet


def unknown_words() -> Worksheet:
    """A scoresheet whose header says nothing that we know: two columns of numbers beside names, a title above."""
    sheet = new_sheet("Mẫu lạ")
    put(sheet, [("KẾT QUẢ NĂM 2020",), (), ("Ký hiệu", "Việc", "Trần", "Được")])
    put(
        sheet,
        [("K1", "Ban hành kế hoạch", 10, 9), ("K2", "Lập hồ sơ công việc", 20, 15), ("K3", "Giữ con dấu", 5, 5)],
        4,
    )
    return sheet
