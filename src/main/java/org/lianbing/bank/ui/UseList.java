package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemUse;
import org.lianbing.bank.history.Edition;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** Where the versions of an item are used, with a mark where that is an old one. */
class UseList extends Div {

    UseList(List<ItemUse> uses, List<Edition> editions) {
        addClassName("look-list");
        for (ItemUse use : uses) {
            editions.stream()
                    .filter(edition -> edition.version().id().equals(use.version()))
                    .findFirst()
                    .ifPresent(edition -> add(line(use, edition)));
        }
        if (uses.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("bankui.history.no-use"));
            none.addClassNames("small", "muted");
            add(none);
        }
    }

    private Component line(ItemUse use, Edition edition) {
        int number = edition.version().number();
        String words = use.title().isEmpty()
                ? getTranslation("bankui.history.use-count", use.count(), number)
                : getTranslation("bankui.history.use", use.title(), number);
        Div line = new Div(new Tag(getTranslation("bank.use." + use.kind()), Tone.BLUE));
        line.addClassNames("row", "wrap");
        if (use.link() == null) {
            line.add(new Span(words));
        } else {
            Anchor link = new Anchor(use.link(), words);
            link.setRouterIgnore(false);
            line.add(link);
        }
        if (!edition.inForce()) {
            line.add(new Tag(getTranslation("bankui.history.old-use"), Tone.WARN));
        }
        return line;
    }
}
