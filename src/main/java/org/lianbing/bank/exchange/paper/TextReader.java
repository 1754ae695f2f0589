package org.lianbing.bank.exchange.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.PlainFile;
import org.lianbing.base.Problem;

/** A paper as plain text: a .txt file, or what somebody pasted. */
@Component
@Order(90)
class TextReader implements FormatReader {

    static final String FORMAT = "text";

    private static final Pattern LOOKS = Pattern.compile("(?m)^\\s*(?:第\\s*)?\\d{1,5}\\s*[、.．)）题](?!\\d)");
    private static final int HEAD = 64 * 1024;
    private static final int LONGEST_LINE = 20_000;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        String head = PlainFile.head(file, HEAD);
        return !head.stripLeading().startsWith("<") && LOOKS.matcher(head).find();
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        PaperParser parser = new PaperParser(new Atoms());
        try (BufferedReader in = PlainFile.open(file)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                parser.line(++number, line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
            }
        }
        if (parser.questions() == 0) {
            throw Problem.invalid("exchange.paper-no-questions");
        }
        parser.end(found);
    }
}
