package org.lianbing.bank.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.LoadReport;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.lifecycle.ItemLifecycle;
import org.lianbing.bank.store.ItemCodes;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRow.RetiredBy;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Texts;
import org.lianbing.base.disk.Flaws;

/** Brings the bank to what the files say, without overwriting what people did in the application. */
@Component
public class DiskLoader {

    private static final int BATCH = 500;

    private final ItemRows rows;
    private final ItemCodes codes;
    private final VersionRows versions;
    private final ItemLifecycle lifecycle;
    private final ItemDocuments documents;
    private final MessageSource texts;

    DiskLoader(
            ItemRows rows,
            ItemCodes codes,
            VersionRows versions,
            ItemLifecycle lifecycle,
            ItemDocuments documents,
            MessageSource texts) {
        this.rows = rows;
        this.codes = codes;
        this.versions = versions;
        this.lifecycle = lifecycle;
        this.documents = documents;
        this.texts = texts;
    }

    /** Writes what is new or changed; the caller holds the transaction. */
    public LoadReport load(DiskContent content) {
        Pass pass = new Pass(content);
        content.items().forEach(pass::take);
        pass.createWhatIsNew();
        pass.retireWhatIsGone();
        documents.refresh(pass.touched);
        return pass.report();
    }

    private enum Outcome {
        SAME,
        CREATED,
        CHANGED,
        PROPOSED,
        WAITING,
        REVIVED,
        RETIRED
    }

    /** One load, counting what it does. */
    private final class Pass {
        private final DiskContent content;
        private final Map<String, ItemRow> known = new HashMap<>();
        private final Map<ItemVersionId, VersionRow> current;
        private final Map<Outcome, Integer> counts = new HashMap<>();
        private final List<String> waiting = new ArrayList<>();
        private final List<DiskItem> unknown = new ArrayList<>();
        private final Set<ItemId> touched = new HashSet<>();
        private final Flaws flaws = new Flaws(texts);
        private final String reason = texts.getMessage("bank.reason.disk", null, Texts.LANGUAGES.getFirst());

        Pass(DiskContent content) {
            this.content = content;
            Set<ItemVersionId> ids = new HashSet<>();
            for (ItemRow row : rows.ofTrades(content.trades())) {
                known.put(row.code(), row);
                java.util.stream.Stream.of(row.published(), row.proposed())
                        .filter(Objects::nonNull)
                        .forEach(ids::add);
            }
            current = versions.find(ids);
            flaws.addAll(content.flaws());
        }

        void take(DiskItem item) {
            ItemRow row = known.get(item.code());
            if (row != null) {
                count(meet(item, row), item, row.id());
            } else {
                unknown.add(item);
            }
        }

        void createWhatIsNew() {
            Set<String> elsewhere =
                    codes.taken(unknown.stream().map(DiskItem::code).toList());
            List<ItemDraft> drafts = new ArrayList<>();
            for (DiskItem item : unknown) {
                if (elsewhere.contains(item.code())) {
                    flaws.add(item.file(), item.line(), "bank.flaw.other-trade", item.code());
                } else {
                    drafts.add(item.draft());
                }
            }
            for (int i = 0; i < drafts.size(); i += BATCH) {
                List<ItemDraft> batch = drafts.subList(i, Math.min(i + BATCH, drafts.size()));
                touched.addAll(lifecycle.publishAllFromDisk(batch, reason));
                counts.merge(Outcome.CREATED, batch.size(), Integer::sum);
            }
        }

        /** An item that the bank knows by its code. */
        private Outcome meet(DiskItem item, ItemRow row) {
            VersionRow published = version(row.published());
            boolean gone = row.state() == ItemState.RETIRED && row.retiredBy() == RetiredBy.DISK;
            if (item.hash().equals(row.diskHash()) && !gone) {
                return Outcome.SAME;
            }
            ItemRow seen = row.seenOnDisk(item.hash());
            if (published != null && published.hash().equals(item.hash())) {
                if (gone) {
                    lifecycle.publish(seen, published);
                    return Outcome.REVIVED;
                }
                lifecycle.save(withoutOurProposal(seen));
                return Outcome.SAME;
            }
            if (published != null && published.author() == null && row.retiredBy() != RetiredBy.PERSON) {
                lifecycle.publishFromDisk(withoutOurProposal(seen), item.draft(), reason);
                return gone ? Outcome.REVIVED : Outcome.CHANGED;
            }
            return offer(item, row, seen, gone);
        }

        /** Somebody edited the version in force, wrote the item, or retired it: they decide on what the disk says. */
        private Outcome offer(DiskItem item, ItemRow row, ItemRow seen, boolean gone) {
            VersionRow published = version(row.published());
            if (gone && published != null && item.hash().equals(row.diskHash())) {
                lifecycle.publish(seen, published);
                return Outcome.REVIVED;
            }
            VersionRow proposal = version(row.proposed());
            if (proposal != null && proposal.author() != null) {
                return Outcome.WAITING;
            }
            lifecycle.propose(seen, item.draft(), null, reason, ItemState.IN_REVIEW);
            return Outcome.PROPOSED;
        }

        private ItemRow withoutOurProposal(ItemRow row) {
            VersionRow proposal = version(row.proposed());
            return proposal != null && proposal.author() == null ? row.withoutProposal() : row;
        }

        void retireWhatIsGone() {
            for (ItemRow row : known.values()) {
                boolean ofDisk = row.diskHash() != null && !content.unsure().contains(row.trade());
                if (ofDisk
                        && row.state() != ItemState.RETIRED
                        && !content.codes().contains(row.code())) {
                    lifecycle.retire(row, RetiredBy.DISK);
                    counts.merge(Outcome.RETIRED, 1, Integer::sum);
                    touched.add(row.id());
                }
            }
        }

        private void count(Outcome outcome, DiskItem item, ItemId id) {
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.WAITING) {
                waiting.add(item.code());
            } else if (outcome != Outcome.SAME) {
                touched.add(id);
            }
        }

        private @Nullable VersionRow version(@Nullable ItemVersionId id) {
            return id == null ? null : current.get(id);
        }

        LoadReport report() {
            return new LoadReport(
                    content.items().size(),
                    counts.getOrDefault(Outcome.CREATED, 0),
                    counts.getOrDefault(Outcome.CHANGED, 0),
                    counts.getOrDefault(Outcome.PROPOSED, 0),
                    waiting,
                    counts.getOrDefault(Outcome.REVIVED, 0),
                    counts.getOrDefault(Outcome.RETIRED, 0),
                    flaws.list());
        }
    }
}
