package org.lianbing.bank.exchange.moodle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.w3c.dom.Element;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;

/**
 * A digest over all words of a question that another system shows. The item in our own words, which stands beside them,
 * holds only while they are as they were written: whoever changed them meant what they wrote.
 */
final class VisibleDigest {

    private static final String OWN = "lianbing";

    private final MessageDigest digest;

    VisibleDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void take(String words) {
        String folded = words.replaceAll("\\s+", " ").strip();
        if (!folded.isEmpty()) {
            digest.update(folded.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    String done() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The item in our own words; empty where the question has none or was changed since. */
    static Optional<ItemContent> own(Element question) {
        Optional<Element> own = XmlParts.child(question, OWN);
        VisibleDigest visible = new VisibleDigest();
        if (own.isEmpty() || !visible.over(question).equals(own.get().getAttribute("digest"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContentJson.STORED.read(own.get().getTextContent()));
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    private String over(Element question) {
        leaves(question);
        return done();
    }

    private void leaves(Element element) {
        for (Element child : XmlParts.children(element)) {
            String name = XmlParts.name(child);
            if (XmlParts.children(child).isEmpty() && !name.equals(OWN) && !name.equals("file")) {
                take(child.getTextContent());
            } else if (!name.equals(OWN)) {
                leaves(child);
            }
        }
    }
}
