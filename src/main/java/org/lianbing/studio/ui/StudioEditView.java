package org.lianbing.studio.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
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
import org.lianbing.base.ui.Section;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioMember;
import org.lianbing.studio.StudioPage;
import org.lianbing.studio.StudioWords;
import org.lianbing.studio.Studios;

/** A host's own studio: what it says of itself and who belongs to it. */
@Route("teaching/studios/:studio")
@RolesAllowed("STUDIO_HOST")
class StudioEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Studios studios;
    private final transient Actor actor;
    private final TextField field = new TextField();
    private final TextArea honours = new TextArea();
    private final TextArea introduction = new TextArea();
    private final Div members = new Div();
    private final transient List<MemberFields> lines = new ArrayList<>();

    StudioEditView(Studios studios, CurrentActor current) {
        this.studios = studios;
        this.actor = current.require();
        addClassNames("page", "narrow", "studio-edit");
        members.addClassName("stack");
        field.setLabel(getTranslation("studio.field.label"));
        field.setRequired(true);
        field.setMaxLength(60);
        honours.setLabel(getTranslation("studio.honours"));
        honours.setHelperText(getTranslation("studio.honours.help"));
        introduction.setLabel(getTranslation("studio.introduction"));
        introduction.setMinRows(6);
        field.setWidthFull();
        honours.setWidthFull();
        introduction.setWidthFull();
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
        StudioWords words = page.card().studio().words();
        field.setValue(words.field());
        honours.setValue(words.honours());
        introduction.setValue(words.introduction());
        lines.clear();
        members.removeAll();
        page.members().forEach(this::addMember);
        Button save = new Button(getTranslation("studio.save"), click -> save(id));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(getTranslation("studio.back"), click -> back(id));
        removeAll();
        add(
                new PageHeader(
                        getTranslation("studio.edit"), page.card().studio().name(), back, save),
                new Section(field, honours, introduction),
                new Section(getTranslation("studio.members.label"), members, adding()));
    }

    private Component adding() {
        return new Button(getTranslation("studio.member.add"), click -> addMember(null));
    }

    private void addMember(@Nullable StudioMember member) {
        MemberFields line = new MemberFields(member, gone -> {
            lines.remove(gone);
            members.remove(gone);
        });
        lines.add(line);
        members.add(line);
    }

    private void save(StudioId id) {
        List<StudioMember> belonging = lines.stream()
                .filter(MemberFields::isFilled)
                .map(MemberFields::member)
                .toList();
        studios.tend(
                actor, id, new StudioWords(field.getValue(), honours.getValue(), introduction.getValue()), belonging);
        Notices.done(getTranslation("studio.saved"));
        back(id);
    }

    private void back(StudioId id) {
        UI.getCurrent().navigate(StudioView.class, new RouteParameters("studio", id.toString()));
    }
}
