package org.lianbing.competition.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import org.lianbing.base.Texts;

/** Opens a page that is made for it in a tab of its own; where it is not allowed, it stands there and does nothing. */
class PrintLink extends Anchor {

    private Function<Locale, String> page = language -> "";

    PrintLink(String test) {
        addClassNames("contest-act", "print-act");
        setTarget("_blank");
        getElement().setAttribute("data-test", test);
    }

    /** What is opened, in the reader's language. */
    void opens(Function<Locale, String> made) {
        page = made;
    }

    void setAllowed(boolean allowed) {
        getElement().setAttribute("aria-disabled", String.valueOf(!allowed));
        if (allowed) {
            setHref(DownloadHandler.fromInputStream(event -> {
                        byte[] bytes = page.apply(Texts.nearest(event.getUI().getLocale()))
                                .getBytes(StandardCharsets.UTF_8);
                        event.getResponse().setHeader("Cache-Control", "no-store");
                        return new DownloadResponse(
                                new ByteArrayInputStream(bytes), "print.html", "text/html;charset=utf-8", bytes.length);
                    })
                    .inline());
        } else {
            removeHref();
        }
    }
}
