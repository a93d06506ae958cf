/**
 * The numbers that commands and structures of every room use: commands, structure tags, start-up
 * and session types, comparisons (Part 2, 6).
 *
 * <p>Numbers that belong to one room stand there: algorithms and curves in {@code algorithm},
 * capabilities and properties in {@code capability}, response codes in {@code rc}. Start at {@link
 * org.tssj.tpm20.structure.constant.CommandCode}.
 */
@NullMarked
package org.tssj.tpm20.structure.constant;

import org.jspecify.annotations.NullMarked;
