package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;

import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Level;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** The words for what the bank knows by codes. */
final class Words {

    private Words() {}

    static String of(Component reader, ItemType type) {
        return reader.getTranslation("exchange.type." + type.code());
    }

    static String of(Component reader, Level level) {
        return reader.getTranslation("base.level." + level.code());
    }

    static String of(Component reader, Collection<Level> levels) {
        return levels.stream()
                .sorted()
                .map(level -> of(reader, level))
                .collect(Collectors.joining(reader.getTranslation("bankui.comma")));
    }

    static String of(Component reader, Secrecy secrecy) {
        return reader.getTranslation("bankui.secrecy." + secrecy);
    }

    static String of(Component reader, ItemState state) {
        return reader.getTranslation("bankui.state." + state);
    }

    static Tag tag(Component reader, ItemState state) {
        Tone tone = switch (state) {
            case PUBLISHED -> Tone.GOOD;
            case IN_REVIEW -> Tone.BLUE;
            case DRAFT -> Tone.WARN;
            case RETIRED -> Tone.PLAIN;
        };
        return new Tag(of(reader, state), tone);
    }

    static Tag tag(Component reader, RowState state) {
        Tone tone = switch (state) {
            case READY, COMMITTED, KNOWN -> Tone.GOOD;
            case FAULTY -> Tone.BAD;
            case DUPLICATE, GUESSED -> Tone.WARN;
            case SKIPPED -> Tone.PLAIN;
        };
        return new Tag(reader.getTranslation("bankui.row." + state), tone);
    }
}
