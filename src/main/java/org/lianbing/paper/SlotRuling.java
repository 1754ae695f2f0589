package org.lianbing.paper;

import java.util.List;

/** What a correction says about a slot. */
public sealed interface SlotRuling {

    /**
     * Another key, or further ones: a response counts by the one that it fits best.
     *
     * @param any of the shape of the frozen key; the first is what is shown as right
     */
    record Keys(List<SlotKey> any) implements SlotRuling {
        public Keys {
            any = List.copyOf(any);
            if (any.isEmpty()) {
                throw new IllegalArgumentException("no key");
            }
        }
    }

    /** The slot is void, and everybody has its full score, also who left it blank. */
    record FullMarks() implements SlotRuling {}

    /** The slot is void and taken out: it counts nothing for anybody, and the max score falls. */
    record TakenOut() implements SlotRuling {}

    /** The ruling as it is for who has this variant of a 计算; itself for all else. */
    default SlotRuling variant(int variant) {
        return this instanceof Keys(List<SlotKey> keys)
                ? new Keys(keys.stream()
                        .map(key -> key instanceof SlotKey.Variants variants
                                ? variants.all().get(variant).key()
                                : key)
                        .toList())
                : this;
    }

    /** Its name in the API and in translations. */
    default String code() {
        return switch (this) {
            case Keys keys -> "key";
            case FullMarks marks -> "full-marks";
            case TakenOut out -> "taken-out";
        };
    }
}
