/** Where the tests get what others made: octets from the class path and from beside the project. */
@NullMarked
package org.tssj.attest.testing;

import org.jspecify.annotations.NullMarked;
