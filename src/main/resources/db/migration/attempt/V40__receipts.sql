-- A receipt is found by its digest, or by as much of it as somebody typed.
create index attempt_by_digest on attempt.attempt (digest text_pattern_ops) where digest is not null;
