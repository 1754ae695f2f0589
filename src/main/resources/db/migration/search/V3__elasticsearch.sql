-- The index in Elasticsearch that follows search.document, one for each alias. Everything that a transaction before the
-- watermark wrote is in it; followed_at: when it was last seen to hold everything.
create table search.elastic_index (
    alias       text primary key,
    name        text not null,
    shape       text not null,
    watermark   xid8 not null,
    followed_at timestamptz not null,
    made_at     timestamptz not null
);
