alter table ranking.board add subtitle_en text;
comment on column ranking.board.subtitle_en is 'null for boards made before it was kept';
