/** SQL of the competition schema. */
@NullMarked
package org.lianbing.competition.store;

import org.jspecify.annotations.NullMarked;
