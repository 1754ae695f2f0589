package org.lianbing.bank.exchange.moodle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.bank.exchange.text.XmlParts;

/** Moodle XML: a quiz of questions, read one by one. */
@Component
@Order(20)
class MoodleXmlReader implements FormatReader {

    static final String FORMAT = "moodle-xml";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        return FileHead.isXml(file, "quiz");
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        List<String> path = List.of();
        int number = 0;
        try (InputStream in = Files.newInputStream(file.path())) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("question")) {
                    int line = xml.getLocation().getLineNumber();
                    Element question = SafeXml.element(xml);
                    if (question.getAttribute("type").equals("category")) {
                        path = path(question);
                    } else {
                        String place = "#" + ++number + " · line " + line;
                        found.accept(new MoodleQuestion(place, question, path, pictures).read());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    /** {@code $course$/top/电工/高级工}; a doubled slash is part of a name. */
    private static List<String> path(Element question) {
        String text = XmlParts.child(question, "category")
                .map(category -> XmlParts.text(category, "text"))
                .orElse("");
        return Arrays.stream(text.split("(?<!/)/(?!/)"))
                .map(part -> part.strip().replace("//", "/"))
                .filter(part -> !part.isEmpty() && !part.matches("\\$\\w+\\$") && !part.equals("top"))
                .toList();
    }
}
