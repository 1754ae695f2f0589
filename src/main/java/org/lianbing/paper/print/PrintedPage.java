package org.lianbing.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jsoup.nodes.Entities;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A page of HTML that is whole by itself: its style, its pictures, and what shows formulas stand in it, so that a file
 * that was put by prints as the page does.
 */
@Component
class PrintedPage {

    private static final String STYLE = "META-INF/resources/lianbing/paper.css";

    /** Comes with the build of the sitting pages. */
    private static final String FORMULAS = "static/sitting/print/katex.js";

    private static final String SHOW_FORMULAS = """
            for (const code of document.querySelectorAll('code.math')) {
              if (code.children.length) continue;
              const shown = document.createElement('span');
              try {
                katex.render(code.textContent, shown, { output: 'mathml', displayMode: code.classList.contains('display'),
                  trust: false, maxExpand: 200, maxSize: 20, strict: 'ignore', throwOnError: true });
                code.replaceWith(shown);
              } catch { /* What is no TeX stays as it was written. */ }
            }
            """;

    private final MessageSource texts;

    PrintedPage(MessageSource texts) {
        this.texts = texts;
    }

    Words words(Locale language) {
        return new Words(texts, language);
    }

    /**
     * The page.
     *
     * @param kind {@code paper}, {@code sheets} or {@code keys}
     * @param title of the window and of a file
     * @param footLeft at the foot of each page
     * @param footRight likewise, at its other end
     * @param body HTML
     */
    String whole(String kind, Words words, String title, String footLeft, String footRight, String body) {
        StringBuilder page = new StringBuilder(body.length() + 400_000);
        page.append("<!doctype html><html lang=\"")
                .append(words.language().toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<meta name=\"robots\" content=\"noindex\"><title>")
                .append(Entities.escape(title))
                .append("</title><style>")
                .append(text(STYLE))
                .append(feet(kind, words, footLeft, footRight))
                .append("</style></head><body class=\"print-")
                .append(kind)
                .append("\"><div class=\"bar\"><span>")
                .append(Entities.escape(title))
                .append("</span><button type=\"button\" onclick=\"window.print()\">")
                .append(Entities.escape(words.get("now")))
                .append("</button></div>")
                .append(body);
        if (body.contains("class=\"math") && new ClassPathResource(FORMULAS).exists()) {
            page.append("<script>")
                    .append(text(FORMULAS))
                    .append("</script><script>")
                    .append(SHOW_FORMULAS)
                    .append("</script>");
        }
        return page.append("</body></html>").toString();
    }

    /** Numbers of pages come from the browser; leaves of answer sheets have numbers of their own. */
    private static String feet(String kind, Words words, String left, String right) {
        if (kind.equals("sheets")) {
            return "@page { @bottom-left { content: \"%s\" } }".formatted(styled(left));
        }
        return """
                @page { @bottom-left { content: "%s" } @bottom-right { content: "%s" }
                  @bottom-center { content: "%s" counter(page) "%s" counter(pages) "%s" } }
                """.formatted(
                        styled(left),
                        styled(right),
                        styled(words.get("page.before")),
                        styled(words.get("page.of")),
                        styled(words.get("page.after")));
    }

    /** Nothing in a text ends a string or a style sheet. */
    private static String styled(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == ' ' || point == '·') {
                safe.appendCodePoint(point);
            } else {
                safe.append('\\').append(Integer.toHexString(point)).append(' ');
            }
        });
        return safe.toString();
    }

    private static String text(String resource) {
        try (InputStream stream = new ClassPathResource(resource).getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
