package org.lianbing.bank.check;

import java.util.Set;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;

/**
 * An item as its file says, pictures still by their paths.
 *
 * @param code its stable code
 * @param file where it stands, below the folder of the bank
 * @param line where it begins
 * @param levels none for an item of a foundation
 * @param points as written: outline and point, with a colon between
 * @param content what it says
 */
record ItemOnDisk(String code, String file, int line, Set<Level> levels, Set<String> points, ItemContent content) {

    ItemType type() {
        return content.interaction().type();
    }
}
