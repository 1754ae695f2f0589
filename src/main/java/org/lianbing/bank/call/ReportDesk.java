package org.lianbing.bank.call;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Pool;
import org.lianbing.bank.call.store.ReportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;

/** Answers reports: for trainers and reviewers of the item's trade. */
@Service
public class ReportDesk {

    private static final int MOST = 500;
    private static final int STEM_SHOWN = 24;

    private final ReportTable table;
    private final Items items;
    private final Pool pool;
    private final ItemText text;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;

    ReportDesk(ReportTable table, Items items, Pool pool, ItemText text, Inbox inbox, AuditLog audit, Clock clock) {
        this.table = table;
        this.items = items;
        this.pool = pool;
        this.text = text;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Items with reports that wait, the longest due first; what a contest holds is left out.
     *
     * @param trade of this trade alone; null for all of the actor's
     */
    public List<ReportedItem> waiting(Actor actor, @Nullable TradeId trade) {
        Map<ItemId, List<Report>> byItem = table.open(Scope.of(actor).narrowed(trade), MOST).stream()
                .collect(
                        Collectors.groupingBy(report -> report.said().item(), LinkedHashMap::new, Collectors.toList()));
        Map<ItemId, Item> readable = items.among(actor, byItem.keySet());
        List<ReportedItem> waiting = new ArrayList<>();
        byItem.forEach((id, reports) -> {
            Item item = readable.get(id);
            if (item != null) {
                waiting.add(new ReportedItem(item, newest(item), reports));
            }
        });
        return waiting;
    }

    /**
     * The item was mended: by its newest version, which is newer than what was reported. The reporters are told which.
     *
     * @throws Problem conflict {@code call.not-mended}, where there is no newer version yet
     */
    @Transactional
    public void fixed(Actor actor, ItemId item, String words) {
        ReportedItem reported = held(actor, item);
        if (!reported.mended()) {
            throw Problem.conflict("call.not-mended");
        }
        int number = reported.newest().number();
        answer(actor, reported, ReportState.FIXED, number, words.strip());
    }

    /** The item stays as it is; the reporters are told why. */
    @Transactional
    public void kept(Actor actor, ItemId item, String words) {
        if (words.isBlank()) {
            throw Problem.invalid("call.answer-needed").with("field", "words");
        }
        answer(actor, held(actor, item), ReportState.KEPT, null, words.strip());
    }

    private ReportedItem held(Actor actor, ItemId id) {
        Item item = items.get(actor, id);
        List<Report> reports = table.holdOpen(id);
        if (reports.isEmpty()) {
            throw Problem.conflict("call.answered");
        }
        return new ReportedItem(item, newest(item), reports);
    }

    private void answer(Actor actor, ReportedItem reported, ReportState state, @Nullable Integer number, String words) {
        if (words.length() > ReportDraft.LONGEST) {
            throw Problem.invalid("call.words-long", ReportDraft.LONGEST).with("field", "words");
        }
        table.answer(reported.reports(), state, number, words, actor.person(), clock.instant());
        for (Report report : reported.reports()) {
            inbox.send(
                    report.person(),
                    state == ReportState.FIXED
                            ? new NoticeDraft(
                                    "call.notice.fixed",
                                    List.of(stem(report), String.valueOf(number)),
                                    words,
                                    "contributions")
                            : new NoticeDraft("call.notice.kept", List.of(stem(report)), words, "contributions"));
        }
        audit.record(
                actor,
                state == ReportState.FIXED ? "call.report-fixed" : "call.report-kept",
                "item",
                reported.item().id().value(),
                reported.item().code());
    }

    /** The beginning of the stem that the reporter met. */
    private String stem(Report report) {
        ItemVersion met = pool.versions(List.of(report.said().version()))
                .get(report.said().version());
        String stem = met == null ? "" : text.plain(met.content().stem()).strip();
        return stem.length() > STEM_SHOWN ? stem.substring(0, STEM_SHOWN) + "…" : stem;
    }

    private static ItemVersion newest(Item item) {
        return Objects.requireNonNull(item.proposed() == null ? item.published() : item.proposed());
    }
}
