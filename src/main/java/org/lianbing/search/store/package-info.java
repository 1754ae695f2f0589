/** SQL of the search schema. */
@NullMarked
package org.lianbing.search.store;

import org.jspecify.annotations.NullMarked;
