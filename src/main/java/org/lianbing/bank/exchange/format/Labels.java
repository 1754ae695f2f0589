package org.lianbing.bank.exchange.format;

import java.util.List;

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
 */
public record Labels(
        String id, List<String> path, List<String> tags, String points, String levels, String source, String credit) {

    public static final Labels NONE = new Labels("", List.of(), List.of(), "", "", "", "");

    public Labels {
        path = List.copyOf(path);
        tags = List.copyOf(tags);
    }

    /** Only an id and a category. */
    public static Labels of(String id, List<String> path) {
        return new Labels(id, path, List.of(), "", "", "", "");
    }
}
