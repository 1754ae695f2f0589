package org.lianbing.account.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** What decides whether somebody may act, read from {@code account.person} and {@code account.role_grant}. */
@Repository
public class StandingRows {

    /** One person's standing as the database has it. */
    public record Row(Actor actor, boolean active, boolean demo, int generation, long changeNumber) {

        private Row with(List<Grant> grants) {
            return new Row(
                    new Actor(actor.person(), actor.name(), actor.unit(), grants),
                    active,
                    demo,
                    generation,
                    changeNumber);
        }
    }

    private record OneGrant(PersonId person, Grant grant) {}

    private final JdbcClient jdbc;

    StandingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long newestChange() {
        return jdbc.sql("select value from account.change_counter")
                .query(Long.class)
                .single();
    }

    public List<PersonId> changedAfter(long number) {
        return jdbc.sql("select id from account.person where change_number > :number")
                .param("number", number)
                .query((row, index) -> new PersonId(Sql.uuid(row, "id")))
                .list();
    }

    /**
     * People's standing. Grants are read after the change numbers: what changes in between is then read once more, and
     * never taken for seen.
     */
    public List<Row> find(Collection<PersonId> people) {
        List<Row> bare = jdbc.sql("""
                        select id, name, unit_id, active, demo, generation, change_number
                        from account.person where id = any(:people)
                        """)
                .param("people", array(people))
                .query(StandingRows::row)
                .list();
        Map<PersonId, List<Grant>> grants = grants(people);
        return bare.stream()
                .map(row -> row.with(grants.getOrDefault(row.actor().person(), List.of())))
                .toList();
    }

    public Map<PersonId, List<Grant>> grants(Collection<PersonId> people) {
        return jdbc
                .sql("""
                        select person_id, role, unit_id, trades
                        from account.role_grant where person_id = any(:people) order by role, unit_id
                        """)
                .param("people", array(people))
                .query((row, index) -> new OneGrant(new PersonId(Sql.uuid(row, "person_id")), grant(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OneGrant::person, Collectors.mapping(OneGrant::grant, Collectors.toList())));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Actor actor = new Actor(
                new PersonId(Sql.uuid(row, "id")),
                row.getString("name"),
                new UnitId(Sql.uuid(row, "unit_id")),
                List.of());
        return new Row(
                actor,
                row.getBoolean("active"),
                row.getBoolean("demo"),
                row.getInt("generation"),
                row.getLong("change_number"));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Array trades = row.getArray("trades");
        return new Grant(
                Role.valueOf(row.getString("role")),
                new UnitId(Sql.uuid(row, "unit_id")),
                Arrays.stream((UUID[]) trades.getArray()).map(TradeId::new).collect(Collectors.toSet()));
    }

    private static UUID[] array(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
