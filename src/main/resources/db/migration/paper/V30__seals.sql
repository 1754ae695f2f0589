-- What opens a form that candidates fetch sealed before the start. One row a form, made once; it never leaves the server
-- before the start of whoever asks.
create table paper.form_seal (
    form_id  uuid primary key references paper.form (id) on delete cascade,
    seal_key bytea not null check (octet_length(seal_key) = 32),
    nonce    bytea not null check (octet_length(nonce) = 12),
    made_at  timestamptz not null
);
