package org.lianbing.bank.exchange.wide;

import java.util.List;

import org.lianbing.bank.exchange.ImportProblem;

/**
 * What was read from a workbook.
 *
 * @param rows in the order of the sheets
 * @param notes sheets that were left out
 */
public record WideSheets(List<SheetRow> rows, List<ImportProblem> notes) {}
