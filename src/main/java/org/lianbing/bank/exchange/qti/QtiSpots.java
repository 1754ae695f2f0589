package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;

import org.jsoup.nodes.Element;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Region;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;

/** The interactions of QTI in which one points at a picture. */
final class QtiSpots {

    private final QtiKey key;
    private final QtiText text;
    private final List<Remark> remarks;
    private final Consumer<List<String>> leftOut;

    QtiSpots(QtiKey key, QtiText text, List<Remark> remarks, Consumer<List<String>> leftOut) {
        this.key = key;
        this.text = text;
        this.remarks = remarks;
        this.leftOut = leftOut;
    }

    /** The places in a picture by what they are called; where they lie is lost, and where not all have a name there is nothing to ask. */
    Map<String, String> labelled(Element element, String choice) throws QtiBlocks.Foreign {
        if (text.picture(element).isEmpty()) {
            throw new QtiBlocks.NoPicture();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (Element place : element.select("> " + choice)) {
            String label = place.attr("hotspotlabel").strip();
            labels.put(place.attr("identifier"), text.markdown(new Element("p").text(label)));
        }
        boolean told = labels.values().stream().noneMatch(String::isEmpty)
                && Set.copyOf(labels.values()).size() == labels.size();
        if (labels.isEmpty() || !told) {
            throw new QtiBlocks.Foreign(element.normalName());
        }
        remarks.add(Remark.of("exchange.remark.places-as-names"));
        return labels;
    }

    /** Words or pictures onto places of a picture: here one points at the place of each. */
    Interaction gaps(Element element, Map<String, String> words) throws QtiBlocks.Foreign {
        QtiText.Picture picture = text.picture(element).orElseThrow(QtiBlocks.NoPicture::new);
        Map<String, List<Region>> places = new LinkedHashMap<>();
        for (String[] pair : key.pairs()) {
            boolean straight = words.containsKey(pair[0]);
            String word = straight ? pair[0] : pair[1];
            for (Element spot : element.select("> associablehotspot")) {
                if (spot.attr("identifier").equals(straight ? pair[1] : pair[0])) {
                    QtiShapes.of(spot.attr("shape"), spot.attr("coords"), picture)
                            .ifPresent(shape -> places.computeIfAbsent(word, any -> new ArrayList<>())
                                    .add(new Region(shape, spot.attr("hotspotlabel"), true)));
                }
            }
        }
        leftOut.accept(words.keySet().stream()
                .filter(id -> !places.containsKey(id))
                .map(id -> words.getOrDefault(id, id))
                .toList());
        List<CasePart> parts = new ArrayList<>();
        places.forEach((id, regions) -> parts.add(new CasePart(
                words.getOrDefault(id, id),
                new Interaction.Hotspot(picture.markdown(), picture.width(), picture.height(), regions),
                BigDecimal.ONE,
                "",
                null)));
        if (parts.isEmpty()) {
            throw new NoSuchElementException("key");
        }
        return new Interaction.Case(parts);
    }

    Interaction hotspot(Element element) throws QtiBlocks.Foreign {
        QtiText.Picture picture = text.picture(element).orElseThrow(QtiBlocks.NoPicture::new);
        List<Region> regions = new ArrayList<>();
        for (Element spot : element.select("hotspotchoice")) {
            QtiShapes.of(spot.attr("shape"), spot.attr("coords"), picture)
                    .ifPresent(shape -> regions.add(
                            new Region(shape, spot.attr("hotspotlabel"), key.right(spot.attr("identifier")))));
        }
        return new Interaction.Hotspot(picture.markdown(), picture.width(), picture.height(), regions);
    }

    /** Points within areas; of several areas those that count most are right. */
    Interaction points(Element shown) throws QtiBlocks.Foreign {
        QtiText.Picture picture = text.picture(shown).orElseThrow(QtiBlocks.NoPicture::new);
        BigDecimal most = key.areas().stream()
                .map(area -> Numbers.of(area.attr("mappedvalue")))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        List<Region> regions = new ArrayList<>();
        boolean dropped = false;
        for (Element area : key.areas()) {
            BigDecimal counts = Numbers.of(area.attr("mappedvalue"));
            boolean right = counts.signum() > 0 && counts.compareTo(most) == 0;
            if (counts.signum() > 0 && !right) {
                dropped = true;
                continue;
            }
            QtiShapes.of(area.attr("shape"), area.attr("coords"), picture)
                    .ifPresent(shape -> regions.add(new Region(shape, "", right)));
        }
        if (dropped) {
            remarks.add(Remark.of("exchange.remark.part-weights-dropped"));
        }
        if (key.single() && regions.stream().filter(Region::correct).count() > 1) {
            remarks.add(Remark.guess(0.5, "exchange.remark.any-of-several"));
        }
        return new Interaction.Hotspot(picture.markdown(), picture.width(), picture.height(), regions);
    }
}
