/**
 * Identities of TPMs of both families from the maker's certificate to the attestation key's:
 * software TPMs with certificates of a local authority.
 */
@NullMarked
package org.tssj.simulator.identity;

import org.jspecify.annotations.NullMarked;
