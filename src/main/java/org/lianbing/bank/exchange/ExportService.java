package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.exchange.wide.ItemCells;
import org.lianbing.bank.exchange.wide.WideWriter;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Items of the actor's trades as a workbook; what a contest holds stays out, as in every list. */
@Service
public class ExportService {

    private static final int PAGE = 500;

    private final Items items;
    private final Outlines outlines;
    private final MessageSource texts;

    ExportService(Items items, Outlines outlines, MessageSource texts) {
        this.items = items;
        this.outlines = outlines;
        this.texts = texts;
    }

    /** Writes the published items, and drafts that were never published, of a trade or of all trades of the actor. */
    @PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
    public void items(Actor actor, @Nullable TradeId trade, Locale language, OutputStream out) throws IOException {
        UnaryOperator<String> words = words(language);
        List<ImportCells> rows = new ArrayList<>();
        ItemQuery query = new ItemQuery("", trade, null, null, null);
        long seen = 0;
        Paged<Item> page;
        do {
            page = items.find(actor, query, new PageOf(Math.toIntExact(seen), PAGE));
            for (Item item : page.rows()) {
                ItemVersion version = item.published() == null ? item.proposed() : item.published();
                if (version != null && item.state() != ItemState.RETIRED) {
                    rows.add(cells(item, version, language, words));
                }
            }
            seen += PAGE;
        } while (seen < page.total() + PAGE && seen <= page.total());
        rows = rows.reversed();
        new WideWriter(words).items(out, rows);
    }

    /** Writes rows of an import that need mending, with a sentence each, to take away. */
    public void problems(List<ImportCells> rows, Locale language, OutputStream out) throws IOException {
        new WideWriter(words(language)).items(out, rows);
    }

    /** Writes the empty template. */
    public void template(Locale language, OutputStream out) throws IOException {
        UnaryOperator<String> words = words(language);
        List<String> explanation =
                words.apply("exchange.template.guide").lines().toList();
        List<String> levels = java.util.stream.Stream.of(Level.values())
                .map(level -> name(level, language))
                .toList();
        new WideWriter(words).template(out, TemplateExamples.rows(words), explanation, levels);
    }

    private ImportCells cells(Item item, ItemVersion version, Locale language, UnaryOperator<String> words) {
        return ItemCells.of(version.content(), words)
                .with(ImportField.POINTS, points(item.points()))
                .with(
                        ImportField.LEVELS,
                        new TreeSet<>(item.levels())
                                .stream().map(level -> name(level, language)).collect(Collectors.joining("、")));
    }

    private String points(Collection<PointId> ids) {
        Map<PointId, Point> points = outlines.points(ids);
        return points.values().stream()
                .map(point -> point.code() + " " + point.name())
                .sorted()
                .collect(Collectors.joining("；"));
    }

    /** A name that {@link Level#find} knows. */
    private String name(Level level, Locale language) {
        return Texts.nearest(language).equals(Locale.ENGLISH)
                ? level.code()
                : words(language).apply("base.level." + level.code());
    }

    private UnaryOperator<String> words(Locale language) {
        Locale nearest = Texts.nearest(language);
        return key -> texts.getMessage(key, null, nearest);
    }
}
