package org.lianbing.bank.exchange.word;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.FormatWriter;

/** The reader and the writer of Word for tests of other packages. */
public final class WordTesting {

    private WordTesting() {}

    public static FormatReader reader() {
        return new DocxReader();
    }

    public static FormatWriter writer() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n.formats");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new DocxWriter(texts);
    }
}
