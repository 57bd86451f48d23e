-- The version itself, one row: version, built_at, office_name(_en), superior_name and place of its letterhead (may be
-- empty), is_illustrative, illustrative_mark(_en), source_note(_en).

select
    version,
    built_at,
    office_name,
    office_name_en,
    superior_name,
    place,
    is_illustrative,
    illustrative_mark,
    illustrative_mark_en,
    source_note,
    source_note_en
from build_info
