package org.tssj.tpm;

import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * What was extended into a PCR.
 *
 * @param index the PCR
 * @param digests the digest by bank
 */
public record Measurement(int index, Map<Bank, Bytes> digests) {
  public Measurement {
    digests = Map.copyOf(digests);
  }
}
