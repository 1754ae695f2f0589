/** SQL of the practice schema. */
@NullMarked
package org.lianbing.practice.store;

import org.jspecify.annotations.NullMarked;
