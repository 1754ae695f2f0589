package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.competition.Availability;
import org.lianbing.competition.EarlierContest;
import org.lianbing.competition.LeftOut;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Lack;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.Point;

/** The third step: how many items of each type, with what the bank has of it beside each. */
class PaperStep extends Step {

    private final transient List<PaperRow> rows = new ArrayList<>();
    /** For the whole paper at once; seen only by who may draw from some sealed set. */
    private final SourceSelect whole = new SourceSelect();

    private final PaperRulesFields more;
    private final LeaveOutFields leaveOut;
    private final LackList lacks = new LackList();

    private transient @Nullable Availability availability;

    PaperStep(List<EarlierContest> earlier, ZoneId zone, Runnable changed) {
        super(3, "paper");
        more = new PaperRulesFields(changed);
        leaveOut = new LeaveOutFields(earlier, zone, changed);
        Div table = new Div();
        table.addClassName("paper-table");
        for (ItemType type : ItemType.values()) {
            if (type.answeredOnScreen()) {
                PaperRow row = new PaperRow(type, changed);
                rows.add(row);
                table.add(row);
            }
        }
        whole.setLabel(getTranslation("competition.paper.source.all"));
        whole.setHelperText(getTranslation("competition.paper.source.help"));
        whole.getElement().setAttribute("data-test", "source-all");
        whole.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                rows.forEach(row -> row.choose(whole.chosen()));
                changed.run();
            }
        });
        NativeDetails details = new NativeDetails(getTranslation("competition.paper.more"), new Div(more, leaveOut));
        details.addClassName("paper-more");
        details.getElement().setAttribute("data-test", "paper-more");
        add(whole, table, lacks, details);
    }

    void show(List<Blueprint.Section> sections, PaperRules rules, LeftOut leftOut) {
        more.show(rules);
        leaveOut.show(leftOut);
        Map<ItemType, Blueprint.Section> byType =
                sections.stream().collect(Collectors.toMap(Blueprint.Section::type, section -> section));
        rows.forEach(row -> row.show(byType.get(row.type())));
    }

    void showAvailability(Availability now) {
        availability = now;
        whole.offer(now.sealed());
        rows.forEach(row -> row.showAvailability(now));
    }

    /** The points that may be demanded. */
    void showPoints(List<Point> points) {
        more.offer(points);
    }

    /** What the bank is short of. */
    void showLacks(List<Lack> cells) {
        lacks.show(cells);
    }

    /** The levels that can have a share, the paper's own first. */
    void showLevels(List<Level> levels) {
        more.offerLevels(levels);
    }

    /** The rules as far as they can be kept. */
    PaperRules readRules() {
        return more.readable();
    }

    PaperRules rules() {
        return more.rules();
    }

    LeftOut leftOut() {
        return leaveOut.leftOut();
    }

    /** What is to be left out as far as it can be read; says what cannot. */
    LeftOut readLeftOut(Function<Set<String>, Set<String>> unknown) {
        LeftOut wish = leaveOut.readable();
        leaveOut.showUnknown(unknown.apply(wish.codes()));
        return wish;
    }

    void hideAvailability() {
        availability = null;
        lacks.show(List.of());
        rows.forEach(PaperRow::hideAvailability);
    }

    List<Blueprint.Section> sections() {
        return rows.stream().flatMap(row -> row.section().stream()).toList();
    }

    int items() {
        return sections().stream().mapToInt(Blueprint.Section::count).sum();
    }

    BigDecimal maxScore() {
        return sections().stream()
                .map(section -> section.pointsEach().multiply(BigDecimal.valueOf(section.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many items the bank is short of; 0 while no trade is chosen. */
    int missing() {
        Availability known = availability;
        return known == null ? 0 : sections().stream().mapToInt(known::missing).sum();
    }
}
