/**
 * The demonstration: a story that a newcomer can follow, in which everything that is told also
 * happens.
 *
 * <p>Uses the library as anybody would, and ends the story where something does not happen as told.
 * Start at {@link org.tssj.cli.demo.Chapter}.
 */
@NullMarked
package org.tssj.cli.demo;

import org.jspecify.annotations.NullMarked;
