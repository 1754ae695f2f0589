package org.lianbing.exam;

import java.util.UUID;

import org.lianbing.base.Problem;

/**
 * What stands on an answer sheet of paper, as {@code 7Q2MK9XD-003-00012-F}: eight signs of the exam, the form, the seat
 * (on a spare sheet an S and its number), and a sign that shows misreadings. A page behind a slash may follow.
 *
 * @param exam the eight signs
 * @param form which form of the exam, from 1
 * @param isSpare whether it is a spare sheet
 * @param number the seat on the roster, from 1; of a spare sheet its own number
 */
public record SheetCode(String exam, int form, boolean isSpare, int number) {

    /** Without I, L, O and U, which are taken for others. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SIGNS_OF_EXAM = 8;
    private static final int BITS = 5;
    private static final int MASK = 31;
    private static final int PARTS = 4;

    /** A prime, so that a wrong sign and two that changed places are both seen. */
    private static final int CHECK = 31;

    private static final int STEP = 7;

    /** The code of a sheet. */
    public static SheetCode of(ExamId exam, int form, int seat) {
        return new SheetCode(signs(exam), form, false, seat);
    }

    /** The code of a spare sheet. */
    public static SheetCode spare(ExamId exam, int form, int number) {
        return new SheetCode(signs(exam), form, true, number);
    }

    /**
     * Reads a code as a scanner or a person gives it.
     *
     * @throws Problem invalid, where it is none or was misread
     */
    public static SheetCode parse(String text) {
        String plain = text.strip().toUpperCase(java.util.Locale.ROOT);
        int slash = plain.indexOf('/');
        String[] parts = (slash < 0 ? plain : plain.substring(0, slash)).split("-", -1);
        if (parts.length != PARTS
                || parts[0].length() != SIGNS_OF_EXAM
                || !parts[1].matches("\\d{3,5}")
                || !parts[2].matches("\\d{5,6}|S\\d{4}")) {
            throw Problem.invalid("exam.print.code").with("field", "code");
        }
        boolean spare = parts[2].startsWith("S");
        SheetCode code = new SheetCode(
                parts[0],
                Integer.parseInt(parts[1]),
                spare,
                Integer.parseInt(spare ? parts[2].substring(1) : parts[2]));
        if (!code.check().equals(parts[3])) {
            throw Problem.invalid("exam.print.code").with("field", "code");
        }
        return code;
    }

    /** Whether it is of this exam. */
    public boolean isOf(ExamId id) {
        return exam.equals(signs(id));
    }

    /** The random end of the id. */
    private static String signs(ExamId id) {
        UUID value = id.value();
        long bits = value.getLeastSignificantBits();
        StringBuilder signs = new StringBuilder();
        for (int place = 0; place < SIGNS_OF_EXAM; place++) {
            signs.append(SIGNS.charAt((int) (bits & MASK)));
            bits >>>= BITS;
        }
        return signs.toString();
    }

    private String stem() {
        return (isSpare ? "%s-%03d-S%04d" : "%s-%03d-%05d").formatted(exam, form, number);
    }

    private String check() {
        int sum = 0;
        for (char sign : stem().toCharArray()) {
            sum = (sum * STEP + Math.max(0, SIGNS.indexOf(sign))) % CHECK;
        }
        return String.valueOf(SIGNS.charAt(sum));
    }

    @Override
    public String toString() {
        return stem() + "-" + check();
    }
}
