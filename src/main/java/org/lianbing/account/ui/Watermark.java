package org.lianbing.account.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import com.vaadin.flow.component.html.Div;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Moments;

/** Lays who looks, and when, over sealed content: light, but on every photograph of the screen. */
@Component
@NamedInterface("ui")
public class Watermark {

    private static final String TILE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="320" height="170">
            <text x="12" y="120" transform="rotate(-20 12 120)" font-family="sans-serif" font-size="14" \
            fill="#808080" fill-opacity="0.26">%s</text></svg>""";

    private final People people;
    private final Moments moments;
    private final Clock clock;

    Watermark(People people, Moments moments, Clock clock) {
        this.people = people;
        this.moments = moments;
        this.clock = clock;
    }

    /** The content under a watermark of the actor's name, staff number and the time. */
    public Div over(Actor actor, com.vaadin.flow.component.Component... content) {
        Div marked = new Div(content);
        marked.addClassName("watermarked");
        String tile = TILE.formatted(escaped(words(actor)));
        marked.getStyle().set("--watermark", "url(\"data:image/svg+xml," + encoded(tile) + "\")");
        marked.getElement().setAttribute("data-watermark", words(actor));
        return marked;
    }

    private String words(Actor actor) {
        Person person = people.get(actor, actor.person());
        String number = person.staffNumber() == null ? "" : person.staffNumber() + " ";
        return actor.name() + " " + number + moments.exact(clock.instant());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String encoded(String svg) {
        return URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
