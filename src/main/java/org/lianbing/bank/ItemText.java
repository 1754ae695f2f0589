package org.lianbing.bank;

import org.springframework.stereotype.Component;

/** Markdown of items to HTML that is safe to show; pictures become data URIs, so that a form is whole by itself. */
@Component
public class ItemText {

    /** A stem or an explanation: paragraphs, lists, tables, pictures. */
    public String html(String markdown) {
        throw new IllegalStateException();
    }

    /** An option: the same without the paragraph around it. */
    public String inlineHtml(String markdown) {
        throw new IllegalStateException();
    }

    /** Plain words for lists and search. */
    public String plain(String markdown) {
        throw new IllegalStateException();
    }
}
