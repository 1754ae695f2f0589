package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.competition.Availability;
import org.lianbing.paper.Blueprint;

/** The third step: how many items of each type, with what the bank has of it beside each. */
class PaperStep extends Step {

    private final transient List<PaperRow> rows = new ArrayList<>();
    /** For the whole paper at once; seen only by who may draw from some sealed set. */
    private final SourceSelect whole = new SourceSelect();

    private transient @Nullable Availability availability;

    PaperStep(Runnable changed) {
        super(3, "paper");
        Div table = new Div();
        table.addClassName("paper-table");
        for (ItemType type : ItemType.values()) {
            if (type.scoredByMachine()) {
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
        add(whole, table);
    }

    void show(List<Blueprint.Section> sections) {
        Map<ItemType, Blueprint.Section> byType =
                sections.stream().collect(Collectors.toMap(Blueprint.Section::type, section -> section));
        rows.forEach(row -> row.show(byType.get(row.type())));
    }

    void showAvailability(Availability now) {
        availability = now;
        whole.offer(now.sealed());
        rows.forEach(row -> row.showAvailability(now));
    }

    void hideAvailability() {
        availability = null;
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
