package org.lianbing.account.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.account.PersonDraft;
import org.lianbing.account.PersonName;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The table {@code account.person}. */
@Repository
public class PersonRows {

    /** A person with their user name, as stored; the phone is not masked yet. */
    public record Row(
            PersonId id,
            String name,
            @Nullable String staffNumber,
            @Nullable String phone,
            UnitId unit,
            @Nullable TradeId trade,
            @Nullable String level,
            @Nullable String username,
            boolean active) {}

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the unit has the staff number already. */
    public boolean add(PersonId id, PersonDraft draft, Instant at) {
        TradeId trade = draft.trade();
        return jdbc.sql("""
                        insert into account.person (id, name, staff_number, phone, unit_id, trade_id, level, active, made_at)
                        values (:id, :name, :staffNumber, :phone, :unit, :trade, :level, true, :at)
                        on conflict (unit_id, staff_number) do nothing
                        """)
                        .param("id", id.value())
                        .param("name", draft.name())
                        .param("staffNumber", draft.staffNumber())
                        .param("phone", draft.phone())
                        .param("unit", draft.unit().value())
                        .param("trade", trade == null ? null : trade.value())
                        .param(
                                "level",
                                draft.level() == null ? null : draft.level().name())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /** False where somebody else of the unit has the staff number. */
    public boolean change(PersonId id, PersonDraft draft) {
        TradeId trade = draft.trade();
        return jdbc.sql("""
                        update account.person
                        set name = :name, staff_number = :staffNumber, phone = :phone, unit_id = :unit,
                            trade_id = :trade, level = :level
                        where id = :id
                          and not exists (select from account.person o
                                          where o.unit_id = :unit and o.staff_number = :staffNumber and o.id <> :id)
                        """)
                        .param("id", id.value())
                        .param("name", draft.name())
                        .param("staffNumber", draft.staffNumber(), Types.VARCHAR)
                        .param("phone", draft.phone(), Types.VARCHAR)
                        .param("unit", draft.unit().value())
                        .param("trade", trade == null ? null : trade.value())
                        .param(
                                "level",
                                draft.level() == null ? null : draft.level().name())
                        .update()
                == 1;
    }

    public List<Row> find(Collection<PersonId> people) {
        return jdbc.sql("""
                        select person.id, person.name, person.staff_number, person.phone, person.unit_id,
                            person.trade_id, person.level, sign_in.username, person.active
                        from account.person
                        left join account.sign_in on sign_in.person_id = person.id
                        where person.id = any(:people)
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(PersonRows::row)
                .list();
    }

    public Paged<Row> find(Set<UnitId> units, String text, PageOf page) {
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String from = """
                from account.person
                left join account.sign_in on sign_in.person_id = person.id
                where person.unit_id = any(:units)
                    and (person.name ilike :text or person.staff_number ilike :text or sign_in.username ilike :text)
                """;
        long total = jdbc.sql("select count(*) " + from)
                .param("units", array(units))
                .param("text", pattern)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(
                        """
                        select person.id, person.name, person.staff_number, person.phone, person.unit_id,
                            person.trade_id, person.level, sign_in.username, person.active
                        """ + from + " order by person.active desc, person.name, person.id offset :offset limit :limit")
                .param("units", array(units))
                .param("text", pattern)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(PersonRows::row)
                .list();
        return new Paged<>(rows, total);
    }

    public List<PersonName> workersIn(Set<UnitId> units, @Nullable TradeId trade) {
        return jdbc.sql("""
                        select id, name, unit_id from account.person
                        where unit_id = any(:units) and active and (:trade::uuid is null or trade_id = :trade::uuid)
                        order by unit_id, name, id
                        """)
                .param("units", array(units))
                .param("trade", trade == null ? null : trade.value())
                .query(PersonRows::name)
                .list();
    }

    /** Active people of these units whose name, staff number or user name contains the text. */
    public List<PersonName> activeIn(Set<UnitId> units, String text, int limit) {
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql("""
                        select person.id, person.name, person.unit_id
                        from account.person
                        left join account.sign_in on sign_in.person_id = person.id
                        where person.unit_id = any(:units) and person.active
                            and (person.name ilike :text or person.staff_number ilike :text
                                 or sign_in.username ilike :text)
                        order by person.name, person.id limit :limit
                        """)
                .param("units", array(units))
                .param("text", pattern)
                .param("limit", limit)
                .query(PersonRows::name)
                .list();
    }

    /** Active people of these units by their user names, which are kept in lower case. */
    public Map<String, PersonName> byUsername(Set<UnitId> units, Collection<String> usernames) {
        Map<String, PersonName> found = new HashMap<>();
        jdbc.sql("""
                        select sign_in.username, person.id, person.name, person.unit_id
                        from account.person
                        join account.sign_in on sign_in.person_id = person.id
                        where person.unit_id = any(:units) and person.active and sign_in.username = any(:usernames)
                        """)
                .param("units", array(units))
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, number) -> found.put(row.getString("username"), name(row, number)))
                .list();
        return found;
    }

    private static PersonName name(ResultSet row, int number) throws SQLException {
        return new PersonName(
                new PersonId(Sql.uuid(row, "id")), row.getString("name"), new UnitId(Sql.uuid(row, "unit_id")));
    }

    public boolean none() {
        return jdbc.sql("select not exists (select 1 from account.person)")
                .query(Boolean.class)
                .single();
    }

    public void markDemo(PersonId person) {
        jdbc.sql("update account.person set demo = true where id = :id")
                .param("id", person.value())
                .update();
    }

    public void setActive(PersonId person, boolean active) {
        jdbc.sql("update account.person set active = :active where id = :id")
                .param("active", active)
                .param("id", person.value())
                .update();
    }

    /**
     * Makes every node read the person's standing again.
     *
     * @param generations how many generations to count up: 1 ends everything that was opened before
     */
    public void touch(PersonId person, int generations) {
        jdbc.sql("""
                        with counter as (update account.change_counter set value = value + 1 returning value)
                        update account.person
                        set change_number = counter.value, generation = generation + :generations
                        from counter where id = :id
                        """)
                .param("generations", generations)
                .param("id", person.value())
                .update();
    }

    private static UUID[] array(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID trade = Sql.uuidOrNull(row, "trade_id");
        return new Row(
                new PersonId(Sql.uuid(row, "id")),
                row.getString("name"),
                row.getString("staff_number"),
                row.getString("phone"),
                new UnitId(Sql.uuid(row, "unit_id")),
                trade == null ? null : new TradeId(trade),
                row.getString("level"),
                row.getString("username"),
                row.getBoolean("active"));
    }
}
