/**
 * Items that ask nearly the same: found by their words, shown with what tells them apart, merged or left apart by people.
 */
@NullMarked
package org.lianbing.bank.alike;

import org.jspecify.annotations.NullMarked;
