-- What the tables as loaded hold: English, the Vietnamese term in brackets at the end.

comment on table build_info is 'One row: what this version is and whose (thông tin phiên bản)';
comment on column build_info.version is 'Name of the version (phiên bản dữ liệu)';
comment on column build_info.schema_version is
    'Version of the tables'' form; a reader refuses any other (phiên bản cấu trúc)';
comment on column build_info.built_at is 'When it was built, local time (thời điểm tạo)';
comment on column build_info.office_code is 'Code of the office (mã cơ quan)';
comment on column build_info.office_name is 'Name of the office in Vietnamese (cơ quan)';
comment on column build_info.office_name_en is 'Name of the office in English (tên tiếng Anh)';
comment on column build_info.superior_name is 'The body above the office, as letterheads name it; may be empty (cơ quan chủ quản)';
comment on column build_info.place is 'Where its documents are issued; may be empty (địa danh)';
comment on column build_info.is_illustrative is
    'Whether the scores are invented; then the mark is shown everywhere (dữ liệu minh họa)';
comment on column build_info.illustrative_mark is 'The mark in Vietnamese (dấu minh họa)';
comment on column build_info.illustrative_mark_en is 'The mark in English (dấu minh họa tiếng Anh)';
comment on column build_info.source_note is 'Source line in Vietnamese (nguồn)';
comment on column build_info.source_note_en is 'Source line in English (nguồn tiếng Anh)';
comment on column build_info.inputs_sha256 is
    'Hash of workbooks, reference rows and office facts: equal inputs, equal hash (mã băm đầu vào)';
comment on column build_info.method_sha256 is 'Hash of schema and rules: equal method, equal hash (mã băm phương pháp)';

comment on table source_file is 'Workbooks this version was built from, one row each (tệp nguồn)';
comment on column source_file.file is 'Workbook, as its path below raw/ (tệp nguồn)';
comment on column source_file.sha256 is 'Hash of the file''s bytes (mã băm)';
comment on column source_file.size_bytes is 'Size of the file in bytes (dung lượng)';
comment on column source_file.sheets is 'Number of sheets (số trang tính)';
comment on column source_file.score_cells is 'Score cells taken from the file (số ô điểm)';

comment on table problem is 'What was found wrong or doubtful in this version''s inputs (lỗi dữ liệu)';
comment on column problem.severity is 'error or warning; a version only holds warnings (mức độ)';
comment on column problem.code is 'Stable code of the problem (mã lỗi)';
comment on column problem.file is 'Workbook or reference file (tệp)';
comment on column problem.sheet is 'Sheet, empty when the whole file is meant (trang tính)';
comment on column problem.cell is 'Cell, empty when no cell is meant (ô)';
comment on column problem.seen is 'What was seen (nội dung thấy được)';
comment on column problem.expected is 'What was expected, in Vietnamese (mong đợi)';
comment on column problem.action is 'What to do, in Vietnamese (cách xử lý)';
comment on column problem.message is 'What is wrong, in Vietnamese (thông báo)';
comment on column problem.expected_en is 'What was expected, in English (mong đợi, tiếng Anh)';
comment on column problem.action_en is 'What to do, in English (cách xử lý, tiếng Anh)';
comment on column problem.message_en is 'What is wrong, in English (thông báo, tiếng Anh)';

comment on table criteria_set is 'Criteria sets with the rules that they carry (bộ tiêu chí)';
comment on column criteria_set.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column criteria_set.criteria_set_name is 'Its name (tên bộ tiêu chí)';
comment on column criteria_set.decision is 'Decision that it rests on (quyết định)';
comment on column criteria_set.issued_on is 'Date of the decision (ngày ban hành)';
comment on column criteria_set.not_applicable_rule is
    'What a criterion that does not apply counts: zero, full_marks, excluded or forbidden (quy tắc không áp dụng)';
comment on column criteria_set.official_stage is 'Stage that counts; NULL: the last one given (giai đoạn chính thức)';
comment on column criteria_set.total_rule is
    'sum of the criteria, or printed: the total of the sheet rules (quy tắc tổng điểm)';
comment on column criteria_set.partial_rule is 'Whether partial totals are ranked or not_ranked (quy tắc điểm chưa đủ)';
comment on column criteria_set.sum_tolerance is 'Difference to a printed sum that is not reported (sai số cho phép)';
comment on column criteria_set.bonus_cap is 'Most bonus points that count; NULL: no cap (trần điểm cộng)';
comment on column criteria_set.penalty_cap is 'Most points that penalties take; NULL: no cap (trần điểm trừ)';
comment on column criteria_set.done_well_min_share is 'Least share that is done well (ngưỡng thực hiện tốt)';
comment on column criteria_set.not_done_max_share is 'Largest share that is not done (ngưỡng chưa thực hiện được)';
comment on column criteria_set.grade_basis is
    'What grade bands are about: points or share, in percent (căn cứ xếp loại)';
