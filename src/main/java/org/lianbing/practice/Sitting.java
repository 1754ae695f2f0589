package org.lianbing.practice;

import org.lianbing.attempt.Started;

/** Where a started drill is sat. */
public final class Sitting {

    private Sitting() {}

    /** The player's address; the token stands in the fragment, which no server and no log ever sees. */
    public static String url(Started started) {
        return "/sitting/#attempt=" + started.attemptId() + "&token=" + started.token();
    }
}
