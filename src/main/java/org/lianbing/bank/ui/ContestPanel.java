package org.lianbing.bank.ui;

import java.util.Set;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.People;
import org.lianbing.bank.ContestPages;
import org.lianbing.bank.DrawingContest;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Section;

/** The contest of a sealed set: which it is, who may choose it, and what becomes of the items afterwards. */
class ContestPanel extends Div {

    ContestPanel(
            SealedContests contests,
            GrantedPeople granted,
            People people,
            Actor actor,
            SealedSet set,
            ContestPages pages,
            Runnable changed) {
        addClassName("stack");
        Paragraph standing = new Paragraph(standing(set));
        standing.addClassNames("muted", "small");
        Section contest = new Section(getTranslation("bankui.sealed.contest"), standing);
        DrawingContest drawing = set.contest();
        if (drawing != null && set.sealed()) {
            Div ways = new Div(
                    new Anchor(pages.papers(drawing), getTranslation("bankui.sealed.contest.papers")),
                    new Anchor(pages.corrections(drawing), getTranslation("bankui.sealed.contest.corrections")));
            ways.addClassName("sealed-ways");
            contest.add(ways);
        }
        add(contest);
        if (!set.sealed()) {
            return;
        }
        RadioButtonGroup<Secrecy> after = new RadioButtonGroup<>(getTranslation("bankui.sealed.after"));
        after.setItems(Secrecy.OPEN, Secrecy.RESERVED);
        after.setItemLabelGenerator(secrecy -> Words.of(this, secrecy));
        after.setValue(set.afterContest());
        after.setHelperText(getTranslation("bankui.sealed.after.help"));
        after.addValueChangeListener(chosen -> contests.decideAfter(actor, set.id(), chosen.getValue()));
        contest.add(after);
        add(new PeoplePanel(
                "organizers",
                people.names(set.organizers()).values(),
                granted.holdingOneOf(Set.of(Role.ORGANIZER)),
                true,
                organizer -> {
                    contests.permit(actor, set.id(), organizer);
                    changed.run();
                },
                organizer -> {
                    contests.forbid(actor, set.id(), organizer);
                    changed.run();
                }));
    }

    private String standing(SealedSet set) {
        DrawingContest contest = set.contest();
        if (contest == null) {
            return getTranslation("bankui.sealed.contest.none");
        }
        return getTranslation(
                set.sealed() ? "bankui.sealed.contest.taken" : "bankui.sealed.contest.done", contest.title());
    }
}