comment on column criteria_set.printed_ties is
    'How printed ranks treat equal points: shared, dense or one_each; NULL: not stated (đồng hạng in trên bảng)';
comment on column criteria_set.printed_scope is
    'Whom printed ranks are among: group or all; NULL: not stated (phạm vi xếp hạng in trên bảng)';
comment on column criteria_set.max_points is
    'Full maximum: the scored normal criteria, each times its weight (điểm tối đa)';
comment on column criteria_set.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';
comment on column criteria_set.note is 'Note of the analyst (ghi chú)';

comment on table criterion is 'Criteria of every set, parents before their children (tiêu chí)';
comment on column criterion.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column criterion.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion.parent_code is 'The criterion it is part of; NULL at the top (tiêu chí cha)';
comment on column criterion.top_code is 'The top criterion it belongs to; itself at the top (phần)';
comment on column criterion.number is 'Number as printed, without closing marks (số thứ tự)';
comment on column criterion.criterion_name is 'Full wording (tên tiêu chí)';
comment on column criterion.short_name is 'Short wording for charts (tên ngắn)';
comment on column criterion.max_points is
    'Maximum as printed, before the weight; of a penalty, the most that it takes (điểm tối đa)';
comment on column criterion.weight is
    'What points and maximum are multiplied by: its own weight times those of the lines above (hệ số)';
comment on column criterion.kind is
    'normal, bonus, penalty or alternative; alternatives are never added (loại tiêu chí)';
comment on column criterion.is_scored is 'Whether points are given on it, not only on parts of it (được chấm điểm)';
comment on column criterion.level is 'Depth, 1 at the top (cấp)';
comment on column criterion.sort_order is 'Place in reading order, from 1 (thứ tự)';
comment on column criterion.step is 'Points are multiples of it; NULL: not said (bước điểm)';
comment on column criterion.guidance is 'How to score it, as printed (hướng dẫn chấm)';
comment on column criterion.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table grade is 'Grade bands of every set (xếp loại)';
comment on column grade.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column grade.grade_code is 'Code of the grade (mã xếp loại)';
comment on column grade.grade_name is 'Its name (tên xếp loại)';
comment on column grade.min_value is 'Least value of the band, included (mức tối thiểu)';
comment on column grade.sort_order is 'Place, best first (thứ tự)';

comment on table grade_override is 'Declared conditions that hold a unit''s grade down (hạ loại)';
comment on column grade_override.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column grade_override.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column grade_override.highest_grade_code is 'The highest grade that it may have (loại cao nhất)';
comment on column grade_override.reason is 'What holds it down (lý do hạ loại)';
comment on column grade_override.legal_source is 'Document that says so (căn cứ)';
comment on column grade_override.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table criterion_link is 'What became of a criterion in another set (kế thừa tiêu chí)';
comment on column criterion_link.from_set_code is 'The earlier set (bộ tiêu chí trước)';
comment on column criterion_link.from_criterion_code is 'Its criterion; NULL when new (tiêu chí trước)';
comment on column criterion_link.to_set_code is 'The later set (bộ tiêu chí sau)';
comment on column criterion_link.to_criterion_code is 'Its criterion; NULL when dropped (tiêu chí sau)';
comment on column criterion_link.kind is 'same, renamed, rescaled, split, merged, new or dropped (loại kế thừa)';
comment on column criterion_link.reason is 'Why (lý do)';
comment on column criterion_link.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table assessment is 'Scoring rounds in which units take part (kỳ đánh giá)';
comment on column assessment.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column assessment.assessment_name is 'Its name (tên kỳ đánh giá)';
comment on column assessment.year is 'Year it is about (năm)';
comment on column assessment.sort_order is 'Place in time, from 1 (thứ tự)';
comment on column assessment.period_start is 'First day it is about (từ ngày)';
comment on column assessment.period_end is 'Last day it is about (đến ngày)';
comment on column assessment.assessed_on is 'Day of the scoring (ngày chấm)';
comment on column assessment.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column assessment.decision is 'Decision that it rests on (quyết định)';
comment on column assessment.previous_code is 'The assessment before it; NULL for the first (kỳ liền trước)';
comment on column assessment.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table peer_group is 'Groups of units that are ranked together (khối)';
comment on column peer_group.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column peer_group.group_name is 'Its name (tên khối)';
comment on column peer_group.sort_order is 'Place in reading order, from 1 (thứ tự)';

