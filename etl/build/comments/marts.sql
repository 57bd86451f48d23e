-- What the marts hold: English, the Vietnamese term in brackets at the end.

comment on table official_score is 'The one score of each criterion that counts (điểm chính thức)';
comment on column official_score.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column official_score.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column official_score.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column official_score.stage_code is 'Stage: self, appraised, appealed or final (giai đoạn chấm)';
comment on column official_score.state is 'State of that cell (trạng thái)';
comment on column official_score.points is 'Its points; NULL unless scored (điểm)';

comment on table criterion_result is 'Result of every unit on every scored criterion (kết quả tiêu chí)';
comment on column criterion_result.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column criterion_result.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column criterion_result.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column criterion_result.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column criterion_result.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion_result.kind is
    'normal, bonus, penalty or alternative; alternatives are never added (loại tiêu chí)';
comment on column criterion_result.stage_code is 'Stage the score comes from, or should (giai đoạn chấm)';
comment on column criterion_result.state is
    'scored, blank, dash, not_applicable, not_submitted or unreadable; blank where no cell was found (trạng thái)';
comment on column criterion_result.points is
    'Points that count, times the weight, the not-applicable rule applied; NULL where nothing counts (điểm)';
comment on column criterion_result.max_points is
    'Maximum that applies, times the weight; NULL when excluded (điểm tối đa)';
comment on column criterion_result.share is
    'points / max_points, 0 to 1, cut after 18 decimals; scored normal criteria only (tỷ lệ đạt)';
comment on column criterion_result.gap_points is
    'max_points - points of scored normal criteria; 0 when not applicable (điểm mất)';
comment on column criterion_result.verdict is
    'done_well, not_well or not_done; NULL for every absence (mức độ thực hiện)';

comment on table parent_result is
    'Result of every unit on every section, from the scored normal criteria under it (kết quả phần)';
comment on column parent_result.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column parent_result.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column parent_result.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column parent_result.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column parent_result.points is 'Sum of the points; NULL where there are none (điểm)';
comment on column parent_result.max_points is 'Sum of the maxima that apply (điểm tối đa)';
comment on column parent_result.share is 'points / max_points (tỷ lệ đạt)';
comment on column parent_result.gap_points is 'Sum of the gaps (điểm mất)';
comment on column parent_result.is_partial is 'Whether a part under it is missing (chưa đủ điểm)';

comment on table total is 'Result of every unit of an assessment, ranked or listed (tổng điểm)';
comment on column total.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column total.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column total.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column total.points is 'Result on the set''s scale: rescaled normal points, bonus and penalty (tổng điểm)';
comment on column total.max_points is 'Full maximum of the set (điểm tối đa)';
comment on column total.share is 'normal_points / applicable_max_points, without bonus and penalty (tỷ lệ đạt)';
comment on column total.rank is 'Place inside the group: 1, 2, 2, 4; NULL when not ranked (xếp hạng)';
comment on column total.ranked_units is 'Units ranked in the group (số đơn vị xếp hạng)';
comment on column total.is_tied is 'Whether another unit has the same place (đồng hạng)';
comment on column total.grade_code is
    'Grade by the bands, no higher than a declared condition allows; NULL when the set has none (xếp loại)';
comment on column total.points_grade_code is 'Grade that the points alone reach (xếp loại theo điểm)';
comment on column total.grade_override_reason is
    'What holds the grade below the points; NULL when nothing does (lý do hạ loại)';
comment on column total.grade_override_source is 'Document that says so; NULL when nothing does (căn cứ hạ loại)';
comment on column total.next_grade_code is
    'The next higher grade that the unit may have; NULL in the highest (loại kế tiếp)';
comment on column total.points_to_next_grade is
    'Points missing to it: total points, or applicable normal points where shares are graded (điểm còn thiếu)';
comment on column total.places_per_quarter_point is
    'Places that 0.25 more points would win; NULL when not ranked (số bậc của 0,25 điểm)';
