package org.lianbing.studio.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Icons;
import org.lianbing.studio.StudioMember;

/** One member in the form: name, what they do, and a way to take them out. */
class MemberFields extends Div {

    private final TextField name = new TextField();
    private final TextField role = new TextField();
    private final transient @Nullable PersonId person;

    MemberFields(@Nullable StudioMember member, Consumer<MemberFields> remove) {
        addClassNames("row", "member-fields");
        name.setPlaceholder(getTranslation("studio.member.name"));
        name.setAriaLabel(getTranslation("studio.member.name"));
        role.setPlaceholder(getTranslation("studio.member.role"));
        role.setAriaLabel(getTranslation("studio.member.role"));
        person = member == null ? null : member.person();
        if (member != null) {
            name.setValue(member.name());
            role.setValue(member.role());
        }
        Button out = new Button(Icons.of("cross"), click -> remove.accept(this));
        out.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        out.setAriaLabel(getTranslation("studio.member.remove"));
        add(name, role, out);
    }

    boolean isFilled() {
        return !name.getValue().isBlank();
    }

    StudioMember member() {
        return new StudioMember(person, name.getValue(), role.getValue());
    }
}
