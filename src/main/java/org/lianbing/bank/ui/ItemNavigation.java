package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.bank.scratch.Unsaved;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/** The ways to the pages of items, as addresses within the application. */
@NamedInterface("navigation")
public final class ItemNavigation {

    private ItemNavigation() {}

    /** One item beside its list. */
    public static String item(ItemId item) {
        return "items/" + item;
    }

    /** The editor of an item, with a word on why it is changed to begin with, and where saving leads. */
    public static String edit(ItemId item, String reason, String back) {
        return "items/" + item + "/edit?" + ItemPreset.query(List.of("reason=" + reason, "back=" + back));
    }

    /** Where something unsaved is gone on with. */
    static String unsaved(Unsaved unsaved) {
        return switch (unsaved.place()) {
            case ScratchPlace.Existing place -> "items/" + place.item() + "/edit?draft=" + unsaved.id();
            case ScratchPlace.Fresh fresh -> "items/new?draft=" + unsaved.id();
            case ScratchPlace.Commissioned place ->
                "items/new?commission=" + place.commission() + "&draft=" + unsaved.id();
            case ScratchPlace.Sealed place -> "sealed/" + place.set() + "?draft=" + unsaved.id();
        };
    }

    /** The editor for a new item, filled in as far as it is known. */
    public static String create(
            TradeId trade, @Nullable Level level, @Nullable PointId point, @Nullable ItemType type) {
        List<String> parts = new ArrayList<>(List.of("trade=" + trade));
        if (level != null) {
            parts.add("level=" + level.code());
        }
        if (point != null) {
            parts.add("point=" + point);
        }
        if (type != null) {
            parts.add("type=" + type.code());
        }
        return "items/new?" + ItemPreset.query(parts);
    }
}
