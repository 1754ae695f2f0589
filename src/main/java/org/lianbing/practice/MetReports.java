package org.lianbing.practice;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.call.ReportDraft;
import org.lianbing.bank.call.ReportId;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.bank.call.Reports;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.practice.store.MetTable;

/** Reports of errors in items that a person has answered in practice, from the mistake book. */
@Service
public class MetReports {

    private final MetTable met;
    private final Pool pool;
    private final Reports reports;

    MetReports(MetTable met, Pool pool, Reports reports) {
        this.met = met;
        this.pool = pool;
        this.reports = reports;
    }

    /**
     * Takes a report of the version in force.
     *
     * @throws Problem not found, where the actor never answered the item or it is not practised any more
     */
    @Transactional
    public ReportId report(Actor actor, ItemId item, ReportReason reason, String words) {
        Met known = met.of(actor.person(), List.of(item)).get(item);
        if (known == null || known.answered() == null) {
            throw Problem.notFound("base.not-found");
        }
        PoolItem inForce = pool.practicable(Set.of(item)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        return reports.report(actor.person(), new ReportDraft(item, inForce.version(), reason, words));
    }
}
