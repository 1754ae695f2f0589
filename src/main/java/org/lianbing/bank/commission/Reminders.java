package org.lianbing.bank.commission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.commission.store.CommissionTable;
import org.lianbing.base.PersonId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;

/** Reminds authors three days before a commission falls due, and tells all concerned once when its last day is past. */
@Component
class Reminders {

    static final int DAYS_BEFORE = 3;

    private final CommissionTable table;
    private final Inbox inbox;
    private final Clock clock;
    private final ZoneId zone;

    Reminders(CommissionTable table, Inbox inbox, Clock clock, ZoneId zone) {
        this.table = table;
        this.inbox = inbox;
        this.clock = clock;
        this.zone = zone;
    }

    /** Tells what is to be told at that moment; each of it once, on whichever node. */
    @Transactional
    void remind(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (Commission late : table.overdue(today)) {
            if (!late.delivered()) {
                Set<PersonId> people = new HashSet<>(late.asked().authors());
                people.add(late.madeBy());
                inbox.send(people, notice("commission.notice.overdue", late));
            }
            table.toldOverdue(late.id(), now);
        }
        for (Commission soon : table.dueSoon(today.plusDays(DAYS_BEFORE))) {
            if (!soon.delivered()) {
                inbox.send(soon.asked().authors(), notice("commission.notice.soon", soon));
            }
            table.toldSoon(soon.id(), now);
        }
    }

    void remind() {
        remind(clock.instant());
    }

    private NoticeDraft notice(String code, Commission commission) {
        int owed = commission.asked().total() - commission.progress().delivered();
        return new NoticeDraft(
                code,
                List.of(
                        TradeNames.reference(commission.asked().trade()),
                        String.valueOf(owed),
                        commission.asked().due().toString()),
                "",
                Commissions.link(commission.id()));
    }
}
