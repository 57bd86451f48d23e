-- May this change be shown as a change? One answer, from here, for a criterion, a unit, a place and a group.
-- Each reason is a code that says why not; NULL: it may. Of several the first holds.
-- Source: docs/methodology.md, "Khi nào được so sánh".

-- comparable: in points; by_share: only as shares of the maximum; not: with the reason.
create or replace temp macro comparability(reason, is_same_scale) as
    case when reason is not null then 'not' when is_same_scale then 'comparable' else 'by_share' end;

-- A criterion between two sets, by the bundle it is in.
create or replace temp macro criterion_reason(
    from_criteria, to_criteria, is_scored, is_broken, is_proposed, is_dropped, is_new
) as
    case
        when from_criteria > 0 and to_criteria > 0 and is_broken then 'chain_broken'
        when from_criteria > 0 and to_criteria > 0 and not is_scored then 'not_scored'
        when from_criteria > 0 and to_criteria > 0 then null
        when is_proposed then 'link_proposed'
        when is_dropped then 'dropped'
        when is_new then 'new'
        else 'no_links'
    end;

-- A unit between two assessments: is it there both times, and the same unit?
create or replace temp macro presence_reason(is_broken, from_unit_code, to_unit_code) as
    case
        when is_broken then 'territory_changed'
        when from_unit_code is null then 'absent_before'
        when to_unit_code is null then 'absent_now'
    end;

-- A score on both sides?
create or replace temp macro score_reason(from_state, to_state) as
    case
        when 'not_submitted' in (from_state, to_state) then 'not_submitted'
        when 'not_applicable' in (from_state, to_state) then 'not_applicable'
        when is_missing(from_state) or is_missing(to_state) or from_state is null or to_state is null then 'missing'
    end;

-- A total on both sides, and something in common?
create or replace temp macro total_reason(is_not_submitted, from_points, to_points, is_partial, is_linked) as
    case
        when is_not_submitted then 'not_submitted'
        when from_points is null or to_points is null then 'no_points'
        when is_partial then 'partial'
        when not is_linked then 'no_links'
    end;

-- A place, which is only one among the same competitors on the same criteria.
create or replace temp macro rank_reason(from_rank, to_rank, is_same_group, is_same_set, is_same_field) as
    case
        when from_rank is null or to_rank is null then 'unranked'
        when not is_same_group then 'group_changed'
        when not is_same_set then 'set_changed'
        when not is_same_field then 'members_changed'
    end;

-- The mean of a group, which is only one over the same units.
create or replace temp macro group_reason(from_units, to_units, common_units, is_partial, is_unlinked) as
    case
        when from_units = 0 then 'absent_before'
        when to_units = 0 then 'absent_now'
        when common_units = 0 then 'no_common_units'
        when from_units <> common_units or to_units <> common_units then 'members_changed'
        when is_partial then 'partial'
        when is_unlinked then 'no_links'
    end;

-- Room to move: at 95 percent a unit can hardly but fall, at 5 percent hardly but rise.
create or replace temp macro caution(from_share) as
    case when from_share >= 0.95 then 'ceiling' when from_share <= 0.05 then 'floor' end;

-- A verdict of a share, by the thresholds of a criteria set.
create or replace temp macro verdict_of(share, done_well_min_share, not_done_max_share) as
    case
        when share >= done_well_min_share then 'done_well'
        when share <= not_done_max_share then 'not_done'
        when share is not null then 'not_well'
    end;
