package org.lianbing.bank.exchange.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.StemBlanks;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.base.Level;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Reads the cells of a row as an item; the same when a file comes in and when a person mended a cell. */
public final class RowParser {

    private static final Set<String> OPEN_TYPES = Set.of("识图", "操作", "实操");

    private final ImportCells cells;
    private final boolean markdown;
    private final RowContext context;
    private final List<ImportProblem> problems = new ArrayList<>();

    private RowParser(ImportCells cells, boolean markdown, RowContext context) {
        this.cells = cells;
        this.markdown = markdown;
        this.context = context;
    }

    public static RowReading parse(ImportCells cells, boolean markdown, RowContext context) {
        return new RowParser(cells, markdown, context).parse();
    }

    /** A content from elsewhere with the levels and points that its labels name. */
    public static RowReading label(
            ItemContent content, Labels labels, RowContext context, List<ImportProblem> problems) {
        Map<ImportField, String> said = new EnumMap<>(ImportField.class);
        said.put(ImportField.LEVELS, labels.levels());
        said.put(ImportField.POINTS, labels.points());
        RowParser parser = new RowParser(new ImportCells(said), true, context);
        Set<Level> levels = parser.levels();
        Set<PointId> points = new LinkedHashSet<>(parser.points(levels));
        if (points.isEmpty()) {
            // A category or a tag may be the name of a point; where it is none, it is no mistake.
            Stream.concat(labels.tags().stream(), labels.path().reversed().stream())
                    .flatMap(name -> context.points().find(name, levels).stream())
                    .map(Point::id)
                    .limit(1)
                    .forEach(points::add);
        }
        problems.addAll(parser.problems);
        return new RowReading.Parsed(content, levels, points, labels.source(), problems);
    }

    /** The type of a name in a cell. */
    public static Optional<ItemType> namedType(String text) {
        return TypeNames.find(text);
    }

    private RowReading parse() {
        ItemType type = type();
        if (!cells.has(ImportField.STEM)) {
            problems.add(ImportProblem.error(ImportField.STEM, "exchange.problem.stem-missing", ""));
        }
        Interaction interaction = type == null ? null : new InteractionReader(cells, markdown, problems).read(type);
        int difficulty = difficulty();
        Set<Level> levels = levels();
        Set<PointId> points = points(levels);
        if (interaction == null || problems.stream().anyMatch(ImportProblem::blocks)) {
            return new RowReading.Unreadable(List.copyOf(problems));
        }
        ItemContent content =
                new ItemContent(stem(interaction), interaction, said(ImportField.EXPLANATION), difficulty, credit());
        return new RowReading.Parsed(content, levels, points, cells.get(ImportField.SOURCE), List.copyOf(problems));
    }

    /** The places of blanks are written as underscores; people write brackets with nothing in them. */
    private String stem(Interaction interaction) {
        String stem = cells.get(ImportField.STEM);
        boolean places = interaction instanceof Interaction.FillIn && StemBlanks.count(stem) == 0;
        String marked = places ? Blanks.places(stem) : stem;
        return markdown ? marked : Blanks.kept(PlainText.toMarkdown(marked));
    }

    private @Nullable PartialCredit credit() {
        String text = cells.get(ImportField.CREDIT);
        return text.isEmpty()
                ? null
                : PartialCredit.find(text).orElseGet(() -> {
                    problems.add(ImportProblem.remark(ImportField.CREDIT, "exchange.remark.credit", text, text));
                    return null;
                });
    }

    private @Nullable ItemType type() {
        String text = cells.get(ImportField.TYPE);
        Optional<ItemType> named = text.isEmpty() ? Optional.empty() : TypeNames.find(text);
        if (named.isPresent()) {
            return named.get();
        }
        String bare = Folded.of(text).replaceAll("题$", "");
        if (OPEN_TYPES.contains(bare)) {
            problems.add(ImportProblem.error(ImportField.TYPE, "exchange.problem.type-not-yet", text, text));
            return null;
        }
        if (!text.isEmpty() && !bare.equals("选择") && !bare.equals("客观") && !TypeNames.isCode(text)) {
            problems.add(ImportProblem.error(ImportField.TYPE, "exchange.problem.type-unknown", text, text));
            return null;
        }
        ItemType guessed = guessed();
        if (guessed == null) {
            String code = text.isEmpty() ? "exchange.problem.type-missing" : "exchange.problem.type-unknown";
            problems.add(ImportProblem.error(ImportField.TYPE, code, text, text));
        }
        return guessed;
    }

