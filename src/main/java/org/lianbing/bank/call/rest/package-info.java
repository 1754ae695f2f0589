/** Contributions for programs. */
@NullMarked
package org.lianbing.bank.call.rest;

import org.jspecify.annotations.NullMarked;
