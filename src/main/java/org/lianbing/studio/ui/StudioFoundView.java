package org.lianbing.studio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.Studios;

/** A new studio, registered by union staff. */
@Route("studios/new")
@RolesAllowed({"UNION_STAFF", "ADMIN"})
class StudioFoundView extends Div implements HasDynamicTitle {

    private final transient Studios studios;
    private final transient Actor actor;
    private final Particulars particulars;
    private final WordFields words = new WordFields();
    private final MemberList members = new MemberList();

    StudioFoundView(Studios studios, Particulars.Sources sources, CurrentActor current) {
        this.studios = studios;
        this.actor = current.require();
        addClassNames("page", "narrow", "studio-edit");
        particulars = new Particulars(sources, studios.lookedAfter(actor));
        Button save = new Button(getTranslation("studio.found"), click -> found());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(getTranslation("studio.back"), click -> StudioNavigation.toStudios());
        add(
                new PageHeader(getTranslation("studio.menu"), getTranslation("studio.found"), back, save),
                particulars,
                words,
                members);
    }

    private void found() {
        StudioId id = studios.found(actor, particulars.draft(words.words()), members.members());
        Notices.done(getTranslation("studio.founded"));
        UI.getCurrent().navigate(StudioView.class, new RouteParameters("studio", id.toString()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("studio.found");
    }
}
