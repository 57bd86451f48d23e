"""The invented truth: the same everywhere, inside its limits, with the stories that a briefing needs."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from statistics import mean

import pytest

from etl.harmonise.scores import State
from etl.sample.facts import criteria_sets
from etl.sample.results import in_stage, official, results, total
from etl.sample.rounds import rounds
from etl.sample.scores import truth

ROOT = Path(__file__).resolve().parents[2]
ROUND = {round_.year: round_ for round_ in rounds()}
LINE = {(code, line.code): line for code, of in criteria_sets().items() for line in of.scored}


def fingerprint():
    return hashlib.sha256(repr(truth()).encode()).hexdigest()


def official_shares(year, topic):
    """The official share of every scored unit on the criterion of that topic."""
    round_ = ROUND[year]
    line = next(line for line in round_.criteria_set.scored if line.topic == topic)
    cells = [official(round_, unit.code)[line.code] for unit in round_.units if round_.hands_in(unit)]
    return [float(cell.points / line.max_points) for cell in cells if cell.state is State.SCORED]


def rank(year, unit_code):
    return results(ROUND[year])[unit_code].rank


def test_the_truth_is_the_same_in_another_process():
    code = "from tests.unit.test_sample_scores import fingerprint; print(fingerprint())"
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Ho_Chi_Minh"}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == fingerprint()


def test_every_cell_is_said_once():
    keys = [(c.assessment_code, c.unit_code, c.criterion_code, c.stage_code) for c in truth()]
    assert len(keys) == len(set(keys))


def test_all_states_occur_and_units_that_gave_nothing_have_no_cell():
    assert {cell.state for cell in truth()} == {State.SCORED, State.BLANK, State.DASH, State.NOT_APPLICABLE}
    absent = {(round_.assessment_code, unit.code) for round_ in rounds() for unit in round_.units
              if not round_.hands_in(unit)}  # fmt: skip
    assert len(absent) == 3
    assert not absent & {(cell.assessment_code, cell.unit_code) for cell in truth()}


def test_points_stay_inside_their_criterion_and_come_in_steps_of_the_round():
    for cell in truth():
        round_ = ROUND[int(cell.assessment_code)]
        line = LINE[round_.criteria_set_code, cell.criterion_code]
        assert (cell.points is None) == (cell.state is not State.SCORED)
        if cell.points is None:
            continue
        low, high = (-line.max_points, 0) if line.kind == "penalty" else (0, line.max_points)
        assert low <= cell.points <= high, cell
        assert cell.points % round_.step == 0, cell


def test_a_criterion_with_options_gets_the_worth_of_one_or_nothing():
    round_ = ROUND[2014]
    chosen = {cell.points for cell in truth() if (cell.assessment_code, cell.criterion_code) == ("2014", "I.1")}
    assert len(chosen) > 1
    assert chosen <= {0, *round_.criteria_set.options("I.1")}


def test_several_rounds_have_a_tie_at_the_official_total_the_last_one_too():
    tied = set()
    for round_ in rounds():
        for members in round_.groups.values():
            totals = Counter(results(round_)[unit.code].total for unit in members if round_.hands_in(unit))
            if max(totals.values()) > 1:
                tied.add(round_.year)
    assert len(tied) >= 5
    assert rounds()[-1].year in tied


def test_ranks_of_ties_skip_the_next_place():
    ranks = sorted(
        results(ROUND[2025])[unit.code].rank
        for unit in ROUND[2025].groups["Phòng chuyên môn"]
    )  # fmt: skip
    assert len(ranks) == 12
    tied = next(place for place, count in Counter(ranks).items() if count > 1)
    assert tied + 1 not in ranks


@pytest.mark.parametrize(
    ("year", "unit", "kind"), [(2024, "phong-noi-vu", "bonus"), (2017, "ban-quan-ly-cho", "penalty")]
)
def test_caps_are_reached(year, unit, kind):
    round_ = ROUND[year]
    cells = official(round_, unit)
    written = sum(abs(cells[line.code].points) for line in round_.criteria_set.scored if line.kind == kind)
    cap = round_.criteria_set.bonus_cap if kind == "bonus" else round_.criteria_set.penalty_cap
    points, share = total(round_.criteria_set, cells)
    other = sum(cells[line.code].points for line in round_.criteria_set.scored if line.kind not in ("normal", kind))
    assert written > cap
    assert points == share * 100 + Fraction(other + (cap if kind == "bonus" else -cap))


def test_one_ward_climbs_to_the_top_and_one_falls_to_the_bottom():
    assert (rank(2011, "phuong-hoa-khanh-bac"), rank(2024, "phuong-hoa-khanh-bac")) == (5, 1)
    assert (rank(2011, "phuong-hoa-khanh-nam"), rank(2024, "phuong-hoa-khanh-nam")) == (1, 5)


def test_training_on_making_files_works_and_digitisation_does_not_move():
    assert mean(official_shares(2016, "lap-ho-so")) > mean(official_shares(2015, "lap-ho-so")) + 0.1
    assert mean(official_shares(2024, "lap-ho-so")) > mean(official_shares(2023, "lap-ho-so")) + 0.25
    assert abs(mean(official_shares(2024, "so-hoa")) - mean(official_shares(2023, "so-hoa"))) < 0.08


@pytest.mark.parametrize("topic", ["chinh-ly", "nop-luu-co-quan", "so-hoa"])
def test_nearly_everyone_fails(topic):
    shares = official_shares(2025, topic)
    assert sum(share < 0.8 for share in shares) >= 0.85 * len(shares)


def test_some_units_over_claim_and_one_is_modest():
    def claimed(unit):
        points, _ = total(ROUND[2024].criteria_set, in_stage(ROUND[2024], unit, "self"))
        return points - results(ROUND[2024])[unit].total

    assert claimed("phong-kinh-te") > 10
    assert claimed("ban-quan-ly-cho") > 10
    assert claimed("phong-tu-phap") < 0
