/** SQL of the ranking schema. */
@NullMarked
package org.lianbing.ranking.store;

import org.jspecify.annotations.NullMarked;
