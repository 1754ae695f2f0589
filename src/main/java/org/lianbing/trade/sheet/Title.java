package org.lianbing.trade.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;
import org.lianbing.trade.editing.OutlineDraft.OutlineNote;
import org.lianbing.trade.editing.OutlineHead;

/**
 * What stands above a table and on the tab: whose outline it is.
 *
 * @param trade the trade that is named, if it is one of ours
 * @param level the level that is named
 * @param name the title itself
 * @param edition the year that is named, or empty
 * @param foundations the foundations that are named, as {@code name weight}
 */
record Title(@Nullable Trade trade, @Nullable Level level, String name, String edition, List<Part> foundations) {

    /** A foundation as it is named. */
    record Part(String name, String weight) {}

    private static final Pattern LEVEL = Pattern.compile("学徒工|初级工?|中级工?|高级技师|特级技师|首席技师|高级工?|技师|[一二三四五]级");
    private static final Pattern TRADE = Pattern.compile("(?:职业|工种)(?:[（(]工种[）)])?(?:名称)?\\s*[:：]\\s*([^\\s:：；;，,]+)");
    private static final Pattern NAMED_LEVEL = Pattern.compile("(?:等级|级别)\\s*[:：]\\s*([^\\s:：；;，,]+)");
    private static final Pattern EDITION =
            Pattern.compile("版本\\s*[:：]\\s*([^\\s:：；;，,]{1,40})|((?:19|20)\\d\\d)\\s*年?\\s*版?");
    private static final Pattern FOUNDATIONS = Pattern.compile("共用基础\\s*[:：]\\s*(.+)");
    private static final Pattern FOUNDATION =
            Pattern.compile("([^\\d；;、，,]+?)\\s*(\\d+(?:\\.\\d+)?)\\s*[%％]?\\s*(?:[；;、，,]|$)");

    static Title of(String tab, List<String> above, List<Trade> trades) {
        List<String> all = new ArrayList<>(above);
        all.add(tab);
        Trade trade = null;
        Level level = null;
        String edition = "";
        List<Part> foundations = new ArrayList<>();
        for (String text : all) {
            Matcher named = FOUNDATIONS.matcher(text);
            if (named.find()) {
                foundations.addAll(parts(named.group(1)));
                continue;
            }
            trade = trade == null ? trade(text, trades).orElse(null) : trade;
            level = level == null ? level(text).orElse(null) : level;
            edition = edition.isEmpty() ? edition(text) : edition;
        }
        String name = above.stream()
                .filter(text -> text.matches(".*(细目表|考核要素|鉴定要素|大纲).*"))
                .findFirst()
                .orElse("");
        return new Title(trade, level, name, edition, foundations);
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = FOUNDATION.matcher(text);
        while (part.find()) {
            parts.add(new Part(part.group(1).strip(), part.group(2)));
        }
        return parts;
    }

    /** The trade that is called by name; else the one whose longest name or alias stands in the text. */
    private static Optional<Trade> trade(String text, List<Trade> trades) {
        Matcher named = TRADE.matcher(text);
        if (named.find()) {
            String wanted = named.group(1).replaceAll("[（(].*", "");
            Optional<Trade> found = trades.stream()
                    .filter(trade -> names(trade).contains(wanted))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        record Hit(Trade trade, int length) {}
        return trades.stream()
                .flatMap(trade -> names(trade).stream()
                        .filter(name -> name.length() > 1 && text.contains(name))
                        .map(name -> new Hit(trade, name.length())))
                .max(Comparator.comparingInt(Hit::length))
                .map(Hit::trade);
    }

    private static List<String> names(Trade trade) {
        List<String> names = new ArrayList<>(trade.aliases());
        names.add(trade.name());
        names.add(trade.code());
        return names;
    }

    private static Optional<Level> level(String text) {
        Matcher named = NAMED_LEVEL.matcher(text);
        if (named.find()) {
            Optional<Level> found = Level.find(named.group(1)).or(() -> bare(named.group(1)));
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher found = LEVEL.matcher(text.replaceAll("范围[一二三四]级|[一二三四]级范围", ""));
        return found.find() ? Level.find(found.group()).or(() -> bare(found.group())) : Optional.empty();
    }

    private static Optional<Level> bare(String text) {
        return Level.find(text + "工");
    }

    private static String edition(String text) {
        Matcher found = EDITION.matcher(text);
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** As the head of a draft; foundations that we do not know become notes. */
    OutlineHead head(List<Trade> trades, List<OutlineNote> notes) {
        List<DraftInclusion> inclusions = new ArrayList<>();
        for (Part part : foundations) {
            trades.stream()
                    .filter(one ->
                            one.kind() == TradeKind.FOUNDATION && names(one).contains(part.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> inclusions.add(new DraftInclusion(one.id(), new BigDecimal(part.weight()))),
                            () -> notes.add(new OutlineNote("trade.outline.note.foundation", part.name())));
        }
        return new OutlineHead(trade == null ? null : trade.id(), level, name, edition, inclusions);
    }
}
