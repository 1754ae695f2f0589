package org.lianbing.exam.marking;

import java.math.BigDecimal;
import java.util.List;

import org.lianbing.attempt.SlotOfForm;
import org.lianbing.bank.ItemType;

/**
 * A question of an exam whose answers people mark.
 *
 * @param number from 1, over all forms of the exam
 * @param type 简答 or 论述; in a 案例 that of the part
 * @param worth what it counts
 * @param places where it stands in which form
 */
public record Question(int number, ItemType type, BigDecimal worth, List<SlotOfForm> places) {

    public Question {
        places = List.copyOf(places);
    }
}
