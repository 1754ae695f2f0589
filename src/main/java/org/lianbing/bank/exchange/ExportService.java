package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItem.PointName;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.bank.exchange.wide.WideWriter;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;
import org.lianbing.media.Media;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;
import org.lianbing.media.StoredMedia;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items of the actor's trades as files of any format; what a contest holds stays out, as in every list. */
@Service
public class ExportService {

    /** The most items of one file. */
    public static final int MOST = 10_000;

    private static final int PAGE = 500;

    private final Items items;
    private final Outlines outlines;
    private final Trades trades;
    private final Media media;
    private final List<FormatWriter> writers;
    private final MessageSource texts;

    ExportService(
            Items items,
            Outlines outlines,
            Trades trades,
            Media media,
            List<FormatWriter> writers,
            MessageSource texts) {
        this.items = items;
        this.outlines = outlines;
        this.trades = trades;
        this.media = media;
        this.writers = List.copyOf(writers);
        this.texts = texts;
    }

    /** The formats that can be written. */
    public List<FormatWriter> formats() {
        return writers;
    }

    /** How a format is written. */
    public FormatWriter format(String name) {
        return writers.stream()
                .filter(writer -> writer.format().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("exchange.format-unknown", name).with("field", "format"));
    }

    /** Writes what is selected in a format. */
    @PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
    public void write(Actor actor, FormatWriter format, ExportSelection selection, Locale language, OutputStream out)
            throws IOException {
        format.write(new Selected(actor, selection, language), out);
    }

    /** What a file would hold, and what the format cannot carry. */
    @PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
    public ExportForecast forecast(Actor actor, FormatWriter format, ExportSelection selection) {
        int[] counts = new int[Loss.values().length];
        Map<String, Integer> scored = new HashMap<>();
        Selected selected = new Selected(actor, selection, Locale.SIMPLIFIED_CHINESE);
        ClipWords clips = new ClipWords(selected);
        selected.each(item -> {
            Loss loss = format.loss(item.content());
            boolean silent = loss == Loss.NOTHING
                    && !format.carriesClips()
                    && !clips.in(item.content()).isEmpty();
            counts[(silent ? Loss.PART : loss).ordinal()]++;
            if (loss != Loss.ALL) {
                format.scoredOtherwise(item.content()).ifPresent(how -> scored.merge(how, 1, Integer::sum));
            }
        });
        return new ExportForecast(
                java.util.stream.IntStream.of(counts).sum(),
                counts[Loss.PART.ordinal()],
                counts[Loss.ALL.ordinal()],
                scored);
    }

    /** Writes the items of a trade, or of all trades of the actor, as a workbook. */
    @PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
    public void items(Actor actor, @Nullable TradeId trade, Locale language, OutputStream out) throws IOException {
        write(actor, format("xlsx"), ExportSelection.of(new ItemQuery("", trade, null, null, null)), language, out);
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

    /** The items of one export, fetched part by part. */
    private final class Selected implements ExportedItems {

        private final Actor actor;
        private final ExportSelection selection;
        private final Locale language;
        private final List<ItemId> ids;

        Selected(Actor actor, ExportSelection selection, Locale language) {
            this.actor = actor;
            this.selection = selection;
            this.language = Texts.nearest(language);
            List<ItemId> wanted = selection.items();
            this.ids = wanted == null ? found() : wanted;
            if (ids.size() > MOST) {
                throw tooMany();
            }
        }

        private static Problem tooMany() {
            return Problem.tooLarge("exchange.export-many", MOST).with("field", "items");
        }

        private record Named(String code, ItemId id) {}

        private List<ItemId> found() {
            List<Named> all = new ArrayList<>();
            Paged<Item> page;
            int offset = 0;
            do {
                page = items.find(actor, selection.query(), new PageOf(offset, PAGE));
                if (page.total() > MOST) {
                    throw tooMany();
                }
                page.rows().forEach(item -> all.add(new Named(item.code(), item.id())));
                offset += PAGE;
            } while (offset < page.total() + PAGE && !(page.rows().isEmpty() && offset > page.total()));
            return all.stream()
                    .sorted(Comparator.comparing(Named::code))
                    .map(Named::id)
                    .distinct()
                    .toList();
        }

        @Override
        public String title() {
            Set<TradeId> chosen = selection.query().trades();
            return chosen.size() == 1
                    ? trades.get(chosen.iterator().next()).name(language)
                    : words(language).apply("exchange.sheet.items");
        }

        @Override
        public Locale language() {
            return language;
        }

        @Override
        public Optional<String> choice(String name) {
            return Optional.ofNullable(selection.choices().get(name));
        }

        @Override
        public void each(Consumer<ExportedItem> taker) {
            for (int i = 0; i < ids.size(); i += PAGE) {
                items.some(actor, ids.subList(i, Math.min(i + PAGE, ids.size())))
                        .forEach(item -> {
                            ItemVersion version = item.published() == null ? item.proposed() : item.published();
                            boolean wanted = selection.points().isEmpty()
                                    || item.points().stream().anyMatch(selection.points()::contains);
                            if (version != null
                                    && wanted
                                    && item.state() != ItemState.RETIRED
                                    && item.secrecy() != Secrecy.SEALED) {
                                taker.accept(exported(item, version));
                            }
                        });
            }
        }

        private ExportedItem exported(Item item, ItemVersion version) {
            Trade trade = trades.get(item.trade());
            List<PointName> points = outlines.points(item.points()).values().stream()
                    .map(point -> new PointName(
                            outlines.reference(point.id()).orElse(point.code()), point.code(), point.name()))
                    .sorted(Comparator.comparing(PointName::reference))
                    .toList();
            return new ExportedItem(
                    item.code(),
                    version.content(),
                    trade.code(),
                    trade.name(language),
                    List.copyOf(new TreeSet<>(item.levels())),
                    points,
                    version.origin());
        }

        @Override
        public Optional<StoredMedia> about(String id) {
            return id.matches("[0-9a-f]{64}") ? media.about(new MediaId(id)) : Optional.empty();
        }

        @Override
        public Optional<MediaFile> media(String id) {
            return id.matches("[0-9a-f]{64}") ? media.find(new MediaId(id)) : Optional.empty();
        }
    }
}
