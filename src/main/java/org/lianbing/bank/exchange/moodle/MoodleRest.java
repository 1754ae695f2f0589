package org.lianbing.bank.exchange.moodle;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.PlainFile;
import org.lianbing.base.Problem;

/**
 * The rest of a file behind the place where it is no sound XML any more: a stray sign in one question, or an upload that
 * broke off. Each question is looked at by itself, so that one costs one.
 */
final class MoodleRest {

    private static final Pattern QUESTION = Pattern.compile("<question\\s[^>]*>");
    private static final String END = "</question>";
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern NAMED = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,8}[0-9]{0,2});");
    private static final Pattern LOOSE =
            Pattern.compile("&(?![A-Za-z]{2,8}[0-9]{0,2};|#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)");
    private static final int LONGEST = 40_000_000;
    private static final int SHOWN = 2000;

    private MoodleRest() {}

    /** Takes the questions. */
    interface Taker {
        /** One that could be read as XML. */
        void question(Element question, int line);

        /** One that could not. */
        void broken(String source, int line);
    }

    /** Goes through the file from a place on, lines and columns counted from 1. */
    static void read(Upload file, int from, int column, Taker taker) throws IOException {
        StringBuilder open = new StringBuilder();
        int began = from;
        int at = 0;
        try (BufferedReader in = PlainFile.open(file)) {
            for (String whole = in.readLine(); whole != null; whole = in.readLine()) {
                at++;
                if (at < from) {
                    continue;
                }
                String line = at == from ? whole.substring(Math.clamp(column - 1, 0, whole.length())) : whole;
                if (QUESTION.matcher(line).find() && !QUESTION.matcher(open).find()) {
                    open.setLength(0);
                    began = at;
                }
                open.append(line).append('\n');
                if (line.contains(END)) {
                    began = finished(open, began, at, taker);
                } else if (open.length() > LONGEST) {
                    taker.broken(shown(open.toString()), began);
                    open.setLength(0);
                    began = at + 1;
                }
            }
        }
        if (QUESTION.matcher(open).find()) {
            taker.broken(shown(open.toString()), began);
        }
    }

    /** Hands over all that is closed, and keeps what is not; says in which line that began. */
    private static int finished(StringBuilder open, int began, int at, Taker taker) {
        int end = open.indexOf(END);
        while (end >= 0) {
            one(open.substring(0, end + END.length()), began, taker);
            open.delete(0, end + END.length());
            end = open.indexOf(END);
            began = at;
        }
        return began;
    }

    /** A question that was never closed costs itself, not the one behind it. */
    private static void one(String text, int began, Taker taker) {
        Matcher starts = QUESTION.matcher(text);
        int start = -1;
        while (starts.find()) {
            if (start >= 0 && !inData(text, starts.start())) {
                taker.broken(shown(text.substring(start, starts.start())), began);
                start = starts.start();
            } else if (start < 0) {
                start = starts.start();
            }
        }
        if (start < 0) {
            return;
        }
        String source = text.substring(start);
        Optional<Element> read =
                parsed(FORBIDDEN.matcher(source).replaceAll("")).or(() -> parsed(mended(source)));
        if (read.isPresent()) {
            taker.question(read.get(), began);
        } else {
            taker.broken(shown(source), began);
        }
    }

    private static boolean inData(String text, int place) {
        return text.lastIndexOf("<![CDATA[", place) > text.lastIndexOf("]]>", place);
    }

    private static Optional<Element> parsed(String xml) {
        try {
            return Optional.of(SafeXml.document(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement());
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    /** With signs of HTML that XML does not know by name. */
    private static String mended(String xml) {
        String plain = FORBIDDEN.matcher(xml).replaceAll("");
        String named = NAMED.matcher(plain).replaceAll(found -> {
            String sign = Entities.getByName(found.group(1));
            return Matcher.quoteReplacement(sign.isEmpty() ? "&amp;" + found.group(1) + ";" : sign);
        });
        return LOOSE.matcher(named).replaceAll("&amp;");
    }

    private static String shown(String source) {
        String text = source.strip();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
