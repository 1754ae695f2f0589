-- Where a version comes from, besides its source. See Origin.
alter table bank.item_version
    add column permission text not null default '',
    add column edition    text not null default '',
    add column credit     text not null default '';
