package org.lianbing.bank.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Packet;
import org.lianbing.bank.review.PacketId;
import org.lianbing.bank.review.PacketOutcome;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The tables {@code bank.packet} and {@code bank.packet_item}. */
@Repository
public class PacketRows {

    private static final String SELECT = """
            select packet.id, packet.trade_id, packet.title, packet.reviewer_id, packet.due_on, packet.dealt_by,
                packet.dealt_at,
                count(held.item_id) filter (where held.outcome is distinct from 'MOVED') as items,
                count(held.done_at) filter (where held.outcome is distinct from 'MOVED') as done
            from bank.packet left join bank.packet_item held on held.packet_id = packet.id
            """;

    private final JdbcClient jdbc;

    PacketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Packet packet, List<ItemId> items) {
        jdbc.sql("""
                        insert into bank.packet (id, trade_id, title, reviewer_id, due_on, dealt_by, dealt_at)
                        values (:id, :trade, :title, :reviewer, :dueOn, :dealtBy, :dealtAt)
                        """)
                .param("id", packet.id().value())
                .param("trade", packet.trade().value())
                .param("title", packet.title())
                .param("reviewer", packet.reviewer().value())
                .param("dueOn", packet.dueOn())
                .param("dealtBy", packet.dealtBy().value())
                .param("dealtAt", Sql.at(packet.dealtAt()))
                .update();
        jdbc.sql("""
                        insert into bank.packet_item (packet_id, item_id, position)
                        select :packet, item_id, position
                        from unnest(:items::uuid[]) with ordinality as dealt (item_id, position)
                        """)
                .param("packet", packet.id().value())
                .param("items", array(items))
                .update();
    }

    /** Packets of these trades, those with something to do first, by their last day. */
    public List<Packet> of(Collection<TradeId> trades, int limit) {
        return jdbc.sql(SELECT + """
                        where packet.trade_id = any(:trades) group by packet.id
                        order by count(*) filter (where held.item_id is not null and held.done_at is null) = 0,
                            packet.due_on, packet.dealt_at desc, packet.id limit :limit
                        """)
                .param("trades", trades.stream().map(TradeId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(PacketRows::row)
                .list();
    }

    public Optional<Packet> find(PacketId id) {
        return jdbc.sql(SELECT + " where packet.id = :id group by packet.id")
                .param("id", id.value())
                .query(PacketRows::row)
                .optional();
    }

    /** Takes items out of the packets they wait in. */
    public void settle(Collection<ItemId> items, PacketOutcome outcome, Instant now) {
        jdbc.sql("""
                        update bank.packet_item set done_at = :now, outcome = :outcome
                        where item_id = any(:items::uuid[]) and done_at is null
                        """)
                .param("now", Sql.at(now))
                .param("outcome", outcome.name())
                .param("items", array(items))
                .update();
    }

    /** Takes all that waits in a packet out of it; returns what that was. */
    public List<ItemId> takeBack(PacketId packet, Instant now) {
        return jdbc.sql("""
                        update bank.packet_item set done_at = :now, outcome = 'MOVED'
                        where packet_id = :packet and done_at is null returning item_id
                        """)
                .param("now", Sql.at(now))
                .param("packet", packet.value())
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .list();
    }

    public void due(PacketId packet, LocalDate day) {
        jdbc.sql("update bank.packet set due_on = :day where id = :packet")
                .param("day", day)
                .param("packet", packet.value())
                .update();
    }

    private static UUID[] array(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).toArray(UUID[]::new);
    }

    private static Packet row(ResultSet row, int number) throws SQLException {
        return new Packet(
                new PacketId(Sql.uuid(row, "id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                row.getString("title"),
                new PersonId(Sql.uuid(row, "reviewer_id")),
                row.getObject("due_on", LocalDate.class),
                new PersonId(Sql.uuid(row, "dealt_by")),
                Sql.instant(row, "dealt_at"),
                row.getInt("items"),
                row.getInt("done"));
    }
}
