package org.lianbing.bank.exchange.gift;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.bank.exchange.text.PlainFile;

/** GIFT: one question a paragraph, its answers in braces. */
@Component
@Order(60)
class GiftReader implements FormatReader {

    static final String FORMAT = "gift";

    private static final Pattern LOOKS =
            Pattern.compile("(?m)^\\s*(::|\\$CATEGORY:|//)|[^\\\\]\\{\\s*(\\}|[=~#]|T(RUE)?\\b|F(ALSE)?\\b)");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        boolean named = file.name().toLowerCase(Locale.ROOT).endsWith(".gift");
        return FileHead.isText(
                file,
                head -> named
                        || head.indexOf('{') >= 0
                                && head.indexOf('}') >= 0
                                && LOOKS.matcher(head).find());
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (BufferedReader in = PlainFile.openLines(file)) {
            GiftParagraphs paragraphs = new GiftParagraphs(pictures, found);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                paragraphs.line(line);
            }
            paragraphs.end();
        }
    }
}
