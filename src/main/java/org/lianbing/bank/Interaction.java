package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.List;

/** How an item is answered, with its key. Options and steps are in the author's order; nobody answers in that order. */
public sealed interface Interaction {

    /** The type this interaction belongs to. */
    ItemType type();

    /** 判断: a statement, right or wrong. */
    record TrueFalse(boolean key) implements Interaction {
        @Override
        public ItemType type() {
            return ItemType.TRUE_FALSE;
        }
    }

    /** 单选: exactly one option is correct. */
    record SingleChoice(List<Option> options) implements Interaction {
        public SingleChoice {
            options = List.copyOf(options);
        }

        @Override
        public ItemType type() {
            return ItemType.SINGLE_CHOICE;
        }
    }

    /** 多选: several options are correct, at least one is not. */
    record MultipleChoice(List<Option> options) implements Interaction {
        public MultipleChoice {
            options = List.copyOf(options);
        }

        @Override
        public ItemType type() {
            return ItemType.MULTIPLE_CHOICE;
        }
    }

    /** 步骤排序: the steps in the right order. */
    record Ordering(List<String> steps) implements Interaction {
        public Ordering {
            steps = List.copyOf(steps);
        }

        @Override
        public ItemType type() {
            return ItemType.ORDERING;
        }
    }

    /**
     * 数值: a number.
     *
     * @param key the right value
     * @param tolerance how far a response may be off, in the same unit
     * @param unit shown beside the field; may be empty
     */
    record Numeric(BigDecimal key, BigDecimal tolerance, String unit) implements Interaction {
        @Override
        public ItemType type() {
            return ItemType.NUMERIC;
        }
    }
}
