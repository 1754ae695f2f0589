package org.lianbing.trade.ui;

import java.io.IOException;
import java.io.OutputStream;

import com.vaadin.flow.server.streams.DownloadHandler;

/** Workbooks to take away, written while they are sent. */
final class Downloads {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes a workbook. */
    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private Downloads() {}

    static DownloadHandler workbook(String name, Writing writing) {
        return event -> {
            event.setFileName(name);
            event.setContentType(XLSX);
            try (OutputStream out = event.getOutputStream()) {
                writing.write(out);
            }
        };
    }
}
