/** SQL of the base schema. */
@NullMarked
package org.lianbing.base.store;

import org.jspecify.annotations.NullMarked;
