package org.lianbing.bank.commission.ui;

import java.time.LocalDate;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionDraft;
import org.lianbing.bank.commission.CommissionState;
import org.lianbing.bank.commission.Progress;
import org.lianbing.base.Level;
import org.lianbing.base.ui.Meter;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trades;

/** A commission in words. */
final class CommissionWords {

    private CommissionWords() {}

    /** 维修电工 · 高级工 */
    static String title(Component reader, CommissionDraft asked, Trades trades) {
        String trade = trades.get(asked.trade()).name(UI.getCurrent().getLocale());
        Level level = asked.level();
        return level == null ? trade : trade + " · " + of(reader, level);
    }

    /** 单选题 10 题 · 判断题 5 题 */
    static String wanted(Component reader, CommissionDraft asked) {
        return asked.wanted().entrySet().stream()
                .map(line ->
                        reader.getTranslation("commission.wanted.line", of(reader, line.getKey()), line.getValue()))
                .collect(Collectors.joining(" · "));
    }

    static String of(Component reader, ItemType type) {
        return reader.getTranslation("exchange.type." + type.code());
    }

    static String of(Component reader, @Nullable Level level) {
        return level == null ? "" : reader.getTranslation("base.level." + level.code());
    }

    /** How it stands in time: what is late is told in red, what is near in the colour of what is due. */
    static Tag standing(Component reader, Commission commission, LocalDate today) {
        if (commission.state() != CommissionState.OPEN) {
            return new Tag(
                    reader.getTranslation("commission.state." + commission.state()),
                    commission.state() == CommissionState.CLOSED ? Tone.GOOD : Tone.PLAIN);
        }
        if (commission.delivered()) {
            return new Tag(reader.getTranslation("commission.delivered"), Tone.GOOD);
        }
        long left = commission.daysLeft(today);
        if (left < 0) {
            return new Tag(reader.getTranslation("commission.overdue", -left), Tone.BAD);
        }
        return left == 0
                ? new Tag(reader.getTranslation("commission.today"), Tone.SPARK)
                : new Tag(reader.getTranslation("commission.days-left", left), left <= 3 ? Tone.SPARK : Tone.PLAIN);
    }

    static String progress(Component reader, Commission commission) {
        Progress progress = commission.progress();
        return reader.getTranslation(
                "commission.progress",
                progress.drafted(),
                progress.inReview(),
                progress.published(),
                commission.asked().total());
    }

    static Meter meter(Component reader, Commission commission) {
        int delivered = commission.progress().delivered();
        int total = commission.asked().total();
        return new Meter(
                (double) delivered / total,
                commission.delivered() ? Tone.GOOD : Tone.BLUE,
                reader.getTranslation("commission.progress.label", delivered, total));
    }
}
