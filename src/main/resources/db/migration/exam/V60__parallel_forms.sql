-- The forms of an exam, numbered from 1; exam.form_id is the first of them. Who sits where says who gets which.
create table exam.form (
    exam_id uuid not null references exam.exam (id),
    number  smallint not null check (number > 0),
    form_id uuid not null unique,
    primary key (exam_id, number)
);
insert into exam.form (exam_id, number, form_id) select id, 1, form_id from exam.exam;

-- shuffled: whether each candidate gets an order of their own. fairness: how alike the forms are; null for exams from
-- before there was a report.
alter table exam.exam
    add column shuffled boolean not null default true,
    add column fairness jsonb;
