/**
 * Manifests: the digests of an image and its parts, as {@code sha256sum} writes and checks them,
 * and as the PCR values that measuring them gives.
 *
 * <p>A manifest names files below one folder, and nothing in here reads a file outside of it; who
 * signed a manifest is not decided here. Start at {@link org.tssj.attest.manifest.Manifest}.
 */
@NullMarked
package org.tssj.attest.manifest;

import org.jspecify.annotations.NullMarked;
