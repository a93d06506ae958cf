package org.tssj.core.transport;

import org.tssj.core.Bytes;
import org.tssj.core.Family;

/**
 * All that a software TPM remembers at one moment, in the TPM's own format: it means something to
 * the same implementation only.
 *
 * <p>It holds every secret of that TPM in the clear (seeds, keys, authorisation values), so it is
 * never printed and belongs into no log.
 *
 * @param family the family of the TPM it was taken from
 * @param permanent what survives a loss of power
 * @param volatileState what does not: PCRs, sessions, loaded objects
 * @param savedState what TPM_SaveState of TPM 1.2 put aside for resuming; else empty
 */
public record TpmState(Family family, Bytes permanent, Bytes volatileState, Bytes savedState) {

  /** Sizes only: the content is secret. */
  @Override
  public String toString() {
    return "TpmState["
        + family
        + ", permanent "
        + permanent.length()
        + " bytes, volatile "
        + volatileState.length()
        + ", saved "
        + savedState.length()
        + "]";
  }
}