comment on column total.is_partial is 'Whether a blank, dash or unreadable part is missing (chưa đủ điểm)';
comment on column total.unranked_reason is
    'not_submitted, no_points or partial; NULL when ranked (lý do không xếp hạng)';
comment on column total.normal_points is 'Points of the normal criteria, before rescaling (điểm tiêu chí)';
comment on column total.applicable_max_points is 'Maximum of the normal criteria that apply (điểm tối đa áp dụng)';
comment on column total.bonus_points is 'Bonus, capped (điểm cộng)';
comment on column total.penalty_points is 'Penalty, negative or zero, capped (điểm trừ)';
comment on column total.gap_points is 'Sum of the gaps on scored criteria (điểm mất)';
comment on column total.done_well is 'Criteria done well (số tiêu chí thực hiện tốt)';
comment on column total.not_well is 'Criteria not done well (số tiêu chí chưa tốt)';
comment on column total.not_done is 'Criteria not done (số tiêu chí chưa thực hiện được)';
comment on column total.not_applicable is 'Criteria that do not apply (số tiêu chí không áp dụng)';
comment on column total.missing is 'Criteria without a score (số tiêu chí thiếu điểm)';
comment on column total.self_points is 'Total by the unit''s own scores, by the same rules (điểm tự chấm)';
comment on column total.printed_points is 'Total that the sheet prints (tổng điểm in)';
comment on column total.printed_rank is 'Rank that the sheet prints (hạng in)';
comment on column total.printed_grade is 'Grade that the sheet prints (xếp loại in)';
comment on column total.printed_points_reason is
    'Why the printed total differs: no_points, rounding, cap, not_rescaled, without_bonus_penalty, other_stage or unexplained; NULL when it does not (lý do tổng in khác)';
comment on column total.printed_rank_reason is
    'Why the printed rank differs: unranked, scope, tie_rule, rounding, printed_points or unexplained; NULL when it does not (lý do hạng in khác)';
comment on column total.printed_grade_reason is
    'Why the printed grade is not that of the points: override, rounding, printed_points or unexplained; NULL when it is (lý do xếp loại in khác)';

comment on table stage_total is
    'What a unit''s scores add up to at every stage that gives any (tổng điểm từng giai đoạn)';
comment on column stage_total.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column stage_total.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column stage_total.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column stage_total.stage_code is 'Stage: self, appraised, appealed or final (giai đoạn chấm)';
comment on column stage_total.is_official is 'Whether it is the stage that counts (giai đoạn chính thức)';
comment on column stage_total.points is 'Total after this stage, by the rules of the official one (tổng điểm)';
comment on column stage_total.share is 'normal_points / applicable_max_points (tỷ lệ đạt)';
comment on column stage_total.normal_points is 'Points of the normal criteria, before rescaling (điểm tiêu chí)';
comment on column stage_total.applicable_max_points is
    'Maximum of the normal criteria that apply (điểm tối đa áp dụng)';
comment on column stage_total.bonus_points is 'Bonus, capped (điểm cộng)';
comment on column stage_total.penalty_points is 'Penalty, negative or zero, capped (điểm trừ)';
comment on column stage_total.missing is 'Criteria without a score at this stage (số tiêu chí thiếu điểm)';
comment on column stage_total.is_partial is 'Whether any is missing (chưa đủ điểm)';

comment on table over_claim is
    'Self-assessed beside official points, where a unit and an appraiser both scored (tự chấm cao hơn)';
comment on column over_claim.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column over_claim.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column over_claim.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column over_claim.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column over_claim.kind is 'normal, bonus or penalty (loại tiêu chí)';
comment on column over_claim.self_points is 'Points that the unit gave itself, times the weight (điểm tự chấm)';
comment on column over_claim.points is 'Official points, times the weight (điểm)';
comment on column over_claim.over_claim_points is
    'self_points - points; negative when the unit was too modest (điểm tự chấm cao hơn)';

comment on table over_claim_unit is
    'What a unit claimed beyond its official points, over the criteria that both scored (tự chấm cao hơn của đơn vị)';
