package org.lianbing.paper;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;

/** Draws papers (组卷) over the weights of the outline and its foundations. */
@Service
public class Assembly {

    /** Draws a paper; the same random numbers over the same bank give the same paper. */
    public Assembled draw(Blueprint blueprint, Set<ItemId> leaveOut, RandomGenerator random) {
        throw new IllegalStateException();
    }
}
