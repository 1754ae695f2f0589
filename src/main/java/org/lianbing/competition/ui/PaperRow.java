package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.ui.DecimalField;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Availability;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.paper.Blueprint;

/** One type of items in the paper: how many, what each counts, from where, and whether there are enough. */
class PaperRow extends Div {

    private final transient ItemType type;
    private final IntegerField count = new IntegerField();
    private final DecimalField points = new DecimalField();
    private final Select<PartialCredit> credit = new Select<>();
    private final SourceSelect source = new SourceSelect();

    /** How many come from the sealed set; nothing for all. */
    private final IntegerField fromSet = new IntegerField();

    private final Span state = new Span();

    PaperRow(ItemType type, Runnable changed) {
        this.type = type;
        addClassNames("paper-row", "idle");
        String name = getTranslation("paper.section." + type.code());
        count.setMin(0);
        count.setMax(CompetitionDraft.MOST_ITEMS);
        count.setStepButtonsVisible(true);
        count.setValueChangeMode(ValueChangeMode.LAZY);
        count.setAriaLabel(name + " " + getTranslation("competition.paper.count"));
        count.setSuffixComponent(new Span(getTranslation("competition.paper.items")));
        count.getElement().setAttribute("data-test", "count-" + type.code());
        count.addValueChangeListener(change -> {
            setClassName("idle", wanted() == 0);
            changed.run();
        });
        points.show(BigDecimal.ONE);
        points.setAriaLabel(name + " " + getTranslation("competition.paper.points"));
        points.setSuffixComponent(new Span(getTranslation("competition.paper.each")));
        points.addValueChangeListener(change -> changed.run());
        Span label = new Span(name);
        label.addClassName("strong");
        label.addClassName("wide");
        state.addClassName("wide");
        add(label, count, points, state);
        if (PartialCredit.isChoiceFor(type)) {
            add(credit(name, changed));
        }
        source.setAriaLabel(name + " " + getTranslation("competition.paper.source"));
        source.getElement().setAttribute("data-test", "source-" + type.code());
        source.addValueChangeListener(change -> {
            fromSet.setVisible(change.getValue() != null);
            changed.run();
        });
        fromSet.setMin(1);
        fromSet.setMax(CompetitionDraft.MOST_ITEMS);
        fromSet.setVisible(false);
        fromSet.addClassName("source");
        fromSet.setStepButtonsVisible(true);
        fromSet.setValueChangeMode(ValueChangeMode.LAZY);
        fromSet.setAriaLabel(name + " " + getTranslation("competition.paper.from-set"));
        fromSet.setPlaceholder(getTranslation("competition.paper.from-set.all"));
        fromSet.setHelperText(getTranslation("competition.paper.from-set"));
        fromSet.getElement().setAttribute("data-test", "from-set-" + type.code());
        fromSet.addValueChangeListener(change -> changed.run());
        add(source, fromSet);
    }

    /** The rule for responses that are right in part; nothing chosen leaves it to each item. */
    private Select<PartialCredit> credit(String name, Runnable changed) {
        credit.setItems(PartialCredit.values());
        credit.setEmptySelectionAllowed(true);
        credit.setItemLabelGenerator(
                rule -> getTranslation(rule == null ? "competition.paper.credit.own" : "bank.credit." + rule.code()));
        credit.setEmptySelectionCaption(getTranslation("competition.paper.credit.own"));
        credit.setPlaceholder(getTranslation("competition.paper.credit.own"));
        credit.setAriaLabel(name + " " + getTranslation("competition.paper.credit"));
        credit.addClassName("credit");
        credit.getElement().setAttribute("data-test", "credit-" + type.code());
        credit.addValueChangeListener(change -> changed.run());
        return credit;
    }

    ItemType type() {
        return type;
    }

    private int wanted() {
        return Objects.requireNonNullElse(count.getValue(), 0);
    }

    void show(Blueprint.@Nullable Section section) {
        count.setValue(section == null ? null : section.count());
        points.show(section == null ? BigDecimal.ONE : section.pointsEach());
        credit.setValue(section == null ? null : section.credit());
        source.choose(section == null ? null : section.sealedSet());
        fromSet.setVisible(source.chosen() != null);
        fromSet.setValue(
                section == null || section.sealedSet() == null || section.bankCount() == 0
                        ? null
                        : section.sealedCount());
    }

    /** The section as it stands; empty for none of this type. */
    Optional<Blueprint.Section> section() {
        int wanted = wanted();
        return wanted == 0
                ? Optional.empty()
                : Optional.of(new Blueprint.Section(
                        type,
                        wanted,
                        points.number().orElse(BigDecimal.ZERO),
                        credit.getValue(),
                        source.chosen(),
                        sealedCount(wanted)));
    }

    /** All, where nothing else was said; never more than the section has. */
    private int sealedCount(int wanted) {
        Integer some = fromSet.getValue();
        if (source.chosen() == null) {
            return 0;
        }
        return some == null ? wanted : Math.clamp(some, 1, wanted);
    }

    /** Where the items come from; null for the bank. */
    void choose(@Nullable SealedSetId set) {
        source.choose(set);
    }

    void showAvailability(Availability now) {
        source.offer(now.sealed());
        int wanted = wanted();
        int sealed = sealedCount(wanted);
        state.removeAll();
        if (source.chosen() != null) {
            showAvailability("competition.paper.sealed.", sealed, now.of(type, source.chosen()));
        }
        if (source.chosen() == null || wanted > sealed) {
            showAvailability("competition.paper.", wanted - sealed, now.of(type, null));
        }
    }

    private void showAvailability(String from, int wanted, int there) {
        if (wanted > there) {
            state.add(new Tag(getTranslation(from + "short", wanted - there, there), Tone.BAD));
        } else if (wanted > 0) {
            state.add(new Tag(getTranslation(from + "enough", there), Tone.GOOD));
        } else {
            state.add(new Tag(getTranslation(from + "there", there), Tone.PLAIN));
        }
    }

    void hideAvailability() {
        state.removeAll();
    }
}
