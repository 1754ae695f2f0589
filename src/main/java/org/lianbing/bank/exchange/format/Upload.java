package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An uploaded file.
 *
 * @param name as its owner calls it; says nothing certain of what is in it
 * @param path where it lies while it is read
 * @param beside files that were given together with it, such as one with the answers
 */
public record Upload(String name, Path path, List<Upload> beside) {

    public Upload {
        beside = List.copyOf(beside);
    }

    /** A file alone. */
    public Upload(String name, Path path) {
        this(name, path, List.of());
    }

    /** The same file with others. */
    public Upload with(List<Upload> others) {
        return new Upload(name, path, others);
    }

    /** Its first bytes, to tell the format by. */
    public byte[] head(int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }
}
