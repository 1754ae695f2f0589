/** The coverage map over HTTP. */
@NullMarked
package org.lianbing.bank.coverage.rest;

import org.jspecify.annotations.NullMarked;
