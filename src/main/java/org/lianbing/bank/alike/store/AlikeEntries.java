package org.lianbing.bank.alike.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.alike.MinHash;
import org.lianbing.bank.alike.Shingles;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** The table {@code bank.alike_entry}, found by its bands. */
@Repository
public class AlikeEntries {

    /** Of a band that very many share so many are looked at: equal contents are found by their fingerprint. */
    private static final int MOST_OF_BAND = 400;

    private static final int MOST_OF_BAND_IN_BULK = 25;
    private static final int MOST_CANDIDATES = 800;

    private final JdbcClient jdbc;

    AlikeEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that may be like one of several texts. */
    public record Candidate(int text, AlikeEntry entry) {}

    /** Writes the entries of items anew; those that are not among {@code entries} are gone. */
    public void replace(Collection<ItemId> items, Collection<AlikeEntry> entries) {
        jdbc.sql("""
                        with gone as (
                            delete from bank.alike_entry
                            where item_id = any(:items) and not (version_id = any(:versions) and scheme = :scheme)
                            returning number, bands)
                        delete from bank.alike_band b using gone, unnest(gone.bands) as g (band)
                        where b.band = g.band and b.entry = gone.number
                        """)
                .param("items", values(items))
                .param(
                        "versions",
                        entries.stream().map(entry -> entry.version().value()).toArray(UUID[]::new))
                .param("scheme", Shingles.SCHEME)
                .update();
        List<AlikeEntry> all = List.copyOf(entries);
        jdbc.sql("""
                        with made as (
                            insert into bank.alike_entry (version_id, item_id, scheme, shingles, bands)
                            select version_id, item_id, :scheme, shingles::integer[], bands::integer[]
                            from unnest(:versions, :items, :shingles, :bands)
                                as v (version_id, item_id, shingles, bands)
                            on conflict (version_id) do nothing
                            returning number, bands)
                        insert into bank.alike_band (band, entry)
                        select distinct b.band, made.number from made, unnest(made.bands) as b (band)
                        """)
                .param("scheme", Shingles.SCHEME)
                .param(
                        "versions",
                        all.stream().map(entry -> entry.version().value()).toArray(UUID[]::new))
                .param("items", all.stream().map(entry -> entry.item().value()).toArray(UUID[]::new))
                .param(
                        "shingles",
                        all.stream()
                                .map(entry -> literal(entry.shingles().toArray()))
                                .toArray(String[]::new))
                .param(
                        "bands",
                        all.stream()
                                .map(entry -> literal(MinHash.bands(entry.shingles())))
                                .toArray(String[]::new))
                .update();
    }

    /** What shares a band with this item; those that share the most first. */
    public List<AlikeEntry> candidates(int[] bands) {
        return jdbc.sql("""
                        select e.version_id, e.item_id, e.shingles
                        from (
                            select s.entry
                            from unnest(:bands) as q (band)
                            cross join lateral (
                                select b.entry from bank.alike_band b
                                where b.band = q.band order by b.entry limit :of_band) as s
                            group by s.entry
                            order by count(*) desc, s.entry limit :limit) as c
                        join bank.alike_entry e on e.number = c.entry
                        """)
                .param("bands", Arrays.stream(bands).boxed().toArray(Integer[]::new))
                .param("of_band", MOST_OF_BAND)
                .param("limit", MOST_CANDIDATES)
                .query(AlikeEntries::entry)
                .list();
    }

    /** What shares a band with each of these; fewer for each than for one alone. */
    public List<Candidate> candidates(List<int[]> bandsOfTexts) {
        int[] texts = IntStream.range(0, bandsOfTexts.size())
                .flatMap(text -> IntStream.generate(() -> text).limit(bandsOfTexts.get(text).length))
                .toArray();
        int[] bands = bandsOfTexts.stream().flatMapToInt(Arrays::stream).toArray();
        return jdbc.sql("""
                        select c.text, e.version_id, e.item_id, e.shingles
                        from (
                            select distinct q.text, s.entry
                            from unnest(:texts, :bands) as q (text, band)
                            cross join lateral (
                                select b.entry from bank.alike_band b
                                where b.band = q.band order by b.entry limit :of_band) as s) as c
                        join bank.alike_entry e on e.number = c.entry
                        """)
                .param("texts", Arrays.stream(texts).boxed().toArray(Integer[]::new))
                .param("bands", Arrays.stream(bands).boxed().toArray(Integer[]::new))
                .param("of_band", MOST_OF_BAND_IN_BULK)
                .query((row, number) -> new Candidate(row.getInt("text"), entry(row, number)))
                .list();
    }

