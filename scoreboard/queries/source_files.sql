-- The workbooks that the version was made of, by their names: file, sha256, size_bytes, sheets, score_cells, problems
-- (how many were found in it).

select
    file,
    sha256,
    size_bytes,
    sheets,
    score_cells,
    (select count(*) from problem where problem.file = source_file.file) as problems
from source_file
order by file
