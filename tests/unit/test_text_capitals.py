import pytest

from etl.text.capitals import in_sentence_case


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("LƯU TRỮ CƠ QUAN", "Lưu trữ cơ quan"),
        ("SOẠN THẢO, BAN HÀNH, QUẢN LÝ VĂN BẢN ĐI, ĐẾN", "Soạn thảo, ban hành, quản lý văn bản đi, đến"),
        ("ỨNG DỤNG CNTT, SỐ HÓA", "Ứng dụng CNTT, số hóa"),
        ("CHỈ ĐẠO CỦA UBND QUẬN, HĐND", "Chỉ đạo của UBND quận, HĐND"),
        ("THUỞ NGUYÊN KHUYẾN NGHIÊNG", "Thuở nguyên khuyến nghiêng"),
        ("ĐIỂM THƯỞNG", "Điểm thưởng"),
    ],
)
def test_headings_in_capitals_read_as_running_text(printed, expected):
    assert in_sentence_case(printed) == expected


@pytest.mark.parametrize("printed", ["Lưu trữ cơ quan", "CNTT", "UBND", "I", "", "Kho lưu trữ (PCCC)"])
def test_what_is_not_a_heading_in_capitals_is_left_alone(printed):
    assert in_sentence_case(printed) == printed
