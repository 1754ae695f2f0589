package org.lianbing.bank.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * A batch of one import, of which some items are looked at and speak for the rest.
 *
 * @param id which
 * @param imported from which import
 * @param trade whose items
 * @param share how much of the batch the trade wanted reviewed when it was drawn, in percent
 * @param seed with which it was drawn
 * @param drawnBy who drew
 * @param drawnAt when
 * @param publishedAt when the rest was published by it, or null
 * @param members the whole batch
 */
public record Sample(
        SampleId id,
        ImportId imported,
        TradeId trade,
        int share,
        long seed,
        PersonId drawnBy,
        Instant drawnAt,
        @Nullable Instant publishedAt,
        List<Member> members) {

    public Sample {
        members = List.copyOf(members);
    }

    /** Where an item of a batch stands. */
    public enum Standing {
        /** Nobody decided yet. */
        WAITING,
        /** Published without objection. */
        PASSED,
        /** Sent back, answered otherwise than the key says, or with an open remark. */
        OBJECTED,
        /** Not what was drawn any more. */
        CHANGED
    }

    /**
     * An item of a batch.
     *
     * @param item which
     * @param code its code
     * @param version as it was when the sample was drawn
     * @param drawn whether it is looked at
     * @param standing where it stands
     */
    public record Member(ItemId item, String code, ItemVersionId version, boolean drawn, Standing standing) {}

    /** What is looked at. */
    public List<Member> drawn() {
        return members.stream().filter(Member::drawn).toList();
    }

    /** What the sample speaks for and that still waits. */
    public List<Member> rest() {
        return members.stream()
                .filter(member -> !member.drawn() && member.standing() == Standing.WAITING)
                .toList();
    }

    /** How many of those drawn stand there. */
    public long drawn(Standing standing) {
        return drawn().stream().filter(member -> member.standing() == standing).count();
    }

    /** Whether something drawn met an objection: the rest is then looked at one by one. */
    public boolean objected() {
        return drawn(Standing.OBJECTED) + drawn(Standing.CHANGED) > 0;
    }

    /** Whether all that was drawn was published without objection. */
    public boolean passed() {
        return drawn(Standing.PASSED) == drawn().size();
    }
}
