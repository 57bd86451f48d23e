-- Every column of the database with its comment and its table's, in the order of the schema.
select
    tables.table_name,
    tables.comment as about_table,
    columns.column_name,
    columns.data_type,
    columns.is_nullable,
    columns.comment as about_column,
from duckdb_tables() as tables
join duckdb_columns() as columns using (table_oid)
order by tables.table_oid, columns.column_index;
