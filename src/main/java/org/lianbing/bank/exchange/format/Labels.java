package org.lianbing.bank.exchange.format;

import java.util.List;
import java.util.Objects;

/**
 * What a file says about a question besides its content; each part may be empty. Trade, level and points are proposed
 * from it by name.
 *
 * @param id the file's own name for the question, by which it is known again when a corrected file comes
 * @param path of the category it stands in, outermost first: {@code [电工, 高级工, 安全用电]}
 * @param tags further words
 * @param points as written
 * @param levels as written
 * @param source where it comes from
 * @param credit its author
 * @param permission by what right it may be used
 * @param edition of the source
 */
public record Labels(
        String id,
        List<String> path,
        List<String> tags,
        String points,
        String levels,
        String source,
        String credit,
        String permission,
        String edition) {

    public static final Labels NONE = new Labels("", List.of(), List.of(), "", "", "", "");

    public Labels {
        path = List.copyOf(path);
        tags = List.copyOf(tags);
        // What was read by an earlier version and is still to be taken over says nothing of these.
        permission = Objects.requireNonNullElse(permission, "");
        edition = Objects.requireNonNullElse(edition, "");
    }

    /** Without permission and edition, which few formats know. */
    public Labels(
            String id,
            List<String> path,
            List<String> tags,
            String points,
            String levels,
            String source,
            String credit) {
        this(id, path, tags, points, levels, source, credit, "", "");
    }

    /** Only an id and a category. */
    public static Labels of(String id, List<String> path) {
        return new Labels(id, path, List.of(), "", "", "", "");
    }
}
