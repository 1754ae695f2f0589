-- Corrections of keys (更正) that are in force. They lie beside the frozen form, which never changes; every approval is
-- the next generation of the form's keys, so that of two that were made from the same one only the first gets in.
create table paper.correction (
    form_id     uuid not null references paper.form (id),
    generation  integer not null check (generation > 0),
    number      smallint not null,   -- the slot
    ruling      jsonb not null,      -- {"keys": [key, …]}, any of which is right; or {"void": "full-marks" | "taken-out"}
    reason      text not null,       -- as candidates read it
    approved_at timestamptz not null,
    primary key (form_id, generation)
);
