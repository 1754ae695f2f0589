package org.lianbing.bank.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.review.store.RemarkRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;

/** The thread on an item, for those who may read it. */
@Service
public class Remarks {

    /** The longest remark, in characters. */
    public static final int LONGEST = 2000;

    private final RemarkRows rows;
    private final ItemRows items;
    private final ItemAccess access;
    private final Clock clock;

    Remarks(RemarkRows rows, ItemRows items, ItemAccess access, Clock clock) {
        this.rows = rows;
        this.items = items;
        this.access = access;
        this.clock = clock;
    }

    /** Everything said about an item, oldest first. */
    @Transactional(readOnly = true)
    public List<Remark> of(Actor actor, ItemId item) {
        return rows.of(readable(actor, item).id());
    }

    /** Says something about what is proposed of an item or, where nothing is, about what is in force. */
    @Transactional
    public Remark say(Actor actor, ItemId item, String text) {
        ItemRow row = readable(actor, item);
        ItemVersionId version = row.proposed() == null ? row.published() : row.proposed();
        if (version == null) {
            throw Problem.notFound("base.not-found");
        }
        return insert(remark(actor, item, version, Remark.Kind.REMARK, text, null));
    }

    /** Answers a remark. An answer to an answer stands under the same remark. */
    @Transactional
    public Remark answer(Actor actor, RemarkId to, String text) {
        Remark above = readable(actor, to);
        RemarkId top = above.answers() == null ? above.id() : above.answers();
        return insert(remark(actor, above.item(), above.version(), Remark.Kind.REMARK, text, top));
    }

    /** Says that a remark is settled, or that it is not. */
    @Transactional
    public void settle(Actor actor, RemarkId id, boolean settled) {
        Remark remark = readable(actor, id);
        if (remark.answers() != null) {
            throw Problem.conflict("bank.review.answer-settled");
        }
        rows.resolve(id, settled ? clock.instant() : null, settled ? actor.person() : null);
    }

    /** The word with which a version was sent back. The caller has checked who may. */
    public void sentBack(Actor actor, ItemRow row, ItemVersionId version, String text) {
        insert(remark(actor, row.id(), version, Remark.Kind.SENT_BACK, text, null));
    }

    /** The word with which a version was published against an answer; settled by it. The caller has checked who may. */
    public void disagreed(Actor actor, ItemRow row, ItemVersionId version, String text) {
        Remark said = insert(remark(actor, row.id(), version, Remark.Kind.DISAGREEMENT, text, null));
        rows.resolve(said.id(), said.at(), actor.person());
    }

    /** What a reviewer said when the item was last sent back. The caller has checked who may. */
    public Optional<String> lastSentBack(ItemId item) {
        return rows.lastSentBack(item);
    }

    private Remark insert(Remark remark) {
        rows.insert(remark);
        return rows.find(remark.id()).orElseThrow();
    }

    private Remark remark(
            Actor actor,
            ItemId item,
            ItemVersionId version,
            Remark.Kind kind,
            String text,
            @Nullable RemarkId answers) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid("bank.review.remark", LONGEST).with("field", "text");
        }
        Instant now = clock.instant();
        return new Remark(RemarkId.next(), item, version, 0, actor.person(), now, kind, words, answers, null, null);
    }

    private ItemRow readable(Actor actor, ItemId item) {
        ItemRow row = items.find(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.requireReadable(actor, row);
        return row;
    }

    private Remark readable(Actor actor, RemarkId id) {
        Remark remark = rows.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        readable(actor, remark.item());
        return remark;
    }
}
