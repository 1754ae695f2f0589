-- An exam with many forms has them frozen some at a time. What stands in them is under embargo from the moment it was
-- drawn, and so before its forms are there: an embargo names the form that will be.
alter table paper.embargo drop constraint embargo_form_id_fkey;
