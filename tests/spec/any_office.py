"""Offices however their scores fall: units come, go and are renamed, groups and criteria sets change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from etl.harmonise.scores import Harmonised, Score
from etl.office.load import Reference, full_row
from etl.office.reference import OfficeFacts
from tests.spec.office import memberships_of, score_of

few = settings(max_examples=8, derandomize=True)

MAXIMA = [Decimal(text) for text in ("0.5", "1", "3", "12.5", "33.3")]
WEIGHTS = st.sampled_from([None, None, Decimal(1), Decimal(2), Decimal("0.3333333333")])
TENTHS = st.integers(0, 10)
ABSENT = st.sampled_from(["", "-", "KAD", "???"])
RARELY = st.sampled_from([False] * 9 + [True])
KINDS = {"1": "normal", "2": "normal", "3": "normal", "C": "bonus", "T": "penalty"}
SECTION = "I"
IN_SECTION = ("1", "2")
SETS = ("CU", "MOI")
YEARS = dict(zip(("2020", "2021", "2022"), ("CU", "CU", "MOI"), strict=True))
UNITS = {"A": "phuong", "B": "phuong", "C": "phuong", "D": "phong", "E": "phong"}
RENAMED_IN = "2021"
NEW_NAMES = {"E": "E2"}


class AnyOffice(NamedTuple):
    """What a build would be given."""

    reference: Reference
    harmonised: Harmonised

    def with_rows(self, table: str, rows: list[dict]) -> AnyOffice:
        """The office with other rows in one reference table."""
        return self._replace(reference=replace(self.reference, tables={**self.reference.tables, table: rows}))

    def __repr__(self) -> str:
        links = [
            (row["from_criterion_code"], row["to_criterion_code"]) for row in self.reference.rows("criterion_links")
        ]
        members = [(row.assessment_code, row.unit_code) for row in self.harmonised.memberships]
        return f"<office of {members}, {len(self.harmonised.scores)} scores, links {links}>"


@st.composite
def offices(draw: st.DrawFn) -> AnyOffice:
    """An office of five units in two groups, three years and two criteria sets, with any scores."""
    maxima = {(code, name): draw(st.sampled_from(MAXIMA)) for code, name in product(SETS, KINDS)}
    is_renamed = draw(st.booleans())
    members = [
        {
            "assessment_code": year,
            "unit_code": NEW_NAMES.get(unit, unit) if is_renamed and year >= RENAMED_IN else unit,
            "group_code": "phong" if draw(RARELY) else group,
            "is_submitted": "false" if draw(RARELY) else "true",
        }
        for year, (unit, group) in product(YEARS, UNITS.items())
        if not draw(RARELY)
    ]
    scores = [score for member in members for score in _scores(draw, member, maxima)]
    reference = Reference(OfficeFacts("co-quan", "Cơ quan"), _reference_tables(draw, maxima, is_renamed=is_renamed))
    return AnyOffice(reference, Harmonised(scores, [], memberships_of({"memberships": members})))


def _scores(draw: st.DrawFn, member: dict[str, str], maxima: dict[tuple[str, str], Decimal]) -> list[Score]:
    year, unit = member["assessment_code"], member["unit_code"]
    place = {"assessment_code": year, "unit_code": unit, "stage_code": "appraised"}
    scores = []
    for name, kind in KINDS.items():
        most = maxima[YEARS[year], name]
        text = draw(st.one_of(TENTHS, ABSENT) if kind == "normal" else TENTHS)
        if isinstance(text, int):
            text = str(most * text / 10 * (-1 if kind == "penalty" else 1))
        scores.append(score_of(place, name, text))
    if draw(st.booleans()):
        own = str(maxima[YEARS[year], "1"] * draw(TENTHS) / 10)
        scores.append(score_of(place | {"stage_code": "self"}, "1", own))
    return scores


def _reference_tables(
    draw: st.DrawFn, maxima: dict[tuple[str, str], Decimal], *, is_renamed: bool
) -> dict[str, list[dict]]:
    rules = st.sampled_from(["zero", "full_marks", "excluded"])
    return {
        "criteria_sets": [
            full_row("criteria_sets", criteria_set_code=code, not_applicable_rule=draw(rules), bonus_cap=Decimal(1))
            for code in SETS
        ],
        "criteria": [
            *(full_row("criteria", criteria_set_code=code, criterion_code=SECTION, kind="normal") for code in SETS),
            *(
                full_row(
                    "criteria",
                    criteria_set_code=code,
                    criterion_code=name,
                    parent_code=SECTION if name in IN_SECTION else "",
                    kind=KINDS[name],
                    max_points=most,
                    weight=draw(WEIGHTS),
                )
                for (code, name), most in maxima.items()
            ),
        ],
        "criterion_links": [
            full_row(
                "criterion_links",
                from_set_code="CU",
                from_criterion_code=before,
                to_set_code="MOI",
                to_criterion_code=now,
                kind=draw(st.sampled_from(["rescaled", "split", "merged"])),
                status="proposed" if draw(RARELY) else "confirmed",
            )
            for before, now in draw(st.sets(st.tuples(*[st.sampled_from(["1", "2", "3"])] * 2), max_size=4))
        ],
        "grades": [
            full_row("grades", criteria_set_code="CU", grade_code=str(value), grade_name=str(value), min_value=value)
            for value in draw(st.sets(st.integers(0, 60).map(Decimal), max_size=4))
        ],
        "assessments": [
            full_row("assessments", assessment_code=year, year=int(year), criteria_set_code=code)
            for year, code in YEARS.items()
        ],
        "units": [full_row("units", unit_code=unit, unit_name=unit) for unit in (*UNITS, *NEW_NAMES.values())],
        "unit_successions": [
            *(_succession("rename", before, now, RENAMED_IN) for before, now in NEW_NAMES.items() if is_renamed),
            *(_succession("boundary", unit, "", draw(st.sampled_from(list(YEARS)))) for unit in UNITS if draw(RARELY)),
        ],
        "remedies": [
            full_row("remedies", assessment_code=year, criterion_code="1", remedy="Tập huấn") for year in YEARS
        ],
    }


def _succession(kind: str, before: str, now: str, year: str) -> dict:
    return full_row(
        "unit_successions",
        predecessor_code=before,
        successor_code=now,
        kind=kind,
        effective_on=date(int(year), 3, 1),
        extent="partial" if kind == "boundary" else "full",
    )
