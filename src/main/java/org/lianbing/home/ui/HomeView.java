package org.lianbing.home.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.home.Home;
import org.lianbing.home.Morning;

/** The first page: what today, how far, what next; for those with further roles, what waits at their desk. */
@Route("")
@Menu(title = "home.menu", icon = "home", order = 0)
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final Role[] DESK_ROLES = {
        Role.TRAINER, Role.REVIEWER, Role.ORGANIZER, Role.STUDIO_HOST, Role.UNION_STAFF, Role.ADMIN
    };

    HomeView(Home home, Moments moments, CurrentActor current) {
        Actor actor = current.require();
        Morning morning = home.morning(actor);
        addClassNames("page", "home");
        boolean atDesk = actor.has(DESK_ROLES);
        add(greeting(actor, morning, moments, atDesk));
        if (atDesk) {
            add(new DeskCard(actor, morning.desk()));
        }
        Div practice = new Div(new TodayCard(morning.practice()), new WaysCard(morning));
        practice.addClassName("stack");
        Div news = new Div();
        news.addClassName("stack");
        morning.exams().forEach(mine -> news.add(new ContestCard(mine, moments)));
        if (!morning.courses().isEmpty()) {
            news.add(new LearningCard(morning.courses()));
        }
        Div columns = new Div(practice, news);
        columns.addClassName("columns");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.menu");
    }

    private Header greeting(Actor actor, Morning morning, Moments moments, boolean atDesk) {
        Paragraph day = new Paragraph(moments.weekday(this, morning.now()));
        day.addClassNames("muted", "small");
        boolean inEnglish = getLocale().getLanguage().equals("en");
        String called = atDesk || inEnglish
                ? actor.name()
                : Character.toString(actor.name().codePointAt(0));
        String key = atDesk ? "home.greeting.desk" : "home.greeting";
        if (!atDesk && morning.practice().today().answered() > 0) {
            key = "home.greeting.again";
        }
        Header header = new Header(new Div(day, new H1(getTranslation(key, called))));
        header.addClassNames("row", "between");
        if (morning.trade() != null) {
            header.add(new Tag(work(morning), Tone.BLUE));
        }
        return header;
    }

    private String work(Morning morning) {
        String trade = morning.trade() == null ? "" : morning.trade().name(getLocale());
        return morning.level() == null
                ? trade
                : trade + " · " + getTranslation("base.level." + morning.level().code());
    }
}
