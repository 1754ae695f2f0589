package org.lianbing.bank.commission.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionDraft;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.CommissionState;
import org.lianbing.bank.commission.Progress;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/** The table {@code bank.commission} with its lines and authors. */
@Repository
public class CommissionTable {

    private static final String SELECT = """
            select c.id, c.trade_id, c.level, c.points, c.secrecy, c.note, c.due, c.made_by, c.made_at, c.state,
                c.thanks, lines.types, lines.wanted, authors.people, done.drafted, done.in_review, done.published
            from bank.commission c
            cross join lateral (
                select array_agg(l.type order by l.type) as types, array_agg(l.wanted order by l.type) as wanted
                from bank.commission_line l where l.commission_id = c.id) lines
            cross join lateral (
                select array_agg(a.person_id) as people
                from bank.commission_author a where a.commission_id = c.id) authors
            cross join lateral (
                select count(*) filter (where i.state = 'DRAFT') as drafted,
                    count(*) filter (where i.state = 'IN_REVIEW') as in_review,
                    count(*) filter (where i.state = 'PUBLISHED') as published
                from bank.commission_item ci join bank.item i on i.id = ci.item_id
                where ci.commission_id = c.id) done
            """;

    private final JdbcClient jdbc;

    CommissionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CommissionId id, CommissionDraft draft, PersonId by, Instant now) {
        Level level = draft.level();
        jdbc.sql("""
                        insert into bank.commission
                            (id, trade_id, level, points, secrecy, note, due, made_by, made_at, state, thanks)
                        values (:id, :trade, :level, :points, :secrecy, :note, :due, :by, :now, 'OPEN', '')
                        """)
                .param("id", id.value())
                .param("trade", draft.trade().value())
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .param("points", draft.points().stream().map(PointId::value).toArray(UUID[]::new))
                .param("secrecy", draft.secrecy().name())
                .param("note", draft.note())
                .param("due", draft.due())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
        draft.wanted()
                .forEach((type, wanted) -> jdbc.sql(
                                "insert into bank.commission_line (commission_id, type, wanted) values (:id, :type, :wanted)")
                        .param("id", id.value())
                        .param("type", type.code())
                        .param("wanted", wanted)
                        .update());
        jdbc.sql("insert into bank.commission_author (commission_id, person_id) select :id, unnest(:people)")
                .param("id", id.value())
                .param("people", draft.authors().stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    public Optional<Commission> find(CommissionId id) {
        return query(jdbc.sql(SELECT + " where c.id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** What somebody asked for, the next due first, those that ended last. */
    public List<Commission> madeBy(PersonId person, int limit) {
        return query(
                jdbc.sql(SELECT + " where c.made_by = :person order by c.state = 'OPEN' desc, c.due, c.id limit :limit")
                        .param("person", person.value())
                        .param("limit", limit));
    }

    /** What somebody was asked for, in the same order. */
    public List<Commission> askedOf(PersonId person, int limit) {
        return query(jdbc.sql(SELECT + """
                         where c.id in (select commission_id from bank.commission_author where person_id = :person)
                        order by c.state = 'OPEN' desc, c.due, c.id limit :limit
                        """).param("person", person.value()).param("limit", limit));
    }

    /** False where it had ended already. */
    public boolean end(CommissionId id, CommissionState state, String thanks, Instant now) {
        return jdbc.sql("""
                        update bank.commission set state = :state, thanks = :thanks, ended_at = :now
                        where id = :id and state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("thanks", thanks)
                        .param("now", Sql.at(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Open ones that fall due by then and whose authors were not reminded yet; kept from other nodes. */
    public List<Commission> dueSoon(LocalDate until) {
        return query(jdbc.sql(SELECT + """
                         where c.state = 'OPEN' and c.due <= :until and c.soon_told_at is null
                        order by c.due limit 200 for update of c skip locked
                        """).param("until", until));
    }

    /** Open ones whose last day is past and of which that was not told yet; kept from other nodes. */
    public List<Commission> overdue(LocalDate today) {
        return query(jdbc.sql(SELECT + """
                         where c.state = 'OPEN' and c.due < :today and c.overdue_told_at is null
                        order by c.due limit 200 for update of c skip locked
                        """).param("today", today));
    }

    public void toldSoon(CommissionId id, Instant now) {
        jdbc.sql("update bank.commission set soon_told_at = :now where id = :id")
                .param("now", Sql.at(now))
                .param("id", id.value())
                .update();
    }

    public void toldOverdue(CommissionId id, Instant now) {
        jdbc.sql("""
                        update bank.commission set overdue_told_at = :now,
                            soon_told_at = coalesce(soon_told_at, :now) where id = :id
                        """).param("now", Sql.at(now)).param("id", id.value()).update();
    }

    private static List<Commission> query(StatementSpec statement) {
        return statement.query(CommissionTable::row).list();
    }

    private static Commission row(ResultSet row, int number) throws SQLException {
        String level = row.getString("level");
        String[] types = (String[]) row.getArray("types").getArray();
        Integer[] wanted = (Integer[]) row.getArray("wanted").getArray();
        Map<ItemType, Integer> lines = new LinkedHashMap<>();
        for (ItemType type : ItemType.values()) {
            int at = Arrays.asList(types).indexOf(type.code());
            if (at >= 0) {
                lines.put(type, wanted[at]);
            }
        }
        Set<PointId> points = Arrays.stream((UUID[]) row.getArray("points").getArray())
                .map(PointId::new)
                .collect(Collectors.toSet());
        Set<PersonId> authors = Arrays.stream((UUID[]) row.getArray("people").getArray())
                .map(PersonId::new)
                .collect(Collectors.toSet());
        return new Commission(
                new CommissionId(Sql.uuid(row, "id")),
                new CommissionDraft(
                        new TradeId(Sql.uuid(row, "trade_id")),
                        level == null ? null : Level.valueOf(level),
                        points,
                        lines,
                        authors,
                        row.getObject("due", LocalDate.class),
                        row.getString("note"),
                        Secrecy.valueOf(row.getString("secrecy"))),
                new PersonId(Sql.uuid(row, "made_by")),
                Sql.instant(row, "made_at"),
                CommissionState.valueOf(row.getString("state")),
                row.getString("thanks"),
                new Progress(row.getInt("drafted"), row.getInt("in_review"), row.getInt("published")));
    }
}
