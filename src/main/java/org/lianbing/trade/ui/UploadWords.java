package org.lianbing.trade.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;

import org.lianbing.base.sheet.Workbooks;

/** What the field for files says. All of it must be said: a part that is missing keeps the browser from sending. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of(Component reader) {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(reader.getTranslation("exchange.file-too-large", Workbooks.LARGEST / 1024 / 1024))
                .setIncorrectFileType(reader.getTranslation("exchange.file-not-excel"))
                .setTooManyFiles(reader.getTranslation("outlines.import.one-by-one")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(reader.getTranslation("bankui.imports.connecting"))
                        .setProcessing(reader.getTranslation("bankui.imports.reading"))
                        .setStalled(reader.getTranslation("bankui.imports.stalled")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(reader.getTranslation("bankui.imports.remaining"))
                        .setUnknown(reader.getTranslation("bankui.imports.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(reader.getTranslation("bankui.imports.unavailable"))
                        .setUnexpectedServerError(reader.getTranslation("base.unexpected"))
                        .setForbidden(reader.getTranslation("base.forbidden"))));
        words.setUnits(List.of("B", "KB", "MB", "GB"));
        return words;
    }
}
