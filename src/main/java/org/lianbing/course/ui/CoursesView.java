package org.lianbing.course.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Chips;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.course.CourseCard;
import org.lianbing.course.Courses;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** All courses, by trade, with how far one is. */
@Route("courses")
@Menu(title = "course.menu", icon = "course", order = 3)
@PermitAll
class CoursesView extends Div implements HasDynamicTitle {

    private static final int PAGE = 12;

    /** So many trades are chips; more are found by typing. */
    private static final int FEW = 8;

    /** A chip needs a value that is not null; this one stands for all trades. */
    private static final String ALL = "";

    private final transient Courses courses;
    private final transient Actor actor;
    private final Div cards = new Div();
    private final Button more = new Button();
    private transient @Nullable TradeId trade;
    private int shown;

    CoursesView(Courses courses, Trades trades, CurrentActor current) {
        this.courses = courses;
        this.actor = current.require();
        addClassNames("page", "courses");
        cards.addClassName("card-grid");
        more.setText(getTranslation("course.more"));
        more.addClickListener(click -> showMore());
        add(new PageHeader(getTranslation("course.heading")), filter(trades), cards, more);
        restart(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.menu");
    }

    private Component filter(Trades trades) {
        List<Trade> known = trades.all().stream()
                .filter(each -> each.kind() != TradeKind.FOUNDATION)
                .toList();
        return known.size() > FEW ? box(known) : chips(known, trades);
    }

    private TradeBox box(List<Trade> known) {
        TradeBox box = new TradeBox();
        box.setAriaLabel(getTranslation("course.filter"));
        box.mayStayEmpty(getTranslation("course.filter.all-trades"));
        box.setItems(known);
        box.addClassName("trade-filter");
        box.addValueChangeListener(change ->
                restart(change.getValue() == null ? null : change.getValue().id()));
        return box;
    }

    private Chips<String> chips(List<Trade> known, Trades trades) {
        Chips<String> chips = new Chips<>(
                getTranslation("course.filter"),
                code -> restart(
                        code.equals(ALL)
                                ? null
                                : trades.find(code).map(Trade::id).orElse(null)));
        chips.put(ALL, getTranslation("course.filter.all"));
        known.forEach(each -> chips.put(each.code(), each.name(getLocale())));
        chips.mark(ALL);
        return chips;
    }

    private void restart(@Nullable TradeId wanted) {
        trade = wanted;
        shown = 0;
        cards.removeAll();
        showMore();
    }

    private void showMore() {
        Paged<CourseCard> found = courses.published(actor, trade, new PageOf(shown, PAGE));
        found.rows().forEach(course -> cards.add(new CourseCardLink(course)));
        shown += found.rows().size();
        more.setVisible(shown < found.total());
        if (shown == 0) {
            cards.add(new EmptyState(
                    "course", getTranslation("course.empty.title"), getTranslation("course.empty.hint")));
        }
    }
}
