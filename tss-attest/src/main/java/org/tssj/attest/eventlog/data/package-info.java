/**
 * What the data of events says: variables, device paths, partition tables, boot loaders' words,
 * Windows' trees.
 *
 * <p>This room turns an event's data into a value, and keeps as octets what it does not know;
 * whether the digest is one of that data is not asked here, so that nothing in it has to be true.
 * Start at {@link org.tssj.attest.eventlog.data.EventData}.
 */
@NullMarked
package org.tssj.attest.eventlog.data;

import org.jspecify.annotations.NullMarked;
