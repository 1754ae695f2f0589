package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A blank of a 填空 with what belongs into it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Blank.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Blank.Value.class, name = "number"),
    @JsonSubTypes.Type(value = Blank.Pick.class, name = "pick")
})
public sealed interface Blank {

    /** The texts of the blank. */
    List<Passage> passages();

    /** The same with its Markdown changed. */
    Blank mapped(UnaryOperator<String> change);

    /**
     * A word or a few. Width (全角/半角), spaces at the ends and doubled ones never count.
     *
     * @param accepted all that is right, the best first; plain text
     * @param exactCase whether upper and lower case differ, as in Co and CO
     */
    record Words(List<String> accepted, boolean exactCase) implements Blank {
        public Words {
            accepted = List.copyOf(accepted);
        }

        @Override
        public List<Passage> passages() {
            return Passage.texts("accepted", accepted);
        }

        @Override
        public Blank mapped(UnaryOperator<String> change) {
            return this;
        }
    }

    /** A number; the tolerance is how far a response may be off. */
    record Value(BigDecimal key, BigDecimal tolerance) implements Blank {
        @Override
        public List<Passage> passages() {
            return List.of();
        }

        @Override
        public Blank mapped(UnaryOperator<String> change) {
            return this;
        }
    }

    /**
     * One of several words that are shown.
     *
     * @param choices Markdown
     * @param key the place of the right one, from 0
     */
    record Pick(List<String> choices, int key) implements Blank {
        public Pick {
            choices = List.copyOf(choices);
        }

        @Override
        public List<Passage> passages() {
            return Passage.texts("choices", choices);
        }

        @Override
        public Blank mapped(UnaryOperator<String> change) {
            return new Pick(choices.stream().map(change).toList(), key);
        }
    }
}
