package org.lianbing.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.bank.rules.InteractionRules;
import org.lianbing.base.Level;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.media.Media;
import org.lianbing.media.StoredMedia;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/**
 * What an item must fulfil before the bank takes it. Each problem names its field in the property {@code field}, as a
 * path: {@code stem}, {@code options}, {@code options/1/text}, {@code points}.
 */
@Component
public class ItemRules {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}-[0-9]{4,6}");
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_POINTS = 4;

    private final Trades trades;
    private final Outlines outlines;
    private final Media media;

    ItemRules(Trades trades, Outlines outlines, Media media) {
        this.trades = trades;
        this.outlines = outlines;
        this.media = media;
    }

    /**
     * Demands that the draft fulfils all rules.
     *
     * @throws Problem the first that is there
     */
    public void check(ItemDraft draft) {
        List<Problem> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
    }

    /** Everything that is wrong with the draft, in the order of the fields. */
    public List<Problem> problems(ItemDraft draft) {
        Found found = new Found(new ArrayList<>());
        Trade trade = trades.get(draft.trade());
        checkCode(draft, trade, found);
        checkLevels(draft, trade, found);
        checkPoints(draft, trade, found);
        ItemContent content = draft.content();
        found.length("stem", content.stem(), 1, InteractionRules.LONGEST_TEXT);
        InteractionRules.check(content.stem(), content.explanation(), content.interaction(), found);
        found.length("explanation", content.explanation(), 0, InteractionRules.LONGEST_TEXT);
        if (content.difficulty() < 1 || content.difficulty() > 5) {
            found.add("difficulty", "bank.rule.difficulty");
        }
        found.length("source", draft.origin().source(), 0, LONGEST_SOURCE);
        found.length("permission", draft.origin().permission(), 0, LONGEST_SOURCE);
        found.length("edition", draft.origin().edition(), 0, LONGEST_SOURCE);
        found.length("credit", draft.origin().credit(), 0, LONGEST_SOURCE);
        checkPictures(content, found);
        return found.problems();
    }

    private static void checkCode(ItemDraft draft, Trade trade, Found found) {
        String code = draft.code();
        if (code != null && !(CODE.matcher(code).matches() && code.startsWith(trade.code() + "-"))) {
            found.add("code", "bank.rule.code", trade.code());
        }
    }

    private static void checkLevels(ItemDraft draft, Trade trade, Found found) {
        if (trade.kind() == TradeKind.TRADE && draft.levels().isEmpty()) {
            found.add("levels", "bank.rule.levels-missing");
        }
        if (trade.kind() != TradeKind.TRADE && !draft.levels().isEmpty()) {
            found.add("levels", "bank.rule.levels-none", trade.name());
        }
    }

    /** A point stands in an outline of the item's trade, at one of the item's levels, or in an included foundation. */
    private void checkPoints(ItemDraft draft, Trade trade, Found found) {
        if (draft.points().size() > MOST_POINTS) {
            found.add("points", "bank.rule.points-many", MOST_POINTS);
        }
        Map<PointId, Point> known = outlines.points(draft.points());
        Set<TradeId> included = included(trade);
        for (PointId id : draft.points()) {
            Point point = known.get(id);
            if (point == null) {
                found.add("points", "bank.rule.point-unknown");
            } else if (point.trade().equals(trade.id())) {
                Level level = point.level();
                if (level != null && !draft.levels().contains(level)) {
                    found.add("points", "bank.rule.point-level", point.code(), point.name());
                }
            } else if (!included.contains(point.trade())) {
                found.add("points", "bank.rule.point-elsewhere", point.code(), point.name());
            }
        }
    }

    private Set<TradeId> included(Trade trade) {
        return trade.levels().stream()
                .flatMap(level -> outlines.current(trade.id(), level).stream())
                .flatMap(outline -> outline.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .collect(Collectors.toSet());
    }

    private void checkPictures(ItemContent content, Found found) {
        for (Passage passage : content.passages()) {
            Matcher pictures = MarkdownPictures.WRITTEN.matcher(passage.text());
            while (pictures.find()) {
                String destination = pictures.group(1);
                Optional<StoredMedia> stored = ItemText.picture(destination).flatMap(media::about);
                if (stored.isEmpty()) {
                    found.add(passage.path(), "bank.rule.picture", destination);
                } else if (passage.path().equals("picture")
                        && stored.get().clip().isPresent()) {
                    found.add(passage.path(), "bank.rule.picture-clip");
                }
            }
        }
    }
}
