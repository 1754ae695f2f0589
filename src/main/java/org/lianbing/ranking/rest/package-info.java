/** The public door to boards. */
@NullMarked
package org.lianbing.ranking.rest;

import org.jspecify.annotations.NullMarked;
