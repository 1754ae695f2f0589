package org.lianbing.studio.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.ui.Section;
import org.lianbing.studio.StudioMember;

/** Who belongs to a studio, a line each, with a way to add one. */
class MemberList extends Section {

    private final Div members = new Div();
    private final transient List<MemberFields> lines = new ArrayList<>();

    MemberList() {
        members.addClassName("stack");
        add(
                new H2(getTranslation("studio.members.label")),
                members,
                new Button(getTranslation("studio.member.add"), click -> addMember(null)));
    }

    void show(List<StudioMember> belonging) {
        lines.clear();
        members.removeAll();
        belonging.forEach(this::addMember);
    }

    private void addMember(@Nullable StudioMember member) {
        MemberFields line = new MemberFields(member, gone -> {
            lines.remove(gone);
            members.remove(gone);
        });
        lines.add(line);
        members.add(line);
    }

    List<StudioMember> members() {
        return lines.stream()
                .filter(MemberFields::isFilled)
                .map(MemberFields::member)
                .toList();
    }
}