comment on column over_claim_unit.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column over_claim_unit.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column over_claim_unit.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column over_claim_unit.compared_criteria is 'Criteria that both scored (số tiêu chí đối chiếu)';
comment on column over_claim_unit.only_self_criteria is
    'Criteria that only the unit scored; not in the sums (số tiêu chí chỉ tự chấm)';
comment on column over_claim_unit.only_official_criteria is
    'Criteria that only the appraiser scored; not in the sums (số tiêu chí chỉ thẩm định)';
comment on column over_claim_unit.self_points is 'Own points on the criteria compared (điểm tự chấm)';
comment on column over_claim_unit.points is 'Official points on the criteria compared (điểm)';
comment on column over_claim_unit.over_claim_points is
    'self_points - points, before caps and rescaling (điểm tự chấm cao hơn)';
comment on column over_claim_unit.is_partial is 'Whether one side alone scored some criterion (đối chiếu chưa đủ)';

comment on table over_claim_group is
    'Over-claiming of the units of a group, and of all together (tự chấm cao hơn của khối)';
comment on column over_claim_group.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column over_claim_group.group_code is 'The peer group; NULL: all groups (khối)';
comment on column over_claim_group.units is 'Units that can be compared (số đơn vị đối chiếu)';
comment on column over_claim_group.units_above is 'Units that claimed more (số đơn vị tự chấm cao hơn)';
comment on column over_claim_group.units_equal is 'Units that claimed the same (số đơn vị tự chấm bằng)';
comment on column over_claim_group.units_below is 'Units that claimed less (số đơn vị tự chấm thấp hơn)';
comment on column over_claim_group.partial_units is 'Units compared in part only (số đơn vị đối chiếu chưa đủ)';
comment on column over_claim_group.over_claim_points is 'Sum over the units (điểm tự chấm cao hơn)';
comment on column over_claim_group.mean_over_claim_points is
    'Mean over the units, cut after 10 decimals (bình quân điểm tự chấm cao hơn)';
comment on column over_claim_group.largest_over_claim_points is 'Largest of a unit (điểm tự chấm cao hơn nhiều nhất)';

comment on table group_summary is 'The shares of the units of a group, put together (tổng hợp tỷ lệ đạt của khối)';
comment on column group_summary.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column group_summary.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column group_summary.units is 'Units with a share (số đơn vị)';
comment on column group_summary.mean_share is
    'Mean of their shares, cut after 18 decimals; NULL without any (tỷ lệ đạt bình quân)';
comment on column group_summary.lowest_share is 'Lowest share of a unit (tỷ lệ đạt thấp nhất)';
comment on column group_summary.highest_share is 'Highest share of a unit (tỷ lệ đạt cao nhất)';

comment on table criterion_summary is
    'What all units, and each group, made of every scored normal criterion (tổng hợp tiêu chí)';
comment on column criterion_summary.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column criterion_summary.group_code is 'The peer group; NULL: all groups (khối)';
comment on column criterion_summary.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion_summary.units is 'Units taking part (số đơn vị)';
comment on column criterion_summary.scored_units is 'Units scored (số đơn vị được chấm)';
comment on column criterion_summary.done_well is 'Units that did it well (số đơn vị thực hiện tốt)';
comment on column criterion_summary.not_well is 'Units that did it not well (số đơn vị chưa tốt)';
comment on column criterion_summary.not_done is 'Units that did it not at all (số đơn vị chưa thực hiện được)';
comment on column criterion_summary.not_applicable is 'Units it does not apply to (số đơn vị không áp dụng)';
comment on column criterion_summary.missing is 'Units without a score (số đơn vị thiếu điểm)';
comment on column criterion_summary.points is 'Points of the scored units (điểm)';
comment on column criterion_summary.max_points is 'Maximum of the scored units (điểm tối đa)';
comment on column criterion_summary.gap_points is 'Points lost by the scored units (điểm mất)';
comment on column criterion_summary.share is 'points / max_points (tỷ lệ đạt)';
comment on column criterion_summary.best_points is 'Most points that a unit has (điểm cao nhất)';
comment on column criterion_summary.is_systemic is
    'Whether at least 60% of at least three scored units did not do it well (yếu kém hệ thống)';

