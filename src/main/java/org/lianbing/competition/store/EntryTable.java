package org.lianbing.competition.store;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Entry;

/** The table {@code competition.entry}. */
@Repository
public class EntryTable {

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these entries in the place of the old ones. */
    public void replace(CompetitionId competition, List<Entry> entries) {
        jdbc.sql("delete from competition.entry where competition_id = :id")
                .param("id", competition.value())
                .update();
        jdbc.sql("""
                        insert into competition.entry (competition_id, person_id, unit_id, state)
                        select :id, person_id, unit_id, state
                        from unnest(:people::uuid[], :units::uuid[], :states::text[])
                            as entry (person_id, unit_id, state)
                        """)
                .param("id", competition.value())
                .param(
                        "people",
                        entries.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .param("units", entries.stream().map(one -> one.unit().value()).toArray(UUID[]::new))
                .param("states", entries.stream().map(one -> one.state().name()).toArray(String[]::new))
                .update();
    }

    public List<Entry> of(CompetitionId competition) {
        return jdbc.sql("""
                        select person_id, unit_id, state from competition.entry
                        where competition_id = :id order by unit_id, person_id
                        """)
                .param("id", competition.value())
                .query((row, number) -> new Entry(
                        new PersonId(Sql.uuid(row, "person_id")),
                        new UnitId(Sql.uuid(row, "unit_id")),
                        Entry.State.valueOf(row.getString("state"))))
                .list();
    }
}