comment on table unit is 'Units that were ever assessed (đơn vị)';
comment on column unit.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column unit.unit_name is 'Full name (tên đơn vị)';
comment on column unit.short_name is 'Short name for charts (tên ngắn)';
comment on column unit.valid_from is 'First day of its existence (từ ngày)';
comment on column unit.valid_to is 'Last day of its existence (đến ngày)';
comment on column unit.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table unit_succession is 'Renamings, mergers, splits, dissolutions and moved boundaries (thay đổi đơn vị)';
comment on column unit_succession.predecessor_code is 'Unit before (đơn vị cũ)';
comment on column unit_succession.successor_code is 'Unit after; NULL when dissolved (đơn vị mới)';
comment on column unit_succession.kind is 'rename, merge, split, dissolve or boundary (loại thay đổi)';
comment on column unit_succession.effective_on is 'First day of the new state (ngày có hiệu lực)';
comment on column unit_succession.extent is 'full or partial (phạm vi)';
comment on column unit_succession.legal_source is 'Document that says so (căn cứ)';
comment on column unit_succession.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';

comment on table membership is 'Units taking part in an assessment, each in its group (đơn vị tham gia)';
comment on column membership.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column membership.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column membership.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column membership.is_submitted is 'False when the unit gave no scoresheet (đã nộp)';
comment on column membership.printed_name is 'Its name on that assessment''s sheet (tên trên bảng)';

comment on table score is 'Score cells as read, one per criterion and stage (điểm gốc)';
comment on column score.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column score.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column score.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column score.stage_code is 'Stage: self, appraised, appealed or final (giai đoạn chấm)';
comment on column score.state is 'scored, blank, dash, not_applicable, not_submitted or unreadable (trạng thái)';
comment on column score.points is 'Points, exact; NULL unless scored; penalties negative (điểm)';
comment on column score.raw_text is 'Text of the cell as a reader of the sheet sees it (nội dung ô)';
comment on column score.remark is 'Remark of the inspector (nhận xét)';
comment on column score.is_corrected is 'Whether a declared correction replaced the cell (đã hiệu chỉnh)';
comment on column score.file is 'Workbook, as its path below raw/ (tệp nguồn)';
comment on column score.sheet is 'Sheet of the workbook (trang tính)';
comment on column score.cell is 'Cell, as its A1 address (ô)';

comment on table correction is 'Declared corrections that were applied to cells of the workbooks (hiệu chỉnh)';
comment on column correction.file is 'Workbook, as its path below raw/ (tệp nguồn)';
comment on column correction.sheet is 'Sheet of the workbook (trang tính)';
comment on column correction.cell is 'Address of the cell (ô)';
comment on column correction.expect is 'What the declaration expects the cell to hold (giá trị khai là đang có)';
comment on column correction.seen is 'What the cell holds (giá trị thấy trong ô)';
comment on column correction.value is 'What is read instead; empty for a blank cell (giá trị đúng)';
comment on column correction.reason is 'Why (lý do)';
comment on column correction.decided_by is 'Who decided it (người quyết định)';
comment on column correction.decided_on is 'When it was decided (ngày quyết định)';

comment on table printed_result is 'Totals, subtotals, ranks and grades that the sheets print (kết quả in trên bảng)';
comment on column printed_result.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column printed_result.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column printed_result.what is 'total, subtotal, rank or grade (loại kết quả)';
comment on column printed_result.criterion_code is 'Criterion of a subtotal; NULL otherwise (tiêu chí)';
comment on column printed_result.stage_code is 'Stage: self, appraised, appealed or final (giai đoạn chấm)';
comment on column printed_result.raw_text is 'Text of the cell as a reader of the sheet sees it (nội dung ô)';
comment on column printed_result.points is 'The number, where the text is one (giá trị)';
comment on column printed_result.file is 'Workbook, as its path below raw/ (tệp nguồn)';
comment on column printed_result.sheet is 'Sheet of the workbook (trang tính)';
comment on column printed_result.cell is 'Cell, as its A1 address (ô)';

comment on table remedy_request is 'What was asked after an assessment (kiến nghị khắc phục)';
comment on column remedy_request.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column remedy_request.unit_code is 'Unit it was asked of; NULL: every unit with a gap there (đơn vị)';
comment on column remedy_request.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column remedy_request.remedy is 'What was asked (kiến nghị)';
comment on column remedy_request.due_on is 'By when (thời hạn)';
comment on column remedy_request.legal_source is 'Document that says so (căn cứ)';
comment on column remedy_request.status is 'confirmed by a person, or proposed by draft (trạng thái xác nhận)';
