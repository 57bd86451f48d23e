-- Every column of the database with its comment and its table's, in the order of the schema: table_name, about_table,
-- column_name, data_type, about_column. A comment ends with the Vietnamese term in brackets.
select
    tables.table_name,
    tables.comment as about_table,
    columns.column_name,
    columns.data_type,
    columns.comment as about_column,
from duckdb_tables() as tables
join duckdb_columns() as columns using (table_oid)
order by tables.table_oid, columns.column_index;
