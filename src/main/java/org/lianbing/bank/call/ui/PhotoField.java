package org.lianbing.bank.call.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;

import org.lianbing.bank.call.ProposalSheet;
import org.lianbing.base.Problem;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.media.Media;

/** The photos of a proposal: taken or chosen, shown, and taken away again. */
class PhotoField extends Div {

    private final transient List<String> hashes;
    private final transient Runnable changed;
    private final Div shown = new Div();
    private final Upload upload;

    /** @param hashes of stored pictures; changed in place */
    PhotoField(Media media, List<String> hashes, Runnable changed) {
        this.hashes = hashes;
        this.changed = changed;
        addClassName("photos");
        shown.addClassName("photo-list");
        upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(media, bytes, file.contentType())));
        upload.setAcceptedFileTypes("image/png", "image/jpeg", "image/webp");
        upload.setMaxFileSize(Media.MOST);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(getTranslation("call.photo.add"), Icons.of("upload")));
        upload.addFileRejectedListener(
                rejected -> Notices.problem(getTranslation("call.photo.refused", Media.MOST / (1024 * 1024))));
        Paragraph hint = new Paragraph(
                getTranslation("call.photo.hint", ProposalSheet.MOST_PICTURES, Media.MOST / (1024 * 1024)));
        hint.addClassNames("muted", "small");
        add(shown, upload, hint);
        show();
    }

    private void take(Media media, byte[] bytes, String contentType) {
        try {
            String hash = media.store(bytes, contentType).hash();
            if (!hashes.contains(hash) && hashes.size() < ProposalSheet.MOST_PICTURES) {
                hashes.add(hash);
                changed.run();
            }
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        }
        upload.clearFileList();
        show();
    }

    private void show() {
        shown.removeAll();
        for (String hash : List.copyOf(hashes)) {
            Image picture = new Image("/media/" + hash, getTranslation("call.photo"));
            Button away = new Button(getTranslation("call.photo.remove"), click -> {
                hashes.remove(hash);
                changed.run();
                show();
            });
            away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            Div one = new Div(picture, away);
            one.addClassName("photo");
            shown.add(one);
        }
        upload.setVisible(hashes.size() < ProposalSheet.MOST_PICTURES);
    }
}
