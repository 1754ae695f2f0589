package org.lianbing.trade.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that stand in the headings of outlines. */
final class Words {

    /** All that a heading is made of; what is left over after taking these away is no heading. */
    private static final Pattern HEADING = Pattern.compile("(第?[一二三四五六1-6I]+级|鉴定|考核|范围|职业功能|工作内容|行为领域|领域|模块|单元"
            + "|知识点|技能点|考点|要点|要素|点|代码|编码|编号|代号|序号|名称|内容|标题|比重|权重|占比|比例|百分比|重要程度|重要性|重要度|重要|掌握程度|层次要求|要求"
            + "|认知层次|程度|上级|所属|父级|备注|说明|题型|题量|数量|目录|知识|技能|相关|理论|%|XYZ|X/Y/Z|CODE|NAME|WEIGHT|IMPORTANCE|RANGE|POINT"
            + "|[一二三四五六1-6])+");

    private Words() {}

    /** Text folded for comparing: half-width, upper case, without space and punctuation. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s()\\[\\]【】「」:*、,.;/\\\\·_—-]+", "");
    }

    /** Whether a cell can be part of a heading. */
    static boolean isHeading(String text) {
        String folded = fold(text);
        return folded.isEmpty()
                || folded.length() <= 24 && HEADING.matcher(folded).matches();
    }

    /** Sums and remarks below a table. */
    static boolean isAside(String text) {
        return fold(text).matches("(合计|总计|小计|注|备注|说明).*") || fold(text).matches("第?\\d+页.*");
    }
}
