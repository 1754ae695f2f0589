package org.lianbing.bank.exchange;

/**
 * A place in a workbook.
 *
 * @param sheet the sheet's name
 * @param row from 1
 * @param column its letters; empty for the whole row
 */
public record Place(String sheet, int row, String column) {

    /** As people write it in Excel: 单选题!J12. */
    @Override
    public String toString() {
        return sheet + "!" + column + row;
    }
}
