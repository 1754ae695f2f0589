create schema if not exists search;

-- grams: single words of Latin letters or digits, single Chinese characters and pairs of neighbours, of title and text.
-- facets: what a document may be narrowed by, as key:value; its collection is one of them.
create table search.document (
    collection  text not null,
    id          uuid not null,
    plain       text not null,
    title_grams text[] not null,
    grams       text[] not null,
    facets      text[] not null,
    primary key (collection, id)
);
create index document_by_content on search.document using gin (grams, facets) with (fastupdate = off);
