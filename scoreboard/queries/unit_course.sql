-- Every scored normal criterion of one unit ($unit) in one assessment ($assessment), in the order of the set, beside the
-- round before and beside its peers: verdict, previous_verdict, history (kept, lost, recovered, recurring; null where it
-- cannot be told, with history_reason), weak_rounds (rounds in a row not done well), claim (strength, weakness; null with
-- no_claim_reason) and share_above_peers (own share less the mean of the others, 0-1).

select
    history.assessment_code,
    history.unit_code,
    history.criterion_code,
    criterion.criterion_name,
    history.verdict,
    history.previous_verdict,
    history.history,
    history.reason as history_reason,
    history.weak_rounds,
    peer.claim,
    peer.no_claim_reason,
    peer.share_above_peers
from criterion_history as history
join assessment using (assessment_code)
join criterion
    on criterion.criteria_set_code = assessment.criteria_set_code
    and criterion.criterion_code = history.criterion_code
left join peer_comparison as peer
    on peer.assessment_code = history.assessment_code
    and peer.unit_code = history.unit_code
    and peer.criterion_code = history.criterion_code
where history.assessment_code = $assessment and history.unit_code = $unit
order by criterion.sort_order
