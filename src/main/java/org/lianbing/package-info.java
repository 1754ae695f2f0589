/** Lianbing 练兵: workers of a city train, practise and compete. */
@NullMarked
package org.lianbing;

import org.jspecify.annotations.NullMarked;
