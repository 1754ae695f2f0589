package org.lianbing.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.Region;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Responses of somebody who knows the key, as values to be written as JSON. The slot must be the candidate's own. */
public final class Knowing {

    private Knowing() {}

    /** What is right; a text for what a person marks, and a sheet without deductions for a practical. */
    public static Object right(Slot slot) {
        return switch (slot.key()) {
            case SlotKey.One one -> one.token();
            case SlotKey.Several several -> several.tokens();
            case SlotKey.Order order -> order.tokens();
            case SlotKey.Value value -> value.value().toPlainString();
            case SlotKey.Blanks blanks ->
                blanks.blanks().stream().map(Knowing::right).toList();
            case SlotKey.Pairs pairs -> pairs.rightOfLeft();
            case SlotKey.Regions regions ->
                regions.shapes().stream().map(Knowing::inside).toList();
            case SlotKey.Written written -> "先在有电处试验验电器，再逐相验电。";
            case SlotKey.Checklist sheet -> checklist(sheet, line -> "0");
            case SlotKey.Variants variants -> throw new IllegalArgumentException("whose variant?");
        };
    }

    private static String right(SlotKey.BlankKey key) {
        return switch (key) {
            case SlotKey.BlankKey.Words words -> words.accepted().getFirst();
            case SlotKey.BlankKey.Number number -> number.value().toPlainString();
            case SlotKey.BlankKey.Pick pick -> pick.token();
        };
    }

    private static List<Integer> inside(Region.Shape shape) {
        return switch (shape) {
            case Region.Circle circle -> List.of(circle.x(), circle.y());
            case Region.Rectangle box -> List.of(box.x(), box.y());
            case Region.Polygon polygon ->
                List.of(
                        polygon.corners().getFirst().x(),
                        polygon.corners().getFirst().y());
        };
    }

    private static Object checklist(
            SlotKey.Checklist sheet, java.util.function.Function<SlotKey.Weight, String> deduction) {
        Map<String, String> deductions = new LinkedHashMap<>();
        sheet.criteria().forEach(line -> deductions.put(line.token(), deduction.apply(line)));
        return Map.of("deductions", deductions, "seconds", 60);
    }

    /** What is wrong in every part. */
    public static Object wrong(Slot slot) {
        return switch (slot.key()) {
            case SlotKey.One one ->
                slot.tokens().stream()
                        .filter(token -> !token.equals(one.token()))
                        .findFirst()
                        .orElseThrow();
            case SlotKey.Several several ->
                slot.tokens().stream()
                        .filter(token -> !several.tokens().contains(token))
                        .limit(1)
                        .toList();
            case SlotKey.Order order -> order.tokens().reversed();
            case SlotKey.Value number ->
                number.value().add(number.tolerance()).add(BigDecimal.TEN).toPlainString();
            case SlotKey.Blanks blanks -> wrong(slot, blanks);
            case SlotKey.Pairs pairs -> wrong(pairs);
            case SlotKey.Regions regions -> List.of(List.of(regions.width(), regions.height()));
            case SlotKey.Written written -> "不知道。";
            case SlotKey.Checklist sheet ->
                checklist(sheet, line -> line.points().toPlainString());
            case SlotKey.Variants variants -> throw new IllegalArgumentException("whose variant?");
        };
    }

    private static Object wrong(Slot slot, SlotKey.Blanks blanks) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < blanks.blanks().size(); i++) {
            entries.add(
                    blanks.blanks().get(i) instanceof SlotKey.BlankKey.Pick(String token)
                            ? slot.lists().get(i).stream()
                                    .filter(other -> !other.equals(token))
                                    .findFirst()
                                    .orElseThrow()
                            : "不对");
        }
        return entries;
    }

    /** Each left with the right of another. */
    private static Object wrong(SlotKey.Pairs pairs) {
        List<String> lefts = List.copyOf(pairs.rightOfLeft().keySet());
        Map<String, String> wrong = new LinkedHashMap<>();
        for (int i = 0; i < lefts.size(); i++) {
            wrong.put(lefts.get(i), pairs.rightOfLeft().get(lefts.get((i + 1) % lefts.size())));
        }
        return wrong;
    }
}
