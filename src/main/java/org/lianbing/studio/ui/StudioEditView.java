package org.lianbing.studio.ui;

import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioPage;
import org.lianbing.studio.Studios;

/** A studio for those who change it: its host what it says of itself, union staff its particulars as well. */
@Route("teaching/studios/:studio")
@RolesAllowed({"STUDIO_HOST", "UNION_STAFF", "ADMIN"})
class StudioEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Studios studios;
    private final transient Particulars.Sources sources;
    private final transient Actor actor;
    private final WordFields words = new WordFields();
    private final MemberList members = new MemberList();
    private @Nullable Particulars particulars;

    StudioEditView(Studios studios, Particulars.Sources sources, CurrentActor current) {
        this.studios = studios;
        this.sources = sources;
        this.actor = current.require();
        addClassNames("page", "narrow", "studio-edit");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StudioId id = StudioId.of(event.getRouteParameters().get("studio").orElse(""));
        StudioPage page = studios.get(actor, id);
        if (!page.mayEdit()) {
            throw Problem.notFound("base.not-found");
        }
        show(id, page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("studio.edit");
    }

    private void show(StudioId id, StudioPage page) {
        words.show(page.card().studio().words());
        members.show(page.members());
        Button save = new Button(getTranslation("studio.save"), click -> save(id));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(getTranslation("studio.back"), click -> back(id));
        removeAll();
        add(new PageHeader(getTranslation("studio.edit"), page.card().studio().name(), back, save));
        if (page.mayManage()) {
            Particulars registered = new Particulars(sources, studios.lookedAfter(actor));
            registered.show(page.card().studio());
            particulars = registered;
            add(registered);
        }
        add(words, members);
    }

    private void save(StudioId id) {
        Optional.ofNullable(particulars)
                .ifPresentOrElse(
                        registered -> studios.change(actor, id, registered.draft(words.words()), members.members()),
                        () -> studios.tend(actor, id, words.words(), members.members()));
        Notices.done(getTranslation("studio.saved"));
        back(id);
    }

    private void back(StudioId id) {
        UI.getCurrent().navigate(StudioView.class, new RouteParameters("studio", id.toString()));
    }
}
