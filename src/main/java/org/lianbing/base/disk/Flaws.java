package org.lianbing.base.disk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.context.MessageSource;

import org.lianbing.base.Texts;

/** Gathers what is wrong with the files of a folder, in the first of our languages, which is that of the writers. */
public final class Flaws {

    private final MessageSource texts;
    private final List<Flaw> list = new ArrayList<>();

    public Flaws(MessageSource texts) {
        this.texts = texts;
    }

    /** Names a value of a file. */
    public void add(YamlFile file, String pointer, String key, Object... arguments) {
        add(file.name(), file.line(pointer), key, arguments);
    }

    /** Names a line of a file; 0 for the whole file. */
    public void add(String file, int line, String key, Object... arguments) {
        list.add(new Flaw(file, line, texts.getMessage(key, arguments, Texts.LANGUAGES.getFirst())));
    }

    public void addAll(Collection<Flaw> more) {
        list.addAll(more);
    }

    public List<Flaw> list() {
        return List.copyOf(list);
    }

    public int size() {
        return list.size();
    }
}
