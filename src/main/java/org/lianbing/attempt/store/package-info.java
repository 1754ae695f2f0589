/** Attempts, the journal and scores in the database. */
@NullMarked
package org.lianbing.attempt.store;

import org.jspecify.annotations.NullMarked;
