package org.lianbing.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.history.Edition;
import org.lianbing.bank.review.PublicationGround;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** One version in the history of an item: who made it and why, and on what ground it came into force. */
class EditionCard extends Div {

    private final transient ItemDetails details;
    private final transient Moments moments;
    private final Div head = new Div();
    private final Div acts = new Div();

    EditionCard(Edition edition, ItemDetails details, Moments moments) {
        this.details = details;
        this.moments = moments;
        addClassNames("entry", "edition");
        Span name = new Span(
                getTranslation("bankui.history.number", edition.version().number()));
        name.addClassName("strong");
        head.add(name);
        head.addClassNames("row", "wrap");
        acts.addClassNames("row", "wrap");
        if (edition.inForce()) {
            head.add(new Tag(getTranslation("bankui.history.in-force"), Tone.GOOD));
        }
        if (edition.proposed()) {
            head.add(new Tag(getTranslation("bankui.history.proposed"), Tone.WARN));
        }
        add(
                head,
                small(getTranslation(
                        "bankui.history.made",
                        details.author(this, edition.version().author()),
                        moments.dayAndTime(this, edition.version().madeAt()))));
        if (!edition.version().reason().isBlank()) {
            Paragraph reason = new Paragraph(edition.version().reason());
            reason.addClassName("pre-line");
            add(reason);
        }
        PublicationGround ground = edition.ground();
        if (ground != null) {
            addGround(ground);
        }
        add(acts);
    }

    private void addGround(PublicationGround ground) {
        if (ground.sample() != null) {
            head.add(new Tag(getTranslation("bankui.history.by-sample"), Tone.PLAIN));
        }
        add(small(details.author(this, ground.person()) + " · "
                + getTranslation("bankui.history.published", moments.dayAndTime(this, ground.at()))));
        if (!ground.word().isBlank()) {
            add(small(getTranslation("bankui.history.word", ground.word())));
        }
    }

    /** A way to see it beside the version before it. */
    void offerComparing(Runnable compare) {
        NativeButton link = new NativeButton(getTranslation("bankui.history.compare"), click -> compare.run());
        link.addClassName("link-button");
        acts.add(link);
    }

    /** A way back to it. */
    void offerRestoring(Runnable restore) {
        Button button = new Button(getTranslation("bankui.history.restore"), click -> restore.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        acts.add(button);
    }

    private static Paragraph small(String text) {
        Paragraph small = new Paragraph(text);
        small.addClassNames("small", "muted");
        return small;
    }
}
