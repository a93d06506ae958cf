/**
 * JSON as a value: what allow lists, evidence and specifications of predictions are written in.
 *
 * <p>Reads text of anybody, within limits of depth and length, and names what is missing by its
 * path. It knows no format made of it. Start at {@link org.tssj.attest.json.JsonValue}.
 */
@NullMarked
package org.tssj.attest.json;

import org.jspecify.annotations.NullMarked;
