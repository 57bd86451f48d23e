-- Every scored normal criterion of one unit ($unit) in one assessment ($assessment) beside its peers, in the order of the
-- set: assessment_code, unit_code, criterion_code, criterion_name, claim (strength, weakness; null with no_claim_reason)
-- and share_above_peers (own share less the mean of the others, 0-1).

select
    peer.assessment_code,
    peer.unit_code,
    peer.criterion_code,
    criterion.criterion_name,
    peer.claim,
    peer.no_claim_reason,
    peer.share_above_peers
from peer_comparison as peer
join assessment using (assessment_code)
join criterion
    on criterion.criteria_set_code = assessment.criteria_set_code
    and criterion.criterion_code = peer.criterion_code
where peer.assessment_code = $assessment and peer.unit_code = $unit
order by criterion.sort_order
