-- remedy: what was asked of a unit on a criterion, and the outcome that the next assessment proposes.
-- A request that names no unit is addressed to every unit with a gap on that criterion; the same words addressed to the
-- unit itself come before it. Nothing can be told before the
-- next assessment, nor of a section that is not scored itself.
-- Source: docs/methodology.md, "Theo dõi khắc phục".

insert into remedy by name
with addressed as (
    select
        remedy_request.assessment_code,
        membership.unit_code,
        remedy_request.criterion_code,
        remedy_request.remedy,
        remedy_request.due_on,
        remedy_request.legal_source,
        criterion_result.unit_code is not null as is_scored,
    from remedy_request
    join membership
        on membership.assessment_code = remedy_request.assessment_code
        and membership.unit_code = coalesce(remedy_request.unit_code, membership.unit_code)
    left join criterion_result
        on criterion_result.assessment_code = remedy_request.assessment_code
        and criterion_result.unit_code = membership.unit_code
        and criterion_result.criterion_code = remedy_request.criterion_code
        and criterion_result.kind = 'normal'
    where remedy_request.status = 'confirmed'
        and (remedy_request.unit_code is not null or criterion_result.verdict in ('not_well', 'not_done'))
    qualify row_number() over (
        partition by remedy_request.assessment_code, membership.unit_code, remedy_request.criterion_code, remedy
        order by remedy_request.unit_code is null
    ) = 1
)

select
    addressed.* exclude (is_scored),
    next.assessment_code as next_assessment_code,
    coalesce(followed.outcome, 'cannot_tell') as outcome,
    case
        when next.assessment_code is null then 'no_next_assessment'
        when not addressed.is_scored then 'not_scored'
        else followed.reason
    end as reason,
    followed.from_share,
    followed.to_share,
from addressed
left join assessment as next
    on next.previous_code = addressed.assessment_code
left join criterion_followed as followed
    on followed.from_assessment = addressed.assessment_code
    and followed.from_unit_code = addressed.unit_code
    and followed.from_criterion_code = addressed.criterion_code;
