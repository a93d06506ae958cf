/**
 * security.ima and security.evm: the digests and signatures that Linux keeps beside a file, read,
 * made for the builder of an image, and checked against keys.
 *
 * <p>This room opens no file system: attributes come and go as octets. What a measurement list says
 * of a file is next door. Start at {@link org.tssj.attest.ima.xattr.SecurityIma} and {@link
 * org.tssj.attest.ima.xattr.ImaKeyring}.
 */
@NullMarked
package org.tssj.attest.ima.xattr;

import org.jspecify.annotations.NullMarked;
