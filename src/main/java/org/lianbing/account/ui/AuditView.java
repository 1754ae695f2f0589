package org.lianbing.account.ui;

import java.util.Arrays;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.AuditTrail;
import org.lianbing.base.AuditLog;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Role;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.SearchField;

/** Who did what to what, when. */
@Route("audit")
@Menu(title = "account.audit", icon = "audit", order = 92)
@RolesAllowed({"ADMIN", "AUDITOR"})
class AuditView extends Div implements HasDynamicTitle {

    private final transient AuditTrail trail;
    private final transient CurrentActor current;
    private final transient Moments moments;
    private final ConfigurableFilterDataProvider<AuditLog.Entry, Void, String> rows;

    AuditView(AuditTrail trail, CurrentActor current, Moments moments) {
        this.trail = trail;
        this.current = current;
        this.moments = moments;
        CallbackDataProvider<AuditLog.Entry, String> provider = new CallbackDataProvider<>(
                query -> find(query, new PageOf(query.getOffset(), query.getLimit())).rows().stream(),
                query -> (int) find(query, new PageOf(0, 1)).total());
        this.rows = provider.withConfigurableFilter();
        addClassNames("page", "audit-view");
        add(
                new PageHeader(getTranslation("account.audit")),
                new SearchField(getTranslation("account.audit.search"), rows::setFilter),
                grid());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.audit") + " · " + getTranslation("base.brand");
    }

    private Component grid() {
        Grid<AuditLog.Entry> grid = new Grid<>();
        grid.addClassName("tall");
        Grid.Column<AuditLog.Entry> time = grid.addColumn(entry -> moments.exact(entry.at()))
                .setHeader(getTranslation("account.audit.when"))
                .setWidth("180px")
                .setFlexGrow(0);
        Grid.Column<AuditLog.Entry> who = grid.addColumn(this::who).setHeader(getTranslation("account.audit.who"));
        Grid.Column<AuditLog.Entry> what = grid.addColumn(this::what).setHeader(getTranslation("account.audit.what"));
        Grid.Column<AuditLog.Entry> detail = grid.addColumn(this::detail)
                .setHeader(getTranslation("account.audit.detail"))
                .setFlexGrow(3);
        Grid.Column<AuditLog.Entry> all =
                grid.addComponentColumn(this::folded).setHeader(getTranslation("account.audit.what"));
        Narrow.follow(this, narrow -> {
            time.setVisible(!narrow);
            who.setVisible(!narrow);
            what.setVisible(!narrow);
            detail.setVisible(!narrow);
            all.setVisible(narrow);
        });
        grid.setDataProvider(rows);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new EmptyState(
                "audit", getTranslation("account.audit.none"), getTranslation("account.audit.none-hint")));
        return grid;
    }

    /** On a phone one cell holds all. */
    private Component folded(AuditLog.Entry entry) {
        Span first = new Span(what(entry) + " · " + detail(entry));
        first.addClassName("strong");
        Span second = new Span(moments.exact(entry.at()) + " · " + who(entry));
        second.addClassNames("small", "muted");
        Div lines = new Div(first, second);
        lines.addClassName("two-lines");
        return lines;
    }

    private String who(AuditLog.Entry entry) {
        return Optional.ofNullable(entry.personName()).orElseGet(() -> getTranslation("account.audit.application"));
    }

    /** An act without a translation is still told, by its own name. */
    private String what(AuditLog.Entry entry) {
        String text = getTranslation("audit." + entry.action());
        return text.startsWith("!") ? entry.action() : text;
    }

    /** A role at the end of a detail is kept by its name in the code, and told in the reader's words. */
    private String detail(AuditLog.Entry entry) {
        String detail = entry.detail();
        String last = detail.substring(detail.lastIndexOf(' ') + 1);
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(last))
                .findFirst()
                .map(role -> detail.substring(0, detail.length() - last.length()) + Words.role(this, role))
                .orElse(detail);
    }

    private Paged<AuditLog.Entry> find(Query<AuditLog.Entry, String> query, PageOf page) {
        return trail.find(current.require(), query.getFilter().orElse(""), page);
    }
}
