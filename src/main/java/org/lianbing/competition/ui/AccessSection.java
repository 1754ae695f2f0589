package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Printing;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.ContestAccess;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.RefusedEntry;

/** From where and with what it is sat, and who was not let in: the machine notes, the organizer decides. */
class AccessSection extends Section {

    private static final int MOST_SHOWN = 50;
    private static final int MOST_LINES = 3;

    private final transient AccessActs acts;
    private final transient Words words;
    private final Button change = new Button();
    private final Div asked = new Div();
    private final Paragraph none = new Paragraph();
    private final OrderedList refused = new OrderedList();
    private transient @Nullable AccessRules shownRules;
    private transient List<ContestAccess.Refused> shown = List.of();

    AccessSection(AccessActs acts, Words words) {
        this.acts = acts;
        this.words = words;
        addClassName("contest-access");
        change.setText(getTranslation("competition.access.change"));
        change.addClickListener(click -> new AccessDialog(acts.rules(), this::change).open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.getElement().setAttribute("data-test", "access-change");
        Div head = new Div(new H2(getTranslation("competition.access")), change);
        head.addClassName("card-head");
        asked.addClassName("stack");
        none.setText(getTranslation("competition.access.nobody"));
        none.addClassNames("muted", "small");
        refused.addClassName("time-list");
        add(head, asked, none, refused);
    }

    /**
     * Reads anew; nothing moves while nothing changed.
     *
     * @param settled whether the results are out: then it is only told who was refused
     */
    void show(boolean settled) {
        AccessRules rules = acts.rules();
        change.setVisible(!settled);
        setVisible(!settled || !rules.isEmpty());
        if (!rules.equals(shownRules)) {
            shownRules = rules;
            asked.removeAll();
            showAsked(rules);
        }
        List<ContestAccess.Refused> now = acts.refused();
        none.setVisible(now.isEmpty() && !rules.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            refused.removeAll();
            now.stream().limit(MOST_SHOWN).forEach(one -> refused.add(entry(one)));
        }
    }

    private void showAsked(AccessRules rules) {
        if (rules.isEmpty()) {
            asked.add(muted(getTranslation("competition.access.anywhere")));
            return;
        }
        if (!rules.addresses().isEmpty()) {
            Paragraph ranges = new Paragraph(getTranslation(
                    "competition.access.only-from",
                    String.join(
                            getTranslation("competition.list-comma"),
                            rules.addresses().stream().map(Object::toString).toList())));
            asked.add(ranges);
        }
        if (rules.browser().isRequired()) {
            asked.add(new Paragraph(getTranslation("competition.access.only-safe")));
        }
        if (rules.browser().ownConfig()) {
            asked.add(config());
        }
    }

    private Component config() {
        Anchor file = new Anchor(
                "api/exams/" + acts.exam() + "/safe-browser.seb", getTranslation("competition.access.download"));
        file.getElement().setAttribute("router-ignore", true);
        file.getElement().setAttribute("data-test", "access-seb");
        file.addClassName("contest-act");
        Code key = new Code(acts.ownConfigKey(Printing.site(acts.baseUrl())).hex());
        key.addClassName("access-key");
        Div part = new Div(file, muted(getTranslation("competition.access.key")), key);
        part.addClassName("stack");
        return part;
    }

    private ListItem entry(ContestAccess.Refused one) {
        Span name = new Span(one.name());
        name.addClassName("strong");
        Div head = new Div(name);
        if (one.letIn()) {
            head.add(new Tag(getTranslation("competition.access.is-let-in"), Tone.GOOD));
        }
        Button act = new Button(
                getTranslation(one.letIn() ? "competition.access.take-back" : "competition.access.let-in"),
                click -> decide(one));
        act.addThemeVariants(ButtonVariant.LUMO_SMALL);
        act.getElement().setAttribute("data-test", one.letIn() ? "take-back-let-in" : "let-in");
        act.setAriaLabel(act.getText() + " " + one.name());
        head.add(act);
        head.addClassName("access-head");
        ListItem entry = new ListItem(head);
        one.entries().stream().limit(MOST_LINES).forEach(each -> entry.add(line(each)));
        return entry;
    }

    private Span line(RefusedEntry entry) {
        Span line = new Span(getTranslation(
                "competition.access.refused." + entry.reason(), entry.address(), words.moment(this, entry.lastAt())));
        line.addClassNames("muted", "small");
        return line;
    }

    private void decide(ContestAccess.Refused one) {
        if (one.letIn()) {
            acts.takeBack(one.person());
            Notices.done(getTranslation("competition.access.taken-back", one.name()));
        } else {
            acts.letIn(one.person());
            Notices.done(getTranslation("competition.access.letting-in", one.name()));
        }
        show(false);
    }

    private void change(AccessRules rules) {
        acts.change(rules);
        Notices.done(getTranslation("competition.access.changed"));
        show(false);
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }
}
