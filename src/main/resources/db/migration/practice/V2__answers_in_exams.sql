-- Mistakes of exams enter the book after their results are released, but are no practice of that day.
alter table practice.answer
    add column source text not null default 'DRILL' check (source in ('DRILL', 'EXAM'));
