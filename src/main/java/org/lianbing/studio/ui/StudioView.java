package org.lianbing.studio.ui;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Prose;
import org.lianbing.base.ui.Section;
import org.lianbing.course.ui.CourseNavigation;
import org.lianbing.studio.Studio;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioMember;
import org.lianbing.studio.StudioPage;
import org.lianbing.studio.Studios;
import org.lianbing.trade.Trades;

/** One studio: who leads it, what it works on, who named it and when, who belongs to it, what it teaches. */
@Route("studios/:studio")
@PermitAll
class StudioView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Studios studios;
    private final transient Trades trades;
    private final transient CurrentActor current;
    private String title = "";

    StudioView(Studios studios, Trades trades, CurrentActor current) {
        this.studios = studios;
        this.trades = trades;
        this.current = current;
        addClassNames("page", "narrow", "studio");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StudioId id = StudioId.of(event.getRouteParameters().get("studio").orElse(""));
        show(studios.get(current.require(), id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(StudioPage page) {
        Studio studio = page.card().studio();
        title = studio.name();
        removeAll();
        PageHeader header = new PageHeader(page.card().unitName(), title);
        if (page.mayEdit()) {
            header.setActions(new Button(
                    getTranslation("studio.edit"),
                    click -> getUI().ifPresent(ui -> ui.navigate(
                            StudioEditView.class,
                            new RouteParameters("studio", studio.id().toString())))));
        }
        add(header, facts(page));
        if (!page.introduction().isBlank()) {
            add(new Section(getTranslation("studio.introduction"), new Prose(page.introduction(), "prose")));
        }
        if (!page.courses().isEmpty()) {
            Div cards = new Div();
            cards.addClassName("stack");
            page.courses().forEach(course -> cards.add(CourseNavigation.card(course)));
            add(cards);
        }
        if (!page.members().isEmpty()) {
            add(members(page));
        }
    }

    private Component facts(StudioPage page) {
        Studio studio = page.card().studio();
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(studio.namedOn());
        Div facts = new Div();
        facts.addClassName("studio-facts");
        fact(facts, "studio.host.label", page.card().hostName());
        fact(facts, "studio.field.label", studio.words().field());
        fact(facts, "studio.trade.label", trades.get(studio.trade()).name(getLocale()));
        fact(
                facts,
                "studio.named.label",
                getTranslation("studio.named.on", getTranslation("studio.level." + studio.level()), date));
        studio.words()
                .honours()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> fact(facts, "studio.honours", line.strip()));
        return new Section(facts);
    }

    private void fact(Div facts, String key, String value) {
        Span label = new Span(getTranslation(key));
        label.addClassName("muted");
        facts.add(new Paragraph(label, new Span(value)));
    }

    private Component members(StudioPage page) {
        UnorderedList list = new UnorderedList();
        list.addClassName("members");
        for (StudioMember member : page.members()) {
            Span role = new Span(member.role());
            role.addClassNames("muted", "small");
            list.add(new ListItem(new Span(member.name()), role));
        }
        return new Section(
                getTranslation("studio.members.label"),
                getTranslation("studio.members", page.members().size()),
                list);
    }
}
