-- What stood in exams not long ago may be left out of a paper. A drill's form is released when it is frozen.
create index form_of_exam on paper.form (frozen_at) where released_at is null or released_at > frozen_at;
