package org.lianbing.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Ids;

/** Fills the bank of a server with published items of all its trades, past the application, as an old bank would be. */
final class ManyItems {

    private static final int BATCH = 1000;
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-11-20T01:00:00Z");

    private record Point(UUID id, UUID trade, @Nullable String level) {}

    private final Connection connection;
    private final SyntheticItems synthetic = new SyntheticItems(1);

    ManyItems(Connection connection) {
        this.connection = connection;
    }

    void insert(int count) throws SQLException {
        List<Point> points = points();
        List<UUID> authors = authors();
        connection.setAutoCommit(false);
        try (PreparedStatement item = connection.prepareStatement("""
            insert into bank.item (id, code, trade_id, secrecy, state, made_at, changed_at)
            values (?, ?, ?, 'OPEN', 'PUBLISHED', ?, ?)
            """);
                PreparedStatement version = connection.prepareStatement("""
                    insert into bank.item_version (id, item_id, number, type, difficulty, content, levels, points,
                        secrecy, source, content_hash, fingerprint, author_id, reason, made_at)
                    values (?, ?, 1, ?, ?, ?::jsonb, ?, ?, 'OPEN', '', ?, ?, ?, '', ?)
                    """)) {
            for (int i = 0; i < count; i++) {
                Point point = points.get(synthetic.upTo(points.size()));
                add(item, version, i, point, authors.get(synthetic.upTo(authors.size())));
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    item.executeBatch();
                    version.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                update bank.item set published_version_id = version.id
                from bank.item_version version where version.item_id = item.id and published_version_id is null
                """);
            statement.execute("analyze");
        }
    }

    private void add(PreparedStatement item, PreparedStatement version, int number, Point point, UUID author)
            throws SQLException {
        UUID id = Ids.next();
        ItemContent content = content();
        item.setObject(1, id);
        item.setString(2, "bench-%06d".formatted(number));
        item.setObject(3, point.trade());
        item.setObject(4, MADE);
        item.setObject(5, MADE);
        item.addBatch();
        version.setObject(1, Ids.next());
        version.setObject(2, id);
        version.setString(3, content.interaction().type().code());
        version.setInt(4, content.difficulty());
        version.setString(5, ContentJson.STORED.write(content));
        version.setArray(
                6,
                connection.createArrayOf("text", point.level() == null ? new Object[0] : new Object[] {point.level()}));
        version.setArray(7, connection.createArrayOf("uuid", new Object[] {point.id()}));
        version.setString(8, id.toString());
        version.setString(9, id.toString());
        version.setObject(10, author);
        version.setObject(11, MADE);
        version.addBatch();
    }

    private ItemContent content() {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            options.add(new Option(synthetic.option() + (char) ('甲' + i), i == 1, ""));
        }
        Interaction interaction = synthetic.upTo(3) == 0
                ? new Interaction.TrueFalse(synthetic.upTo(2) == 0)
                : new Interaction.SingleChoice(options);
        return new ItemContent(synthetic.stem(), interaction, "解析：" + synthetic.stem(), 1 + synthetic.upTo(5));
    }

    private List<Point> points() throws SQLException {
        List<Point> points = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                    select point.id, outline.trade_id, outline.level from trade.outline_point point
                    join trade.outline outline on outline.id = point.outline_id where outline.current
                    """)) {
            while (row.next()) {
                points.add(new Point(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)));
            }
        }
        return points;
    }

    private List<UUID> authors() throws SQLException {
        List<UUID> authors = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from account.person")) {
            while (row.next()) {
                authors.add(row.getObject(1, UUID.class));
            }
        }
        return authors;
    }
}