comment on column criterion_summary.gap_rank is
    'Place by points lost, 1 the most, among the criteria that lost any (thứ hạng điểm mất)';

comment on table peer_comparison is
    'Every scored normal criterion of a unit beside the other units of its group (so với các đơn vị cùng khối)';
comment on column peer_comparison.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column peer_comparison.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column peer_comparison.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column peer_comparison.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column peer_comparison.gap_rank is
    'Place by points lost, 1 the most, among the unit''s criteria that lost any (thứ hạng điểm mất)';
comment on column peer_comparison.gap_to_best_points is 'Best of the group less own points (kém đơn vị cao nhất)';
comment on column peer_comparison.gap_to_mean_points is
    'Mean of the group less own points; negative above it (kém bình quân khối)';
comment on column peer_comparison.peers is 'Other units of the group that were scored (số đơn vị so sánh cùng khối)';
comment on column peer_comparison.peer_share is 'Mean share of the others; NULL without any (tỷ lệ các đơn vị khác)';
comment on column peer_comparison.share_above_peers is 'Own share - peer_share (hơn các đơn vị khác)';
comment on column peer_comparison.claim is 'strength or weakness; NULL where neither may be said (điểm mạnh, điểm yếu)';
comment on column peer_comparison.no_claim_reason is
    'Why neither: too_few_peers, all_equal, near_mean or shared_by_many (lý do không nêu)';

comment on table criterion_family is
    'Criteria of different sets that are one criterion through the years (tiêu chí kế thừa)';
comment on column criterion_family.criteria_set_code is 'The criteria set (bộ tiêu chí)';
comment on column criterion_family.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion_family.family_code is
    'The family, named set:criterion after its earliest member (họ tiêu chí)';

comment on table criterion_bundle is
    'Every scored normal criterion between two different sets: what it is compared with, as a whole, and whether (nhóm tiêu chí kế thừa)';
comment on column criterion_bundle.from_set_code is 'The earlier set (bộ tiêu chí trước)';
comment on column criterion_bundle.to_set_code is 'The later set (bộ tiêu chí sau)';
comment on column criterion_bundle.side is 'from or to: which of the two sets the criterion is of (thuộc bộ)';
comment on column criterion_bundle.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion_bundle.bundle_code is
    'The bundle, named set:criterion after its earliest member (nhóm tiêu chí kế thừa)';
comment on column criterion_bundle.from_criteria is 'Criteria of the earlier set in it (số tiêu chí bộ trước)';
comment on column criterion_bundle.to_criteria is 'Criteria of the later set in it (số tiêu chí bộ sau)';
comment on column criterion_bundle.comparability is
    'comparable (one to one, same maximum), by_share (sum of points over sum of maxima) or not (so sánh được)';
comment on column criterion_bundle.reason is
    'chain_broken, not_scored, link_proposed, dropped, new or no_links; NULL when comparable (lý do)';

comment on table bundle_summary is
    'What all units, and each group, made of every split or merged bundle as a whole (tổng hợp nhóm tiêu chí kế thừa)';
comment on column bundle_summary.from_set_code is 'The earlier set (bộ tiêu chí trước)';
comment on column bundle_summary.to_set_code is 'The later set (bộ tiêu chí sau)';
comment on column bundle_summary.bundle_code is
    'The bundle of these two sets, as in criterion_bundle (nhóm tiêu chí kế thừa)';
comment on column bundle_summary.side is 'from or to: which of the two sets the assessment is under (thuộc bộ)';
comment on column bundle_summary.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column bundle_summary.group_code is 'The peer group; NULL: all groups (khối)';
comment on column bundle_summary.units is 'Units taking part (số đơn vị)';
comment on column bundle_summary.scored_units is
    'Units scored on every criterion of that side (số đơn vị được chấm)';
