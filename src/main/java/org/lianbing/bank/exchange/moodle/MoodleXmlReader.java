package org.lianbing.bank.exchange.moodle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
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
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.BrokenXml;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.bank.exchange.text.PlainFile;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;

/** Moodle XML: a quiz of questions, read one by one. */
@Component
@Order(20)
class MoodleXmlReader implements FormatReader {

    static final String FORMAT = "moodle-xml";

    private static final int HEAD = 64 * 1024;

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
        Quiz quiz = new Quiz(pictures, found);
        try (InputStream in = Files.newInputStream(file.path())) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("question")) {
                    int line = xml.getLocation().getLineNumber();
                    quiz.question(SafeXml.element(xml), line);
                    quiz.line = xml.getLocation().getLineNumber();
                    quiz.column = xml.getLocation().getColumnNumber();
                }
            }
        } catch (XMLStreamException e) {
            rest(file, quiz, SafeXml.broken(e));
        } catch (Problem broken) {
            rest(file, quiz, broken);
        }
    }

    /** Where the XML breaks, what follows is looked at question by question; where none can be read, it is no quiz. */
    private static void rest(Upload file, Quiz quiz, Problem broken) throws IOException {
        String head = PlainFile.head(file, HEAD);
        if (!broken.code().equals("exchange.xml-broken") || head.contains("<!ENTITY")) {
            throw broken;
        }
        try (BufferedReader in = PlainFile.openXml(file)) {
            new BrokenXml("question", quiz).read(in, quiz.line, quiz.column);
        }
        if (!quiz.any) {
            throw broken;
        }
    }

    /** Numbers the questions and keeps in mind in which category they stand. */
    private static final class Quiz implements BrokenXml.Taker {

        private final Pictures pictures;
        private final Consumer<Question> found;
        private final List<Question> waiting = new ArrayList<>();
        private List<String> path = List.of();
        private int number;
        /** Where the last one ended. */
        private int line = 1;

        private int column = 1;
        private boolean any;

        Quiz(Pictures pictures, Consumer<Question> found) {
            this.pictures = pictures;
            this.found = found;
        }

        @Override
        public void question(Element question, int line) {
            if (question.getAttribute("type").equals("category")) {
                path = path(question);
                return;
            }
            any = true;
            waiting.forEach(found);
            waiting.clear();
            found.accept(new MoodleQuestion(place(line), question, path, pictures).read());
        }

        @Override
        public void broken(String source, int line) {
            Question question = new Question.Unread(
                    place(line),
                    source,
                    Labels.of("", path),
                    Remark.of("exchange.problem.question-xml", String.valueOf(line)));
            if (any) {
                found.accept(question);
            } else {
                waiting.add(question);
            }
        }

        private String place(int line) {
            return "#" + ++number + " · line " + line;
        }
    }

    /** {@code $course$/top/电工/高级工}; a doubled slash is part of a name. */
    private static List<String> path(Element question) {
        String text = XmlParts.child(question, "category")
                .map(category -> MoodleText.raw(category).strip())
                .orElse("");
        return Arrays.stream(text.split("(?<!/)/(?!/)"))
                .map(part -> part.strip().replace("//", "/"))
                .filter(part -> !part.isEmpty() && !part.matches("\\$\\w+\\$") && !part.equals("top"))
                .toList();
    }
}
