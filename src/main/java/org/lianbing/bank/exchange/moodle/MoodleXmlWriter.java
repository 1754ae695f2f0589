package org.lianbing.bank.exchange.moodle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.text.PicturePlaces;
import org.lianbing.bank.exchange.text.SharesAlone;

/**
 * Writes Moodle XML, with texts in Moodle's own Markdown format. What Moodle has no place for (difficulty, rule of
 * partial credit, marking points) stands in an element of ours, which Moodle passes over and our reader takes back. A
 * type that Moodle does not know becomes a description that says so.
 */
@Component
class MoodleXmlWriter implements FormatWriter {

    private final MessageSource texts;

    MoodleXmlWriter(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String format() {
        return MoodleXmlReader.FORMAT;
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String contentType() {
        return "application/xml";
    }

    @Override
    public Loss loss(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.ShortAnswer written -> written(written.rubric());
            case Interaction.Essay written -> written(written.rubric());
            case Interaction.Numeric number -> number.figures() == null ? Loss.NOTHING : Loss.PART;
            default -> described(content);
        };
    }

    @Override
    public Optional<String> scoredOtherwise(ItemContent content) {
        return SharesAlone.lost(content);
    }

    private static Loss described(ItemContent content) {
        return MoodleQuestionWriter.type(content.interaction()).equals("description") ? Loss.ALL : Loss.NOTHING;
    }

    /** Moodle has a place for hints to those who score, and none for a model answer. */
    private static Loss written(Rubric rubric) {
        return rubric.sample().isEmpty() && rubric.points().isEmpty() ? Loss.NOTHING : Loss.PART;
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("quiz");
            PicturePlaces pictures = new PicturePlaces(items, name -> "@@PLUGINFILE@@/" + name);
            items.each(item -> one(
                    xml,
                    pictures,
                    item,
                    scoredOtherwise(item.content()).map(how -> texts.getMessage(how, null, items.language()))));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @param scored how it is scored otherwise there; Moodle passes over comments */
    private static void one(XMLStreamWriter xml, PicturePlaces pictures, ExportedItem item, Optional<String> scored) {
        try {
            new MoodleXml(xml, pictures).category(item);
            if (scored.isPresent()) {
                xml.writeComment(" " + item.code() + ": " + scored.get() + " ");
            }
            new MoodleQuestionWriter(new MoodleXml(xml, pictures)).write(item);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
