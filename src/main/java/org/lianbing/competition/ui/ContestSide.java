package org.lianbing.competition.ui;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.PersonName;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.ui.QrCode;
import org.lianbing.base.ui.Section;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.Stage;
import org.lianbing.exam.Disclosure;
import org.lianbing.paper.Blueprint;
import org.lianbing.ranking.BoardId;

/** Beside the table: how contestants get in, the board, and what was laid down. */
class ContestSide extends Aside {

    private static final List<String> FACTS =
            List.of("when", "duration", "late", "grace", "paper", "release", "answers", "explanations", "pass");

    private final Div door = new Div();
    private final Anchor board = new Anchor();
    private final Paragraph boardState = new Paragraph();
    private final String admission;
    private final transient AdmissionActs acts;
    private final AdmissionSection cards;

    private final AccessSection access;

    ContestSide(
            Competition competition, Words words, List<PersonName> barred, AdmissionActs acts, AccessActs accessActs) {
        addClassNames("contest-side", "stack");
        Stage stage = Objects.requireNonNull(competition.stage());
        admission = CompetitionNavigation.admission(stage.exam());
        door.addClassName("contest-door");
        this.acts = acts;
        this.cards = new AdmissionSection(acts);
        this.access = new AccessSection(accessActs, words);
        add(cards, access);
        add(new Section(getTranslation("competition.door"), door), boardSection(stage.board()));
        add(new Section(getTranslation("competition.laid-down"), facts(competition.draft(), words)));
        if (!barred.isEmpty()) {
            add(new Section(
                    getTranslation("competition.barred"),
                    text(String.join(
                            getTranslation("competition.list-comma"),
                            barred.stream().map(PersonName::name).toList())),
                    muted(getTranslation("competition.barred.why"))));
        }
    }

    private Component boardSection(BoardId id) {
        board.setHref(CompetitionNavigation.board(id));
        board.setTarget("_blank");
        board.setText(getTranslation("competition.board.open"));
        board.addClassName("contest-act");
        boardState.addClassNames("muted", "small");
        return new Section(getTranslation("competition.board"), boardState, board);
    }

    private Component facts(CompetitionDraft draft, Words words) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts-list");
        fact(facts, "when", words.window(this, draft.window()));
        fact(facts, "duration", words.duration(this, draft.window().duration()));
        fact(facts, "late", getTranslation("competition.late." + draft.window().lateStart()));
        fact(facts, "grace", words.duration(this, draft.window().grace()));
        fact(facts, "paper", getTranslation("competition.paper.sum", draft.items(), Words.points(draft.maxScore())));
        for (Blueprint.Section section : draft.sections()) {
            fact(
                    facts,
                    getTranslation("paper.section." + section.type().code()),
                    getTranslation("competition.paper.section", section.count(), Words.points(section.pointsEach()))
                            + credit(section.credit())
                            + source(section));
        }
        fact(facts, "release", getTranslation("competition.release." + draft.releaseRule()));
        fact(facts, "answers", disclosure("answers", draft.results().answers(), words));
        fact(facts, "explanations", disclosure("explanations", draft.results().explanations(), words));
        fact(facts, "pass", getTranslation("competition.pass", draft.results().passPercent()));
        return facts;
    }

    private String disclosure(String what, Disclosure disclosure, Words words) {
        Instant at = disclosure.at();
        return at == null
                ? getTranslation("competition.disclosure." + what + "." + disclosure.rule())
                : getTranslation("competition.disclosure.from", words.moment(this, at));
    }

    private String credit(@Nullable PartialCredit rule) {
        return rule == null ? "" : " · " + getTranslation("bank.credit." + rule.code());
    }

    /** Which set it is, only those know who may draw from it. */
    private String source(Blueprint.Section section) {
        if (section.sealedSet() == null) {
            return "";
        }
        return " · "
                + (section.bankCount() == 0
                        ? getTranslation("competition.paper.source.some")
                        : getTranslation("competition.paper.source.mixed", section.sealedCount(), section.bankCount()));
    }

    private void fact(DescriptionList facts, String name, String text) {
        String key = "competition.fact." + name;
        boolean known = FACTS.contains(name);
        facts.add(new DescriptionList.Term(known ? getTranslation(key) : name), new DescriptionList.Description(text));
    }

    void show(Competition competition) {
        boolean live = competition.draft().liveBoard();
        boolean settled = competition.state() == CompetitionState.CLOSED;
        cards.setVisible(!settled);
        access.show(settled);
        boardState.setText(getTranslation(
                switch (competition.state()) {
                    case CLOSED -> "competition.board.final";
                    case DRAFT, OPENING, OPEN -> live ? "competition.board.live" : "competition.board.hidden";
                }));
    }

    void showTurnout() {
        cards.show(acts.turnout());
    }

    /** Only the browser knows by which name the server is reached. */
    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().fetchCurrentURL(here -> {
            String address = here.getProtocol() + "://" + here.getAuthority() + admission;
            Anchor link = new Anchor(admission, address);
            link.setTarget("_blank");
            link.addClassName("address");
            door.removeAll();
            door.add(
                    new QrCode(address, getTranslation("competition.door.qr")),
                    muted(getTranslation("competition.door.hint")),
                    link);
        });
    }

    private static Paragraph text(String text) {
        return new Paragraph(text);
    }

    private static Paragraph muted(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }
}
