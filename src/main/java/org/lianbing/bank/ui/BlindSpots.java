package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.base.ui.Prose;

/** Places in a picture, by clicks or, for those who use keys alone, typed in pixels. */
class BlindSpots extends BlindAnswer {

    private static final String ACROSS =
            "(event.clientX - element.getBoundingClientRect().left)" + " / element.getBoundingClientRect().width";
    private static final String DOWN =
            "(event.clientY - element.getBoundingClientRect().top)" + " / element.getBoundingClientRect().height";

    private final transient Ask.Point point;
    private final Div picture = new Div();
    private final TextField spots = new TextField();
    private final List<Span> marks = new ArrayList<>();

    BlindSpots(Ask.Point point, ItemText text) {
        this.point = point;
        picture.addClassName("blind-picture");
        picture.add(new Prose(text.inlineHtml(point.picture()), "prose"));
        picture.getElement()
                .addEventListener("click", click -> {
                    var data = click.getEventData();
                    pointAt(data.get(ACROSS).asDouble(), data.get(DOWN).asDouble());
                })
                .addEventData(ACROSS)
                .addEventData(DOWN);
        spots.setLabel(getTranslation("bankui.blind.spots", point.picks(), point.width(), point.height()));
        spots.setPlaceholder("120,80");
        spots.setValueChangeMode(ValueChangeMode.EAGER);
        spots.addValueChangeListener(change -> mark());
        spots.setWidthFull();
        add(picture, spots);
    }

    /** A click, as shares of the picture's width and height. One more than asked for drops the first. */
    private void pointAt(double across, double down) {
        List<String> all = new ArrayList<>(typed());
        all.add(Math.round(Math.clamp(across, 0, 1) * point.width()) + ","
                + Math.round(Math.clamp(down, 0, 1) * point.height()));
        spots.setValue(String.join(" ", all.subList(Math.max(0, all.size() - point.picks()), all.size())));
    }

    private List<String> typed() {
        return Arrays.stream(spots.getValue().strip().split("[\\s;；]+"))
                .map(spot -> spot.replace('，', ','))
                .filter(spot -> spot.matches("\\d{1,5},\\d{1,5}"))
                .toList();
    }

    private void mark() {
        marks.forEach(picture::remove);
        marks.clear();
        for (String spot : typed()) {
            String[] at = spot.split(",", -1);
            Span mark = new Span(String.valueOf(marks.size() + 1));
            mark.addClassName("blind-mark");
            mark.getStyle().set("left", percent(at[0], point.width())).set("top", percent(at[1], point.height()));
            marks.add(mark);
            picture.add(mark);
        }
    }

    private static String percent(String pixel, int of) {
        return Integer.parseInt(pixel) * 100.0 / of + "%";
    }

    @Override
    List<String> response() {
        List<String> all = typed();
        return all.size() == point.picks() ? all : List.of();
    }

    @Override
    String hint() {
        return "bankui.blind.hint.point";
    }
}
