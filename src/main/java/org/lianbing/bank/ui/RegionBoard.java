package org.lianbing.bank.ui;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.Region;
import org.lianbing.bank.rules.HotspotRules;

/**
 * The picture of a 热点 on which its regions are drawn. What the browser tells is taken only where it is a list of regions
 * within the picture; anything else is answered by what is known here.
 */
@Tag("lianbing-regions")
@JsModule("./components/regions.ts")
class RegionBoard extends Component implements HasStyle {

    private static final Pattern STORED = Pattern.compile("\\(\\s*<?media:([0-9a-f]{64})");
    private static final List<String> WORDS = List.of(
            "rectangle",
            "circle",
            "polygon",
            "stage",
            "hint",
            "hint-draw",
            "hint-polygon",
            "hint-full",
            "right",
            "wrong",
            "name",
            "corner",
            "remove");
    private static final int LONGEST = 40_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private String known = "[]";
    private int width;
    private int height;
    private boolean locked;

    RegionBoard(Consumer<List<Region>> drawn, BiConsumer<Integer, Integer> sized) {
        addClassName("region-board");
        WORDS.forEach(word -> getElement().setAttribute("words-" + word, getTranslation("bankui.regions." + word)));
        getElement()
                .addPropertyChangeListener(
                        "regions", "regions-changed", change -> heard(String.valueOf(change.getValue()), drawn));
        getElement()
                .addEventListener(
                        "sized",
                        event -> sized.accept(
                                event.getEventData().path("event.detail.width").asInt(0),
                                event.getEventData().path("event.detail.height").asInt(0)))
                .addEventData("event.detail.width")
                .addEventData("event.detail.height");
    }

    /** Shows the picture that this Markdown names, {@code width} by {@code height} of its own pixels, with these regions. */
    void show(String picture, int pixelsAcross, int pixelsDown, List<Region> regions) {
        Matcher stored = STORED.matcher(picture);
        width = pixelsAcross;
        height = pixelsDown;
        known = JSON.writeValueAsString(regions);
        getElement().setAttribute("src", stored.find() ? "/media/" + stored.group(1) : "");
        getElement().setAttribute("width", String.valueOf(pixelsAcross));
        getElement().setAttribute("height", String.valueOf(pixelsDown));
        getElement().setProperty("regions", known);
    }

    /** Whether nothing may be drawn now; a stroke is taken back. */
    void setLocked(boolean locked) {
        this.locked = locked;
        getElement().setAttribute("inert", locked);
    }

    private void heard(String told, Consumer<List<Region>> drawn) {
        if (told.equals(known)) {
            return;
        }
        List<Region> regions = read(told);
        if (locked || !HotspotRules.fit(regions, width, height)) {
            getElement().setProperty("regions", known);
            return;
        }
        known = told;
        drawn.accept(regions);
    }

    /** What is no list of regions is read as one that fits nowhere. */
    private static List<Region> read(String told) {
        Region nowhere = new Region(new Region.Circle(-1, -1, 0), "", false);
        if (told.length() > LONGEST) {
            return List.of(nowhere);
        }
        try {
            List<Region> regions = JSON.readValue(told, new TypeReference<>() {});
            return regions == null || regions.stream().anyMatch(java.util.Objects::isNull)
                    ? List.of(nowhere)
                    : List.copyOf(regions);
        } catch (JacksonException | NullPointerException unreadable) {
            return List.of(nowhere);
        }
    }
}
