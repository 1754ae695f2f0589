-- What a document is made of changes: those that were there are written anew at the next start.
drop table search.document;

-- title, body: as they are shown. lead: how the title begins, folded. line: all units of both with a space around each, to find words in a row.
-- grams: single words of Latin letters or digits and their beginnings, single Chinese characters and pairs of
-- neighbours, of both; those of the title once more with a mark before them.
-- facet_set, wide: what a document may be narrowed by, as numbers of search.facet_set: one for all facets of few values
-- together, so that counting by it counts them all at once, and one for each facet of many values.
-- number: counts up with each change of a row. xid: the transaction that wrote it, for whoever follows.
create table search.document (
    facet_set  bigint not null,
    number     bigint not null,
    xid        xid8 not null default pg_current_xact_id(),
    id         uuid not null,
    difficulty smallint not null,
    collection text collate "C" not null,
    code       text collate "C" not null,
    lead       text collate "C" not null,
    wide       bigint[] not null,
    title      text not null,
    body       text not null,
    line       text not null,
    grams      text[] not null,
    primary key (collection, id)
) with (toast_tuple_target = 128);
-- Words that are common are in so many rows that nearly every page is visited to count them. So what is not counted or
-- sorted by lies beside the table, and its pages are few. Squeezing grams costs more than it saves.
alter table search.document alter column grams set storage external;
alter table search.document alter column wide set storage plain;
alter table search.document alter column code set storage plain;
alter table search.document alter column lead set storage plain;
create index document_by_grams on search.document using gin (grams) with (fastupdate = off);
-- With the wide ones beside, so that counting needs no look at the table.
create index document_by_facets on search.document (collection, facet_set) include (wide);
create index document_by_wide on search.document using gin (wide) with (fastupdate = off);
create index document_by_lead on search.document (collection, lead);
create index document_by_change on search.document (xid);
create sequence search.change;

-- Facets as key:value behind the number that is a hash of them. No unique key: two imports that meet the same facets must
-- not wait for each other; the same row twice says the same.
create table search.facet_set (
    number bigint not null,
    facets text[] not null
);
create index facet_set_by_number on search.facet_set (number);
create index facet_set_by_facet on search.facet_set using gin (facets);

-- What was taken out, for whoever follows.
create table search.removal (
    collection text not null,
    id         uuid not null,
    number     bigint not null,
    xid        xid8 not null default pg_current_xact_id(),
    primary key (collection, id)
);
create index removal_by_change on search.removal (xid);

-- In what shape the documents of a collection were last written as a whole.
create table search.collection (
    name  text primary key,
    shape integer not null
);

create table search.saved_search (
    id         uuid primary key,
    person_id  uuid not null,
    collection text not null,
    name       text not null,
    selection  text not null,
    made_at    timestamptz not null,
    unique (person_id, collection, name)
);
