package org.lianbing.bank.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.review.Dealable;
import org.lianbing.bank.review.PacketId;
import org.lianbing.bank.review.Waiting;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** What waits for review. Sealed items never do: their setters review them among themselves. */
@Repository
public class WaitingRows {

    private static final String FROM = """
            from bank.item item
            join bank.item_version version on version.id = item.proposed_version_id
            left join bank.packet_item held on held.item_id = item.id and held.done_at is null
            left join bank.packet packet on packet.id = held.packet_id
            where item.proposal_state = 'IN_REVIEW' and item.secrecy <> 'SEALED' and item.state <> 'RETIRED'
                and item.trade_id = any(:trades) and (:trade::uuid is null or item.trade_id = :trade::uuid) and
            """ + ReachMarks.IN_REACH;
    private static final String PART = """
             and case :part when 'MINE' then packet.reviewer_id = :person
                when 'FREE' then packet.id is null else true end
            """;

    /** What the caller may see: the trades, and the marks of {@link ReachMarks}. */
    public record Scope(Collection<TradeId> trades, Set<String> marks) {}

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's own first, then what nobody has, then what others have; each by the day and its place. */
    public List<Waiting> find(Scope scope, @Nullable TradeId trade, PersonId person, Waiting.Part part, PageOf page) {
        return bind(jdbc.sql("""
                        select item.id, item.code, item.trade_id, version.type, version.levels, item.secrecy,
                            version.content ->> 'stem' as stem, version.author_id, packet.id as packet,
                            packet.reviewer_id, packet.due_on
                        """ + FROM + PART + """
                        order by case when packet.reviewer_id = :person then 0 when packet.id is null then 1 else 2 end,
                            packet.due_on, held.position, item.changed_at, item.id
                        offset :offset limit :limit
                        """), scope, trade)
                .param("person", person.value())
                .param("part", part.name())
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(WaitingRows::row)
                .list();
    }

    public Waiting.Counts count(Scope scope, @Nullable TradeId trade, PersonId person, LocalDate today) {
        return bind(jdbc.sql("""
                        select count(*) filter (where packet.reviewer_id = :person) as mine,
                            count(*) filter (where packet.id is null) as free, count(*) as all_of_them,
                            count(*) filter (where packet.reviewer_id = :person and packet.due_on < :today) as overdue
                        """ + FROM), scope, trade)
                .param("person", person.value())
                .param("today", today)
                .query((row, number) -> new Waiting.Counts(
                        row.getInt("mine"), row.getInt("free"), row.getInt("all_of_them"), row.getInt("overdue")))
                .single();
    }

    /** How many nobody has, of each trade that has any. */
    public Map<TradeId, Integer> free(Scope scope) {
        return bind(jdbc.sql("""
                        select item.trade_id, count(*) as free
                        """ + FROM + """
                         and packet.id is null group by item.trade_id
                        """), scope, null)
                .query((row, number) -> Map.entry(new TradeId(Sql.uuid(row, "trade_id")), row.getInt("free")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the items of a trade that can be dealt, in the order given. */
    public List<Dealable> dealable(TradeId trade, List<ItemId> items, Set<String> marks) {
        return jdbc.sql("""
                        select item.id, item.code, version.author_id
                        from unnest(:items::uuid[]) with ordinality as wanted (item_id, place)
                        join bank.item item on item.id = wanted.item_id
                        join bank.item_version version on version.id = item.proposed_version_id
                        where item.proposal_state = 'IN_REVIEW' and item.secrecy <> 'SEALED'
                            and item.state <> 'RETIRED' and item.trade_id = :trade and
                        """ + ReachMarks.IN_REACH + """
                        order by wanted.place for update of item
                        """)
                .param("items", items.stream().map(ItemId::value).distinct().toArray(UUID[]::new))
                .param("trade", trade.value())
                .param("marks", marks.toArray(String[]::new))
                .query((row, number) -> {
                    UUID author = Sql.uuidOrNull(row, "author_id");
                    return new Dealable(
                            new ItemId(Sql.uuid(row, "id")),
                            row.getString("code"),
                            author == null ? null : new PersonId(author));
                })
                .list();
    }

    private static StatementSpec bind(StatementSpec statement, Scope scope, @Nullable TradeId trade) {
        return statement
                .param("marks", scope.marks().toArray(String[]::new))
                .param("trades", scope.trades().stream().map(TradeId::value).toArray(UUID[]::new))
                .param("trade", trade == null ? null : trade.value(), Types.OTHER);
    }

    private static Waiting row(ResultSet row, int number) throws SQLException {
        UUID author = Sql.uuidOrNull(row, "author_id");
        UUID packet = Sql.uuidOrNull(row, "packet");
        UUID reviewer = Sql.uuidOrNull(row, "reviewer_id");
        return new Waiting(
                new ItemId(Sql.uuid(row, "id")),
                row.getString("code"),
                new TradeId(Sql.uuid(row, "trade_id")),
                ItemType.find(row.getString("type")).orElseThrow(),
                levels(row),
                Secrecy.valueOf(row.getString("secrecy")),
                row.getString("stem"),
                author == null ? null : new PersonId(author),
                packet == null ? null : new PacketId(packet),
                reviewer == null ? null : new PersonId(reviewer),
                row.getObject("due_on", LocalDate.class));
    }

    private static Set<Level> levels(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("levels").getArray())
                .map(Level::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
