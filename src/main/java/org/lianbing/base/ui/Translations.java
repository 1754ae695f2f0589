package org.lianbing.base.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Texts;

/** Gives Vaadin the same texts as everybody else. */
@Component
class Translations implements I18NProvider {

    private final transient MessageSource texts;

    Translations(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        String text = texts.getMessage(key, arguments, "!" + key, Texts.nearest(locale));
        if (text == null) {
            return "!" + key;
        }
        return locale.getLanguage().equals("en") ? One.in(text) : text;
    }
}
