package org.lianbing.bank.exchange;

import java.util.Map;

/**
 * What a file will hold before it is written.
 *
 * @param items in it
 * @param partly those of them of which the format leaves something behind
 * @param named those of them that other programs cannot ask
 * @param scored how many of those that they ask are scored by another rule there, by the key of the sentence on it
 */
public record ExportForecast(int items, int partly, int named, Map<String, Integer> scored) {

    public ExportForecast {
        scored = Map.copyOf(scored);
    }
}
