-- gap_outcome: what became of every gap (a criterion not done well) by the next assessment.
-- closed: now done well; improved: a higher share, not yet done well; unchanged; worse; cannot_tell, with the reason.
-- Source: docs/methodology.md, "Theo dõi khắc phục".

insert into gap_outcome by name
select
    from_assessment,
    to_assessment,
    unit_code,
    group_code,
    from_criterion_code,
    to_criterion_code,
    from_verdict,
    to_verdict,
    from_share,
    to_share,
    outcome,
    reason,
from criterion_followed
where from_verdict in ('not_well', 'not_done');
