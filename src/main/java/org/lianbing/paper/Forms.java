package org.lianbing.paper;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;

/** Frozen forms. A form never changes; until it is released, its items are under embargo. */
@Service
public class Forms {

    /** Freezes a paper for an exam; its items are under embargo until {@link #release}. */
    public FormId freezeForExam(String title, List<DraftSlot> slots, Instant now) {
        throw new IllegalStateException();
    }

    /** Freezes a paper for one drill; no embargo. */
    public FormId freezeForPractice(String title, List<DraftSlot> slots, Instant now) {
        throw new IllegalStateException();
    }

    /** Ends the embargo: answers may be shown. */
    public void release(FormId form, Instant now) {
        throw new IllegalStateException();
    }

    /** The form with its keys; cached, since it never changes. */
    public Form get(FormId form) {
        throw new IllegalStateException();
    }

    /** The form as candidates get it; cached. */
    public RenderedForm rendered(FormId form) {
        throw new IllegalStateException();
    }

    /** Key and explanation of one slot; a conflict while the item is under embargo. */
    public SlotFeedback feedback(FormId form, int slot) {
        throw new IllegalStateException();
    }
}
