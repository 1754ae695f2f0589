package org.lianbing.practice.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.call.ui.ReportDialog;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.Drills;
import org.lianbing.practice.MetReports;
import org.lianbing.practice.Mistake;
import org.lianbing.practice.MistakeBook;
import org.lianbing.practice.Sitting;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

/** The mistake book: what went wrong, by trade and point, and doing it again. */
@Route("practice/mistakes")
@RolesAllowed("WORKER")
class MistakesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ONE_DRILL = 20;

    /** What stands on one page; the book of a diligent worker is longer, and the drill brings the oldest first. */
    private static final int SHOWN = 60;

    private final transient MistakeBook book;
    private final transient Drills drills;
    private final transient MetReports reports;
    private final transient Trades trades;
    private final transient Actor actor;
    private final TradeFilter trade = new TradeFilter(this::show);

    MistakesView(MistakeBook book, Drills drills, MetReports reports, Trades trades, CurrentActor current) {
        this.book = book;
        this.drills = drills;
        this.reports = reports;
        this.trades = trades;
        this.actor = current.require();
        addClassNames("page", "narrow", "practice");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trade.offer(trades.among(book.counts(actor).keySet()), event);
        show();
    }

    /** The book, of the trade that is chosen or whole. */
    private void show() {
        List<Mistake> open = book.open(actor, trade.chosen());
        removeAll();
        trade.tell("practice/mistakes");
        if (open.isEmpty()) {
            add(new PageHeader(getTranslation("practice.mistakes.heading")), nothing());
            return;
        }
        add(
                new PageHeader(
                        getTranslation("practice.mistakes.rule"),
                        getTranslation("practice.mistakes.heading.count", open.size())),
                trade,
                again(trade.chosen(), open.size(), ButtonVariant.LUMO_PRIMARY));
        Map<TradeId, List<Mistake>> byTrade = open.stream()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(Mistake::trade, LinkedHashMap::new, Collectors.toList()));
        byTrade.forEach((of, mistakes) -> add(ofTrade(of, mistakes, byTrade.size() > 1)));
        if (open.size() > SHOWN) {
            add(new Paragraph(getTranslation("practice.mistakes.more", open.size() - SHOWN)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.mistakes.heading");
    }

    private Component nothing() {
        return new EmptyState(
                "check",
                getTranslation("practice.mistakes.empty.title"),
                getTranslation("practice.mistakes.empty.hint"),
                new RouterLink(getTranslation("practice.mistakes.empty.act"), PracticeView.class));
    }

    private Component ofTrade(TradeId trade, List<Mistake> mistakes, boolean several) {
        Div head = new Div(
                new H2(getTranslation("practice.mistakes.of", trades.get(trade).name(getLocale()), mistakes.size())));
        head.addClassName("card-head");
        if (several) {
            head.add(again(trade, mistakes.size(), ButtonVariant.LUMO_TERTIARY));
        }
        Section section = new Section(head);
        mistakes.stream()
                .collect(Collectors.groupingBy(this::pointName, LinkedHashMap::new, Collectors.toList()))
                .forEach((point, some) -> section.add(ofPoint(point, some)));
        return section;
    }

    private String pointName(Mistake mistake) {
        return mistake.point() == null
                ? getTranslation("practice.mistakes.no-point")
                : mistake.point().name();
    }

    private Component ofPoint(String point, List<Mistake> mistakes) {
        Div group = new Div(new H3(point));
        group.addClassName("point-group");
        mistakes.forEach(mistake -> group.add(line(mistake)));
        return group;
    }

    private Component line(Mistake mistake) {
        Paragraph stem = new Paragraph(mistake.stem());
        stem.addClassName("stem");
        Span tags = new Span(new Tag(getTranslation("practice.mistakes.wrong", mistake.wrongCount()), Tone.BAD));
        tags.addClassName("tags");
        if (mistake.rightSince() > 0) {
            tags.add(new Tag(getTranslation("practice.mistakes.right-once"), Tone.GOOD));
        }
        tags.add(ReportDialog.button(this, (reason, words) -> reports.report(actor, mistake.item(), reason, words)));
        Div line = new Div(stem, tags);
        line.addClassName("mistake");
        return line;
    }

    private Button again(@Nullable TradeId trade, int count, ButtonVariant variant) {
        int items = Math.min(count, ONE_DRILL);
        Button button = new Button(
                getTranslation("practice.mistakes.again", items),
                click -> UI.getCurrent()
                        .getPage()
                        .setLocation(Sitting.url(drills.start(
                                actor, new DrillRequest.Mistakes(trade, items), Device.name(), getLocale()))));
        button.addThemeVariants(variant);
        if (variant == ButtonVariant.LUMO_PRIMARY) {
            button.addThemeVariants(ButtonVariant.LUMO_LARGE);
            button.addClassName("main-act");
        }
        return button;
    }
}
