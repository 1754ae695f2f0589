package org.lianbing.base.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

import org.lianbing.base.CurrentActor;

/**
 * The frame of every view. At a desk: navigation at the left. On a phone: four ways at the bottom, the rest behind
 * 更多. Views join by {@code @Menu}: its title is a translation key, its icon a symbol of the sprite, and its order says
 * where: below 10 the ways of a worker, then a section every ten.
 */
@Layout
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final int SECTION = 10;
    private static final int ON_THE_PHONE = 4;

    private final Main content = new Main();
    private final Nav side = new Nav();
    private final Nav bottom = new Nav();
    private final List<Way> ways = new ArrayList<>();
    private final AuthenticationContext authentication;
    private final CurrentActor current;
    private final ObjectProvider<Bell.Source> messages;
    private final List<Bell> bells = new ArrayList<>();
    private final Span moreBadge = Bell.badge();

    /** A link to a view, with its path for marking the one that is open. */
    private record Way(String path, Anchor link) {}

    MainLayout(CurrentActor current, AuthenticationContext authentication, ObjectProvider<Bell.Source> messages) {
        this.authentication = authentication;
        this.current = current;
        this.messages = messages;
        addClassName("frame");
        side.addClassName("side");
        side.getElement().setAttribute("aria-label", getTranslation("base.navigation"));
        bottom.addClassName("bottom");
        bottom.getElement().setAttribute("aria-label", getTranslation("base.navigation"));
        content.addClassName("content");
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        side.add(brand());
        if (current.find().isPresent()) {
            messages.ifAvailable(source -> side.add(bell(source)));
        }
        addSections(entries);
        current.find().ifPresent(actor -> side.add(foot(actor.name())));
        addBottom(entries);
        add(side, content, bottom);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.removeAll();
        content.getElement().appendChild(view.getElement());
        removeClassName("menu-open");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = "/" + event.getLocation().getPath();
        String open = ways.stream()
                .map(Way::path)
                .filter(path -> path.equals("/") ? here.equals("/") : (here + "/").startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        ways.forEach(way ->
                way.link().getElement().setAttribute("aria-current", way.path().equals(open) ? "page" : "false"));
        ring();
    }

    /** Shows how many messages wait, at the bell and, on a phone, at the button that leads to it. */
    private void ring() {
        if (!bells.isEmpty()) {
            current.find()
                    .ifPresent(actor -> messages.ifAvailable(source -> {
                        int unread = source.unread(actor);
                        bells.forEach(bell -> bell.show(unread));
                        Bell.show(moreBadge, unread);
                    }));
        }
    }

    private Component bell(Bell.Source source) {
        Bell bell = new Bell(source.path());
        bells.add(bell);
        ways.add(new Way("/" + source.path(), bell));
        return bell;
    }

    private Component brand() {
        Div brand = new Div(new Span(getTranslation("base.brand")));
        brand.addClassName("brand");
        return brand;
    }

    private void addSections(List<MenuEntry> entries) {
        int section = -1;
        for (MenuEntry entry : entries) {
            int next = entry.order() == null ? 0 : (int) (entry.order() / SECTION);
            if (next != section && next > 0) {
                Paragraph title = new Paragraph(getTranslation("base.section." + next));
                title.addClassName("section-title");
                side.add(title);
            }
            section = next;
            side.add(way(entry));
        }
    }

    private void addBottom(List<MenuEntry> entries) {
        entries.stream().limit(ON_THE_PHONE).map(this::way).forEach(bottom::add);
        NativeButton more = new NativeButton();
        more.add(Icons.of("more"), new Span(getTranslation("base.more")), moreBadge);
        more.addClickListener(click -> setClassName("menu-open", !hasClassName("menu-open")));
        bottom.add(more);
    }

    private Anchor way(MenuEntry entry) {
        String path = entry.path().startsWith("/") ? entry.path() : "/" + entry.path();
        Anchor link = new Anchor(path);
        link.setRouterIgnore(false);
        link.add(Icons.of(entry.icon() == null ? "dot" : entry.icon()), new Span(getTranslation(entry.title())));
        ways.add(new Way(path, link));
        return link;
    }

    private Component foot(String name) {
        Locale other = Language.other(getLocale());
        NativeButton language = new NativeButton(getTranslation("base.language.other"));
        language.addClickListener(click -> Language.choose(other));
        NativeButton leave = new NativeButton(getTranslation("base.sign-out"));
        leave.addClickListener(click -> authentication.logout());
        Div foot = new Div(new Span(name), language, leave);
        foot.addClassName("foot");
        return foot;
    }
}
