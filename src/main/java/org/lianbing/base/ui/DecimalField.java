package org.lianbing.base.ui;

import java.math.BigDecimal;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Digits;

/**
 * A number that is typed. Vaadin's own field of decimals takes {@code 1e999999999} from a browser and needs gigabytes to
 * write it out; this one reads no more {@linkplain Digits digits} than it is told.
 */
public final class DecimalField extends TextField {

    private final int most;

    public DecimalField() {
        this(Digits.MOST);
    }

    /**
     * @param most digits, altogether and behind or before the point
     */
    public DecimalField(int most) {
        this.most = most;
    }

    /** A telephone shows its keys for numbers. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("this.inputElement.inputMode = 'decimal'");
    }

    /** What is typed; empty where that is nothing, or no number that it reads. */
    public Optional<BigDecimal> number() {
        return Digits.read(getValue(), most);
    }

    /** Shows a number; nothing for none. */
    public void show(@Nullable BigDecimal number) {
        setValue(number == null ? "" : number.toPlainString());
    }
}
