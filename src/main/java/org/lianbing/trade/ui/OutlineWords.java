package org.lianbing.trade.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Edition;
import org.lianbing.trade.EditionSource;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Trade;

/** The words for what outlines know by codes. */
final class OutlineWords {

    private OutlineWords() {}

    static String of(Component reader, Trade trade, @Nullable Level level) {
        String name = trade.name(reader.getUI()
                .or(() -> java.util.Optional.ofNullable(com.vaadin.flow.component.UI.getCurrent()))
                .map(com.vaadin.flow.component.UI::getLocale)
                .orElse(java.util.Locale.SIMPLIFIED_CHINESE));
        return level == null ? name : name + " · " + reader.getTranslation("base.level." + level.code());
    }

    static String of(Component reader, Importance importance) {
        return importance + " " + reader.getTranslation("outlines.importance." + importance);
    }

    /** Where an edition comes from. */
    static Tag source(Component reader, Edition edition) {
        boolean disk = edition.source() == EditionSource.DISK;
        return new Tag(
                reader.getTranslation(disk ? "outlines.source.DISK" : "outlines.source.PERSON"),
                disk ? Tone.PLAIN : Tone.BLUE);
    }
}
