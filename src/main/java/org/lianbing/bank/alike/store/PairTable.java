package org.lianbing.bank.alike.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.alike.SearchRunId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The table {@code bank.alike_pair}: what the last search through the bank found. */
@Repository
public class PairTable {

    private static final int BATCH = 5000;

    private final JdbcClient jdbc;

    PairTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of an item that is compared. */
    public record Side(ItemId item, ItemVersionId version) {}

    /** Two items of a trade. */
    public record Found(Side first, Side second, TradeId trade, double resemblance) {}

    /** Two items that still stand as they were compared. */
    public record Standing(ItemId first, ItemId second, double resemblance) {}

    public void add(SearchRunId run, List<Found> pairs) {
        for (int from = 0; from < pairs.size(); from += BATCH) {
            addBatch(run, pairs.subList(from, Math.min(from + BATCH, pairs.size())));
        }
    }

    private void addBatch(SearchRunId run, List<Found> pairs) {
        jdbc.sql("""
                        insert into bank.alike_pair (run_id, first_item, second_item, first_version, second_version,
                            trade_id, resemblance)
                        select :run, first_item, second_item, first_version, second_version, trade_id, resemblance
                        from unnest(:firsts, :seconds, :firstVersions, :secondVersions, :trades, :resemblances)
                            as v (first_item, second_item, first_version, second_version, trade_id, resemblance)
                        """)
                .param("run", run.value())
                .param(
                        "firsts",
                        uuids(pairs.stream().map(pair -> pair.first().item().value())))
                .param(
                        "seconds",
                        uuids(pairs.stream().map(pair -> pair.second().item().value())))
                .param(
                        "firstVersions",
                        uuids(pairs.stream().map(pair -> pair.first().version().value())))
                .param(
                        "secondVersions",
                        uuids(pairs.stream().map(pair -> pair.second().version().value())))
                .param("trades", uuids(pairs.stream().map(pair -> pair.trade().value())))
                .param("resemblances", pairs.stream().map(Found::resemblance).toArray(Double[]::new))
                .update();
    }

    private static UUID[] uuids(java.util.stream.Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /**
     * The pairs of the last run that nobody set apart and that stand as they were compared, best first.
     *
     * @param trades only of these; null for all
     */
    public List<Standing> standing(@Nullable Collection<TradeId> trades, double least) {
        return jdbc.sql("""
                        select p.first_item, p.second_item, p.resemblance
                        from bank.alike_pair p
                        join bank.item a on a.id = p.first_item and a.state <> 'RETIRED'
                            and coalesce(a.published_version_id, a.proposed_version_id) = p.first_version
                        join bank.item b on b.id = p.second_item and b.state <> 'RETIRED'
                            and coalesce(b.published_version_id, b.proposed_version_id) = p.second_version
                        where p.run_id = (
                                select id from bank.alike_run where ended_at is not null order by begun_at desc limit 1)
                            and (:everywhere or p.trade_id = any(:trades))
                            and p.resemblance >= :least
                            and not exists (
                                select 1 from bank.alike_apart x
                                where x.first_item = least(p.first_item, p.second_item)
                                    and x.second_item = greatest(p.first_item, p.second_item))
                        order by p.resemblance desc, p.first_item, p.second_item
                        """)
                .param("everywhere", trades == null)
                .param(
                        "trades",
                        trades == null
                                ? new UUID[0]
                                : trades.stream().map(TradeId::value).toArray(UUID[]::new))
                .param("least", least)
                .query((row, number) -> new Standing(
                        new ItemId(Sql.uuid(row, "first_item")),
                        new ItemId(Sql.uuid(row, "second_item")),
                        row.getDouble("resemblance")))
                .list();
    }
}