comment on column bundle_summary.done_well is 'Of them, units that did the whole well (số đơn vị thực hiện tốt)';
comment on column bundle_summary.not_well is 'Units that did it not well (số đơn vị chưa tốt)';
comment on column bundle_summary.not_done is 'Units that did it not at all (số đơn vị chưa thực hiện được)';
comment on column bundle_summary.points is 'Points of the scored units, the criteria added (điểm)';
comment on column bundle_summary.max_points is 'Maximum of the scored units, the criteria added (điểm tối đa)';
comment on column bundle_summary.share is 'points / max_points (tỷ lệ đạt)';

comment on table unit_series is 'Units that are one unit through the years, renamed in full (chuỗi đơn vị)';
comment on column unit_series.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column unit_series.series_code is 'The series: the code of the unit''s last name (chuỗi đơn vị)';

comment on table like_for_like is
    'Two assessments compared on linked criteria only, as shares; units without a break of territory (so sánh cùng tiêu chí)';
comment on column like_for_like.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column like_for_like.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column like_for_like.unit_code is 'The unit, as it is called later (đơn vị)';
comment on column like_for_like.group_code is 'Its later group (khối)';
comment on column like_for_like.linked_criteria is
    'Linked criteria scored both times; a split or merged bundle is one (số tiêu chí cùng so sánh)';
comment on column like_for_like.from_share is 'Share then, on these criteria (tỷ lệ kỳ trước)';
comment on column like_for_like.to_share is 'Share now, on these criteria (tỷ lệ kỳ sau)';
comment on column like_for_like.share_change is 'to_share - from_share (thay đổi tỷ lệ)';
comment on column like_for_like.from_linked_max_share is
    'Part of the earlier set''s maximum compared (phần điểm so sánh kỳ trước)';
comment on column like_for_like.to_linked_max_share is
    'Part of the later set''s maximum compared (phần điểm so sánh kỳ sau)';
comment on column like_for_like.from_rank is 'Place then, on these shares, among the units compared (hạng kỳ trước)';
comment on column like_for_like.to_rank is 'Place now, likewise (hạng kỳ sau)';
comment on column like_for_like.ranked_units is 'Units compared in the group (số đơn vị so sánh)';

comment on table unit_change is
    'Change of every unit''s total and rank between two assessments, and whether it may be said (thay đổi)';
comment on column unit_change.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column unit_change.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column unit_change.unit_code is 'The unit, as it is called later (đơn vị)';
comment on column unit_change.group_code is 'Its later group, or its earlier one (khối)';
comment on column unit_change.from_points is 'Total then (tổng điểm kỳ trước)';
comment on column unit_change.to_points is 'Total now (tổng điểm kỳ sau)';
comment on column unit_change.points_change is
    'to_points - from_points; NULL across a break of territory (thay đổi điểm)';
comment on column unit_change.from_share is 'Share then (tỷ lệ kỳ trước)';
comment on column unit_change.to_share is 'Share now (tỷ lệ kỳ sau)';
comment on column unit_change.share_change is
    'to_share - from_share; NULL across a break of territory (thay đổi tỷ lệ)';
comment on column unit_change.quoted_from_share is
    'The share then that share_change may be told by: from_share on one set, that of like_for_like else (tỷ lệ so sánh kỳ trước)';
comment on column unit_change.quoted_to_share is 'The same of now (tỷ lệ so sánh kỳ sau)';
comment on column unit_change.quoted_share_change is
    'The change to be told: share_change on one set, that of like_for_like else (thay đổi tỷ lệ so sánh)';
comment on column unit_change.from_rank is 'Place then (hạng kỳ trước)';
comment on column unit_change.to_rank is 'Place now (hạng kỳ sau)';
comment on column unit_change.places_up is
    'Places gained, negative when lost; NULL unless the ranks are comparable (số bậc tăng)';
comment on column unit_change.comparability is 'comparable, by_share (quote like_for_like only) or not (so sánh được)';
comment on column unit_change.reason is
    'absent_before, absent_now, territory_changed, not_submitted, no_points, partial or no_links (lý do)';
comment on column unit_change.rank_comparability is 'comparable or not (so sánh hạng được)';
comment on column unit_change.rank_reason is 'unranked, group_changed, set_changed or members_changed (lý do về hạng)';
comment on column unit_change.caution is
    'ceiling: at 95 percent or more then, could hardly but fall; floor: at 5 percent or less; NULL else (lưu ý)';

