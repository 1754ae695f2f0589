-- By which rule responses that are right in part count in a section; null for each item's own.
alter table competition.section add column credit text;
