/** What tests of every module stand on. */
@NullMarked
package org.lianbing.testing;

import org.jspecify.annotations.NullMarked;
