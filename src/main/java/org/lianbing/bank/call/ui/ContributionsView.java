package org.lianbing.bank.call.ui;

import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.call.Call;
import org.lianbing.bank.call.Calls;
import org.lianbing.bank.call.Credit;
import org.lianbing.bank.call.Credits;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.ProposalState;
import org.lianbing.bank.call.Proposals;
import org.lianbing.bank.call.Report;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trades;

/** What a worker gives to the bank: proposing, open calls, and what became of what they proposed and reported. */
@Route(CallNavigation.CONTRIBUTIONS)
@Menu(title = "call.mine.menu", icon = "call", order = 6)
@RolesAllowed("WORKER")
class ContributionsView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 50;

    private final transient Trades trades;
    private final transient Moments moments;
    private final transient Words words;

    ContributionsView(
            Calls calls,
            Proposals proposals,
            Reports reports,
            Credits credits,
            Words words,
            Trades trades,
            Moments moments,
            CurrentActor current) {
        this.words = words;
        this.trades = trades;
        this.moments = moments;
        Actor actor = current.require();
        addClassNames("page", "narrow", "contributions");
        Credit credit = credits.of(actor);
        Paged<Proposal> proposed = proposals.mine(actor, new PageOf(0, SHOWN));
        Paged<Report> reported = reports.mine(actor, new PageOf(0, SHOWN));
        Anchor propose = new Anchor(CallNavigation.NEW_PROPOSAL, getTranslation("call.propose"));
        propose.setRouterIgnore(false);
        propose.addClassNames("button-link", "primary", "main-act");
        add(
                new PageHeader(getTranslation("call.mine.crumb"), getTranslation("call.mine.title")),
                tiles(credit),
                propose);
        List<Call> open = calls.openFor(actor);
        if (!open.isEmpty()) {
            Section section = new Section(getTranslation("call.open"));
            open.forEach(call -> section.add(call(call)));
            add(section);
        }
        add(proposals(proposed), reports(reported), board());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.mine.title");
    }

    private Component tiles(Credit credit) {
        Div tiles = new Div(tile("call.credit.taken", credit.taken()), tile("call.credit.found", credit.found()));
        tiles.addClassNames("tiles", "two");
        return tiles;
    }

    private Component tile(String key, int count) {
        return new StatTile(
                getTranslation(key),
                String.valueOf(count),
                getTranslation("call.credit.unit"),
                count > 0 ? Tone.SPARK : Tone.PLAIN);
    }

    private Component call(Call call) {
        Span theme = new Span(call.draft().theme());
        theme.addClassName("strong");
        Span facts = new Span(getTranslation(
                "call.open.facts",
                trades.get(call.draft().trade()).name(getLocale()),
                Moments.day(this, call.draft().closes())));
        facts.addClassNames("muted", "small");
        Paragraph text = new Paragraph(call.draft().words());
        text.addClassName("lines-kept");
        Anchor answer =
                new Anchor(CallNavigation.NEW_PROPOSAL + "?call=" + call.id(), getTranslation("call.open.answer"));
        answer.setRouterIgnore(false);
        answer.addClassName("button-link");
        Div card = new Div(theme, facts, text, answer);
        card.addClassName("open-call");
        return card;
    }

    private Component proposals(Paged<Proposal> proposed) {
        Section section = new Section(getTranslation("call.proposals"), count(proposed.total()));
        if (proposed.rows().isEmpty()) {
            section.add(new Paragraph(getTranslation("call.proposals.none")));
        }
        Div lines = new Div();
        lines.addClassName("row-lines");
        proposed.rows().forEach(proposal -> lines.add(proposal(proposal)));
        section.add(lines);
        return section;
    }

    private Component proposal(Proposal proposal) {
        String stem = proposal.sheet().stem().strip();
        Span title = new Span(stem.isEmpty() ? getTranslation("call.untitled") : stem);
        title.addClassName("clamped");
        Div body = new Div(title);
        body.addClassNames("grow", "given");
        Span facts = new Span(
                getTranslation("exchange.type." + proposal.sheet().type().code())
                        + " · "
                        + trades.get(proposal.trade()).name(getLocale())
                        + " · "
                        + moments.dayAndTime(this, proposal.savedAt()));
        facts.addClassNames("muted", "small");
        body.add(facts);
        Proposal.Outcome outcome = proposal.outcome();
        if (outcome != null && !outcome.answer().isEmpty()) {
            body.add(quote(outcome.answer()));
        }
        Tag tag = words.standing(this, proposal);
        if (proposal.state() == ProposalState.DRAFT) {
            Anchor line = new Anchor(CallNavigation.proposal(proposal.id()));
            line.setRouterIgnore(false);
            line.add(body, tag, Icons.of("next"));
            line.addClassNames("row", "row-line");
            return line;
        }
        Div line = new Div(body, tag);
        line.addClassNames("row", "row-line");
        return line;
    }

    private Component reports(Paged<Report> reported) {
        Section section = new Section(getTranslation("call.reports"), count(reported.total()));
        if (reported.rows().isEmpty()) {
            section.add(new Paragraph(getTranslation("call.reports.none")));
        }
        Div lines = new Div();
        lines.addClassName("row-lines");
        reported.rows().forEach(report -> lines.add(report(report)));
        section.add(lines);
        return section;
    }

    private Component report(Report report) {
        Span title = new Span(words.stem(report));
        title.addClassName("clamped");
        String said = report.said().words();
        Span reason =
                new Span(getTranslation("call.reason." + report.said().reason().code())
                        + (said.isEmpty() ? "" : getTranslation("call.colon") + said));
        reason.addClassName("small");
        Span at = new Span(moments.dayAndTime(this, report.madeAt()));
        at.addClassNames("muted", "small");
        Div body = new Div(title, reason, at);
        body.addClassNames("grow", "given");
        if (!report.answer().isEmpty()) {
            body.add(quote(report.answer()));
        }
        Div line = new Div(body, words.standing(this, report));
        line.addClassNames("row", "row-line");
        return line;
    }

    private Component board() {
        Anchor board = new Anchor("contributions/board");
        board.setRouterIgnore(false);
        Span title = new Span(getTranslation("call.board"));
        title.addClassNames("grow", "strong");
        board.add(Icons.of("board"), title, Icons.of("next"));
        board.addClassNames("card", "book-link");
        return board;
    }

    private static Component quote(String text) {
        Paragraph quote = new Paragraph(text);
        quote.addClassNames("quote", "small");
        return quote;
    }

    private String count(long total) {
        return total == 0 ? "" : Objects.toString(total);
    }
}
