/**
 * What workers and units give to the bank: calls (征集) and proposals that answer them, reports of errors met while
 * practising, the queue in which both are answered, and who is credited.
 */
@NullMarked
@NamedInterface("call")
package org.lianbing.bank.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
