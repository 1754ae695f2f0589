package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An uploaded file.
 *
 * @param name as its owner calls it; says nothing certain of what is in it
 * @param path where it lies while it is read
 */
public record Upload(String name, Path path) {

    /** Its first bytes, to tell the format by. */
    public byte[] head(int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }
}
