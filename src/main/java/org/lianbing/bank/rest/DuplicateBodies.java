package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.Option;
import org.lianbing.bank.alike.AlikeItem;
import org.lianbing.bank.alike.Difference;
import org.lianbing.bank.alike.DuplicateGroup;
import org.lianbing.bank.alike.Merge;
import org.lianbing.bank.alike.SearchRun;
import org.lianbing.base.Problem;
import org.lianbing.trade.Trades;

/** What is alike, as JSON. */
@Component
class DuplicateBodies {

    /**
     * A text that is not in the bank.
     *
     * @param options what one chooses from; may be left out
     */
    record CheckRequest(String stem, @Nullable List<String> options) {

        ItemContent content() {
            if (stem == null || stem.isBlank()) {
                throw Problem.invalid("bank.rule.empty").with("field", "stem");
            }
            List<Option> all = options == null
                    ? List.of()
                    : options.stream()
                            .map(text -> new Option(text, false, null))
                            .toList();
            return new ItemContent(
                    stem, all.isEmpty() ? new Interaction.TrueFalse(true) : new Interaction.SingleChoice(all), "", 1);
        }
    }

    /**
     * An item of the bank that resembles what was asked about.
     *
     * @param resemblance of the words of stem and options, 0.6 to 1
     * @param near whether that is at least 0.8
     * @param differences of {@code numbers, negation, pictures, type, key}
     */
    record AlikeBody(
            String id,
            String code,
            String trade,
            String state,
            String stem,
            double resemblance,
            boolean near,
            List<String> differences) {}

    record MemberBody(String id, String code, String state, String stem, List<String> levels, int points) {}

    /** A group; the first item suggests itself to be kept. */
    record GroupBody(String trade, double resemblance, List<MemberBody> items, int more) {}

    /**
     * A page of groups.
     *
     * @param searchedAt when the search that found them began; null where the bank was not searched yet
     * @param working how far the search is that is at work, 0 to 1; null where none is
     */
    record GroupsBody(
            @Nullable Instant searchedAt,
            @Nullable Double working,
            List<GroupBody> groups,
            long total,
            int page,
            int pageSize) {}

    record MergeRequest(
            String kept, List<String> merged, @Nullable String reason) {}

    /** A merge; {@code proposed} is the version with all levels and points that waits for review. */
    record MergeBody(
            String id,
            String kept,
            List<String> merged,
            String person,
            Instant at,
            String reason,
            @Nullable String proposed,
            @Nullable Instant undoneAt) {}

    record ApartRequest(List<String> items) {}

    private final Trades trades;
    private final ItemText text;

    DuplicateBodies(Trades trades, ItemText text) {
        this.trades = trades;
        this.text = text;
    }

    List<AlikeBody> alike(List<AlikeItem> found, Collection<Difference> without) {
        return found.stream().map(each -> alike(each, without)).toList();
    }

    private AlikeBody alike(AlikeItem alike, Collection<Difference> without) {
        Item item = alike.item();
        return new AlikeBody(
                item.id().toString(),
                item.code(),
                trades.get(item.trade()).code(),
                name(item.state()),
                text.plain(alike.version().content().stem()),
                alike.resemblance(),
                alike.isNear(),
                alike.differences().stream()
                        .filter(difference -> !without.contains(difference))
                        .sorted()
                        .map(DuplicateBodies::name)
                        .toList());
    }

    GroupBody group(DuplicateGroup group) {
        return new GroupBody(
                trades.get(group.trade()).code(),
                group.resemblance(),
                group.items().stream().map(this::member).toList(),
                group.more());
    }

    private MemberBody member(Item item) {
        return new MemberBody(
                item.id().toString(),
                item.code(),
                name(item.state()),
                text.plain(Objects.requireNonNull(item.published() == null ? item.proposed() : item.published())
                        .content()
                        .stem()),
                item.levels().stream().sorted().map(level -> level.code()).toList(),
                item.points().size());
    }

    static MergeBody merge(Merge merge) {
        return new MergeBody(
                merge.id().toString(),
                merge.kept().toString(),
                merge.retired().stream().map(ItemId::toString).toList(),
                merge.person().toString(),
                merge.at(),
                merge.reason(),
                merge.proposed() == null ? null : merge.proposed().toString(),
                merge.undoneAt());
    }

    static @Nullable Double fraction(@Nullable SearchRun working) {
        return working == null ? null : working.fraction();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
