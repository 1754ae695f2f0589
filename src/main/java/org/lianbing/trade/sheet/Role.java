package org.lianbing.trade.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column is for.
 *
 * @param subject what it tells of
 * @param depth which range, from 1; 0 where the heading does not say
 * @param aspect what it tells
 */
record Role(Subject subject, int depth, Aspect aspect) {

    /** A range, a point, or a line that may be either. */
    enum Subject {
        RANGE,
        POINT,
        LINE,
        PARENT
    }

    /** What a column tells of its subject. */
    enum Aspect {
        CODE,
        NAME,
        WEIGHT,
        IMPORTANCE
    }

    private static final String DIGITS = "一二三四五六";
    private static final Pattern DEPTH =
            Pattern.compile("第?(?:([一二三四五六])|([1-6])|(I{1,3}))级|(?:范围|领域|目录)(?:([一二三四五六])|([1-6]))");
    private static final Pattern IGNORED = Pattern.compile(".*(备注|说明|题型|题量|数量).*|序号");

    /** The role that a heading names; empty for columns that say nothing of an outline. */
    static Optional<Role> of(String heading) {
        String text = Words.fold(heading);
        if (text.isEmpty() || IGNORED.matcher(text).matches()) {
            return Optional.empty();
        }
        Aspect aspect = aspect(text);
        if (text.matches(".*(上级|所属|父级).*")) {
            return Optional.of(new Role(Subject.PARENT, 0, aspect));
        }
        if (aspect == Aspect.IMPORTANCE) {
            return Optional.of(new Role(Subject.POINT, 0, aspect));
        }
        int depth = depth(text);
        if (depth > 0 || text.matches(".*(范围|领域|职业功能|工作内容|模块|单元|RANGE).*")) {
            return Optional.of(new Role(Subject.RANGE, depth, aspect));
        }
        if (text.matches(".*(鉴定点|考核点|知识点|技能点|考点|要点|要素|POINT|相关知识|技能要求).*")) {
            return Optional.of(new Role(Subject.POINT, 0, aspect));
        }
        return text.matches("(鉴定|考核)?(代码|编码|编号|代号|名称|内容|标题|比重|权重|占比|比例|百分比|%|鉴定内容|CODE|NAME|WEIGHT)+%?")
                ? Optional.of(new Role(Subject.LINE, 0, aspect))
                : Optional.empty();
    }

    private static Aspect aspect(String text) {
        if (text.matches(".*(重要|掌握程度|层次|程度|IMPORTANCE|XYZ).*")) {
            return Aspect.IMPORTANCE;
        }
        if (text.matches(".*(比重|权重|占比|比例|百分比|%|WEIGHT).*")) {
            return Aspect.WEIGHT;
        }
        return text.matches(".*(代码|编码|编号|代号|CODE).*") ? Aspect.CODE : Aspect.NAME;
    }

    private static int depth(String text) {
        Matcher found = DEPTH.matcher(text);
        if (!found.find()) {
            return 0;
        }
        for (int group = 1; group <= found.groupCount(); group++) {
            String digit = found.group(group);
            if (digit != null) {
                return digit.startsWith("I")
                        ? digit.length()
                        : DIGITS.contains(digit) ? DIGITS.indexOf(digit) + 1 : Integer.parseInt(digit);
            }
        }
        return 0;
    }
}