comment on table change_part is
    'Parts of every change in total; they add up to unit_change.points_change exactly (thành phần thay đổi)';
comment on column change_part.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column change_part.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column change_part.unit_code is 'The unit, as it is called later (đơn vị)';
comment on column change_part.part is
    'real, max_changed, criteria_in, criteria_out, not_applicable, missing, bonus_penalty, rescaling or printed (thành phần)';
comment on column change_part.from_criterion_code is
    'Criterion of the earlier set, the first of a split or merged bundle; NULL when none (tiêu chí kỳ trước)';
comment on column change_part.to_criterion_code is
    'Criterion of the later set, the first of a split or merged bundle; NULL when none (tiêu chí kỳ sau)';
comment on column change_part.points_change is 'Points that this part adds to the change, never zero (thay đổi điểm)';

comment on table criterion_followed is
    'Every normal criterion of every unit, and what the next assessment says of it (tiêu chí qua hai kỳ)';
comment on column criterion_followed.from_assessment is 'The earlier assessment (kỳ trước)';
comment on column criterion_followed.to_assessment is 'The assessment after it (kỳ sau)';
comment on column criterion_followed.unit_code is 'The unit, as of the later assessment where it takes part (đơn vị)';
comment on column criterion_followed.group_code is 'Its peer group (khối)';
comment on column criterion_followed.from_unit_code is 'The unit as of the earlier assessment (đơn vị kỳ trước)';
comment on column criterion_followed.to_unit_code is 'The unit as of the later; NULL when absent (đơn vị kỳ sau)';
comment on column criterion_followed.from_criterion_code is 'The criterion in the earlier set (tiêu chí kỳ trước)';
comment on column criterion_followed.to_criterion_code is
    'The criterion that continues it, by confirmed links; NULL when none (tiêu chí kỳ sau)';
comment on column criterion_followed.from_state is 'State of the earlier score (trạng thái kỳ trước)';
comment on column criterion_followed.to_state is 'State of the later score; of a split or merged bundle, of all its parts: scored, not_submitted, not_applicable or blank for another absence; NULL when none (trạng thái kỳ sau)';
comment on column criterion_followed.from_verdict is 'Earlier verdict (mức độ kỳ trước)';
comment on column criterion_followed.to_verdict is 'Later verdict (mức độ kỳ sau)';
comment on column criterion_followed.from_share is 'Earlier share of the maximum (tỷ lệ đạt kỳ trước)';
comment on column criterion_followed.to_share is 'Later share of the maximum (tỷ lệ đạt kỳ sau)';
comment on column criterion_followed.link_comparability is
    'Comparability of the criterion between the two sets: comparable, by_share or not (so sánh được)';
comment on column criterion_followed.outcome is
    'closed (now done well), improved, unchanged, worse or cannot_tell (kết quả đối chiếu)';
comment on column criterion_followed.reason is 'Why it cannot be told (lý do)';

comment on table group_change is
    'Change of the mean total of every group between two assessments, and whether it may be said (thay đổi của khối)';
comment on column group_change.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column group_change.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column group_change.group_code is 'The peer group (khối)';
comment on column group_change.from_units is 'Units with a total then (số đơn vị kỳ trước)';
comment on column group_change.to_units is 'Units with a total now (số đơn vị kỳ sau)';
comment on column group_change.common_units is 'The same units in the same group both times (số đơn vị chung)';
comment on column group_change.from_mean is 'Mean total then, cut after ten decimals (trung bình kỳ trước)';
comment on column group_change.to_mean is 'Mean total now (trung bình kỳ sau)';
comment on column group_change.mean_change is 'to_mean - from_mean (thay đổi trung bình)';
comment on column group_change.common_from_mean is
    'Mean total then of the common units (trung bình kỳ trước của đơn vị chung)';
comment on column group_change.common_to_mean is
    'Mean total now of the common units (trung bình kỳ sau của đơn vị chung)';
