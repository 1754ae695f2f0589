package org.lianbing.bank.exchange.moodle;

import java.util.Base64;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.text.BracketedTex;
import org.lianbing.bank.exchange.text.PicturePlaces;
import org.lianbing.media.MediaFile;

/** The small pieces that Moodle XML is made of. */
final class MoodleXml {

    private final XMLStreamWriter xml;
    private final PicturePlaces pictures;
    private final VisibleDigest digest = new VisibleDigest();

    MoodleXml(XMLStreamWriter xml, PicturePlaces pictures) {
        this.xml = xml;
        this.pictures = pictures;
    }

    void start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** An element with words alone. */
    void leaf(String name, String words) throws XMLStreamException {
        start(name);
        String said = clean(words);
        digest.take(said);
        xml.writeCharacters(said);
        end();
    }

    /** What is open gets a {@code text} with Markdown, and the files that it names. */
    void text(String markdown) throws XMLStreamException {
        leaf("text", pictures.played(BracketedTex.written(markdown)));
        for (Map.Entry<String, MediaFile> file : pictures.taken().entrySet()) {
            start("file", "name", file.getKey(), "path", "/", "encoding", "base64");
            xml.writeCharacters(
                    Base64.getEncoder().encodeToString(file.getValue().bytes()));
            end();
        }
    }

    void markdown(String name, String text) throws XMLStreamException {
        start(name, "format", "markdown");
        text(text);
        end();
    }

    void plain(String name, String text) throws XMLStreamException {
        start(name);
        leaf("text", text);
        end();
    }

    /** An answer with its share in percent. */
    void answer(String fraction, String markdown, @Nullable String why) throws XMLStreamException {
        start("answer", "fraction", fraction, "format", "markdown");
        text(markdown);
        if (why != null) {
            markdown("feedback", why);
        }
        end();
    }

    /** An answer that is compared with what is typed. */
    void words(String words) throws XMLStreamException {
        start("answer", "fraction", "100", "format", "plain_text");
        leaf("text", words);
        end();
    }

    /** The item in our own words, good only as long as all that was written before it is unchanged. */
    void own(String json) throws XMLStreamException {
        start("lianbing", "digest", digest.done());
        xml.writeCharacters(clean(json));
        end();
    }

    void category(ExportedItem item) throws XMLStreamException {
        start("question", "type", "category");
        // A slash within a name is doubled.
        String trade = item.tradeName().replace("/", "//");
        String path = item.levels().isEmpty()
                ? trade
                : trade + "/" + item.levels().getFirst().code();
        start("category");
        leaf("text", "$course$/top/" + path);
        end();
        end();
    }

    /** XML 1.0 has no place for control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
