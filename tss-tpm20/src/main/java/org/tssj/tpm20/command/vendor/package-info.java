/**
 * Commands of vendors (Part 3, 34).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.vendor.VendorTcgTest}.
 */
@NullMarked
package org.tssj.tpm20.command.vendor;

import org.jspecify.annotations.NullMarked;