    /** By the look of options and answer. */
    private @Nullable ItemType guessed() {
        String answer = cells.get(ImportField.ANSWER);
        List<String> options =
                ImportField.OPTIONS.stream().filter(cells::has).map(cells::get).toList();
        List<Optional<Boolean>> truths =
                options.stream().map(Truths::find).distinct().toList();
        boolean judged =
                options.isEmpty() || truths.size() == 2 && truths.stream().allMatch(Optional::isPresent);
        if (options.isEmpty() && Blanks.mustBeFilled(cells.get(ImportField.STEM))) {
            return null;
        }
        if (options.size() < 3 && judged) {
            boolean named = !options.isEmpty() && Folded.of(answer).matches("[AB12]");
            return named || Truths.find(answer).isPresent() ? ItemType.TRUE_FALSE : null;
        }
        if (options.size() > 1
                && ChoiceKeys.of(answer, options, options.size() > 2) instanceof ChoiceKeys.Named named) {
            return named.letters().size() == 1 ? ItemType.SINGLE_CHOICE : ItemType.MULTIPLE_CHOICE;
        }
        // Three options are a choice, also where its key is not understood.
        boolean several =
                Letters.find(answer).filter(letters -> letters.size() > 1).isPresent();
        return options.size() < 3 ? null : several ? ItemType.MULTIPLE_CHOICE : ItemType.SINGLE_CHOICE;
    }

    private int difficulty() {
        String text = cells.get(ImportField.DIFFICULTY);
        if (text.isEmpty()) {
            return DifficultyText.MIDDLE;
        }
        Optional<Integer> found = DifficultyText.find(text);
        if (found.isEmpty()) {
            problems.add(ImportProblem.remark(ImportField.DIFFICULTY, "exchange.remark.difficulty", text, text));
        }
        return found.orElse(DifficultyText.MIDDLE);
    }

    private Set<Level> levels() {
        if (!context.leveled()) {
            return Set.of();
        }
        String text = cells.get(ImportField.LEVELS);
        if (text.isEmpty()) {
            return context.levels();
        }
        Optional<Level> whole = Level.find(text);
        if (whole.isPresent()) {
            return Set.of(whole.get());
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String part : text.split("[,，、;；/\\s]+")) {
            Optional<Level> level = Level.find(part);
            if (level.isEmpty()) {
                problems.add(ImportProblem.remark(ImportField.LEVELS, "exchange.remark.level", text, part));
                return context.levels();
            }
            levels.add(level.get());
        }
        return levels;
    }

    private Set<PointId> points(Set<Level> levels) {
        Set<PointId> points = new LinkedHashSet<>();
        for (String name : names(cells.get(ImportField.POINTS), levels)) {
            Optional<Point> point = context.points().find(name, levels);
            if (point.isEmpty()) {
                problems.add(ImportProblem.remark(
                        ImportField.POINTS, "exchange.remark.point", cells.get(ImportField.POINTS), name));
            }
            point.ifPresent(found -> points.add(found.id()));
        }
        return points;
    }

    /** The names in a cell. A name may hold a comma itself, so the whole is tried first. */
    private List<String> names(String text, Set<Level> levels) {
        if (text.isEmpty() || context.points().find(text, levels).isPresent()) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> lines = parts(text, "[;；|\\n]+");
        return lines.size() > 1 ? lines : parts(text, "[,，、]+");
    }

    private static List<String> parts(String text, String separators) {
        return Arrays.stream(text.split(separators))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String said(ImportField field) {
        String text = cells.get(field);
        return markdown ? text : PlainText.toMarkdown(text);
    }
}
