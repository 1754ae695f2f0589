package org.lianbing.base.rest;

import org.springframework.security.core.Authentication;

/** Something that looks at requests on their way through the filters, so that not all of them may go express. */
public interface LongWay {

    /**
     * Whether this one has to go the long way; asked with every express call, so answered from memory.
     *
     * @param id the one in the path of the call
     * @param caller who asks
     */
    boolean isNeeded(String id, Authentication caller);
}
