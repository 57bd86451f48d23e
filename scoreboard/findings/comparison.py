"""Two or three units side by side in one assessment: where they differ, by how much, and what is not compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 3


def with_spread(rows: pd.DataFrame) -> pd.Series:
    """By criterion or section, how far the highest share is above the lowest; None where fewer than two have one.

    `rows` have `code` and `share`, one per unit and code.
    """
    shares = rows.dropna(subset=["share"]).groupby("code", sort=False)["share"]
    return shares.agg(lambda given: max(given) - min(given) if len(given) > 1 else None)


def criteria(answers: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The units' answers to the question `unit_criteria` as one table: unit_code, code and its other columns.

    Criteria stand in the order of the set; `spread` says how far the units are apart on each.
    """
    rows = pd.concat([answer.assign(unit_code=unit) for unit, answer in answers.items()], ignore_index=True)
    rows = rows.rename(columns={"criterion_code": "code"})
    return rows.assign(spread=rows["code"].map(with_spread(rows)).astype(object))


def in_order(rows: pd.DataFrame, order: str) -> list[str]:
    """The codes of the criteria in the order of the set (`set`), or those that differ most first (`difference`)."""
    each = rows.drop_duplicates("code")
    if order == "set":
        return list(each["code"])
    known = [(code, spread) for code, spread in zip(each["code"], each["spread"], strict=True) if not pd.isna(spread)]
    known.sort(key=lambda pair: -pair[1])
    first = [code for code, _ in known]
    return first + [code for code in each["code"] if code not in set(first)]


def totals_heading(profiles: pd.DataFrame, when: str, words: Words) -> str:
    """Which units have the highest share and how far they are above the lowest, all that tie at either end.

    `profiles` are rows of the question `unit_profile`.
    """
    if len(profiles) < 2:
        return words("comparison.totals.alone")
    given = profiles[profiles["share"].notna()].sort_values("share", ascending=False, kind="stable")
    if len(given) < 2:
        key = "one_share" if len(given) else "no_share"
        return words(f"comparison.totals.{key}", unit=given["unit_name"].iloc[0] if len(given) else "", assessment=when)
    most, least = given["share"].iloc[0], given["share"].iloc[-1]
    if most == least:
        return words("comparison.totals.equal")
    first, last = (list(given.loc[given["share"] == share, "unit_name"]) for share in (most, least))
    return words(
        f"comparison.totals.{_order(first, last, len(given))}",
        first=names.listed(first, words),
        last=names.listed(last, words),
        change=written.percent_number(most - least, words.lang),
    )


def _order(first: list[str], last: list[str], units: int) -> str:
    """Whether several have the highest share, else whether the one stands above all others, or others stand between."""
    if len(first) > 1:
        return "several"
    return "higher" if len(first) + len(last) == units else "range"


def totals_compared(profiles: pd.DataFrame, when: str, words: Words) -> str:
    """What stands side by side, and that ranks of different groups are not compared."""
    said = [words("comparison.totals.compared", assessment=when)]
    if profiles["group_code"].nunique() > 1:
        said.append(words("comparison.totals.groups"))
    if (profiles["is_partial"] & profiles["share"].notna()).any():
        said.append(words("comparison.totals.partial"))
    return " ".join(said)


def sections_heading(sections: pd.DataFrame, words: Words) -> str:
    """The sections in which the units differ most, all that tie: rows of `section_peers` with their `code`."""
    spreads = with_spread(sections).dropna()
    if spreads.empty:
        return words("comparison.sections.none")
    most = max(spreads)
    if most == Decimal(0):
        return words("comparison.sections.equal")
    said = sections.drop_duplicates("code").set_index("code")["section_name"]
    named = [names.in_sentence(said[code]) for code, spread in spreads.items() if spread == most]
    change = written.percent_number(most, words.lang)
    return words("comparison.sections.finding", section=names.listed(named, words), change=change)


def criteria_heading(rows: pd.DataFrame, words: Words) -> str:
    """The criteria that the units differ most on, as many as three, and how many more tie with the last of them."""
    each = rows.drop_duplicates("code").dropna(subset=["spread"])
    apart = each[each["spread"] > Decimal(0)].sort_values("spread", ascending=False, kind="stable")
    if apart.empty:
        return words("comparison.criteria.equal")
    named = [f"{row.code} {names.in_sentence(row.criterion_name)}" for row in rows_of(apart[:NAMED])]
    tied = int((apart["spread"][NAMED:] == apart["spread"].iloc[len(named) - 1]).sum())
    more = [words("comparison.criteria.more", n=tied)] if tied else []
    return words("comparison.criteria.finding", criteria=names.listed([*named, *more], words))
