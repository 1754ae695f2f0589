package org.lianbing.competition.ui;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.base.Problem;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.EarlierContest;
import org.lianbing.competition.LeftOut;

/** What the paper is not to hold: items by their codes, and what stood in earlier contests. */
class LeaveOutFields extends Div {

    /** What stands between two codes in whatever list they are copied from. */
    private static final String BETWEEN = "[\\s,，、;；]+";

    private final TextArea codes = new TextArea();
    private final MultiSelectComboBox<CompetitionId> contests = new MultiSelectComboBox<>();
    private final transient Map<CompetitionId, EarlierContest> earlier = new HashMap<>();
    private final transient ZoneId zone;

    LeaveOutFields(List<EarlierContest> offered, ZoneId zone, Runnable changed) {
        this.zone = zone;
        addClassName("stack");
        offered.forEach(one -> earlier.put(one.id(), one));
        contests.setLabel(getTranslation("competition.leave-out.contests.label"));
        contests.setHelperText(getTranslation("competition.leave-out.contests.help"));
        contests.setItemLabelGenerator(this::label);
        contests.setItems(offered.stream().map(EarlierContest::id).toList());
        contests.setWidthFull();
        contests.getElement().setAttribute("data-test", "leave-out-contests");
        codes.setLabel(getTranslation("competition.leave-out.codes.label"));
        codes.setHelperText(getTranslation("competition.leave-out.codes.help"));
        codes.setValueChangeMode(ValueChangeMode.ON_BLUR);
        codes.setWidthFull();
        codes.getElement().setAttribute("data-test", "leave-out-codes");
        add(contests, codes);
        contests.addValueChangeListener(change -> changedBy(change.isFromClient(), changed));
        codes.addValueChangeListener(change -> changedBy(change.isFromClient(), changed));
    }

    private static void changedBy(boolean person, Runnable changed) {
        if (person) {
            changed.run();
        }
    }

    /** 2025 电工技能竞赛（2025-11-02）; of one out of reach nothing is known. */
    private String label(CompetitionId id) {
        EarlierContest one = earlier.get(id);
        return one == null
                ? getTranslation("competition.leave-out.elsewhere")
                : getTranslation(
                        "competition.leave-out.contest",
                        one.name(),
                        one.opensAt().atZone(zone).toLocalDate().toString());
    }

    void show(LeftOut leftOut) {
        codes.setValue(String.join("\n", new TreeSet<>(leftOut.codes())));
        Set<CompetitionId> elsewhere = new HashSet<>(leftOut.contests());
        elsewhere.removeAll(earlier.keySet());
        if (!elsewhere.isEmpty()) {
            List<CompetitionId> all =
                    new ArrayList<>(contests.getListDataView().getItems().toList());
            all.addAll(elsewhere);
            contests.setItems(all);
        }
        contests.setValue(leftOut.contests());
    }

    /** Says which codes no item answers to. */
    void showUnknown(Set<String> unknown) {
        if (!unknown.isEmpty()) {
            refuse(getTranslation("competition.leave-out.unknown", String.join(", ", unknown)));
        }
    }

    private void refuse(String why) {
        codes.setErrorMessage(why);
        codes.setInvalid(true);
    }

    /** What is filled in as far as it can be read, for the numbers beside it. */
    LeftOut readable() {
        codes.setInvalid(false);
        try {
            return leftOut();
        } catch (Problem tooMuch) {
            refuse(getTranslation(tooMuch.code(), tooMuch.arguments()));
            return LeftOut.NONE;
        }
    }

    LeftOut leftOut() {
        return new LeftOut(
                Arrays.stream(codes.getValue().split(BETWEEN)).collect(Collectors.toSet()), contests.getValue());
    }
}
