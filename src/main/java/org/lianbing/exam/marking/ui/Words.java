package org.lianbing.exam.marking.ui;

import java.math.BigDecimal;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import org.lianbing.exam.marking.Question;

/** How points and questions are said. */
final class Words {

    private Words() {}

    /** Without zeros that say nothing: 6.5, 10. */
    static String points(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    /** A mean, with one place; a dash for none. */
    static String mean(@Nullable Double mean) {
        return mean == null ? "—" : String.format(Locale.ROOT, "%.1f", mean);
    }

    /** 第 1 题 · 简答 · 10 分. */
    static String name(Component reader, Question question) {
        return reader.getTranslation(
                "marking.question",
                question.number(),
                reader.getTranslation("exchange.type." + question.type().code()),
                points(question.worth()));
    }

    /** The words of a stem, for a list. */
    static String plain(String html) {
        return Jsoup.parse(html).text();
    }
}
