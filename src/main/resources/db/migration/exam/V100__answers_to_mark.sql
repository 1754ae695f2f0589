-- Whoever marks asks for the next answer of a question; with ten thousand of them it is found at once, not sorted for.
create index marking_answer_to_mark on exam.marking_answer (exam_id, question, number) where open;