comment on column group_change.common_mean_change is
    'common_to_mean - common_from_mean (thay đổi trung bình của đơn vị chung)';
comment on column group_change.improved is 'Units whose share rose (số đơn vị tăng)';
comment on column group_change.unchanged is 'Units whose share stayed (số đơn vị không đổi)';
comment on column group_change.worse is 'Units whose share fell (số đơn vị giảm)';
comment on column group_change.not_compared is
    'Units that cannot be compared; unit_change says why (số đơn vị không so được)';
comment on column group_change.ceiling is
    'Compared units at 95 percent or more then, which could hardly but fall (số đơn vị gần mức tối đa)';
comment on column group_change.floor is
    'Compared units at 5 percent or less then, which could hardly but rise (số đơn vị gần mức 0)';
comment on column group_change.comparability is
    'comparable, by_share (the set changed) or not: of mean_change (so sánh được)';
comment on column group_change.reason is
    'absent_before, absent_now, no_common_units, members_changed (quote common_mean_change), partial or no_links (lý do)';

comment on table group_change_part is
    'Parts of every change in a group''s mean; they add up to group_change.mean_change exactly (thành phần thay đổi của khối)';
comment on column group_change_part.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column group_change_part.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column group_change_part.group_code is 'The peer group (khối)';
comment on column group_change_part.part is
    'As in change_part, as the mean of the common units; or members_joined, members_left, members_replaced, remainder (thành phần)';
comment on column group_change_part.from_criterion_code is
    'Criterion of the earlier set, as in change_part (tiêu chí kỳ trước)';
comment on column group_change_part.to_criterion_code is
    'Criterion of the later set, as in change_part (tiêu chí kỳ sau)';
comment on column group_change_part.points_change is
    'Points that this part adds to the change, never zero (thay đổi điểm)';

comment on table gap_outcome is 'What became of every gap by the next assessment (kết quả khắc phục)';
comment on column gap_outcome.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column gap_outcome.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column gap_outcome.unit_code is 'The unit, as it is called later (đơn vị)';
comment on column gap_outcome.group_code is 'Its later group, or its earlier one (khối)';
comment on column gap_outcome.from_criterion_code is 'Criterion with the gap (tiêu chí kỳ trước)';
comment on column gap_outcome.to_criterion_code is 'Its continuation, the first where it was split; NULL when none (tiêu chí kỳ sau)';
comment on column gap_outcome.from_verdict is 'not_well or not_done (mức độ kỳ trước)';
comment on column gap_outcome.to_verdict is 'Verdict now (mức độ kỳ sau)';
comment on column gap_outcome.from_share is 'Share then (tỷ lệ kỳ trước)';
comment on column gap_outcome.to_share is 'Share now (tỷ lệ kỳ sau)';
comment on column gap_outcome.outcome is 'closed, improved, unchanged, worse or cannot_tell (kết quả khắc phục)';
comment on column gap_outcome.reason is
    'Why it cannot be told: as in criterion_bundle, or absent_now, territory_changed, merged, not_submitted, not_applicable or missing (lý do)';

comment on table gap_closure is
    'How many gaps of the assessment before were closed: per group, criterion and unit (tỷ lệ khắc phục)';
comment on column gap_closure.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column gap_closure.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column gap_closure.group_code is 'The peer group; NULL: all groups (khối)';
comment on column gap_closure.unit_code is 'The unit; NULL: all units (đơn vị)';
comment on column gap_closure.from_criterion_code is 'Criterion with the gaps; NULL: all criteria (tiêu chí kỳ trước)';
comment on column gap_closure.gaps is 'Gaps of the assessment before (số hạn chế kỳ trước)';
comment on column gap_closure.closed is 'Gaps now done well (số đã khắc phục)';
comment on column gap_closure.improved is 'Gaps with a higher share, not yet done well (số có tiến bộ)';
comment on column gap_closure.unchanged is 'Gaps with the same share (số không đổi)';
comment on column gap_closure.worse is 'Gaps with a lower share (số kém hơn)';
comment on column gap_closure.cannot_tell is 'Gaps of which nothing can be told (số chưa kết luận được)';
comment on column gap_closure.closed_share is
    'closed / (gaps - cannot_tell); NULL when nothing can be told (tỷ lệ đã khắc phục)';

