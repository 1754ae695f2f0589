package org.lianbing.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.studio.StudioCard;
import org.lianbing.studio.Studios;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

/** The studios of the city, each a card. */
@Route("studios")
@Menu(title = "studio.menu", icon = "studio", order = 5)
@PermitAll
class StudiosView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 12;

    private final transient Studios studios;
    private final transient Trades trades;
    private final TradeFilter trade = new TradeFilter(this::restart);
    private final Div cards = new Div();
    private final Button more = new Button();
    private int shown;

    StudiosView(Studios studios, Trades trades, CurrentActor current) {
        this.studios = studios;
        this.trades = trades;
        addClassNames("page", "studios");
        cards.addClassName("card-grid");
        more.setText(getTranslation("studio.more"));
        more.addClickListener(click -> showMore());
        PageHeader header = new PageHeader(getTranslation("studio.heading"));
        if (!studios.lookedAfter(current.require()).isEmpty()) {
            Button found = new Button(
                    getTranslation("studio.found"),
                    click -> getUI().ifPresent(ui -> ui.navigate(StudioFoundView.class)));
            found.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.setActions(found);
        }
        add(header, trade, cards, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trade.offer(trades.among(studios.trades()), event);
        restart();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("studio.menu");
    }

    private void restart() {
        shown = 0;
        cards.removeAll();
        trade.tell("studios");
        showMore();
    }

    private void showMore() {
        Paged<StudioCard> found = studios.all(trade.chosen(), new PageOf(shown, PAGE));
        found.rows().forEach(studio -> cards.add(card(studio)));
        shown += found.rows().size();
        more.setVisible(shown < found.total());
        if (shown == 0) {
            cards.add(new EmptyState(
                    "studio", getTranslation("studio.empty.title"), getTranslation("studio.empty.hint")));
        }
    }

    private Component card(StudioCard found) {
        Anchor name = new Anchor(
                StudioNavigation.studio(found.studio().id()), found.studio().name());
        name.setRouterIgnore(false);
        name.addClassName("cover");
        Paragraph host = new Paragraph(getTranslation("studio.host", found.hostName()) + " · " + found.unitName());
        host.addClassNames("muted", "small");
        Div foot = new Div(
                new Tag(
                        getTranslation(
                                "studio.named",
                                getTranslation("studio.level." + found.studio().level()),
                                String.valueOf(found.studio().namedOn().getYear())),
                        Tone.SPARK),
                new Tag(getTranslation("studio.members", found.studio().members()), Tone.PLAIN));
        foot.addClassNames("row", "wrap", "card-foot");
        Div card =
                new Div(new H2(name), host, new Paragraph(found.studio().words().field()), foot);
        card.addClassNames("card", "course-card");
        return card;
    }
}
