package org.lianbing.exam.marking.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.ui.Section;
import org.lianbing.exam.marking.AnswerId;
import org.lianbing.exam.marking.GivenMark;

/** A marker's own marks of a question, the latest first; one of them opens its answer again. */
class GivenList extends Section {

    private static final int SHOWN = 60;

    GivenList(List<GivenMark> given, @Nullable AnswerId open, Consumer<AnswerId> chosen) {
        super(new Div().getTranslation("marking.mine"), new Div().getTranslation("marking.mine.count", given.size()));
        addClassName("given-list");
        if (given.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("marking.mine.none"));
            none.addClassNames("muted", "small");
            add(none);
        }
        Div chips = new Div();
        chips.addClassName("given-chips");
        given.stream().limit(SHOWN).forEach(mark -> {
            NativeButton chip =
                    new NativeButton(getTranslation("marking.mine.one", mark.number(), Words.points(mark.points())));
            chip.addClassName("chip");
            chip.getElement()
                    .setAttribute("aria-pressed", String.valueOf(mark.answer().equals(open)));
            chip.addClickListener(click -> chosen.accept(mark.answer()));
            chips.add(chip);
        });
        add(chips);
    }
}
