/** Messages for programs. */
@NullMarked
package org.lianbing.notice.rest;

import org.jspecify.annotations.NullMarked;
