package org.lianbing.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.alike.MinHash;
import org.lianbing.bank.alike.Shingles;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Ids;

/** Fills a server's bank with published items and what finds those that are alike, past the application. */
final class AlikeBank {

    private static final int BATCH = 10_000;
    /** Far behind the numbers that the server gives to the items it starts with. */
    private static final int FIRST_ENTRY = 100_000_000;

    private static final String AT = "2026-11-20 01:00:00+00";

    private final Connection connection;
    private final CopyManager copy;
    private final AlikeItemsMaker maker = new AlikeItemsMaker(1);
    private final List<String> trades = new ArrayList<>();
    private final StringBuilder items = new StringBuilder();
    private final StringBuilder versions = new StringBuilder();
    private final StringBuilder entries = new StringBuilder();
    private final StringBuilder bands = new StringBuilder();
    private int made;

    AlikeBank(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct trade_id from bank.item order by 1")) {
            while (row.next()) {
                trades.add(row.getString(1));
            }
        }
    }

    /** Adds items until there are so many. */
    void fill(int count) throws SQLException, IOException {
        execute("alter table bank.alike_band drop constraint alike_band_pkey");
        execute("alter table bank.item drop constraint item_published_version_id_fkey");
        while (made < count) {
            add(maker.next());
            if (made % BATCH == 0 || made == count) {
                write();
            }
        }
        execute("alter table bank.item add foreign key (published_version_id) references bank.item_version (id)");
        execute("alter table bank.alike_band add primary key (band, entry)");
        for (String table : List.of("item", "item_version", "alike_entry", "alike_band")) {
            execute("vacuum analyze bank." + table);
        }
    }

    private void add(ItemContent content) {
        made++;
        UUID item = Ids.next();
        UUID version = Ids.next();
        Shingles shingles = Shingles.of(content);
        int[] own = MinHash.bands(shingles);
        String trade = trades.get(made % trades.size());
        items.append("%s\tbench-%d\t%s\tOPEN\tPUBLISHED\t%s\t%s\t%s\n".formatted(item, made, trade, version, AT, AT));
        versions.append("%s\t%s\t1\t%s\t%d\t%s\t{INTERMEDIATE}\t{}\tOPEN\t\t%d\t%s\t\t%s\n"
                .formatted(
                        version,
                        item,
                        content.interaction().type().code(),
                        content.difficulty(),
                        ContentJson.STORED.write(content).replace("\\", "\\\\"),
                        made,
                        Fingerprint.of(content),
                        AT));
        entries.append("%s\t%s\t%d\t%d\t%s\t%s\n"
                .formatted(version, item, FIRST_ENTRY + made, Shingles.SCHEME, array(shingles.toArray()), array(own)));
        Arrays.stream(own)
                .distinct()
                .forEach(band -> bands.append(band)
                        .append('\t')
                        .append(FIRST_ENTRY + made)
                        .append('\n'));
    }

    private static String array(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private void write() throws SQLException, IOException {
        copy("bank.item (id, code, trade_id, secrecy, state, published_version_id, made_at, changed_at)", items);
        copy(
                "bank.item_version (id, item_id, number, type, difficulty, content, levels, points, secrecy, source,"
                        + " content_hash, fingerprint, reason, made_at)",
                versions);
        copy("bank.alike_entry (version_id, item_id, number, scheme, shingles, bands)", entries);
        copy("bank.alike_band (band, entry)", bands);
    }

    private void copy(String table, StringBuilder rows) throws SQLException, IOException {
        copy.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
