package org.lianbing.bank.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.review.Batch;
import org.lianbing.bank.review.Sample;
import org.lianbing.bank.review.Sample.Member;
import org.lianbing.bank.review.Sample.Standing;
import org.lianbing.bank.review.SampleId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The tables {@code bank.sample} and {@code bank.sample_item}, and the batches to draw from. */
@Repository
public class SampleRows {

    /** An item that may be drawn. */
    public record Open(ItemId item, ItemVersionId version) {}

    private static final String WAITING = """
            from bank.import_row imported join bank.item item on item.id = imported.item_id
            where item.proposal_state = 'IN_REVIEW' and item.secrecy = 'OPEN' and item.state <> 'RETIRED'
            """;

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Batches of these trades with something waiting, the newest import first. */
    public List<Batch> batches(Collection<TradeId> trades, Set<String> marks, int limit) {
        return jdbc.sql("""
                        select file.id, file.file_name, waiting.trade_id, waiting.items,
                            (select sample.id from bank.sample where sample.import_id = file.id
                             order by sample.drawn_at desc limit 1) as sample
                        from (select imported.import_id, item.trade_id, count(*) as items
                        """ + WAITING + """
                         and item.trade_id = any(:trades) and
                        """ + ReachMarks.IN_REACH + """
                            group by imported.import_id, item.trade_id) waiting
                        join bank.import file on file.id = waiting.import_id
                        order by file.id desc limit :limit
                        """)
                .param("trades", trades.stream().map(TradeId::value).toArray(UUID[]::new))
                .param("marks", marks.toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> {
                    UUID sample = Sql.uuidOrNull(row, "sample");
                    return new Batch(
                            new ImportId(Sql.uuid(row, "id")),
                            row.getString("file_name"),
                            new TradeId(Sql.uuid(row, "trade_id")),
                            row.getInt("items"),
                            sample == null ? null : new SampleId(sample));
                })
                .list();
    }

    /** What waits of an import in one trade and stood in no sample before, by code. */
    public List<Open> open(ImportId file, TradeId trade, Set<String> marks) {
        return jdbc.sql("select item.id, item.proposed_version_id " + WAITING + """
                         and imported.import_id = :import and item.trade_id = :trade and not exists (
                            select 1 from bank.sample_item member where member.item_id = item.id) and
                        """ + ReachMarks.IN_REACH + """
                        order by item.code
                        """)
                .param("import", file.value())
                .param("trade", trade.value())
                .param("marks", marks.toArray(String[]::new))
                .query((row, number) -> new Open(
                        new ItemId(Sql.uuid(row, "id")), new ItemVersionId(Sql.uuid(row, "proposed_version_id"))))
                .list();
    }

    public void insert(Sample sample, Collection<Open> batch, Collection<Open> drawn) {
        jdbc.sql("""
                        insert into bank.sample (id, import_id, trade_id, share, seed, drawn_by, drawn_at)
                        values (:id, :import, :trade, :share, :seed, :drawnBy, :drawnAt)
                        """)
                .param("id", sample.id().value())
                .param("import", sample.imported().value())
                .param("trade", sample.trade().value())
                .param("share", sample.share())
                .param("seed", sample.seed())
                .param("drawnBy", sample.drawnBy().value())
                .param("drawnAt", Sql.at(sample.drawnAt()))
                .update();
        jdbc.sql("""
                        insert into bank.sample_item (sample_id, version_id, item_id, drawn)
                        select :id, version.id, version.item_id, version.id = any(:drawn::uuid[])
                        from bank.item_version version where version.id = any(:versions::uuid[])
                        """)
                .param("id", sample.id().value())
                .param("drawn", versions(drawn))
                .param("versions", versions(batch))
                .update();
    }

    /** A sample with where each of its items stands now. */
    public Optional<Sample> find(SampleId id) {
        List<Member> members = jdbc.sql("""
                        select item.id, item.code, member.version_id, member.drawn,
                            case when ground.version_id is not null and ground.word = '' then
                                    case when said.open then 'OBJECTED' else 'PASSED' end
                                when ground.version_id is not null or said.back or said.open or said.other
                                    then 'OBJECTED'
                                when item.proposed_version_id = member.version_id
                                    and item.proposal_state = 'IN_REVIEW' and item.state <> 'RETIRED'
                                    and item.secrecy = 'OPEN' then 'WAITING'
                                else 'CHANGED' end as standing
                        from bank.sample_item member
                        join bank.item item on item.id = member.item_id
                        left join bank.publication ground on ground.version_id = member.version_id
                        cross join lateral (select
                            exists (select 1 from bank.remark where remark.version_id = member.version_id
                                and remark.kind = 'SENT_BACK') as back,
                            exists (select 1 from bank.remark where remark.version_id = member.version_id
                                and remark.answers_id is null and remark.resolved_at is null) as open,
                            exists (select 1 from bank.blind_solve solve where solve.version_id = member.version_id
                                and not solve.agrees) as other) said
                        where member.sample_id = :id order by item.code
                        """)
                .param("id", id.value())
                .query((row, number) -> new Member(
                        new ItemId(Sql.uuid(row, "id")),
                        row.getString("code"),
                        new ItemVersionId(Sql.uuid(row, "version_id")),
                        row.getBoolean("drawn"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
        return jdbc.sql("""
                        select id, import_id, trade_id, share, seed, drawn_by, drawn_at, published_at
                        from bank.sample where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> sample(row, members))
                .optional();
    }

    /** The samples of an import, oldest first. */
    public List<SampleId> of(ImportId file) {
        return jdbc.sql("select id from bank.sample where import_id = :import order by drawn_at, id")
                .param("import", file.value())
                .query((row, number) -> new SampleId(Sql.uuid(row, "id")))
                .list();
    }

    /** Keeps others from drawing or publishing of the import until the transaction ends. */
    public void lock(ImportId file) {
        jdbc.sql("select id from bank.import where id = :import for update")
                .param("import", file.value())
                .query((row, number) -> number)
                .list();
    }

    public void published(SampleId id, PersonId by, Instant now) {
        jdbc.sql("update bank.sample set published_by = :by, published_at = :now where id = :id")
                .param("id", id.value())
                .param("by", by.value())
                .param("now", Sql.at(now))
                .update();
    }

    private static UUID[] versions(Collection<Open> items) {
        return items.stream().map(item -> item.version().value()).toArray(UUID[]::new);
    }

    private static Sample sample(ResultSet row, List<Member> members) throws SQLException {
        return new Sample(
                new SampleId(Sql.uuid(row, "id")),
                new ImportId(Sql.uuid(row, "import_id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                row.getInt("share"),
                row.getLong("seed"),
                new PersonId(Sql.uuid(row, "drawn_by")),
                Sql.instant(row, "drawn_at"),
                Sql.instantOrNull(row, "published_at"),
                members);
    }
}
