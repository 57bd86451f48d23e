-- Every row and column of the table named $table, in the order in which they were built.
select *
from query_table($table);
