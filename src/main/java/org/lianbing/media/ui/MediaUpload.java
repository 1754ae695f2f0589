package org.lianbing.media.ui;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import org.springframework.modulith.NamedInterface;

import org.lianbing.base.Problem;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.media.ClipType;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;

/** Takes a picture, sound or film, stores it, and hands on what shows it. */
@NamedInterface("ui")
public class MediaUpload extends Upload {

    /**
     * What was taken.
     *
     * @param markdown that shows it
     * @param played whether it is sound or film
     */
    public record Taken(String markdown, boolean played) {}

    public MediaUpload(Media media, Consumer<Taken> taken) {
        setUploadHandler(UploadHandler.inMemory((file, bytes) -> {
            take(media, file.fileName(), bytes, taken);
            clearFileList();
        }));
        // By their endings: what a system calls a type of sound differs from one to the next.
        setAcceptedFileTypes(Stream.concat(
                        Stream.of(".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"),
                        Arrays.stream(ClipType.values()).map(type -> "." + type.ending()))
                .toArray(String[]::new));
        setMaxFileSize(ClipType.MOST);
        setDropAllowed(true);
        setDropLabel(new Span(getTranslation("media.upload.drop")));
        setUploadButton(new Button(getTranslation("media.upload.add"), Icons.of("upload")));
        addFileRejectedListener(
                rejected -> Notices.problem(getTranslation("media.upload.refused", Media.MOST >> 20, mostOfClips())));
    }

    private void take(Media media, String name, byte[] bytes, Consumer<Taken> taken) {
        try {
            MediaId id = media.take(bytes);
            taken.accept(new Taken(
                    "![" + words(name) + "](media:" + id.hash() + ")",
                    ClipType.of(bytes).isPresent()));
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        }
    }

    private static int mostOfClips() {
        return ClipType.MOST >> 20;
    }

    /** The file's name without its ending, as the words that stand for it; brackets would end them. */
    static String words(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return (dot > 0 ? fileName.substring(0, dot) : fileName).replaceAll("[\\[\\]()!\\\\]", " ");
    }
}
