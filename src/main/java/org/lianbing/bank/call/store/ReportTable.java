package org.lianbing.bank.call.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.call.Report;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportId;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.ReportState;
import org.lianbing.bank.call.Scope;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The table {@code bank.report}. */
@Repository
public class ReportTable {

    private static final String SELECT = """
            select r.id, r.item_id, r.version_id, v.number, r.trade_id, r.person_id, r.unit_id, r.reason, r.words,
                r.made_at, r.due, r.state, r.fixed_number, r.answer, r.answered_at
            from bank.report r join bank.item_version v on v.id = r.version_id
            """;

    private final JdbcClient jdbc;

    ReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the person's report of the item waits already. */
    public boolean insert(
            ReportId id, ReportDraft said, TradeId trade, PersonId person, UnitId unit, Instant now, LocalDate due) {
        return jdbc.sql("""
                        insert into bank.report (id, item_id, version_id, trade_id, person_id, unit_id, reason, words,
                            made_at, due, state, answer)
                        values (:id, :item, :version, :trade, :person, :unit, :reason, :words,
                            :now, :due, 'OPEN', '')
                        on conflict (person_id, item_id) where state = 'OPEN' do nothing
                        """)
                        .param("id", id.value())
                        .param("item", said.item().value())
                        .param("version", said.version().value())
                        .param("trade", trade.value())
                        .param("person", person.value())
                        .param("unit", unit.value())
                        .param("reason", said.reason().code())
                        .param("words", said.words())
                        .param("now", Sql.at(now))
                        .param("due", due)
                        .update()
                == 1;
    }

    /** How many reports a person has made since then. */
    public int madeSince(PersonId person, Instant from) {
        return jdbc.sql("select count(*) from bank.report where person_id = :person and made_at >= :from")
                .param("person", person.value())
                .param("from", Sql.at(from))
                .query(Integer.class)
                .single();
    }

    /** Those that wait in the trades, the longest due first. */
    public List<Report> open(Scope scope, int limit) {
        return jdbc.sql(SELECT + """
                         where r.state = 'OPEN' and (:all or r.trade_id = any(:trades))
                        order by r.due, r.made_at limit :limit
                        """)
                .param("all", scope.all())
                .param("trades", scope.trades().stream().map(TradeId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(ReportTable::row)
                .list();
    }

    /** Those of the item that wait, kept from others until the transaction ends. */
    public List<Report> holdOpen(ItemId item) {
        return jdbc.sql(SELECT + " where r.item_id = :item and r.state = 'OPEN' order by r.made_at for update of r")
                .param("item", item.value())
                .query(ReportTable::row)
                .list();
    }

    public void answer(
            Collection<Report> reports,
            ReportState state,
            @Nullable Integer fixedNumber,
            String answer,
            PersonId by,
            Instant now) {
        jdbc.sql("""
                        update bank.report set state = :state, fixed_number = :number, answer = :answer,
                            answered_by = :by, answered_at = :now
                        where id = any(:ids) and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("number", fixedNumber, Types.INTEGER)
                .param("answer", answer)
                .param("by", by.value())
                .param("now", Sql.at(now))
                .param(
                        "ids",
                        reports.stream().map(report -> report.id().value()).toArray(UUID[]::new))
                .update();
    }

    /** What a person reported, the newest first. */
    public Paged<Report> by(PersonId person, PageOf page) {
        long total = jdbc.sql("select count(*) from bank.report where person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
        return new Paged<>(
                jdbc.sql(SELECT + """
                                 where r.person_id = :person
                                order by r.made_at desc, r.id offset :offset limit :limit
                                """)
                        .param("person", person.value())
                        .param("offset", page.offset())
                        .param("limit", page.limit())
                        .query(ReportTable::row)
                        .list(),
                total);
    }

    private static Report row(ResultSet row, int number) throws SQLException {
        int fixed = row.getInt("fixed_number");
        boolean mended = !row.wasNull();
        return new Report(
                new ReportId(Sql.uuid(row, "id")),
                new ReportDraft(
                        new ItemId(Sql.uuid(row, "item_id")),
                        new ItemVersionId(Sql.uuid(row, "version_id")),
                        ReportReason.find(row.getString("reason")).orElse(ReportReason.OTHER),
                        row.getString("words")),
                row.getInt("number"),
                new TradeId(Sql.uuid(row, "trade_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                new UnitId(Sql.uuid(row, "unit_id")),
                Sql.instant(row, "made_at"),
                row.getObject("due", LocalDate.class),
                ReportState.valueOf(row.getString("state")),
                mended ? Integer.valueOf(fixed) : null,
                row.getString("answer"),
                Sql.instantOrNull(row, "answered_at"));
    }
}
