-- What was found wrong when the version was made, errors first, then by file, sheet and cell: severity, code, file,
-- sheet, cell, seen, and in the language asked for expected, action, message.

select
    severity,
    code,
    file,
    sheet,
    cell,
    seen,
    if($lang = 'en', expected_en, expected) as expected,
    if($lang = 'en', action_en, action) as action,
    if($lang = 'en', message_en, message) as message
from problem
order by
    severity <> 'error',
    file,
    sheet,
    length(cell),
    cell,
    code
