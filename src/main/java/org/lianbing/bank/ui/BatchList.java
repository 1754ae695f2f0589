package org.lianbing.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.lianbing.bank.review.Batch;
import org.lianbing.bank.review.Sample;
import org.lianbing.bank.review.Sample.Member;
import org.lianbing.bank.review.Sample.Standing;
import org.lianbing.bank.review.Sampling;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trades;

/** Batches of open practice items, each with its sample: drawn, looked at, and then the rest. */
class BatchList extends Div {

    private final transient Sampling sampling;
    private final transient Trades trades;
    private final transient Actor actor;
    private final transient Runnable changed;

    BatchList(Sampling sampling, Trades trades, Actor actor, Runnable changed) {
        this.sampling = sampling;
        this.trades = trades;
        this.actor = actor;
        this.changed = changed;
        addClassName("packet-list");
    }

    void load() {
        removeAll();
        sampling.batches(actor).forEach(batch -> add(line(batch)));
        if (getChildren().findAny().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("bankui.sample.none"));
            none.addClassName("muted");
            add(none);
        }
    }

    private Component line(Batch batch) {
        Span name = new Span(batch.fileName());
        name.addClassName("strong");
        Span what = new Span(
                getTranslation("bankui.sample.what", trades.get(batch.trade()).name(getLocale()), batch.waiting()));
        what.addClassNames("small", "muted");
        Div words = new Div(name, what);
        words.addClassNames("stack-tight", "grow");
        Div line = new Div(words);
        line.addClassName("packet-line");
        int share = sampling.share(actor, batch.trade());
        if (batch.sample() != null) {
            Sample sample = sampling.get(actor, batch.sample());
            if (sample.trade().equals(batch.trade()) && sample.publishedAt() == null) {
                line.add(standing(sample));
                return line;
            }
        }
        if (share == 100) {
            Span all = new Span(getTranslation("bankui.sample.all"));
            all.addClassNames("small", "muted");
            line.add(all);
        } else {
            line.add(new Button(getTranslation("bankui.sample.draw", share), click -> {
                Sample drawn = sampling.draw(actor, batch.imported(), batch.trade());
                Notices.done(getTranslation("bankui.sample.drawn", drawn.drawn().size()));
                changed.run();
            }));
        }
        return line;
    }

    private Component standing(Sample sample) {
        Div standing = new Div();
        standing.addClassNames("row", "wrap");
        if (sample.objected()) {
            standing.add(
                    new Tag(getTranslation("bankui.sample.objected"), Tone.BAD),
                    new Span(getTranslation("bankui.sample.objected-hint")));
            return standing;
        }
        if (sample.passed()) {
            Button rest = new Button(
                    getTranslation("bankui.sample.publish-rest", sample.rest().size()), click -> {
                        int published = sampling.publishRest(actor, sample.id());
                        Notices.done(getTranslation("bankui.sample.published", published));
                        changed.run();
                    });
            rest.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            standing.add(
                    new Tag(
                            getTranslation(
                                    "bankui.sample.passed", sample.drawn().size()),
                            Tone.GOOD),
                    rest);
            return standing;
        }
        standing.add(new Tag(
                getTranslation(
                        "bankui.sample.far",
                        sample.drawn(Standing.PASSED),
                        sample.drawn().size()),
                Tone.SPARK));
        sample.drawn().stream()
                .filter(member -> member.standing() == Standing.WAITING)
                .findFirst()
                .map(Member::item)
                .ifPresent(item -> {
                    Anchor open = new Anchor("review/" + item, getTranslation("bankui.sample.review-next"));
                    open.setRouterIgnore(false);
                    open.addClassName("button-link");
                    standing.add(open);
                });
        return standing;
    }
}
