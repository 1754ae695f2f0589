package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Passage;
import org.lianbing.bank.exchange.guess.PointProfiles;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.PointTexts;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * Guesses which point of its trade's outlines a row tests, where neither the file nor a person said so: by the words of
 * the points and of the open items that test them already.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class PointGuesses {

    /**
     * A row and the point that it may test.
     *
     * @param stem Markdown
     * @param confidence 0 to 1
     */
    public record Guess(int row, String stem, Point point, double confidence) {}

    /** How many guesses are made in one go. */
    public static final int MOST = 1000;

    private static final int PART = 500;
    private static final int MOST_TEXTS = 40;
    private static final Set<RowState> OPEN = EnumSet.of(RowState.READY, RowState.GUESSED, RowState.FAULTY);

    private final ImportAccess access;
    private final ImportRowTable rows;
    private final PointTexts texts;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;

    PointGuesses(
            ImportAccess access,
            ImportRowTable rows,
            PointTexts texts,
            Trades trades,
            Outlines outlines,
            ItemRules rules) {
        this.access = access;
        this.rows = rows;
        this.texts = texts;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
    }

    /** A profile and the points that it may name. */
    private record Known(PointProfiles profiles, Map<PointId, Point> points) {}

    /** Guesses for the first rows that name no point, in the order of the file; rows that are like none are left out. */
    @Transactional(readOnly = true)
    public List<Guess> of(Actor actor, ImportId id) {
        ImportFile file = access.get(actor, id);
        RowCheck check = new RowCheck(file.settings(), trades, outlines, rules);
        Map<TradeId, Known> known = new HashMap<>();
        List<Guess> guesses = new ArrayList<>();
        List<ImportRow> part = rows.after(id, OPEN, 0, PART);
        while (!part.isEmpty() && guesses.size() < MOST) {
            for (ImportRow row : part) {
                TradeId trade = row.target().trade() == null
                        ? file.settings().trade()
                        : row.target().trade();
                if (trade != null
                        && check.reading(row) instanceof RowReading.Parsed parsed
                        && parsed.points().isEmpty()) {
                    guess(row, parsed, known.computeIfAbsent(trade, this::known))
                            .ifPresent(guesses::add);
                }
            }
            part = rows.after(id, OPEN, part.getLast().number(), PART);
        }
        return guesses;
    }

    private static Optional<Guess> guess(ImportRow row, RowReading.Parsed parsed, Known known) {
        return known.profiles()
                .guess(words(parsed.content()))
                .map(guess -> new Guess(
                        row.number(),
                        parsed.content().stem(),
                        Objects.requireNonNull(known.points().get(guess.point())),
                        guess.confidence()));
    }

    private Known known(TradeId id) {
        Map<PointId, Point> points = points(trades.get(id)).stream()
                .collect(Collectors.toMap(Point::id, point -> point, (one, other) -> one, LinkedHashMap::new));
        PointProfiles profiles = new PointProfiles();
        points.values().forEach(point -> profiles.name(point.id(), point.name(), point.path()));
        texts.each(points.keySet(), MOST_TEXTS, profiles::question);
        return new Known(profiles, points);
    }

    /** The points of the trade itself and of the foundations that it includes. */
    private Collection<Point> points(Trade trade) {
        List<Outline> own = Stream.concat(trade.levels().stream(), Stream.of((Level) null))
                .flatMap(level -> outlines.current(trade.id(), level).stream())
                .toList();
        Stream<Outline> included = own.stream()
                .flatMap(outline -> outline.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .distinct()
                .flatMap(foundation -> outlines.current(foundation, null).stream());
        return Stream.concat(own.stream(), included).flatMap(Outline::points).toList();
    }

    private static String words(ItemContent content) {
        return content.stem() + " "
                + content.interaction().passages().stream().map(Passage::text).collect(Collectors.joining(" "));
    }
}
