package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotRuling;

/** The slot as it stands, and under it what is to hold. */
class ProposedCard extends Div {

    ProposedCard(SlotSheet sheet, CorrectionProposal proposal) {
        addClassName("stack");
        add(new SlotCard(sheet, null));
        Paragraph line = new Paragraph(
                proposal.draft().ruling() instanceof SlotRuling.Keys(var any)
                        ? getTranslation(
                                "competition.correction.proposed.key",
                                String.join(getTranslation("competition.correction.or"), keys(sheet, any)))
                        : getTranslation("competition.correction.proposed."
                                + proposal.draft().ruling().code()));
        line.addClassNames("card", "slot-proposed");
        add(line);
    }

    private static List<String> keys(SlotSheet sheet, List<org.lianbing.paper.SlotKey> any) {
        SlotWords words = new SlotWords(sheet);
        return any.stream()
                .map(key -> SlotFeedback.shown(sheet.slot(), key))
                .map(words::key)
                .toList();
    }
}
