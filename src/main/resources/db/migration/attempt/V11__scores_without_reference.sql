-- Scores are written by the transaction that holds the attempt's row, thousands of them at the end of an exam; a second
-- look at that row for each of its slots costs more than the writing. As with the journal.
alter table attempt.slot_score drop constraint slot_score_attempt_id_fkey;
