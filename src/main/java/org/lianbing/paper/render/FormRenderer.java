package org.lianbing.paper.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.paper.RenderedForm;

/** Writes the JSON of a form and compresses it, once in its life. */
@Component
public class FormRenderer {

    private static final int ETAG_CHARS = 32;

    private final JsonMapper json;

    FormRenderer(JsonMapper json) {
        this.json = json;
    }

    /** The form's bytes and their name for caches. */
    public RenderedForm render(DeliveredForm form) {
        byte[] plain = json.writeValueAsBytes(form);
        return new RenderedForm(compressed(plain), etag(plain));
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String etag(byte[] plain) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
            return '"' + hash.substring(0, ETAG_CHARS) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
