package org.lianbing.bank.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import com.vaadin.flow.server.streams.DownloadHandler;

/** Files to take away, written while they are sent. */
final class Downloads {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes a workbook in a language. */
    interface Writing {
        void write(Locale language, OutputStream out) throws IOException;
    }

    private Downloads() {}

    static DownloadHandler workbook(String name, Writing writing) {
        return file(name, XLSX, writing);
    }

    /** A file of any kind. */
    static DownloadHandler file(String name, String type, Writing writing) {
        return event -> {
            event.setFileName(name);
            event.setContentType(type);
            try (OutputStream out = event.getOutputStream()) {
                writing.write(event.getUI().getLocale(), out);
            }
        };
    }
}
