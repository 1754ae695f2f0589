package org.lianbing.bank.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import org.springframework.stereotype.Component;

import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.Flaws;
import org.lianbing.media.ClipType;
import org.lianbing.media.Media;
import org.lianbing.media.PictureType;

/** Stores the pictures, sound and film that items show, and puts their stored names into the text. */
@Component
class DiskPictures {

    private final Media media;

    DiskPictures(Media media) {
        this.media = media;
    }

    /** The pictures of one load: each file is stored once, however many items show it. */
    Session session(Path folder) {
        return new Session(folder, media, new HashMap<>());
    }

    record Session(Path folder, Media media, Map<Path, String> stored) {

        /** The text with each picture's path replaced; what cannot be stored is added to the flaws and left. */
        String inText(String text, Path itemFile, int line, Flaws flaws) {
            Matcher image = MarkdownPictures.ADDRESSED.matcher(text);
            return image.replaceAll(match -> {
                String name = match.group(2);
                String there = stored(name, itemFile, line, flaws).orElse(name);
                return Matcher.quoteReplacement(match.group(1) + there);
            });
        }

        private Optional<String> stored(String name, Path itemFile, int line, Flaws flaws) {
            String at = folder.relativize(itemFile).toString().replace('\\', '/');
            try {
                Path file = itemFile.resolveSibling(name).normalize();
                boolean known = PictureType.ofFile(name).isPresent()
                        || ClipType.ofFile(name).isPresent();
                if (!file.startsWith(folder) || !known) {
                    flaws.add(at, line, "bank.flaw.picture-place", name);
                    return Optional.empty();
                }
                if (!Files.isRegularFile(file)) {
                    flaws.add(at, line, "bank.flaw.picture-missing", name);
                    return Optional.empty();
                }
                return Optional.of(stored.computeIfAbsent(file, this::store));
            } catch (InvalidPathException e) {
                flaws.add(at, line, "bank.flaw.picture-place", name);
            } catch (Problem problem) {
                flaws.add(at, line, problem.code(), problem.arguments());
            }
            return Optional.empty();
        }

        private String store(Path file) {
            try {
                return "media:" + media.take(Files.readAllBytes(file)).hash();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
