package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;

/** Several questions in one item, as the parts of a 案例: each block asks for itself, and so do the blanks of a paragraph or of a table together. */
final class QtiParts {

    private final QtiText text;
    private final Function<Element, QtiBlocks> readers;
    private final Map<Element, List<Element>> asked = new LinkedHashMap<>();

    QtiParts(QtiText text, Function<Element, QtiBlocks> readers) {
        this.text = text;
        this.readers = readers;
    }

    /** The interactions of each part, once the parts are known. */
    List<List<Element>> asked() {
        return List.copyOf(asked.values());
    }

    /** The parts; what is asked in a paragraph of blanks then stands there and no longer in the text of the item. */
    List<CasePart> of(List<Element> all) throws QtiBlocks.Foreign {
        for (Element each : all) {
            Element place = QtiText.INLINE.contains(each.normalName()) ? QtiText.block(each) : each;
            asked.computeIfAbsent(place, any -> new ArrayList<>()).add(each);
        }
        List<CasePart> parts = new ArrayList<>();
        for (Map.Entry<Element, List<Element>> each : asked.entrySet()) {
            Element place = each.getKey();
            boolean inline = !each.getValue().contains(place);
            if (inline) {
                parts.add(part(parts.size(), text.stem(place), blanks(each.getValue())));
            } else {
                QtiBlocks reader = readers.apply(place);
                Interaction interaction = reader.interaction(place);
                parts.add(part(parts.size(), reader.stem(place), interaction));
            }
        }
        asked.keySet().stream()
                .filter(place -> all.stream().noneMatch(other -> standsBeside(other, place)))
                .forEach(QtiText::take);
        return parts;
    }

    /** Whether something that is another part stands within the place of this one. */
    private boolean standsBeside(Element other, Element place) {
        boolean own = asked.getOrDefault(place, List.of()).contains(other);
        return place.nameIs("itembody") || !own && other.parents().contains(place);
    }

    private static CasePart part(int before, String stem, Interaction interaction) {
        return new CasePart(stem.isEmpty() ? "#" + (before + 1) : stem, interaction, BigDecimal.ONE, "", null);
    }

    private Interaction blanks(List<Element> inline) {
        List<Blank> blanks = new ArrayList<>();
        inline.forEach(each -> blanks.add(readers.apply(each).blank(each)));
        return new Interaction.FillIn(blanks);
    }
}
