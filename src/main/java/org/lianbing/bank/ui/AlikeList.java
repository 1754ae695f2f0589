package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.alike.AlikeItem;
import org.lianbing.bank.alike.Difference;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** The items that one resembles: how much, in what they differ, and both side by side. */
class AlikeList extends Div {

    private final transient ItemText text;

    /**
     * @param own what the person looks at
     * @param ownName how it is called here, such as its code
     */
    AlikeList(ItemText text, ItemContent own, String ownName, List<AlikeItem> alike) {
        this.text = text;
        addClassName("alike-list");
        setVisible(!alike.isEmpty());
        boolean first = true;
        for (AlikeItem each : alike) {
            NativeDetails details = new NativeDetails(summary(this, each), pair(own, ownName, each));
            details.setOpen(first && each.isNear());
            add(details);
            first = false;
        }
    }

    private static Component summary(Component reader, AlikeItem alike) {
        Span sentence =
                new Span(reader.getTranslation("bankui.alike.like", alike.item().code(), alike.percent()));
        sentence.addClassName("strong");
        Div summary = new Div(sentence);
        summary.addClassNames("row", "wrap", "alike-summary");
        summary.add(Words.tag(reader, ItemDetails.standing(alike.item())));
        tags(reader, alike.differences()).forEach(summary::add);
        if (!alike.isNear()) {
            summary.addClassName("hint");
        }
        return summary;
    }

    /** What tells two items apart, as words. */
    static List<Component> tags(Component reader, Collection<Difference> differences) {
        return differences.stream()
                .sorted()
                .<Component>map(
                        difference -> new Tag(reader.getTranslation("bankui.alike.differs." + difference), Tone.WARN))
                .toList();
    }

    private Component pair(ItemContent own, String ownName, AlikeItem alike) {
        ItemContent other = alike.version().content();
        Div pair = new Div(
                column(new Span(ownName), new Compared(text, own, other, false)),
                column(open(alike), new Compared(text, other, own, false)));
        pair.addClassName("side-by-side");
        Paragraph legend = new Paragraph(getTranslation("bankui.alike.legend"));
        legend.addClassNames("small", "muted");
        return new Div(pair, legend);
    }

    private Component open(AlikeItem alike) {
        Anchor open = new Anchor("items/" + alike.item().id(), alike.item().code());
        open.setTarget(AnchorTarget.BLANK);
        open.setTitle(getTranslation("bankui.alike.open", alike.item().code()));
        return open;
    }

    private static Component column(Component name, Component content) {
        Div column = new Div(new H3(name), content);
        column.addClassName("column");
        return column;
    }
}
