/** What a response is worth: pure functions of form and responses. */
@NullMarked
package org.lianbing.attempt.scoring;

import org.jspecify.annotations.NullMarked;
