-- How much somebody has handed in over all their attempts, without a look at the rows themselves.
create index work_file_held on attempt.work_file (attempt_id) include (size);
