package org.lianbing.trade.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.sheet.SheetCells;
import org.lianbing.base.sheet.SheetCells.Area;
import org.lianbing.base.sheet.SheetCells.RowCells;
import org.lianbing.trade.sheet.Role.Aspect;
import org.lianbing.trade.sheet.Role.Subject;

/**
 * The heading of a table, over one to three rows.
 *
 * @param rows how many rows it takes
 * @param roles what the columns are for
 */
record Heading(int rows, Map<Integer, Role> roles) {

    private static final int MOST_ROWS = 3;

    /** The heading that begins at this row of a sheet, if one does. */
    static Optional<Heading> at(SheetCells sheet, int index) {
        Heading best = null;
        List<RowCells> taken = new ArrayList<>();
        for (int i = index; i < Math.min(index + MOST_ROWS, sheet.rows().size()); i++) {
            if (!looksLikeHeading(sheet.rows().get(i))) {
                break;
            }
            taken.add(sheet.rows().get(i));
            Heading next = new Heading(taken.size(), roles(sheet, taken));
            if (next.isWhole()
                    && (best == null || next.roles().size() > best.roles().size())) {
                best = next;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean looksLikeHeading(RowCells row) {
        return row.cells().values().stream().allMatch(Words::isHeading);
    }

    private static Map<Integer, Role> roles(SheetCells sheet, List<RowCells> rows) {
        TreeSet<Integer> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        Map<Integer, Role> roles = new TreeMap<>();
        for (int column : columns) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                words.append(text(sheet, rows, i, column)).append(' ');
            }
            Role.of(words.toString()).ifPresent(role -> roles.put(column, role));
        }
        return settled(roles);
    }

    /** What a cell of the heading says: a merged one says what its first cell does, an empty one above others too. */
    private static String text(SheetCells sheet, List<RowCells> rows, int index, int column) {
        RowCells row = rows.get(index);
        String own = row.get(column);
        if (!own.isEmpty()) {
            return own;
        }
        for (Area area : sheet.merged()) {
            if (area.holds(row.number(), column)) {
                return rows.stream()
                        .filter(other -> other.number() == area.top())
                        .findFirst()
                        .filter(other -> other.number() == row.number())
                        .map(other -> other.get(area.left()))
                        .orElse("");
            }
        }
        boolean last = index == rows.size() - 1;
        for (int left = column - 1; !last && left >= 0; left--) {
            if (!row.get(left).isEmpty()) {
                boolean stands = rows.subList(index + 1, rows.size()).stream()
                        .allMatch(below -> below.get(column).isEmpty());
                return stands ? "" : row.get(left);
            }
        }
        return "";
    }

    /** Gives ranges that were not numbered their depth by the order of the columns, and lone weights to their range. */
    private static Map<Integer, Role> settled(Map<Integer, Role> roles) {
        Map<Integer, Role> settled = new TreeMap<>();
        int depth = 0;
        boolean ranges = roles.values().stream().anyMatch(role -> role.subject() == Subject.RANGE);
        Map<Aspect, Integer> seen = new HashMap<>();
        for (Map.Entry<Integer, Role> entry : roles.entrySet()) {
            Role role = entry.getValue();
            if (role.subject() == Subject.RANGE && role.depth() == 0) {
                if (depth == 0 || seen.putIfAbsent(role.aspect(), depth) != null) {
                    depth++;
                    seen.clear();
                    seen.put(role.aspect(), depth);
                }
                role = new Role(Subject.RANGE, depth, role.aspect());
            } else if (role.subject() == Subject.RANGE) {
                if (role.depth() != depth) {
                    seen.clear();
                }
                depth = role.depth();
                seen.put(role.aspect(), depth);
            } else if (role.subject() == Subject.LINE && role.aspect() == Aspect.WEIGHT && ranges) {
                role = new Role(Subject.RANGE, Math.max(depth, 1), Aspect.WEIGHT);
            }
            if (!settled.containsValue(role)) {
                settled.put(entry.getKey(), role);
            }
        }
        return withParents(settled);
    }

    /** A range of which a table of points tells the code alone is the one that the point lies in. */
    private static Map<Integer, Role> withParents(Map<Integer, Role> roles) {
        boolean points = roles.containsValue(new Role(Subject.POINT, 0, Aspect.NAME));
        boolean ranges = roles.values().stream()
                .anyMatch(role -> role.subject() == Subject.RANGE && role.aspect() == Aspect.NAME);
        if (points && !ranges) {
            roles.replaceAll((column, role) ->
                    role.subject() == Subject.RANGE ? new Role(Subject.PARENT, 0, role.aspect()) : role);
        }
        return roles;
    }

    private boolean isWhole() {
        boolean named = roles.values().stream().anyMatch(role -> role.aspect() == Aspect.NAME);
        return named
                && roles.size() >= 2
                && (isFlat() || roles.values().stream().anyMatch(this::tells));
    }

    private boolean tells(Role role) {
        return role.aspect() != Aspect.NAME || role.subject() == Subject.POINT;
    }

    /** Whether a row names its ranges in columns of their own. */
    boolean isFlat() {
        long ranges = depths();
        return ranges >= 2 || ranges == 1 && column(Subject.POINT, 0, Aspect.NAME) != null;
    }

    private long depths() {
        return roles.values().stream()
                .filter(role -> role.subject() == Subject.RANGE && role.aspect() == Aspect.NAME)
                .count();
    }

    /** The depths of ranges that have a column, from the outermost. */
    List<Integer> ranges() {
        return roles.values().stream()
                .filter(role -> role.subject() == Subject.RANGE)
                .map(Role::depth)
                .distinct()
                .sorted()
                .toList();
    }

    /** The column for this, or null. */
    @Nullable
    Integer column(Subject subject, int depth, Aspect aspect) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Role(subject, depth, aspect)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The first column that tells this, of whatever subject but a parent; null where there is none. */
    @Nullable
    Integer any(Aspect aspect) {
        return roles.entrySet().stream()
                .filter(entry ->
                        entry.getValue().aspect() == aspect && entry.getValue().subject() != Subject.PARENT)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether the table tells of points alone, or of ranges alone; null where it may tell of both. */
    @Nullable
    Subject only() {
        boolean points = roles.values().stream()
                .anyMatch(role -> role.subject() == Subject.POINT && role.aspect() != Aspect.IMPORTANCE);
        boolean ranges = roles.values().stream().anyMatch(role -> role.subject() == Subject.RANGE);
        if (points == ranges) {
            return null;
        }
        return points ? Subject.POINT : Subject.RANGE;
    }
}
