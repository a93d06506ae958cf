/**
 * The old tools and ours side by side: each step of a script is run by both on twin TPMs, and what
 * they print, write and end with is compared.
 *
 * <p>A difference that is meant is named with its reason where it is allowed; any other fails.
 * Start at {@link Twins}.
 */
@NullMarked
package org.tssj.simulator.tools;

import org.jspecify.annotations.NullMarked;
