package org.lianbing.competition.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.CorrectionProposal;
import org.lianbing.exam.CorrectionState;

/** Proposals as rows that lead to each of them: what, why, by whom, and what became of it. */
class ProposalList extends Div {

    ProposalList(
            List<CorrectionProposal> proposals,
            Map<PersonId, PersonName> names,
            java.util.function.Function<CorrectionProposal, String> address,
            java.util.function.Function<CorrectionProposal, String> title,
            Words words) {
        addClassNames("card", "contest-list");
        proposals.forEach(one -> add(row(one, names, address.apply(one), title.apply(one), words)));
    }

    private Component row(
            CorrectionProposal one, Map<PersonId, PersonName> names, String address, String title, Words words) {
        Span what = new Span(title
                + getTranslation(
                        "competition.erratum.short." + one.draft().ruling().code(),
                        one.draft().label()));
        what.addClassName("strong");
        Span why = new Span(one.draft().reason());
        why.addClassNames("muted", "small");
        Div left = new Div(what, why);
        left.addClassName("contest-words");
        Span who = new Span(Stream.of(
                        name(names, one.proposedBy()) + " " + words.moment(this, one.proposedAt()),
                        one.decidedBy() == null || one.decidedBy().equals(one.proposedBy())
                                ? ""
                                : getTranslation("competition.correction.by", name(names, one.decidedBy())))
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> first + " · " + second)
                .orElse(""));
        who.addClassNames("muted", "small");
        Anchor row = new Anchor(address);
        row.setRouterIgnore(false);
        row.add(left, who, state(one));
        row.addClassNames("contest-row", "proposal-row");
        return row;
    }

    private static String name(Map<PersonId, PersonName> names, @Nullable PersonId person) {
        PersonName name = person == null ? null : names.get(person);
        return name == null ? "" : name.name();
    }

    private Component state(CorrectionProposal one) {
        boolean working = one.state() == CorrectionState.APPROVED && one.regradedAt() == null;
        return new Tag(
                getTranslation("competition.correction.state." + (working ? "REGRADING" : one.state())),
                switch (one.state()) {
                    case PROPOSED -> Tone.WARN;
                    case APPROVED -> Tone.GOOD;
                    case REFUSED, WITHDRAWN -> Tone.PLAIN;
                });
    }
}
