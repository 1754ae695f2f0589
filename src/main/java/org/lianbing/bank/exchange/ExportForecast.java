package org.lianbing.bank.exchange;

/**
 * What a file will hold before it is written.
 *
 * @param items in it
 * @param partly those of them of which the format leaves something behind
 * @param named those of them that other programs cannot ask
 */
public record ExportForecast(int items, int partly, int named) {}
