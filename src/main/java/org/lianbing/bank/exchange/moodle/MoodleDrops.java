package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

import org.w3c.dom.Element;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.XmlParts;

/**
 * Things to be dragged onto a picture: labels onto boxes (ddimageortext), markers onto zones (ddmarker). Here one points
 * at the place instead: each label is a 热点, several make a 案例.
 */
final class MoodleDrops {

    /** Moodle makes the boxes as large as the longest label; what it reckons with is not in the file. */
    private static final int LETTER = 8;

    private static final int LINE = 20;
    private static final int MARGIN = 10;
    private static final int WIDE = 0x2E80;

    private final Element question;
    private final MoodleText text;
    private final List<Remark> remarks;

    MoodleDrops(Element question, MoodleText text, List<Remark> remarks) {
        this.question = question;
        this.text = text;
        this.remarks = remarks;
    }

    /** A label with its size in pixels where it lies on the picture. */
    private record Label(String text, String group, int width, int height) {}

    Interaction.Case interaction() {
        MoodleText.Shown picture = text.picture(question).orElseThrow(() -> new NoSuchElementException("picture"));
        Map<String, Label> labels = new LinkedHashMap<>();
        XmlParts.children(question, "drag").forEach(drag -> labels.put(XmlParts.text(drag, "no"), label(drag)));
        Map<String, List<Region>> zones = zones(labels, picture);
        List<String> unused = labels.entrySet().stream()
                .filter(label -> !zones.containsKey(label.getKey()))
                .map(label -> label.getValue().text())
                .toList();
        if (!unused.isEmpty()) {
            remarks.add(Remark.of("exchange.remark.unused-left-out", String.join(" / ", unused)));
        }
        List<CasePart> parts = new ArrayList<>();
        zones.forEach((no, regions) -> parts.add(new CasePart(
                Objects.requireNonNull(labels.get(no)).text(),
                new Interaction.Hotspot(picture.markdown(), picture.width(), picture.height(), regions),
                BigDecimal.ONE,
                "",
                null)));
        return new Interaction.Case(parts);
    }

    private Label label(Element drag) {
        String words = text.markdown(Optional.of(drag));
        Optional<MoodleText.Shown> image = text.picture(drag);
        if (image.isPresent()) {
            return new Label(
                    image.get()
                            .markdown()
                            .replaceFirst(
                                    "!\\[[^\\]]*]", "![" + text.plain(drag).replaceAll("[\\[\\]]", "") + "]"),
                    XmlParts.text(drag, "draggroup"),
                    image.get().width(),
                    image.get().height());
        }
        List<String> lines = Arrays.asList(words.split("\\\\?\\n"));
        int longest = lines.stream()
                .mapToInt(line -> line.chars().map(sign -> sign >= WIDE ? 2 : 1).sum())
                .max()
                .orElse(1);
        return new Label(
                words.replaceAll("\\\\?\\n+", " "),
                XmlParts.text(drag, "draggroup"),
                longest * LETTER + MARGIN,
                lines.size() * LINE + MARGIN);
    }

    /** By the number of the label that belongs there. */
    private Map<String, List<Region>> zones(Map<String, Label> labels, MoodleText.Shown picture) {
        Map<String, List<Region>> zones = new LinkedHashMap<>();
        boolean guessed = false;
        for (Element drop : XmlParts.children(question, "drop")) {
            String no = XmlParts.text(drop, "choice");
            Label label = labels.get(no);
            if (label == null) {
                continue;
            }
            boolean box = XmlParts.child(drop, "xleft").isPresent();
            guessed |= box;
            Region.Shape shape = box
                    ? box(
                            drop,
                            labels.values().stream()
                                    .filter(one -> one.group().equals(label.group()))
                                    .toList(),
                            picture)
                    : shape(XmlParts.text(drop, "shape"), XmlParts.text(drop, "coords"));
            zones.computeIfAbsent(no, any -> new ArrayList<>()).add(new Region(shape, "", true));
        }
        if (zones.isEmpty()) {
            throw new NoSuchElementException("drop");
        }
        if (guessed) {
            remarks.add(Remark.guess(0.6, "exchange.remark.zone-guessed"));
        }
        return zones;
    }

    private static Region.Shape box(Element drop, List<Label> group, MoodleText.Shown picture) {
        int left = Math.clamp(whole(XmlParts.text(drop, "xleft")), 0, Math.max(0, picture.width() - 1));
        int top = Math.clamp(whole(XmlParts.text(drop, "ytop")), 0, Math.max(0, picture.height() - 1));
        int width = group.stream().mapToInt(Label::width).max().orElse(1);
        int height = group.stream().mapToInt(Label::height).max().orElse(1);
        return new Region.Rectangle(
                left,
                top,
                Math.max(1, Math.min(width, picture.width() - left)),
                Math.max(1, Math.min(height, picture.height() - top)));
    }

    /** {@code 322,213;10} is a circle, {@code 20,30;40,50} a box by its size, {@code 1,2;3,4;5,6} a polygon. */
    private static Region.Shape shape(String shape, String coords) {
        int[] at = Arrays.stream(coords.split("[;,\\s]+"))
                .filter(part -> !part.isEmpty())
                .mapToInt(MoodleDrops::whole)
                .toArray();
        return switch (shape.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "circle" -> new Region.Circle(at[0], at[1], at[2]);
            case "rectangle" -> new Region.Rectangle(at[0], at[1], at[2], at[3]);
            default -> {
                List<Region.Spot> corners = new ArrayList<>();
                for (int i = 0; i + 1 < at.length; i += 2) {
                    corners.add(new Region.Spot(at[i], at[i + 1]));
                }
                yield new Region.Polygon(corners);
            }
        };
    }

    private static int whole(String number) {
        return (int) Math.round(Double.parseDouble(number.strip()));
    }
}
