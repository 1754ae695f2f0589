package org.lianbing.exam.seb;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.lianbing.exam.ExamId;

/**
 * A configuration of Safe Exam Browser for one exam, as a property list that is neither encrypted nor compressed: it
 * opens the door of the exam, proves itself in both ways (headers, and the page's own interface where the engine of macOS
 * and iOS sends none) and leaves everything else at Safe Exam Browser's own values, which are the strict ones.
 */
public final class SebConfig {

    /** The media type by which Safe Exam Browser is opened. */
    public static final String CONTENT_TYPE = "application/seb";

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            """;

    /** The settings "start an exam" and "use the modern engine everywhere". */
    private static final int STARTING_AN_EXAM = 0;

    private static final int MODERN_ENGINE = 3;

    private final Map<String, Object> settings;

    private SebConfig(Map<String, Object> settings) {
        this.settings = settings;
    }

    /**
     * The configuration of an exam on this site.
     *
     * @param site the public address of the server, without a slash at its end
     */
    public static SebConfig of(ExamId exam, String site) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("allowQuit", true);
        settings.put("allowSpellCheck", false);
        settings.put("browserWindowAllowReload", true);
        settings.put("browserWindowWebView", MODERN_ENGINE);
        settings.put("quitURL", leaving(site));
        settings.put("quitURLConfirm", true);
        settings.put("sebConfigPurpose", STARTING_AN_EXAM);
        settings.put("sendBrowserExamKey", true);
        settings.put("showReloadButton", true);
        settings.put("showTime", true);
        settings.put("startURL", site + "/sitting/?exam=" + exam);
        return new SebConfig(settings);
    }

    /** The link that closes Safe Exam Browser. */
    public static String leaving(String site) {
        return site + "/sitting/?leave";
    }

    /** Its Config Key. */
    public String key() {
        return ConfigKey.of(settings);
    }

    /** As a file. */
    public String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            text.write(HEAD);
            xml.writeStartElement("plist");
            xml.writeAttribute("version", "1.0");
            xml.writeStartElement("dict");
            for (Map.Entry<String, Object> setting : settings.entrySet()) {
                element(xml, "key", setting.getKey());
                switch (setting.getValue()) {
                    case Boolean yes -> xml.writeEmptyElement(yes ? "true" : "false");
                    case Integer number -> element(xml, "integer", number.toString());
                    case Object word -> element(xml, "string", word.toString());
                }
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