    /** Entries that say the very same, whatever their words. */
    public List<AlikeEntry> withFingerprint(String fingerprint) {
        return jdbc.sql("""
                        select e.version_id, e.item_id, e.shingles
                        from bank.item_version v join bank.alike_entry e on e.version_id = v.id
                        where v.fingerprint = :fingerprint limit :limit
                        """)
                .param("fingerprint", fingerprint)
                .param("limit", MOST_OF_BAND)
                .query(AlikeEntries::entry)
                .list();
    }

    /** An item and what its words come to. */
    public record Print(ItemId item, String fingerprint) {}

    /** Items that say the very same as one of these, also those that are not ready yet to be compared. */
    public List<Print> withFingerprints(Collection<String> fingerprints) {
        return jdbc.sql("""
                        select i.id as item_id, v.fingerprint
                        from bank.item_version v join bank.item i on i.id = v.item_id
                        where v.fingerprint = any(:fingerprints)
                            and v.id in (i.published_version_id, i.proposed_version_id)
                            and i.state <> 'RETIRED' and i.secrecy <> 'SEALED'
                        """)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, number) -> new Print(new ItemId(Sql.uuid(row, "item_id")), row.getString("fingerprint")))
                .list();
    }

    /** Items in force or proposed whose entry is missing or of an older scheme, the first of them. */
    public List<ItemId> stale(int limit) {
        return jdbc.sql("""
                        select i.id from bank.item i
                        where i.state <> 'RETIRED' and i.secrecy <> 'SEALED' and exists (
                            select 1 from bank.item_version v
                            where v.id in (i.published_version_id, i.proposed_version_id)
                                and not exists (
                                    select 1 from bank.alike_entry e where e.version_id = v.id and e.scheme = :scheme))
                        order by i.id limit :limit
                        """)
                .param("scheme", Shingles.SCHEME)
                .param("limit", limit)
                .query((row, number) -> new ItemId(Sql.uuid(row, "id")))
                .list();
    }

    /** How many entries there are, about. */
    public int count() {
        return jdbc.sql("select count(*) from bank.alike_entry")
                .query(Integer.class)
                .single();
    }

    /** An entry of an item's version in force, or of the proposed one where none is. */
    public record Standing(AlikeEntry entry, TradeId trade) {}

    /** One entry for each item behind this one, in the order of the items. */
    public List<Standing> standing(@Nullable ItemId after, int limit) {
        return jdbc.sql("""
                        select e.version_id, e.item_id, e.shingles, i.trade_id
                        from (
                            select id, trade_id, coalesce(published_version_id, proposed_version_id) as version_id
                            from bank.item
                            where state <> 'RETIRED' and (:after::uuid is null or id > :after::uuid)
                            order by id limit :limit) as i
                        join bank.alike_entry e on e.version_id = i.version_id
                        order by e.item_id
                        """)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new Standing(entry(row, number), new TradeId(Sql.uuid(row, "trade_id"))))
                .list();
    }

    private static AlikeEntry entry(ResultSet row, int number) throws SQLException {
        return new AlikeEntry(
                new ItemVersionId(Sql.uuid(row, "version_id")),
                new ItemId(Sql.uuid(row, "item_id")),
                Shingles.of(numbers((Integer[]) row.getArray("shingles").getArray())));
    }

    private static int[] numbers(Integer[] boxed) {
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static String literal(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID[] values(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).toArray(UUID[]::new);
    }
}
