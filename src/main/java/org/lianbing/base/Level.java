package org.lianbing.base;

import java.util.Arrays;
import java.util.Optional;

/**
 * The eight skill levels (新八级工), low to high. The old numbers run backwards (五级 is the lowest of the five), so
 * compare {@link #rank()}, never a digit in a name.
 */
public enum Level {
    APPRENTICE("apprentice", "学徒工"),
    JUNIOR("junior", "初级工", "五级"),
    INTERMEDIATE("intermediate", "中级工", "四级"),
    SENIOR("senior", "高级工", "三级"),
    TECHNICIAN("technician", "技师", "二级"),
    SENIOR_TECHNICIAN("senior-technician", "高级技师", "一级"),
    SPECIAL_TECHNICIAN("special-technician", "特级技师"),
    CHIEF_TECHNICIAN("chief-technician", "首席技师");

    private final String code;
    private final String[] names;

    Level(String code, String... names) {
        this.code = code;
        this.names = names;
    }

    /** The name in files and in the API, such as {@code senior}. */
    public String code() {
        return code;
    }

    /** 1 for the lowest to 8 for the highest. */
    public int rank() {
        return ordinal() + 1;
    }

    /** Finds a level by its code or by one of the names people write: 高级工, 三级, 高级工（三级）. */
    public static Optional<Level> find(String text) {
        String wanted = text.strip();
        return Arrays.stream(values()).filter(level -> level.isCalled(wanted)).findFirst();
    }

    private boolean isCalled(String wanted) {
        if (code.equalsIgnoreCase(wanted) || name().equalsIgnoreCase(wanted)) {
            return true;
        }
        String bare =
                wanted.replaceAll("[（(].*[)）]$", "").replaceAll("[/／].*$", "").strip();
        return Arrays.asList(names).contains(bare);
    }
}
