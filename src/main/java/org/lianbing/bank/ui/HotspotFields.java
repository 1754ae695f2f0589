package org.lianbing.bank.ui;

import java.util.List;
import java.util.regex.Pattern;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Region;
import org.lianbing.base.Problem;

/** The fields of a 热点: its picture, on which regions are drawn, and below it all of that in numbers. */
class HotspotFields extends Div {

    private static final int MOST_PIXELS = 10_000;
    /** What would end a name where it stands in a line. */
    private static final Pattern ENDS = Pattern.compile("[|｜\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private final transient TypedFields typed;
    private final TextField picture = new TextField();
    private final IntegerField width = new IntegerField();
    private final IntegerField height = new IntegerField();
    private final TextArea regions = new TextArea();
    private final NativeDetails numbers = new NativeDetails();
    private final RegionBoard board = new RegionBoard(this::drawn, this::sized);

    HotspotFields(Interaction.Hotspot hotspot, TypedFields typed) {
        this.typed = typed;
        addClassName("answer-fields");
        picture.setLabel(getTranslation("bankui.edit.picture"));
        picture.setHelperText(getTranslation("bankui.edit.picture-help"));
        picture.setValue(hotspot.picture());
        picture.setWidthFull();
        typed.markdown("picture", picture);
        whole("width", width, hotspot.width());
        whole("height", height, hotspot.height());
        regions.setLabel(getTranslation("bankui.edit.regions"));
        regions.setHelperText(getTranslation("bankui.edit.regions-help"));
        regions.setValue(AnswerLines.regions(hotspot.regions()));
        regions.setWidthFull();
        regions.setManualValidation(true);
        typed.text("regions", regions);
        Div sizes = new Div(width, height);
        sizes.addClassName("form-row");
        numbers.setSummary(new Span(getTranslation("bankui.edit.numbers")));
        numbers.setContent(new Div(sizes, regions));
        add(picture, board, numbers);
        List.of(picture, regions).forEach(field -> field.addValueChangeListener(change -> show()));
        List.of(width, height).forEach(field -> field.addValueChangeListener(change -> show()));
        show();
    }

    private void whole(String name, IntegerField field, int value) {
        field.setLabel(getTranslation("bankui.edit." + name));
        field.setMin(1);
        field.setMax(MOST_PIXELS);
        field.setValue(value);
        typed.whole(name, field);
    }

    TextField picture() {
        return picture;
    }

    /** What the fields say now. */
    Interaction.Hotspot hotspot() {
        return new Interaction.Hotspot(picture.getValue().strip(), value(width), value(height), regions());
    }

    private List<Region> regions() {
        try {
            List<Region> read = AnswerLines.regions(regions.getValue());
            regions.setInvalid(false);
            return read;
        } catch (Problem unreadable) {
            regions.setErrorMessage(getTranslation(unreadable.code(), unreadable.arguments()));
            regions.setInvalid(true);
            throw unreadable;
        }
    }

    /**
     * Numbers that cannot be read leave the drawing as it was; what is wrong stands at their field, and nothing can be drawn,
     * which would be written over all that was typed.
     */
    private void show() {
        try {
            Interaction.Hotspot now = hotspot();
            board.show(now.picture(), now.width(), now.height(), now.regions());
            board.setLocked(false);
        } catch (Problem unfinished) {
            board.setLocked(true);
            numbers.setOpen(true);
        }
    }

    private void drawn(List<Region> drawn) {
        regions.setValue(AnswerLines.regions(drawn.stream()
                .map(region -> new Region(
                        region.shape(),
                        ENDS.matcher(region.name()).replaceAll(" ").strip(),
                        region.correct()))
                .toList()));
        typed.tell();
    }

    /** A new picture brings its size with it; where regions are drawn already, they count in the size that is there. */
    private void sized(int pixelsAcross, int pixelsDown) {
        boolean sound = pixelsAcross > 0 && pixelsDown > 0 && Math.max(pixelsAcross, pixelsDown) <= MOST_PIXELS;
        if (sound && regions.isEmpty()) {
            width.setValue(pixelsAcross);
            height.setValue(pixelsDown);
            typed.tell();
        }
    }

    private static int value(IntegerField field) {
        Integer value = field.getValue();
        if (value == null) {
            field.setInvalid(true);
            throw Problem.invalid("bankui.edit.number");
        }
        return value;
    }
}