comment on table criterion_summary_change is
    'What all units, and each group, made of a criterion since the assessment before (thay đổi theo tiêu chí)';
comment on column criterion_summary_change.from_assessment is 'The earlier of the two assessments (kỳ trước)';
comment on column criterion_summary_change.to_assessment is 'The later of the two assessments (kỳ sau)';
comment on column criterion_summary_change.group_code is 'The peer group; NULL: all groups (khối)';
comment on column criterion_summary_change.from_criterion_code is 'Criterion of the earlier set (tiêu chí kỳ trước)';
comment on column criterion_summary_change.to_criterion_code is
    'Its continuation, the first where it was split; NULL when none (tiêu chí kỳ sau)';
comment on column criterion_summary_change.common_units is 'The same units scored both times (số đơn vị chung)';
comment on column criterion_summary_change.from_share is 'Mean share then of the common units (tỷ lệ kỳ trước)';
comment on column criterion_summary_change.to_share is 'Mean share now of the common units (tỷ lệ kỳ sau)';
comment on column criterion_summary_change.share_change is 'to_share - from_share (thay đổi tỷ lệ)';
comment on column criterion_summary_change.improved is 'Units that rose (số đơn vị tăng)';
comment on column criterion_summary_change.unchanged is 'Units that stayed (số đơn vị không đổi)';
comment on column criterion_summary_change.worse is 'Units that fell (số đơn vị giảm)';
comment on column criterion_summary_change.not_compared is 'Units of which it cannot be told (số đơn vị không so được)';
comment on column criterion_summary_change.comparability is
    'comparable, by_share (the maximum changed) or not (so sánh được)';
comment on column criterion_summary_change.reason is
    'Why of no unit it can be told, as in gap_outcome; NULL when of any (lý do)';

comment on table remedy is
    'What was asked of every unit, and the outcome that the next assessment proposes (kiến nghị khắc phục)';
comment on column remedy.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column remedy.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column remedy.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column remedy.remedy is 'What was asked (kiến nghị)';
comment on column remedy.due_on is 'By when (thời hạn)';
comment on column remedy.legal_source is 'Document that says so (căn cứ)';
comment on column remedy.next_assessment_code is
    'The assessment that tells; NULL when there is none yet (kỳ tiếp theo)';
comment on column remedy.outcome is 'closed, improved, unchanged, worse or cannot_tell (kết quả khắc phục)';
comment on column remedy.reason is 'As in gap_outcome, or no_next_assessment, or not_scored for a section (lý do)';
comment on column remedy.from_share is 'Share then (tỷ lệ kỳ trước)';
comment on column remedy.to_share is 'Share now (tỷ lệ kỳ sau)';

comment on table criterion_history is
    'How a unit did a criterion now and the time before, and for how long it has not (diễn biến tiêu chí)';
comment on column criterion_history.assessment_code is 'The assessment (kỳ đánh giá)';
comment on column criterion_history.unit_code is 'The unit; the office''s own code, never a state code (đơn vị)';
comment on column criterion_history.group_code is 'The peer group, whose units are ranked together (khối)';
comment on column criterion_history.criterion_code is 'The criterion, by its code inside the criteria set (tiêu chí)';
comment on column criterion_history.verdict is 'Verdict now (mức độ thực hiện)';
comment on column criterion_history.previous_verdict is
    'Verdict in the assessment before; NULL across a break (mức độ kỳ trước)';
comment on column criterion_history.history is
    'kept, lost, recovered or recurring; NULL where it cannot be told (diễn biến)';
comment on column criterion_history.reason is
    'Why not: no_previous_assessment, territory_changed, absent_before, no_links, not_submitted, not_applicable or missing (lý do)';
comment on column criterion_history.weak_rounds is
    'Assessments in a row without doing it well, up to this one; 0 when done well (số kỳ liền chưa tốt)';
