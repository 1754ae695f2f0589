package org.lianbing.bank.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.trade.PointId;

/** An act on one item: by the same doors, with the same demands, as when it is done by itself. */
@Component
class BulkStep {

    private final Items items;
    private final Review review;
    private final VersionRows versions;

    BulkStep(Items items, Review review, VersionRows versions) {
        this.items = items;
        this.review = review;
        this.versions = versions;
    }

    /** Does it, or throws the problem that stands in its way. The caller has locked the row. */
    void take(Actor actor, BulkAct act, ItemRow row, String reason) {
        ItemId item = row.id();
        switch (act) {
            case BulkAct.Submit submit -> submit(actor, row);
            case BulkAct.Publish publish -> review.publish(actor, item, null, "");
            case BulkAct.SendBack back -> sendBack(actor, row, back.comment());
            case BulkAct.Retire retire -> retire(actor, row, retire.reason());
            case BulkAct.Restore restore -> review.restore(actor, item);
            case BulkAct.SetLevels set ->
                edit(actor, row, reason, draft -> with(draft, draft.content(), set.levels(), draft.points()));
            case BulkAct.SetPoints set ->
                edit(actor, row, reason, draft -> with(draft, draft.content(), draft.levels(), points(draft, set)));
            case BulkAct.SetDifficulty set ->
                edit(actor, row, reason, draft -> with(draft, harder(draft, set), draft.levels(), draft.points()));
            case BulkAct.SetSecrecy set -> edit(actor, row, reason, draft -> secret(draft, set));
            case BulkAct.SetSource set -> edit(actor, row, reason, draft -> from(draft, set));
            case BulkAct.Share share -> items.share(actor, item, share.sharing());
        }
    }

    private void submit(Actor actor, ItemRow row) {
        if (row.proposalState() == ItemState.IN_REVIEW) {
            throw Problem.conflict("bank.bulk.same", row.code());
        }
        review.submit(actor, List.of(row.id()));
    }

    private void sendBack(Actor actor, ItemRow row, String comment) {
        if (row.proposalState() == ItemState.DRAFT) {
            throw Problem.conflict("bank.bulk.same", row.code());
        }
        review.sendBack(actor, row.id(), comment);
    }

    private void retire(Actor actor, ItemRow row, String reason) {
        if (row.state() == ItemState.RETIRED) {
            throw Problem.conflict("bank.bulk.same", row.code());
        }
        review.retire(actor, row.id(), reason);
    }

    private void edit(Actor actor, ItemRow row, String reason, UnaryOperator<ItemDraft> change) {
        ItemVersionId id = row.proposed() == null ? row.published() : row.proposed();
        VersionRow version = id == null ? null : versions.find(Set.of(id)).get(id);
        if (version == null) {
            throw Problem.conflict("bank.nothing-proposed", row.code());
        }
        ItemDraft before = new ItemDraft(
                row.code(),
                row.trade(),
                version.levels(),
                version.points(),
                version.content(),
                row.secrecyAfter(version.secrecy()),
                version.origin());
        ItemDraft after = change.apply(before);
        if (after.equals(before)) {
            throw Problem.conflict("bank.bulk.same", row.code());
        }
        items.revise(actor, row.id(), after, reason);
        if (row.proposalState() != ItemState.DRAFT) {
            review.submit(actor, List.of(row.id()));
        }
    }

    private static ItemDraft with(
            ItemDraft draft, ItemContent content, Set<org.lianbing.base.Level> levels, Set<PointId> points) {
        return new ItemDraft(draft.code(), draft.trade(), levels, points, content, draft.secrecy(), draft.origin());
    }

    private static Set<PointId> points(ItemDraft draft, BulkAct.SetPoints set) {
        Set<PointId> points = new HashSet<>(set.points());
        if (set.add()) {
            points.addAll(draft.points());
        }
        return points;
    }

    private static ItemContent harder(ItemDraft draft, BulkAct.SetDifficulty set) {
        ItemContent content = draft.content();
        return new ItemContent(
                content.stem(), content.interaction(), content.explanation(), set.difficulty(), content.credit());
    }

    private static ItemDraft secret(ItemDraft draft, BulkAct.SetSecrecy set) {
        return new ItemDraft(
                draft.code(),
                draft.trade(),
                draft.levels(),
                draft.points(),
                draft.content(),
                set.secrecy(),
                draft.origin());
    }

    private static ItemDraft from(ItemDraft draft, BulkAct.SetSource set) {
        Origin origin = draft.origin();
        return new ItemDraft(
                draft.code(),
                draft.trade(),
                draft.levels(),
                draft.points(),
                draft.content(),
                draft.secrecy(),
                new Origin(set.source().strip(), origin.permission(), origin.edition(), origin.credit()));
    }
}
