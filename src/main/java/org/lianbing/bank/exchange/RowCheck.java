package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Origin;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.wide.PointNames;
import org.lianbing.bank.exchange.wide.RowContext;
import org.lianbing.bank.exchange.wide.RowParser;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/** Checks rows under the settings of their import: read as an item, then held against the rules of the bank. */
final class RowCheck {

    private static final int MOST_KEPT = Intake.PART;

    private final ImportSettings settings;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final Map<TradeId, RowContext> contexts = new HashMap<>();
    private final Map<RowBody, Read> readings = new IdentityHashMap<>();

    private record Read(RowTarget target, RowReading reading) {}

    RowCheck(ImportSettings settings, Trades trades, Outlines outlines, ItemRules rules) {
        this.settings = settings;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
    }

    private RowContext context(ImportRow row) {
        TradeId id = trade(row);
        RowContext usual = id == null
                ? new RowContext(settings.levels(), true, PointNames.NONE)
                : contexts.computeIfAbsent(id, this::context);
        Set<Level> own = row.target().levels();
        return own.isEmpty() || !usual.leveled() ? usual : new RowContext(own, true, usual.points());
    }

    private RowContext context(TradeId id) {
        Trade trade = trades.get(id);
        Set<Level> levels = EnumSet.noneOf(Level.class);
        levels.addAll(settings.levels());
        levels.retainAll(trade.levels());
        if (levels.isEmpty()) {
            levels.addAll(trade.levels());
        }
        List<Outline> own = Stream.concat(trade.levels().stream(), Stream.of((Level) null))
                .flatMap(level -> outlines.current(trade.id(), level).stream())
                .toList();
        List<Outline> all = new ArrayList<>(own);
        own.stream()
                .flatMap(outline -> outline.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .distinct()
                .forEach(foundation -> outlines.current(foundation, null).ifPresent(all::add));
        boolean leveled = trade.kind() == TradeKind.TRADE;
        return new RowContext(leveled ? levels : EnumSet.noneOf(Level.class), leveled, new PointNames(all));
    }

    private @Nullable TradeId trade(ImportRow row) {
        return row.target().trade() == null ? settings.trade() : row.target().trade();
    }

    /** The row with what is wrong with it now. */
    ImportRow check(ImportRow row) {
        List<ImportProblem> problems = new ArrayList<>(unreadable(row));
        // No reading of the row tells this anew.
        row.problems().stream()
                .filter(problem -> problem.code().equals(Standing.BOTH_CHANGED))
                .forEach(problems::add);
        RowReading reading = reading(row);
        problems.addAll(reading.problems());
        String print = null;
        if (reading instanceof RowReading.Parsed parsed) {
            print = Fingerprint.of(parsed.content());
            // What the reader could not complete says itself what it lacks.
            if (problems.stream().noneMatch(ImportProblem::blocks)) {
                draft(row, parsed)
                        .ifPresent(draft -> rules.problems(draft).stream()
                                .map(problem -> problem(row, problem))
                                .forEach(problems::add));
            }
        }
        return row.checked(List.copyOf(problems), print);
    }

    /** The row as a draft; empty while the trade is not known or the row cannot be read. */
    Optional<ItemDraft> draft(ImportRow row) {
        return reading(row) instanceof RowReading.Parsed parsed ? draft(row, parsed) : Optional.empty();
    }

    /** What the row says. A row is asked for more than once, so what was read of it last is kept. */
    RowReading reading(ImportRow row) {
        Read known = readings.get(row.body());
        if (known != null && known.target().equals(row.target())) {
            return known.reading();
        }
        if (readings.size() == MOST_KEPT) {
            readings.clear();
        }
        RowReading reading = read(row);
        readings.put(row.body(), new Read(row.target(), reading));
        return reading;
    }

    private RowReading read(ImportRow row) {
        RowContext context = context(row);
        RowReading reading = switch (row.body()) {
            case RowBody.Cells cells -> RowParser.parse(cells.now(), cells.markdown(), context);
            case RowBody.Whole whole -> whole(whole, context);
        };
        return reading instanceof RowReading.Parsed parsed ? parsed.toward(row.target(), context.leveled()) : reading;
    }

    private static RowReading whole(RowBody.Whole whole, RowContext context) {
        ItemContent content = whole.content();
        List<ImportProblem> problems = new ArrayList<>(whole.told());
        if (content == null) {
            return new RowReading.Unreadable(problems);
        }
        return RowParser.label(content, whole.labels(), context, problems);
    }

    private Optional<ItemDraft> draft(ImportRow row, RowReading.Parsed parsed) {
        TradeId trade = trade(row);
        return trade == null
                ? Optional.empty()
                : Optional.of(new ItemDraft(
                        null,
                        trade,
                        parsed.levels(),
                        parsed.points(),
                        parsed.content(),
                        settings.secrecy(),
                        origin(row, parsed.source())));
    }

    private static Origin origin(ImportRow row, String source) {
        Labels labels = row.body() instanceof RowBody.Whole whole ? whole.labels() : Labels.NONE;
        return new Origin(source, labels.permission(), labels.edition(), labels.credit());
    }

    /** What was wrong with cells in the file, as long as nobody changed them. */
    private static List<ImportProblem> unreadable(ImportRow row) {
        return row.body() instanceof RowBody.Cells cells
                ? cells.unreadable().stream()
                        .filter(problem -> {
                            ImportField field = problem.field();
                            return field == null
                                    || row.cells()
                                            .get(field)
                                            .equals(row.original().get(field));
                        })
                        .toList()
                : List.of();
    }

    private static ImportProblem problem(ImportRow row, Problem problem) {
        ImportField field = row.body() instanceof RowBody.Cells
                ? field(String.valueOf(problem.properties().getOrDefault("field", "")))
                : null;
        return ImportProblem.error(
                field, problem.code(), field == null ? "" : row.cells().get(field), problem.arguments());
    }

    /** The cell behind a field of a draft, as {@link ItemRules} names it: {@code options/1/text}. */
    static @Nullable ImportField field(String path) {
        String[] parts = path.split("/");
        return switch (parts[0]) {
            case "stem" -> ImportField.STEM;
            case "explanation" -> ImportField.EXPLANATION;
            case "difficulty" -> ImportField.DIFFICULTY;
            case "points" -> ImportField.POINTS;
            case "levels" -> ImportField.LEVELS;
            case "source" -> ImportField.SOURCE;
            case "tolerance" -> ImportField.TOLERANCE;
            case "unit" -> ImportField.UNIT;
            case "key", "blanks", "rubric" -> ImportField.ANSWER;
            case "options", "steps", "pairs" ->
                parts.length > 1 && parts[1].matches("\\d+") && Integer.parseInt(parts[1]) < ImportField.OPTIONS.size()
                        ? ImportField.OPTIONS.get(Integer.parseInt(parts[1]))
                        : ImportField.ANSWER;
            default -> null;
        };
    }
}
