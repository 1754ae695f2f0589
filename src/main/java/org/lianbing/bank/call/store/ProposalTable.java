package org.lianbing.bank.call.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.call.CallId;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalId;
import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.bank.call.ProposalState;
import org.lianbing.bank.call.Scope;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The table {@code bank.proposal}. */
@Repository
public class ProposalTable {

    private static final String SELECT = """
            select p.id, p.call_id, p.trade_id, p.person_id, p.unit_id, p.sheet::text as sheet, p.state, p.saved_at,
                p.due, p.item_id, p.answer, p.answered_at, i.state = 'PUBLISHED' as published,
                exists (select 1 from bank.item_version v where v.item_id = p.item_id and v.number > 1) as changed
            from bank.proposal p left join bank.item i on i.id = p.item_id
            """;

    private final JdbcClient jdbc;

    ProposalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            ProposalId id,
            @Nullable CallId call,
            TradeId trade,
            PersonId person,
            UnitId unit,
            ProposalSheet sheet,
            Instant now) {
        jdbc.sql("""
                        insert into bank.proposal
                            (id, call_id, trade_id, person_id, unit_id, sheet, state, saved_at, answer)
                        values (:id, :call, :trade, :person, :unit, :sheet::jsonb, 'DRAFT', :now, '')
                        """)
                .param("id", id.value())
                .param("call", call == null ? null : call.value(), Types.OTHER)
                .param("trade", trade.value())
                .param("person", person.value())
                .param("unit", unit.value())
                .param("sheet", SheetJson.write(sheet))
                .param("now", Sql.at(now))
                .update();
    }

    /** False where it is not the person's, or was sent already. */
    public boolean save(ProposalId id, PersonId person, TradeId trade, ProposalSheet sheet, Instant now) {
        return jdbc.sql("""
                        update bank.proposal set sheet = :sheet::jsonb, trade_id = :trade, saved_at = :now
                        where id = :id and person_id = :person and state = 'DRAFT'
                        """)
                        .param("sheet", SheetJson.write(sheet))
                        .param("trade", trade.value())
                        .param("now", Sql.at(now))
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    public boolean send(ProposalId id, PersonId person, Instant now, LocalDate due) {
        return jdbc.sql("""
                        update bank.proposal set state = 'SENT', sent_at = :now, due = :due
                        where id = :id and person_id = :person and state = 'DRAFT'
                        """)
                        .param("now", Sql.at(now))
                        .param("due", due)
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** A draft of one's own is thrown away. */
    public boolean delete(ProposalId id, PersonId person) {
        return jdbc.sql("delete from bank.proposal where id = :id and person_id = :person and state = 'DRAFT'")
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** False where it was answered already. */
    public boolean answer(ProposalId id, @Nullable ItemId item, String answer, PersonId by, Instant now) {
        return jdbc.sql("""
                        update bank.proposal set state = :state, item_id = :item, answer = :answer, answered_by = :by,
                            answered_at = :now
                        where id = :id and state = 'SENT'
                        """)
                        .param("state", (item == null ? ProposalState.DECLINED : ProposalState.TAKEN).name())
                        .param("item", item == null ? null : item.value(), Types.OTHER)
                        .param("answer", answer)
                        .param("by", by.value())
                        .param("now", Sql.at(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public Optional<Proposal> find(ProposalId id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id.value())
                .query(ProposalTable::row)
                .optional();
    }

    /** How many a person keeps that are not sent. */
    public int drafts(PersonId person) {
        return count("person_id = :id and state = 'DRAFT'", person.value());
    }

    /** How many of a person wait for an answer. */
    public int waiting(PersonId person) {
        return count("person_id = :id and state = 'SENT'", person.value());
    }

    private int count(String where, UUID id) {
        return jdbc.sql("select count(*) from bank.proposal where " + where)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** What waits for an answer in the trades, the longest due first. */
    public List<Proposal> waiting(Scope scope, int limit) {
        return jdbc.sql(SELECT + """
                         where p.state = 'SENT' and (:all or p.trade_id = any(:trades))
                        order by p.due, p.sent_at limit :limit
                        """)
                .param("all", scope.all())
                .param("trades", scope.trades().stream().map(TradeId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(ProposalTable::row)
                .list();
    }

    /** What a person proposed, the last written first. */
    public Paged<Proposal> by(PersonId person, PageOf page) {
        long total = count("person_id = :id", person.value());
        return new Paged<>(
                jdbc.sql(SELECT + """
                                 where p.person_id = :person
                                order by p.saved_at desc, p.id offset :offset limit :limit
                                """)
                        .param("person", person.value())
                        .param("offset", page.offset())
                        .param("limit", page.limit())
                        .query(ProposalTable::row)
                        .list(),
                total);
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        UUID call = Sql.uuidOrNull(row, "call_id");
        UUID item = Sql.uuidOrNull(row, "item_id");
        Instant answeredAt = Sql.instantOrNull(row, "answered_at");
        return new Proposal(
                new ProposalId(Sql.uuid(row, "id")),
                call == null ? null : new CallId(call),
                new TradeId(Sql.uuid(row, "trade_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                new UnitId(Sql.uuid(row, "unit_id")),
                SheetJson.read(row.getString("sheet")),
                ProposalState.valueOf(row.getString("state")),
                Sql.instant(row, "saved_at"),
                row.getObject("due", LocalDate.class),
                answeredAt == null
                        ? null
                        : new Proposal.Outcome(
                                item == null ? null : new ItemId(item),
                                row.getBoolean("published"),
                                row.getBoolean("changed"),
                                row.getString("answer"),
                                answeredAt));
    }
}
