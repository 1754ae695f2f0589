/** Appends response steps, many to a commit, and acknowledges after it. */
@NullMarked
package org.lianbing.attempt.journal;

import org.jspecify.annotations.NullMarked;
