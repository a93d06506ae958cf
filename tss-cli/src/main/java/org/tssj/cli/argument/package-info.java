/**
 * What stands behind options: secrets, files, PCR selections, octets in hexadecimal. Each says in
 * words what it wants when it gets something else.
 *
 * <p>Knows no verb and opens no TPM. A secret's value never appears in a message. Start at {@link
 * org.tssj.cli.argument.SecretSource}.
 */
@NullMarked
package org.tssj.cli.argument;

import org.jspecify.annotations.NullMarked;
