package org.lianbing.exam.marking;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * How far the marking of an exam has come.
 *
 * @param questions each by itself
 * @param markers each by themselves
 * @param stuck how many opinions nobody of the named may give: each gave one about the answer, or is of its writer's unit
 */
public record MarkingProgress(List<OfQuestion> questions, List<OfMarker> markers, int stuck) {

    public MarkingProgress {
        questions = List.copyOf(questions);
        markers = List.copyOf(markers);
    }

    /**
     * Of one question.
     *
     * @param question which
     * @param stem what is asked, HTML; null where that is sealed
     * @param answers how many there are to mark
     * @param done how many have their result
     * @param blank how many were left blank and have got nothing by themselves
     * @param twice how many have both opinions
     * @param thirds for how many of these a third one was asked
     * @param meanDifference between first and second opinion, in points; null while no answer has both
     * @param mean points of all opinions given; null while there is none
     */
    public record OfQuestion(
            Question question,
            @Nullable String stem,
            int answers,
            int done,
            int blank,
            int twice,
            int thirds,
            @Nullable Double meanDifference,
            @Nullable Double mean) {

        /** How many still wait. */
        public int open() {
            return answers - done;
        }
    }

    /**
     * Of one marker.
     *
     * @param person who
     * @param name in full
     * @param marked how many opinions they gave
     * @param claimed how many they have taken and not given yet
     * @param mean of their points; null for none
     * @param meanDifference how far they are from the other opinion where there are two, in points; null for none
     */
    public record OfMarker(
            PersonId person,
            String name,
            int marked,
            int claimed,
            @Nullable Double mean,
            @Nullable Double meanDifference) {}

    /** How many answers wait. */
    public int open() {
        return questions.stream().mapToInt(OfQuestion::open).sum();
    }

    /** How many answers there are. */
    public int answers() {
        return questions.stream().mapToInt(OfQuestion::answers).sum();
    }
}
