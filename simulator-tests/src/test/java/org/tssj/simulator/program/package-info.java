/**
 * The program as a person uses it: its examples typed into a shell, its mistakes, its completion,
 * its pages for man.
 *
 * <p>Knows no verb by name: what is tested is every verb there is. Start at {@link
 * org.tssj.simulator.program.EveryExampleTest}.
 */
@NullMarked
package org.tssj.simulator.program;

import org.jspecify.annotations.NullMarked;
