package org.lianbing.bank.exchange.paper;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.base.Problem;

/** A paper as plain text: a .txt file, or what somebody pasted. */
@Component
@Order(90)
class TextReader implements FormatReader {

    static final String FORMAT = "text";

    private static final Pattern LOOKS = Pattern.compile(
            "(?m)^\\s*(?:#{1,6}\\s+)?(?:[\\[【(（][\\u4e00-\\u9fff]{2,5}[\\]】)）]\\s*)?(?:第\\s*)?\\d{1,5}\\s*[、.．)）题](?!\\d)|^\\s*[(（]?A[、.．)）]|[一二三四五六七八九十][、.．][\\u4e00-\\u9fff]{0,6}题\\s*[(（:：1]|^\\s*[\\[【(（]?(?:(?:参考|正确|标准)?答案|答|(?:[Cc]orrect )?[Aa]nswers?)\\s*[\\]】]?\\s*[:：]|^\\s*(?:Q|Question|【)\\s*\\d{1,4}\\s*(?:[.:：、)】])");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        return FileHead.isText(file, head -> LOOKS.matcher(head).find());
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        PaperParser parser = new PaperParser(new Atoms());
        TextLines.read(file, parser);
        for (Upload answers : file.beside()) {
            parser.answersFollow();
            TextLines.read(answers, parser);
        }
        if (parser.questions() == 0) {
            throw Problem.invalid("exchange.paper-no-questions");
        }
        parser.end(found);
    }
}
