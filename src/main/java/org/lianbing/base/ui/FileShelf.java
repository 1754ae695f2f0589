package org.lianbing.base.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;

/**
 * Pictures and files of somebody else. Pictures are looked at large, made larger and turned; what is none is a link that
 * saves it.
 */
@Tag("lianbing-shelf")
@JsModule("./components/shelf.ts")
public class FileShelf extends Component implements HasComponents, HasStyle {

    private static final int MEGABYTE = 1_000_000;
    private static final List<String> WORDS = List.of("smaller", "larger", "left", "right", "whole");

    /**
     * What lies on it.
     *
     * @param address where signed-in people get it
     * @param name what it is called here
     * @param picture whether it is looked at on the page
     */
    public record Entry(String address, String name, boolean picture) {}

    public FileShelf(List<Entry> entries) {
        addClassName("file-shelf");
        WORDS.forEach(act -> getElement().setAttribute("words-" + act, getTranslation("base.shelf." + act)));
        entries.forEach(entry -> add(link(entry)));
    }

    /**
     * An entry in the words of this page.
     *
     * @param number among those beside it, from 1
     * @param kind how a file of it is called, such as {@code pdf}
     * @param bytes how large it is
     */
    public static Entry entry(Component reader, String address, int number, boolean picture, String kind, int bytes) {
        return new Entry(
                address,
                picture
                        ? reader.getTranslation("base.shelf.picture", number)
                        : reader.getTranslation("base.shelf.file", number, kind.toUpperCase(Locale.ROOT), size(bytes)),
                picture);
    }

    /** 820 KB, 1.4 MB. */
    private static String size(int bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, Math.round(bytes / 1000.0)) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGABYTE);
    }

    private static Anchor link(Entry entry) {
        Anchor link = new Anchor(entry.address(), entry.name());
        link.addClassName("button-link");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("data-test", "work-file");
        if (entry.picture()) {
            link.getElement().setAttribute("data-picture", true);
        } else {
            link.getElement().setAttribute("download", true);
        }
        return link;
    }
}
