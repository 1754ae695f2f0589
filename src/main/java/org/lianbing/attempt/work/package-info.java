/** Takes files of work in: reads what a file is by its content, never by what its sender calls it. */
@NullMarked
package org.lianbing.attempt.work;

import org.jspecify.annotations.NullMarked;
