-- The schema that the version was built with, one row: schema_version. Asked before anything else.

select schema_version from build_info
