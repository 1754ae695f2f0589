package org.lianbing.course.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;

import org.lianbing.base.Problem;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;

/** Takes a picture, stores it, and hands on the Markdown that shows it. */
class PictureUpload extends Upload {

    PictureUpload(Media media, Consumer<String> markdown) {
        super();
        setUploadHandler(UploadHandler.inMemory((file, bytes) -> {
            try {
                MediaId id = media.store(bytes, file.contentType());
                markdown.accept("![" + words(file.fileName()) + "](media:" + id.hash() + ")");
            } catch (Problem problem) {
                Notices.problem(getTranslation(problem.code(), problem.arguments()));
            }
            clearFileList();
        }));
        setAcceptedFileTypes("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif");
        setMaxFileSize(Media.MOST);
        setDropAllowed(true);
        setDropLabel(new Span(getTranslation("course.picture.drop")));
        setUploadButton(new Button(getTranslation("course.picture.add"), Icons.of("upload")));
        addFileRejectedListener(
                rejected -> Notices.problem(getTranslation("course.picture.refused", Media.MOST / (1024 * 1024))));
    }

    /** The file's name without its ending, as the words that stand for the picture; brackets would end them. */
    private static String words(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName).replaceAll("[\\[\\]()!\\\\]", " ");
    }
}
