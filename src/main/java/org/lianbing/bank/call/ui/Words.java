package org.lianbing.bank.call.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.vaadin.flow.component.Component;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Pool;
import org.lianbing.bank.call.Proposal;
import org.lianbing.bank.call.Report;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** Contributions in words. */
@org.springframework.stereotype.Component
class Words {

    private final Pool pool;
    private final ItemText text;
    private final Clock clock;
    private final ZoneId zone;

    Words(Pool pool, ItemText text, Clock clock, ZoneId zone) {
        this.pool = pool;
        this.text = text;
        this.clock = clock;
        this.zone = zone;
    }

    /** The stem that the reporter met; it was theirs to see. */
    String stem(Report report) {
        ItemVersion met = pool.versions(List.of(report.said().version()))
                .get(report.said().version());
        return met == null ? "" : text.plain(met.content().stem());
    }

    /** What became of a report, as its reporter reads it. */
    Tag standing(Component reader, Report report) {
        return switch (report.state()) {
            case OPEN -> new Tag(reader.getTranslation("call.state.waiting"), Tone.BLUE);
            case FIXED -> new Tag(reader.getTranslation("call.state.fixed", report.fixedNumber()), Tone.GOOD);
            case KEPT -> new Tag(reader.getTranslation("call.state.kept"), Tone.PLAIN);
        };
    }

    /** What became of a proposal, as its proposer reads it. */
    Tag standing(Component reader, Proposal proposal) {
        Proposal.Outcome outcome = proposal.outcome();
        return switch (proposal.state()) {
            case DRAFT -> new Tag(reader.getTranslation("call.state.draft"), Tone.WARN);
            case SENT -> new Tag(reader.getTranslation("call.state.received"), Tone.BLUE);
            case DECLINED -> new Tag(reader.getTranslation("call.state.declined"), Tone.PLAIN);
            case TAKEN -> {
                boolean changed = outcome != null && outcome.changed();
                boolean published = outcome != null && outcome.published();
                String key = published
                        ? changed ? "call.state.published-changed" : "call.state.published"
                        : changed ? "call.state.taken-changed" : "call.state.taken";
                yield new Tag(reader.getTranslation(key), Tone.GOOD);
            }
        };
    }

    /** How long an answer may still take; what is late stands out. */
    Tag due(Component reader, LocalDate due) {
        long left = ChronoUnit.DAYS.between(today(), due);
        if (left < 0) {
            return new Tag(reader.getTranslation("call.overdue", -left), Tone.BAD);
        }
        return left == 0
                ? new Tag(reader.getTranslation("call.due-today"), Tone.SPARK)
                : new Tag(reader.getTranslation("call.due-in", left), Tone.PLAIN);
    }

    boolean overdue(LocalDate due) {
        return due.isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
