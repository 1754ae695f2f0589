-- Sound and film are read stretch by stretch. A column that is compressed would be unpacked from its start each time;
-- what is compressed already (they all are, and most pictures) gains nothing by it.
alter table media.file alter column bytes set storage external;
